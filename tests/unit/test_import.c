/* The import: what is recognised in the clinic's own page and in pages of ours. */
#include "import_sketch.h"

#include "content/article_parts.h"
#include "content/clinic.h"

#define PAGE    "tests/cases/import/clinic-page/page.txt"
#define ARTICLE "content/treatment-resistance.md"

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

/* The body is what stands below the comment that the draft opens with. */
static void assert_body(const struct import *import, const char *body)
{
    const char *comment = strstr(import->article, "\n---\n\n<!-- Imported from ");
    assert_non_null(comment);
    const char *end = strstr(comment, " -->\n");
    assert_non_null(end);
    assert_string_equal(end + 5, body);
}

static void the_clinics_page_gives_its_article(void **state)
{
    (void)state;
    g_autofree char *page = NULL, *article = NULL;
    assert_true(g_file_get_contents(PAGE, &page, NULL, NULL));
    assert_true(g_file_get_contents(ARTICLE, &article, NULL, NULL));
    struct import *import = import_string(page);
    /* The rule above the closing paragraph is the editor's: it has no words. */
    g_auto(GStrv) parts = g_strsplit(article, "\n---\n\n", -1);
    assert_int_equal(g_strv_length(parts), 3);
    g_autofree char *body = g_strdup_printf("\n%s\n%s", parts[1], parts[2]);
    assert_true(g_str_has_prefix(import->article, parts[0]));
    assert_body(import, body);
    import_free(import);
}

static void the_clinics_page_gives_its_facts(void **state)
{
    struct scratch *s = *state;
    struct import *import = import_load(PAGE, s->diag);
    assert_silent(s->diag);
    assert_int_equal(import->dropped->len, 4);
    assert_string_equal(find_drop(import, 1, NULL)->text, "Opening Time:");
    assert_string_equal(find_drop(import, 38, NULL)->text, "Call Us:");
    assert_string_equal(find_drop(import, 42, NULL)->text,
                        "Please enable JavaScript in your browser to complete this form.");
    assert_string_equal(find_drop(import, 43, NULL)->text, "Preferred Form of Communication");
    assert_has(import->clinic, "# From line 38: Call Us:\ntelephone:\n");
    assert_has(import->clinic, "# From line 3: Monday to Friday\nopening_hours:\n  - Mo-Fr\n");
    import_free(import);
}

static void facts_are_read_with_their_labels_and_without(void **state)
{
    struct scratch *s = *state;
    struct import *import =
        import_string("Rest\n\nWords.\n\nCall us: +1 212 736 5000\nEmail:\ndesk@a.org\n\n"
                      "https://a.org/\n\nOur address:\n12 Harbour Street\nSpringfield\n\n"
                      "Hours\nMon, Wed & Fri: 9:00 am – noon, 1pm to 5pm\nSat closed\n"
                      "© 2026 A\nName: A\n");
    g_autofree char *text =
        g_strconcat("name: A\n", strstr(import->clinic, "\ntelephone") + 1, NULL);
    g_autofree char *path = scratch_write(s, "clinic.yaml", text, -1);
    struct clinic *clinic = clinic_load(path, s->diag);
    assert_non_null(clinic);
    assert_string_equal(clinic->telephone.value, "+1 212 736 5000");
    assert_string_equal(clinic->email.value, "desk@a.org");
    assert_string_equal(clinic->url.value, "https://a.org/");
    assert_string_equal(clinic->address.street_address.value, "12 Harbour Street, Springfield");
    assert_int_equal(clinic->opening_hours.items->len, 2);
    const struct fact *first = clinic->opening_hours.items->pdata[0];
    assert_string_equal(first->value, "Mo,We,Fr 09:00-12:00,13:00-17:00");
    clinic_free(clinic);
    import_free(import);
}

static void doubtful_hours_are_text(void **state)
{
    (void)state;
    struct import *import = import_string("Rest\n\nHours: 1 to 5, by appointment\n");
    assert_body(import, "\nHours: 1 to 5, by appointment\n");
    import_free(import);
}

static void sentences_are_no_facts_and_no_leftovers(void **state)
{
    (void)state;
    struct import *import =
        import_string("Rest\n\nAddress: the cause first.\n\n"
                      "Please write into the first of the boxes your full\nName\n"
                      "here, behind the word that asks for it, and come\nHome\n"
                      "before ten.\n\n2019 - 2020\n");
    assert_int_equal(import->dropped->len, 0);
    assert_body(import, "\nAddress: the cause first.\n\n"
                        "Please write into the first of the boxes your full Name here, behind the "
                        "word that asks for it, and come Home before ten.\n\n"
                        "2019 - 2020\n");
    import_free(import);
}

static void short_lines_are_headings_when_text_follows(void **state)
{
    (void)state;
    struct import *import = import_string("A title\n\nSleep at night\n\nLong text\nruns on.\n\n"
                                          "One thing\n\nAnother thing\n\nA last line\n");
    assert_has(import->article, "title: \"A title\"\n");
    assert_body(import, "\n## Sleep at night\n\nLong text runs on.\n\nOne thing\n\n"
                        "Another thing\n\nA last line\n");
    import_free(import);
}

static void sentences_of_any_script_are_no_headings(void **state)
{
    (void)state;
    struct import *import = import_string("睡眠\n\n睡眠很重要。\n\n如何睡得更好？\n\n每天休息。\n\n"
                                          "नींद ज़रूरी है। सोइए\n\nसोइए\n");
    assert_has(import->article, "title: \"睡眠\"\n");
    assert_body(import,
                "\n睡眠很重要。\n\n## 如何睡得更好？\n\n每天休息。\n\nनींद ज़रूरी है। सोइए\n\nसोइए\n");
    import_free(import);
}

