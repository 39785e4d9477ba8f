/* Long texts, which are set in pieces: their lines are those of one text. */
#include "text_sketch.h"

#define WIDTH 300.0

/* Sentences with a fact, an emphasis and a word of another direction each; owned by the caller. */
static char *sentences(unsigned count)
{
    GString *words = g_string_new(NULL);
    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(
            words, "Take %u mg with **much water** \u05d0\u05d1\u05d2 and then rest a while. ", i);
    return g_strchomp(g_string_free(words, FALSE));
}

static char *all_words(const GPtrArray *strips)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *line = line_words(strips, i);
        g_string_append(words, line);
    }
    return g_string_free(words, FALSE);
}

static char *without_marks(const char *markdown)
{
    g_auto(GStrv) parts = g_strsplit(markdown, "**", -1);
    return g_strjoinv("", parts);
}

static void assert_lines_fit(const GPtrArray *strips)
{
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *line = line_words(strips, i);
        double blank = g_str_has_suffix(line, " ") ? 10 : 0.1;
        assert_true(text_line_end(strips->pdata[i]) <= WIDTH + blank);
    }
}

static void no_word_is_lost_and_lines_fit(void **state)
{
    struct desk desk;
    g_autofree char *body = sentences(1000), *words = without_marks(body);
    lay(&desk, *state, "lang: en\n", body);
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, WIDTH);
    g_autofree char *found = all_words(strips);
    assert_string_equal(found, words);
    assert_true(strlen(words) > 50000);
    assert_lines_fit(strips);
    assert_false(desk.setter.failed);
    desk_clear(&desk);
}

/* As wide as no number of Pango's can say. */
static void letters_that_are_shaped_as_one_fit_their_lines(void **state)
{
    struct desk desk;
    GString *words = g_string_new("w");
    while (words->len < 350000)
        g_string_append(words, " w");
    lay(&desk, *state, "lang: en\n", words->str);
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, WIDTH);
    assert_lines_fit(strips);
    g_string_free(words, TRUE);
    desk_clear(&desk);
}

/* Wherever a piece ends, the blank there makes no line too wide. */
static void blanks_where_pieces_end_are_none_of_a_line(void **state)
{
    struct desk desk;
    GString *words = g_string_new("a");
    while (words->len < 13000)
        g_string_append(words, " a");
    lay(&desk, *state, "lang: en\n", words->str);
    for (double width = 170; width < 420; width += 3)
        g_ptr_array_unref(set(&desk, TEXT_BODY, width));
    assert_false(desk.setter.failed);
    g_string_free(words, TRUE);
    desk_clear(&desk);
}

/* As long as two pieces, and as what is still set at once. */
static void lines_end_as_those_of_one_text(void **state)
{
    struct desk pieces, one;
    g_autofree char *body = sentences(1000), *start = sentences(180);
    lay(&pieces, *state, "lang: en\n", body);
    lay(&one, *state, "lang: en\n", start);
    g_autoptr(GPtrArray) found = set(&pieces, TEXT_FACT, WIDTH);
    g_autoptr(GPtrArray) wanted = set(&one, TEXT_FACT, WIDTH);
    for (guint i = 0; i + 2 < wanted->len; i++) {
        g_autofree char *line = line_words(found, i), *other = line_words(wanted, i);
        assert_string_equal(line, other);
    }
    desk_clear(&pieces);
    desk_clear(&one);
}

static void assert_lines_read(struct desk *desk, bool rtl)
{
    g_autoptr(GPtrArray) strips = set(desk, TEXT_BODY, WIDTH);
    assert_true(strips->len > 300);
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        assert_int_equal(g_array_index(strip->lines, struct line, 0).rtl, rtl);
    }
}

/* Some lines begin with a word that reads the other way. */
static void all_lines_read_as_the_first(void **state)
{
    struct desk desk;
    g_autofree char *body = sentences(400), *latin = without_marks(body);
    g_autofree char *hebrew = g_strconcat("\u05d0\u05d1\u05d2 ", latin, NULL);
    lay(&desk, *state, "lang: en\n", body);
    assert_lines_read(&desk, false);
    desk_clear(&desk);
    lay(&desk, *state, "lang: en\n", hebrew);
    assert_lines_read(&desk, true);
    desk_clear(&desk);
    lay(&desk, *state, "lang: he\n", body);
    assert_lines_read(&desk, true);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(no_word_is_lost_and_lines_fit),
        scratch_test(letters_that_are_shaped_as_one_fit_their_lines),
        scratch_test(blanks_where_pieces_end_are_none_of_a_line),
        scratch_test(lines_end_as_those_of_one_text),
        scratch_test(all_lines_read_as_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
