/* Ranges within which no line ends, whatever signs stand there. */
#include "text_sketch.h"

#include "layout/whole.h"

#include <string.h>

enum { NARROW = 1 }; /* [Pango units] each place that is offered ends a line */

static PangoLayout *narrow_layout(struct desk *desk, const char *text)
{
    PangoLayout *layout = pango_layout_new(desk->setter.context);
    pango_layout_set_width(layout, NARROW);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

static void keep(PangoLayout *layout, size_t start, size_t end)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range range = {start, end};
    g_array_append_val(ranges, range);
    whole_keep(layout, ranges);
}

static void no_sign_ends_a_line_within(void **state)
{
    static const char *const signs[] = {" ", "-", "\u2010", "\u2012", "\u2013", "\u200B", "\u1361"};
    struct desk desk;
    lay(&desk, *state, "", "Words.");
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        g_autofree char *text = g_strdup_printf("take a%sb of it", signs[i]);
        g_autoptr(PangoLayout) layout = narrow_layout(&desk, text);
        assert_int_equal(pango_layout_get_line_count(layout), 5);
        keep(layout, strlen("take "), strlen(text) - strlen(" of it"));
        assert_int_equal(pango_layout_get_line_count(layout), 4);
    }
    desk_clear(&desk);
}

static void lines_end_at_its_edges(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "Words.");
    g_autoptr(PangoLayout) layout = narrow_layout(&desk, "one two three four");
    keep(layout, strlen("one "), strlen("one two three "));
    assert_int_equal(pango_layout_get_line_count(layout), 3);
    pango_layout_set_width(layout, 2 * NARROW);
    assert_int_equal(pango_layout_get_line_count(layout), 3);
    desk_clear(&desk);
}

/* Where words may be parted between any letters, too. */
static void no_letters_are_parted_within(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "Words.");
    g_autoptr(PangoLayout) layout = narrow_layout(&desk, "ab cd");
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    assert_int_equal(pango_layout_get_line_count(layout), 5);
    keep(layout, 0, strlen("ab cd"));
    assert_int_equal(pango_layout_get_line_count(layout), 1);
    desk_clear(&desk);
}

static void what_was_kept_can_be_undone(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "Words.");
    g_autoptr(PangoLayout) layout = narrow_layout(&desk, "one two three four");
    g_autofree PangoLogAttr *before = whole_places(layout);
    keep(layout, 0, strlen("one two three four"));
    assert_int_equal(pango_layout_get_line_count(layout), 1);
    whole_undo(layout, before);
    assert_int_equal(pango_layout_get_line_count(layout), 4);
    desk_clear(&desk);
}

static bool has_line_with(const GPtrArray *strips, const char *fact)
{
    bool found = false;
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *words = line_words(strips, i);
        found |= strstr(words, fact) != NULL;
    }
    return found;
}

/* A text is shaped once for all its columns; between two of them another one may have asked for
 * more fonts. */
static void facts_are_whole_in_each_column(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "Please call us at +1 (555) 010-0199 when it is convenient for you.");
    for (double width = 150; width < 300; width += 10) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        assert_true(has_line_with(strips, "+1 (555) 010-0199"));
        if (width == 200)
            width_of(&desk, "العربية");
    }
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(no_sign_ends_a_line_within),     scratch_test(lines_end_at_its_edges),
        scratch_test(no_letters_are_parted_within),   scratch_test(what_was_kept_can_be_undone),
        scratch_test(facts_are_whole_in_each_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