static void lists_are_lists(void **state)
{
    (void)state;
    struct import *import =
        import_string("T\n\nThe house has been open for all of you since the year\n"
                      "1998. Then we built the second one, which has been\n- not a list\n\n• one\n"
                      "and more\n• two\n\n1. a\n\n2. b\n\n1. c\n\n7. d\n\n12\n");
    assert_body(import,
                "\nThe house has been open for all of you since the year 1998. Then we built "
                "the second one, which has been - not a list\n\n- one and more\n- two\n\n"
                "1. a\n2. b\n\n1) c\n\n7\\. d\n\n12\n");
    import_free(import);
}

static void pages_say_what_is_what(void **state)
{
    (void)state;
    struct import *import =
        import_page("<!DOCTYPE html>\n<html lang=en-GB><head><title>Sleep | A</title>\n"
                    "<meta property='og:site_name' content='Clinic A'></head><body>\n"
                    "<nav>Home</nav><header><h1>Sleep <em>well</em></h1></header>\n"
                    "<!-- a note --><p>One<br>two &amp; &lt;b&gt;.</p><h2>Steps</h2>\n"
                    "<ol start=3><li>a<ul><li>b</ul><li>c</ol>\n"
                    "<table><thead><tr><th>Day<th>Time</thead> <tbody><tr> <td>Mo</td> <td>9 | "
                    "5</td> </tr></table>\n"
                    "<table><tr><td><p>Laid out</table><img src=a.png alt='A bed'>\n"
                    "<form><label>Email:</label></form><script>x()</script>\n"
                    "<footer>Call Us: 212 736 5000<p>A trade mark</footer>");
    assert_has(import->article, "title: \"Sleep well\"\nlang: en-GB\n");
    assert_body(import, "\nOne\\\ntwo & \\<b>.\n\n## Steps\n\n3. a\n   - b\n4. c\n\n"
                        "| Day | Time |\n|---|---|\n| Mo | 9 \\| 5 |\n\nLaid out\n");
    assert_has(import->clinic, "name: \"Clinic A\"\n");
    assert_has(import->clinic, "# From line 10: Call Us: 212 736 5000\ntelephone: ");
    assert_non_null(find_drop(import, 2, "Sleep | A"));
    assert_non_null(find_drop(import, 4, "Home"));
    assert_non_null(find_drop(import, 5, "a note"));
    assert_non_null(find_drop(import, 8, "[A bed] a.png"));
    assert_non_null(find_drop(import, 9, "Email:"));
    assert_non_null(find_drop(import, 9, "<script>"));
    assert_non_null(find_drop(import, 10, "A trade mark"));
    assert_int_equal(import->dropped->len, 7);
    import_free(import);
}

static void pages_in_older_encodings_are_read(void **state)
{
    (void)state;
    struct import *import = import_page("<meta charset=windows-1252><title>Caf\xe9</title>"
                                        "<p>\x93Na\xefve\x94 sleepers rest.</p>");
    assert_has(import->article, "title: \"Café\"\n");
    assert_body(import, "\n“Naïve” sleepers rest.\n");
    assert_int_equal(import->dropped->len, 0);
    import_free(import);
}

static void broken_encodings_stay_readable(void **state)
{
    (void)state;
    struct import *import = import_page("<meta charset=m><title>A</title><p>b &\xb9"
                                        "c d.</p>");
    assert_body(import, "\nb &\xef\xbf\xbd"
                        "c d.\n");
    import_free(import);
}

static void no_word_behind_a_broken_byte_is_lost(void **state)
{
    (void)state;
    struct import *import = import_page("<meta charset=gb18030><title>A</title><p>b \xff\xff"
                                        " c \xc4\xe3 d.</p>");
    assert_body(import, "\nb \xef\xbf\xbd\xef\xbf\xbd c 你 d.\n");
    assert_int_equal(import->changed->len, 1);
    import_free(import);
}

static void nothing_gives_nothing(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = scratch_write(s, "empty.txt", " \n\nCall Us:\n", -1);
    g_autofree char *page = scratch_write(s, "empty.html", "", -1);
    assert_null(import_load(text, s->diag));
    assert_null(import_load(page, s->diag));
    assert_null(import_load("nowhere.txt", s->diag));
    assert_said(s->diag, "empty.txt: error: ");
    assert_said(s->diag, "empty.html: error: ");
    assert_said(s->diag, "[file-read]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_clinics_page_gives_its_article),
        scratch_test(the_clinics_page_gives_its_facts),
        scratch_test(facts_are_read_with_their_labels_and_without),
        cmocka_unit_test(doubtful_hours_are_text),
        cmocka_unit_test(sentences_are_no_facts_and_no_leftovers),
        cmocka_unit_test(short_lines_are_headings_when_text_follows),
        cmocka_unit_test(sentences_of_any_script_are_no_headings),
        cmocka_unit_test(lists_are_lists),
        cmocka_unit_test(pages_say_what_is_what),
        cmocka_unit_test(pages_in_older_encodings_are_read),
        cmocka_unit_test(broken_encodings_stay_readable),
        cmocka_unit_test(no_word_behind_a_broken_byte_is_lost),
        scratch_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
