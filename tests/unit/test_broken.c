/* What is known of texts from desk to desk: it is what would be set anew, and no more than may be.
 */
#include "text_sketch.h"

#include "layout/broken.h"

#include <string.h>

static struct span words_of(const char *text)
{
    return (struct span){.text = (char *)text};
}

static GPtrArray *one_span(struct span *span)
{
    GPtrArray *spans = g_ptr_array_new();
    g_ptr_array_add(spans, span);
    return spans;
}

/* Closes the desk, and opens another with the same fonts. */
static void open_next(struct desk *desk)
{
    setter_clear(&desk->setter);
    desk_open(desk);
}

static GPtrArray *set_words(struct desk *desk, const char *text, double width)
{
    struct span span = words_of(text);
    g_autoptr(GPtrArray) spans = one_span(&span);
    return text_set(&desk->setter, spans, TEXT_BODY, width, ALIGN_START);
}

static void assert_same_run(const struct run *one, const struct run *other)
{
    assert_string_equal(one->text, other->text);
    assert_ptr_equal(one->face, other->face);
    assert_int_equal(one->n_glyphs, other->n_glyphs);
    assert_memory_equal(one->glyphs, other->glyphs, one->n_glyphs * sizeof *one->glyphs);
    assert_true(one->x == other->x && one->baseline == other->baseline);
    assert_true(one->width == other->width && one->size == other->size);
    assert_true(color_equal(one->color, other->color));
}

static void assert_same(const GPtrArray *one, const GPtrArray *other)
{
    assert_int_equal(one->len, other->len);
    for (guint i = 0; i < one->len; i++) {
        const struct strip *a = one->pdata[i], *b = other->pdata[i];
        assert_true(a->height == b->height && a->keep == b->keep);
        assert_int_equal(a->items->len, b->items->len);
        assert_memory_equal(a->lines->data, b->lines->data, a->lines->len * sizeof(struct line));
        for (guint n = 0; n < a->items->len; n++)
            if (item_at(one, i, n)->kind == ITEM_RUN)
                assert_same_run(&item_at(one, i, n)->as.run, &item_at(other, i, n)->as.run);
    }
}

/* The letters of the first run, which are the same where the text was known. */
static const struct glyph *letters_of(const GPtrArray *strips)
{
    return item_at(strips, 0, 0)->as.run.glyphs;
}

/* Others are in fonts that have seen no text yet. */
static void known_texts_are_set_as_others_are(void **state)
{
    static const char *const texts[] = {
        "Call us, whatever the matter is: 0191 498 0000, from Monday to Friday.",
        "Two lines,\u2028of which the second is longer than the first.",
        "Pneumonoultramicroscopicsilicovolcanoconiosis is rare.",
        "Lisätietoja saat hoitajalta; العيادة مفتوحة",
        "一日三次，每次一片，饭后服用。",
    };
    struct desk desk, fresh;
    lay(&desk, *state, "", "One.\n");
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (double width = 90; width < 400; width += 60) {
            for (int times = 0; times < 4; times++, open_next(&desk))
                g_ptr_array_unref(set_words(&desk, texts[i], width));
            lay(&fresh, *state, "", "One.\n");
            fonts_widen(fresh.fonts);
            g_autoptr(GPtrArray) known = set_words(&desk, texts[i], width);
            g_autoptr(GPtrArray) anew = set_words(&fresh, texts[i], width);
            assert_int_equal(known->len, anew->len);
            for (guint n = 0; n < known->len; n++) {
                g_autofree char *one = line_words(known, n), *other = line_words(anew, n);
                assert_string_equal(one, other);
                assert_true(text_line_end(known->pdata[n]) == text_line_end(anew->pdata[n]));
            }
            desk_clear(&fresh);
        }
    desk_clear(&desk);
}

static void texts_are_known_from_the_second_desk_on(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    g_autoptr(GPtrArray) first = set_words(&desk, "Words of the clinic.", 300);
    g_autoptr(GPtrArray) again = set_words(&desk, "Words of the clinic.", 300);
    assert_ptr_equal(letters_of(first), letters_of(again));
    open_next(&desk);
    g_autoptr(GPtrArray) second = set_words(&desk, "Words of the clinic.", 300);
    assert_ptr_not_equal(letters_of(first), letters_of(second));
    open_next(&desk);
    g_autoptr(GPtrArray) third = set_words(&desk, "Words of the clinic.", 300);
    g_autoptr(GPtrArray) narrow = set_words(&desk, "Words of the clinic.", 80);
    assert_ptr_equal(letters_of(second), letters_of(third));
    assert_same(first, third);
    assert_true(narrow->len > 1);
    desk_clear(&desk);
}

