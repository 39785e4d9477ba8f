/* Foreign syntax and unfilled fields: each kind is found, its honest neighbours are not. */
#include "examine/foreign.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static guint count(const char *line, bool unfilled)
{
    g_autoptr(GArray) finds = foreign_in_line(line, "", "");
    guint found = 0;
    for (guint i = 0; i < finds->len; i++)
        found += g_array_index(finds, struct foreign_find, i).unfilled == unfilled;
    return found;
}

static void fields_of_templates_are_found(void **state)
{
    static const char *const lines[] = {"Call {{PHONE}}",   "${phone}",       "%NAME%",
                                        "\u00ABNAME\u00BB", "<PHONE NUMBER>", "[PATIENT NAME]",
                                        "[NAME]",           "@@name@@",       "[phone]",
                                        "$PHONE",           "[Date] here",    "<%= name %>",
                                        "[Patient Name]",   "[insert date]",  "[Your phone number]",
                                        "Call __PHONE__"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (count(lines[i], true) != 1 || count(lines[i], false) != 0)
            fail_msg("'%s'", lines[i]);
}

static void signs_behind_a_backslash_are_meant(void **state)
{
    static const char *const lines[] = {"\\{\\{x\\}\\}",          "10\\^9\\^",   "\\=\\=this\\=\\=",
                                        "\\:warning\\:",          "\\$x\\^2\\$", "\\:: : x",
                                        "\\[Your phone number\\]"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (count(lines[i], true) + count(lines[i], false) > 0)
            fail_msg("'%s'", lines[i]);
    assert_int_equal(count("\\\\ ==this==", false), 1); /* a backslash is meant, not what follows */
}

static void syntax_of_others_is_found(void **state)
{
    static const char *const lines[] = {"## Head {#id}",
                                        "{: .lead }",
                                        "{% include x.html %}",
                                        "{{< notice >}}",
                                        "{{ call(x) }}",
                                        "::: warning",
                                        "!!! note",
                                        "???+ note",
                                        ": A definition",
                                        "*[A&E]: Accident",
                                        "$x^2$",
                                        "$$y$$",
                                        "  $$",
                                        "![[a.png]]",
                                        "%%aside%%",
                                        "see [@lee]",
                                        "[!NOTE] Read",
                                        "H~2~O",
                                        "10^9^",
                                        "a ^[note]",
                                        "==this==",
                                        "++this++",
                                        "[[Page]]",
                                        "\\newpage",
                                        "[TOC]",
                                        ":warning: Stop",
                                        "+---+---+",
                                        "##Heading",
                                        "!(a.jpg)[A]",
                                        "[Call] (tel:+1)",
                                        "|A|B|",
                                        "[a]{color=red}",
                                        "\\begin{itemize}",
                                        "+++",
                                        "{lang=es .big}",
                                        "![a](b.png){width=50%}"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (count(lines[i], false) != 1 || count(lines[i], true) != 0)
            fail_msg("'%s'", lines[i]);
}

static void honest_text_is_left_alone(void **state)
{
    static const char *const lines[] = {"Price: $5 & 10% or $20 (ca.)",
                                        "An [MRI] and an [X-ray]",
                                        "\u00ABbonjour\u00BB",
                                        "~5 mL, 10~20",
                                        "https://a.example/%C3%BCber",
                                        "5 > 3 and 2 < 3",
                                        "take it [at this time], __NOW__, [the date]",
                                        "[Mental Health Act]",
                                        "[words](https://a.example/b_c)",
                                        "[^1]: A note",
                                        "[hola]{lang=es} [x]{dir=\"rtl\" lang=he}",
                                        "#1 cause",
                                        "Mon: 9:00, Tue: 8:30",
                                        "C++ and 2+2",
                                        "$CAD 20, $USD20 and US$",
                                        "[name](https://a.example) [date]: 5",
                                        "`{{code}}` and `==`",
                                        "a = b == c",
                                        "[hola]{lang=es}",
                                        "100 % [1, 2]",
                                        "<b>bold</b> <MRI>",
                                        "It is 5:30:00",
                                        "Note: take it",
                                        "*stress* and **bold**",
                                        "A | B",
                                        "[OK](tel:+15032345678)"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (count(lines[i], false) + count(lines[i], true) != 0)
            fail_msg("'%s'", lines[i]);
}

static void tables_need_their_line_of_dashes(void **state)
{
    (void)state;
    g_autoptr(GArray) first = foreign_in_line("|a|b|", "", "|c|d|");
    g_autoptr(GArray) second = foreign_in_line("|c|d|", "|a|b|", "");
    g_autoptr(GArray) good = foreign_in_line("|a|b|", "", "|---|:-:|");
    assert_int_equal(first->len, 1);
    assert_int_equal(second->len, 0);
    assert_int_equal(good->len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_of_templates_are_found),
        cmocka_unit_test(signs_behind_a_backslash_are_meant),
        cmocka_unit_test(syntax_of_others_is_found),
        cmocka_unit_test(honest_text_is_left_alone),
        cmocka_unit_test(tables_need_their_line_of_dashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
