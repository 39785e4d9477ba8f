/*
 * What is said about a slide: its words, put together where lines were broken, and how long it
 * stays.
 */
#include "player/slide.h"

#include "desk.h"

#include "player/slide_lines.h"

/* The article `body` as screens; the desk's own setter is not needed. */
static struct layout *lay_screens(struct desk *desk, struct scratch *s, const char *front,
                                  const char *body)
{
    desk_compose(desk, s, front, body, plain_clinic, MEDIUM_SCREEN);
    desk_set_up(desk);
    struct layout_job job = {.product = "screen",
                             .profile = &profile_screen,
                             .document = desk->document,
                             .style = desk->style,
                             .fonts = desk->fonts,
                             .diag = desk->diag};
    struct layout *layout = screen_lay_out(&job);
    assert_non_null(layout);
    return layout;
}

/* The screen after the one of the title. */
static struct slide *body_slide(const struct desk *desk, const struct layout *layout)
{
    g_autoptr(GBytes) png = g_bytes_new_static("", 0);
    struct slide_source source = {.document = desk->document,
                                  .layout = layout,
                                  .page = layout->pages->pdata[1],
                                  .article = "a",
                                  .png = png,
                                  .width_px = 1920};
    return slide_new(&source, desk->style);
}

static void assert_alt(struct scratch *s, const char *front, const char *body, const char *alt,
                       unsigned words, unsigned lines)
{
    struct desk desk;
    struct layout *layout = lay_screens(&desk, s, front, body);
    struct slide *slide = body_slide(&desk, layout);
    assert_string_equal(slide->alt, alt);
    assert_int_equal(slide->words, words);
    assert_int_equal(slide->lines, lines);
    slide_free(slide);
    layout_free(layout);
    desk_clear(&desk);
}

static void assert_dwell(struct scratch *s, double pace, const char *body, unsigned words,
                         unsigned seconds)
{
    struct desk desk;
    struct layout *layout = lay_screens(&desk, s, "", body);
    desk.style->screen.pace_wpm = pace;
    struct slide *slide = body_slide(&desk, layout);
    assert_int_equal(slide->words, words);
    assert_int_equal(slide->dwell_s, seconds);
    slide_free(slide);
    layout_free(layout);
    desk_clear(&desk);
}

/* Two seconds to find the screen, then the words at the pace. (lobby-standards 4.4) */
static void time_follows_the_words(void **state)
{
    static const char words[] = "a a a a a a a a a a a a a a";
    struct scratch *s = *state;
    assert_dwell(s, 90, words, 15, 12); /* the title above them is one */
    assert_dwell(s, 60, words, 15, 17);
    assert_dwell(s, 90, "one two three", 4, 10);
}

static void broken_addresses_are_put_together(void **state)
{
    struct scratch *s = *state;
    assert_alt(s, "", "Write to frontdesk@hillside-neurology-and-sleep-clinic.example",
               "T Write to frontdesk@hillside-neurology-and-sleep-clinic.example", 4, 4);
    assert_alt(s, "", "See https://hillside-clinic.example/what-to-expect-on-the-day-of-the-test",
               "T See hillside-clinic.example/what-to-expect-on-the-day-of-the-test", 3, 3);
}

static void words_without_blanks_stay_without(void **state)
{
    struct scratch *s = *state;
    assert_alt(s, "title: 治疗\nlang: zh\n",
               "每天喝水，每晚在同一时间睡觉。每天喝水，每晚在同一时间睡觉。",
               "治疗 每天喝水，每晚在同一时间睡觉。每天喝水，每晚在同一时间睡觉。", 15, 4);
}

static void words_of_lines_and_cells_are_parted(void **state)
{
    struct scratch *s = *state;
    assert_alt(s, "", "1. Sleep well\n2. Drink water", "T 1. Sleep well 2. Drink water", 7, 3);
    assert_alt(s, "", "|Day|Time|\n|-|-|\n|Mon|9 am|\n", "T Day: Mon Time: 9 am", 6, 3);
}

static void the_number_of_an_item_is_part_of_it(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    struct layout *layout = lay_screens(&desk, s, "", "1. Sleep\n2. Drink");
    const struct page *page = layout->pages->pdata[1];
    g_autoptr(GPtrArray) lines = slide_lines(page);
    const struct slide_line *number = lines->pdata[1], *words = lines->pdata[2];
    const struct slide_line *next = lines->pdata[3];
    g_autofree char *first = slide_line_words(page, number),
                    *second = slide_line_words(page, words);
    assert_int_equal(lines->len, 5);
    assert_string_equal(first, "1.");
    assert_string_equal(second, "Sleep");
    assert_string_equal(slide_line_tag(words), "li");
    assert_int_equal(words->block->role, ROLE_LI);
    assert_true(number->block == words->block && next->block != words->block);
    layout_free(layout);
    desk_clear(&desk);
}

#define SLIDE_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SLIDE_TEST(time_follows_the_words),
        SLIDE_TEST(broken_addresses_are_put_together),
        SLIDE_TEST(words_without_blanks_stay_without),
        SLIDE_TEST(words_of_lines_and_cells_are_parted),
        SLIDE_TEST(the_number_of_an_item_is_part_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