static void no_more_is_kept_than_may_be(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    for (int times = 0; times < 2; times++, open_next(&desk))
        for (int i = 0; i < 1200; i++) {
            g_autofree char *text = g_strdup_printf("The words of a clinic that has many, %d.", i);
            for (double width = 300; width < 302; width++)
                g_ptr_array_unref(set_words(&desk, text, width));
        }
    g_autoptr(GPtrArray) before = set_words(&desk, "The words of a clinic that has many, 0.", 300);
    open_next(&desk);
    g_autoptr(GPtrArray) behind = set_words(&desk, "The words of a clinic that has many, 0.", 300);
    assert_ptr_equal(letters_of(before), letters_of(behind)); /* it is met for the third time */
    for (int times = 0; times < 2; times++, open_next(&desk))
        for (int i = 0; i < 1200; i++) {
            g_autofree char *text = g_strdup_printf("Other words of a clinic with many, %d.", i);
            for (double width = 300; width < 302; width++)
                g_ptr_array_unref(set_words(&desk, text, width));
        }
    g_autoptr(GPtrArray) last = set_words(&desk, "The words of a clinic that has many, 0.", 300);
    assert_ptr_not_equal(letters_of(before), letters_of(last));
    desk_clear(&desk);
}

/* The letters of the first of so many texts of sixty bytes, which are set one after the other. */
static const struct glyph *set_many(struct desk *desk, int texts)
{
    const struct glyph *letters = NULL;
    for (int i = 0; i < texts; i++) {
        g_autofree char *text = g_strdup_printf("Text %05d of those that a long article consists "
                                                "of here.",
                                                i);
        g_autoptr(GPtrArray) strips = set_words(desk, text, 300);
        letters = i == 0 ? letters_of(strips) : letters;
    }
    return letters;
}

static void texts_of_long_articles_are_known_as_long_as_there_is_room(void **state)
{
    enum { LONG = 10000, BEYOND = 40000 };
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    g_autoptr(GPtrArray) first = set_words(&desk,
                                           "Text 00000 of those that a long article "
                                           "consists of here.",
                                           300);
    assert_ptr_equal(set_many(&desk, LONG), letters_of(first));
    assert_ptr_equal(set_many(&desk, BEYOND), letters_of(first));
    g_autoptr(GPtrArray) once = set_words(&desk, "For this there is no room any more.", 300);
    g_autoptr(GPtrArray) again = set_words(&desk, "For this there is no room any more.", 300);
    assert_ptr_not_equal(letters_of(once), letters_of(again));
    desk_clear(&desk);
}

static void a_text_is_known_in_the_columns_that_it_was_in_last(void **state)
{
    enum { KNOWN = 16 };
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    g_autoptr(GPtrArray) first = set_words(&desk, "Words of the clinic.", 300);
    for (int i = 1; i < KNOWN; i++)
        g_ptr_array_unref(set_words(&desk, "Words of the clinic.", 300 + i));
    g_autoptr(GPtrArray) known = set_words(&desk, "Words of the clinic.", 300);
    assert_ptr_equal(letters_of(first), letters_of(known));
    g_autoptr(GPtrArray) last = set_words(&desk, "Words of the clinic.", 300 + KNOWN);
    g_autoptr(GPtrArray) again = set_words(&desk, "Words of the clinic.", 300 + KNOWN);
    g_autoptr(GPtrArray) anew = set_words(&desk, "Words of the clinic.", 300);
    assert_ptr_equal(letters_of(last), letters_of(again));
    assert_ptr_not_equal(letters_of(first), letters_of(anew));
    desk_clear(&desk);
}

