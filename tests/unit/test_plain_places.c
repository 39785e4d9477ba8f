/* Lines of plain words may end where Pango lets them end. */
#include "scratch.h"

#include "layout/plain_places.h"

static void assert_as_pango(struct vocabulary *vocabulary, const char *text)
{
    int length = (int)strlen(text), n = (int)g_utf8_strlen(text, -1);
    g_autofree PangoLogAttr *own = plain_places(vocabulary, text, length, n);
    g_autofree PangoLogAttr *pangos = g_new0(PangoLogAttr, n + 1);
    pango_default_break(text, length, NULL, pangos, n + 1);
    for (int i = 0; i <= n; i++)
        if (own[i].is_line_break != pangos[i].is_line_break ||
            own[i].is_mandatory_break != pangos[i].is_mandatory_break ||
            own[i].is_white != pangos[i].is_white)
            fail_msg("before character %d of '%s'", i, text);
}

static void lines_end_where_pango_has_it(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "One, two; three.",
        "a",
        " ",
        "  a  b ",
        "A 5-year-old (or so) “said” it – in 1.5 hours — e.g. at 11:30!",
        "K.9 1.a e.g.5 a.b a,1",
        "“Are” (you) “ (sure) ( of ) that” – or / not?",
        "l’été, «oui» ¿qué? 20 % 20% $ 5 $5 - 5 -5 +5",
        "https://a.example/b-c?d=e and desk@clinic.example",
        "a\u00A0b \u00A0 c … and so on…",
    };
    struct vocabulary *vocabulary = vocabulary_new();
    for (int round = 0; round < 2; round++) /* as found out, and as known */
        for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
            assert_as_pango(vocabulary, texts[i]);
    vocabulary_free(vocabulary);
}

/* Words, signs that hold on to others, and what few texts have. */
static void append_any(GRand *rand, GString *text)
{
    static const char *const words[] = {
        "word", "a", "Bee",  "don’t", "“foo”", "(b)", "1.5",  "5-year", "e.g.", "—",  "–",
        "/",    "é", "«x»",  "\"q\"", "well;", "no!", "3:15", "x/y",    "a)",   "…",  "•",
        "20%",  "#", "well", "(“",    "”)",    "a!b", "‘n’",  "\u00A0", "$5",   "°C", "…"};
    int kind = g_rand_int_range(rand, 0, 8);
    if (kind < 5)
        g_string_append(text, words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))]);
    else if (kind == 5)
        g_string_append_c(text, (char)g_rand_int_range(rand, '!', '~' + 1));
    else if (kind == 6)
        g_string_append_unichar(text, (gunichar)g_rand_int_range(rand, 0xAF, 0x250));
    else
        g_string_append_unichar(text, (gunichar)g_rand_int_range(rand, 0x2010, 0x2016));
    if (g_rand_boolean(rand))
        g_string_append_c(text, ' ');
}

static void lines_of_any_words_end_where_pango_has_it(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    GRand *rand = g_rand_new_with_seed(14);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 30000; i++) {
        g_string_truncate(text, 0);
        for (int n = g_rand_int_range(rand, 1, 12); n > 0; n--)
            append_any(rand, text);
        assert_as_pango(vocabulary, text->str);
    }
    g_rand_free(rand);
    vocabulary_free(vocabulary);
}

/* Longer than what is remembered. */
static void long_words_end_where_pango_has_it(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    g_autoptr(GString) text = g_string_new("see ");
    for (int i = 0; i < 200; i++)
        g_string_append(text, "a/b-");
    g_string_append(text, " there");
    assert_as_pango(vocabulary, text->str);
    vocabulary_free(vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_where_pango_has_it),
        cmocka_unit_test(lines_of_any_words_end_where_pango_has_it),
        cmocka_unit_test(long_words_end_where_pango_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
