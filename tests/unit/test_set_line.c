/* Lines: what the typesetter knew of each, above all how it ended. */
#include "text_sketch.h"

#include <math.h>

static const struct line *line_at(const GPtrArray *strips, guint index)
{
    const struct strip *strip = strips->pdata[index];
    assert_int_equal(strip->lines->len, 1);
    return &g_array_index(strip->lines, struct line, 0);
}

/* The words put together again by how their lines ended. */
static char *joined(const GPtrArray *strips)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        g_autofree char *line = line_words(strips, i);
        g_string_append(words, g_strchomp(line));
        assert_int_equal(line_at(strips, i)->end == LINE_END_TEXT, i + 1 == strips->len);
        enum line_end end = line_at(strips, i)->end;
        if (end == LINE_END_BLANK || end == LINE_END_NEW)
            g_string_append_c(words, ' ');
    }
    return g_string_free(words, FALSE);
}

static void lines_know_how_they_ended(void **state)
{
    struct scratch *s = *state;
    static const char *const texts[] = {
        "Many people feel better after some weeks.",
        "Write to frontdesk@hillside-clinic.example soon.",
        "See https://hillside-clinic.example/what/to/expect now.",
        "A well-known, long-standing, ten-week treatment.",
        "incomprehensibilities",
        "การรักษาด้วยคลื่นแม่เหล็ก",
        "治疗可以帮助许多人。",
        "اكتب إلى frontdesk@hillside-clinic.example الآن",
    };
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        struct desk desk;
        lay(&desk, s, "", texts[t]);
        for (double width = 60; width < 400; width += 11) {
            g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
            g_autofree char *words = joined(strips);
            assert_string_equal(words, texts[t]);
        }
        desk_clear(&desk);
    }
}

static void a_blank_parts_lines_that_the_author_broke(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "one\\\ntwo-\\\nthree\n");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 600);
    g_autofree char *words = joined(strips);
    assert_string_equal(words, "one two- three");
    desk_clear(&desk);
}

/* Without the blank at the end, which the first line would be wider by. */
static void lines_know_their_ink(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "one\\\ntwo **three**");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 600);
    assert_true(fabs(line_at(strips, 0)->width - width_of(&desk, "one")) < 0.01);
    assert_true(line_at(strips, 0)->x == 0);
    const struct line *second = line_at(strips, 1);
    assert_true(fabs(second->x + second->width - text_line_end(strips->pdata[1])) < 1e-6);
    assert_int_equal(second->first, 0);
    assert_int_equal(second->last, 1);
    assert_true(second->size == desk.setter.body);
    assert_true(second->baseline == item_at(strips, 1, 0)->as.run.baseline);
    desk_clear(&desk);
}

static void lines_belong_to_blocks(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "[A link](https://c.example) and `code`");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 600);
    assert_int_equal(item_at(strips, 0, 0)->element->role, ROLE_LINK);
    assert_int_equal(line_at(strips, 0)->element->role, ROLE_P);
    assert_null(line_at(strips, 0)->lang);
    struct element *block = item_at(strips, 0, 0)->element->parent;
    block->lang = g_strdup("es");
    g_autoptr(GPtrArray) spanish = set(&desk, TEXT_BODY, 600);
    assert_string_equal(line_at(spanish, 0)->lang, "es");
    desk_clear(&desk);
}

/* A number reads from left to right, whatever the text about it does. */
static void lines_know_which_way_their_text_reads(void **state)
{
    struct scratch *s = *state;
    static const struct {
        const char *front, *words;
        bool rtl;
    } texts[] = {{"", "one 1", false},
                 {"title: عربي\nlang: ar\n", "1 نص", true},
                 {"title: عربي\nlang: ar\n", "09:00-17:00", true},
                 {"title: عربي\nlang: ar\n", "English words", false},
                 {"", "هذا نص", true}};
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        struct desk desk;
        lay(&desk, s, texts[t].front, texts[t].words);
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
        assert_int_equal(line_at(strips, 0)->rtl, texts[t].rtl);
        desk_clear(&desk);
    }
}

/* The blank before a hard break stands at the side where the words before it end. */
static void no_line_is_moved_in_by_its_blank(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "title: عربي\nlang: ar\n", "عنوان **x**");
    struct span *address = body_spans(&desk)->pdata[1];
    g_free(address->text);
    address->text = g_strdup("12 Main St \u2028Suite 210 \u2028Springfield");
    for (int isolated = 0; isolated < 2; isolated++) {
        address->isolated = isolated;
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
        assert_int_equal(strips->len, 3);
        for (guint i = 0; i < strips->len; i++) {
            const struct line *line = line_at(strips, i);
            assert_true(fabs(line->x + line->width - 300) < 0.2);
        }
    }
    desk_clear(&desk);
}

/* Two letters are too few to find it again from their distance. */
static void lines_know_their_tracking(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "of");
    desk.setter.tracking = 0.07;
    g_autoptr(GPtrArray) latin = set(&desk, TEXT_BODY, 300);
    assert_true(line_at(latin, 0)->tracking == 0.07);
    desk_clear(&desk);
    lay(&desk, s, "", "هذا نص");
    desk.setter.tracking = 0.07;
    g_autoptr(GPtrArray) arabic = set(&desk, TEXT_BODY, 300);
    assert_true(line_at(arabic, 0)->tracking == 0); /* its letters join */
    desk_clear(&desk);
}

static void a_line_without_glyphs_is_none(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "", "one");
    struct span *span = body_spans(&desk)->pdata[0];
    g_free(span->text);
    span->text = g_strdup("one\u2028\u2028two\u2028");
    g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, 300);
    assert_int_equal(((const struct strip *)strips->pdata[1])->lines->len, 0);
    assert_int_equal(line_at(strips, 0)->end, LINE_END_NEW);
    assert_int_equal(line_at(strips, 2)->end, LINE_END_TEXT);
    desk_clear(&desk);
}

/* Pango would end lines behind the signs that open them, and count the blank before. */
static void lines_end_before_isolates(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s, "",
        "A, <span lang=\"ko\" dir=\"ltr\">한국어</span>, "
        "<span lang=\"ja\" dir=\"ltr\">日本語</span>, "
        "<span lang=\"ko\" dir=\"ltr\">한국어</span>.");
    for (double width = 70; width < 300; width++) {
        g_autoptr(GPtrArray) strips = set(&desk, TEXT_BODY, width);
        assert_true(strips->len > 0);
    }
    assert_false(desk.setter.failed);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(lines_end_before_isolates),
        scratch_test(lines_know_how_they_ended),
        scratch_test(a_blank_parts_lines_that_the_author_broke),
        scratch_test(lines_know_their_ink),
        scratch_test(lines_belong_to_blocks),
        scratch_test(lines_know_which_way_their_text_reads),
        scratch_test(no_line_is_moved_in_by_its_blank),
        scratch_test(lines_know_their_tracking),
        scratch_test(a_line_without_glyphs_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