static void a_text_has_the_elements_and_places_of_those_who_set_it(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "Some [words](https://example.org) here.\n");
    const GPtrArray *spans = body_spans(&desk);
    g_ptr_array_unref(set(&desk, TEXT_BODY, 300));
    struct span others[8];
    struct element *element = (struct element *)((const struct span *)spans->pdata[0])->element;
    g_autoptr(GPtrArray) plain = g_ptr_array_new();
    assert_in_range(spans->len, 3, G_N_ELEMENTS(others));
    for (guint i = 0; i < spans->len; i++) {
        others[i] = *(const struct span *)spans->pdata[i];
        others[i].element = element;
        others[i].pos.line = 77;
        g_ptr_array_add(plain, &others[i]);
    }
    g_autoptr(GPtrArray) linked = text_set(&desk.setter, spans, TEXT_BODY, 300, ALIGN_START);
    g_autoptr(GPtrArray) strips = text_set(&desk.setter, plain, TEXT_BODY, 300, ALIGN_START);
    assert_ptr_equal(letters_of(linked), letters_of(strips));
    assert_int_equal(((const struct strip *)strips->pdata[0])->pos.line, 77);
    assert_int_equal(((const struct strip *)strips->pdata[0])->items->len, spans->len);
    for (guint i = 0; i < spans->len; i++) {
        assert_ptr_equal(item_at(strips, 0, i)->element, element);
        assert_true(
            color_equal(item_at(strips, 0, i)->as.run.color, item_at(strips, 0, 0)->as.run.color));
    }
    desk_clear(&desk);
}

static void what_is_to_be_said_is_said_each_time(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    for (unsigned times = 1; times < 5; times++, open_next(&desk)) {
        g_ptr_array_unref(set_words(&desk, "A sign, \U000F0000, without a face.", 300));
        assert_true(desk.setter.failed);
        g_ptr_array_unref(set_words(&desk, "Donaudampfschifffahrtsgesellschaft", 60));
        assert_non_null(desk.setter.parted);
    }
    desk_clear(&desk);
}

/* Each of these changes the lines, or may. */
static void other_ways_make_other_texts(void **state)
{
    struct desk desk;
    lay(&desk, *state, "", "One.\n");
    struct setter *setter = &desk.setter;
    struct span span = words_of("Words");
    g_autoptr(GPtrArray) spans = one_span(&span);
    g_autoptr(GHashTable) found = g_hash_table_new(NULL, NULL);
    struct profile own = profile_standard;
    setter->profile = &own;
    guint ways = 0;
#define MEET(change, undo)                                                                         \
    change;                                                                                        \
    g_hash_table_add(found, broken_known(setter, spans, TEXT_BODY, false, false));                 \
    ways++;                                                                                        \
    undo
    MEET(, );
    MEET(setter->tracking = 0.1, setter->tracking = 0);
    MEET(setter->parting = PARTING_NONE, setter->parting = PARTING_ANYWHERE);
    MEET(setter->leave_references = true, setter->leave_references = false);
    MEET(setter->gaps = fonts_gaps(desk.fonts), setter->gaps = NULL);
    MEET(desk.document->rtl = true, desk.document->rtl = false);
    MEET(own.looks[TEXT_BODY].bold = true, own.looks[TEXT_BODY].bold = false);
    MEET(own.script_ratio *= 2, own.script_ratio /= 2);
    MEET(own.breaking[TEXT_BODY]++, own.breaking[TEXT_BODY]--);
    MEET(span.strong = true, span.strong = false);
    MEET(span.code = true, span.code = false);
    MEET(span.small = true, span.small = false);
    MEET(span.whole = true, span.whole = false);
    MEET(span.isolated = true, span.isolated = false);
    MEET(span.raise = 1, span.raise = -1);
    MEET(, span.raise = 0);
    MEET(g_ptr_array_add(spans, &span), g_ptr_array_set_size(spans, 1));
    labels_free(desk.labels);
    desk.labels = labels_load("content/labels", "en", (struct pos){0}, desk.diag);
    desk.document->labels = desk.labels;
    MEET(, );
    g_hash_table_add(found, broken_known(setter, spans, TEXT_ITEM, false, false));
    g_hash_table_add(found, broken_known(setter, spans, TEXT_BODY, true, false));
    g_hash_table_add(found, broken_known(setter, spans, TEXT_BODY, false, true));
    assert_int_equal(g_hash_table_size(found), ways + 3);
    assert_false(g_hash_table_contains(found, NULL));
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(known_texts_are_set_as_others_are, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(texts_are_known_from_the_second_desk_on, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(no_more_is_kept_than_may_be, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(texts_of_long_articles_are_known_as_long_as_there_is_room,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_text_is_known_in_the_columns_that_it_was_in_last,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_text_has_the_elements_and_places_of_those_who_set_it,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(what_is_to_be_said_is_said_each_time, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(other_ways_make_other_texts, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
