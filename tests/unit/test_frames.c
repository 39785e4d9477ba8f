/* Frames: how a chain of them is filled, what may be parted, the line to cut along. */
#include "desk.h"
#include "strip_sketch.h"

#include "layout/frames.h"

/* Pages of one frame each, made when they are asked for. */
struct booklet {
    struct layout *layout;
    guint opened;
};

static struct frame open_page(void *product, guint index)
{
    struct booklet *booklet = product;
    assert_int_equal(index, booklet->opened++);
    struct page *page = layout_add_page(booklet->layout, 100, 100);
    return (struct frame){.page = page, .area = {10 + index, 20, 80, 35}};
}

/* The ends of a plan: "3 5". */
static char *plan(const struct chain *chain, const GPtrArray *strips)
{
    g_autoptr(GArray) ends = frames_plan(chain, strips);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < ends->len; i++) {
        assert_int_equal(frames_start(ends, i), i > 0 ? g_array_index(ends, guint, i - 1) : 0);
        g_string_append_printf(found, i > 0 ? " %u" : "%u", g_array_index(ends, guint, i));
    }
    assert_int_equal(frames_end(ends),
                     ends->len > 0 ? g_array_index(ends, guint, ends->len - 1) : 0);
    return g_string_free(found, FALSE);
}

static void assert_plan(const char *picture, guint most, const char *wanted)
{
    struct chain chain = {.height = 35, .most = most};
    g_autoptr(GPtrArray) strips = strips_like(picture);
    g_autofree char *found = plan(&chain, strips);
    assert_string_equal(found, wanted);
}

static void frames_are_filled_one_after_the_other(void **state)
{
    (void)state;
    assert_plan(".......", G_MAXUINT, "3 6 7");
    assert_plan("..k....", G_MAXUINT, "2 5 7");
    assert_plan("", G_MAXUINT, "");
}

static void a_chain_may_end_before_its_strips(void **state)
{
    (void)state;
    assert_plan(".......", 2, "3 6");
    assert_plan(".......", 0, "");
    assert_plan(".wwww..", G_MAXUINT, "1"); /* fits no frame */
}

/* As a handout asks for it: pairs are parted, and white space gives way, for a full frame alone. */
static void a_frame_takes_more_before_it_stays_half_empty(void **state)
{
    (void)state;
    struct chain chain = {.height = 45, .most = G_MAXUINT, .full = 0.9, .spaces = 0.5};
    g_autoptr(GPtrArray) pairs = strips_like("..pp...");
    g_autofree char *parted = plan(&chain, pairs);
    assert_string_equal(parted, "4 7");
    g_autoptr(GPtrArray) gaps = strips_like("....k....");
    for (guint i = 1; i < gaps->len; i++)
        ((struct strip *)gaps->pdata[i])->gap = 3;
    g_autofree char *closer = plan(&chain, gaps);
    assert_string_equal(closer, "4 8 9"); /* 40 and three gaps of 5 / 3 */
    assert_float_equal(strips_height(gaps, 0, 4), 45, 1e-6);
    chain.full = 0.4;
    g_autoptr(GPtrArray) full = strips_like("..pp...");
    g_autofree char *kept = plan(&chain, full);
    assert_string_equal(kept, "2 6 7");
}

/* Short lists are parted for a full frame, too, and before the pairs at their ends are. */
static void a_short_list_is_whole_where_the_frame_is_full_without(void **state)
{
    (void)state;
    struct chain chain = {.height = 45, .most = G_MAXUINT, .full = 0.6, .spaces = 1};
    g_autoptr(GPtrArray) full = strips_like("..llll..");
    g_autofree char *parted = plan(&chain, full);
    assert_string_equal(parted, "4 8");
    g_autoptr(GPtrArray) short_of = strips_like("...lll..");
    g_autofree char *whole = plan(&chain, short_of);
    assert_string_equal(whole, "3 7 8");
    g_autoptr(GPtrArray) ends = strips_like(".lplp...");
    g_autofree char *paired = plan(&chain, ends);
    assert_string_equal(paired, "4 8");
}

/* Only where nothing else helps, and said. */
static void a_whole_chain_is_parted_on_demand(void **state)
{
    struct scratch *s = *state;
    struct setter setter = {.product = "large", .diag = s->diag};
    struct chain chain = {.height = 35, .most = G_MAXUINT};
    g_autoptr(GPtrArray) strips = strips_like("..wwwww");
    assert_false(frames_part(&setter, strips, 0, "a page"));
    assert_not_said(s->diag, "parted");
    assert_true(frames_part(&setter, strips, 2, "a page"));
    assert_said(s->diag, "large: the contact block is longer than a page, so it is parted");
    g_autofree char *ends = plan(&chain, strips);
    assert_string_equal(ends, "2 5 7");
}

/* A mark in each strip, to see where it goes. */
static GPtrArray *marked_strips(const char *picture)
{
    GPtrArray *strips = strips_like(picture);
    for (guint i = 0; i < strips->len; i++) {
        struct path *path = path_new();
        path_add_rect(path, (struct rect){0, 0, 5, 10});
        strip_add_mark(strips->pdata[i], path, (struct color){0, 0, 0});
    }
    return strips;
}

static const struct item *item_of(const struct layout *layout, guint page, guint index)
{
    return &g_array_index(((const struct page *)layout->pages->pdata[page])->items, struct item,
                          index);
}

static void strips_move_to_the_pages_in_order(void **state)
{
    (void)state;
    struct setter setter = {0};
    struct booklet booklet = {.layout = layout_new(NULL)};
    struct chain chain = {.height = 35, .most = G_MAXUINT, .open = open_page, .product = &booklet};
    unsigned order = 7;
    g_autoptr(GPtrArray) strips = marked_strips(".....");
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    assert_int_equal(booklet.opened, 0);
    frames_fill(&setter, &chain, strips, ends, &order);
    assert_int_equal(booklet.opened, 2);
    assert_int_equal(order, 12);
    const struct item *fourth = item_of(booklet.layout, 1, 0);
    assert_int_equal(fourth->order, 10);
    assert_true(fourth->box.x == 11 && fourth->box.y == 20);
    layout_free(booklet.layout);
}

/* The line is dashed over the whole width, and the strips stand clear of it. */
static void a_frame_may_be_cut_off(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "", "Body.\n", plain_clinic, MEDIUM_PAPER);
    desk_set_up(&desk);
    struct layout *layout = layout_new(NULL);
    struct frame frame = {layout_add_page(layout, 100, 100), {10, 20, 80, 70}, true};
    unsigned order = 0;
    g_autoptr(GPtrArray) strips = marked_strips(".");
    frame_fill(&desk.setter, &frame, strips, 0, 1, &order);

    assert_int_equal(frame.page->items->len, 2);
    const struct item *line = item_of(layout, 0, 0), *mark = item_of(layout, 0, 1);
    double space = frame_cut_height(&desk.setter);
    assert_null(line->element);
    assert_true(line->as.fill.path->n_segments > 5); /* more than one dash */
    assert_true(line->box.x == 10 && line->box.y == 20 && line->box.width > 70);
    assert_true(mark->box.y == 20 + space);
    assert_true(space > line->box.height + desk.setter.leading / 2);
    layout_free(layout);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_are_filled_one_after_the_other),
        cmocka_unit_test(a_chain_may_end_before_its_strips),
        cmocka_unit_test(a_frame_takes_more_before_it_stays_half_empty),
        cmocka_unit_test(a_short_list_is_whole_where_the_frame_is_full_without),
        cmocka_unit_test_setup_teardown(a_whole_chain_is_parted_on_demand, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(strips_move_to_the_pages_in_order),
        cmocka_unit_test_setup_teardown(a_frame_may_be_cut_off, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
