/* Strips: where a frame may end, what is shown again at its top, bars that run on. */
#include "scratch.h"
#include "strip_sketch.h"

#include <malloc.h>

static void assert_end(const char *picture, guint from, double height, guint wanted)
{
    g_autoptr(GPtrArray) strips = strips_like(picture);
    assert_int_equal(strips_end(strips, from, height), wanted);
}

static void as_many_as_fit_go_in(void **state)
{
    (void)state;
    assert_end(".....", 0, 35, 3);
    assert_end(".....", 2, 100, 5);
    assert_end(".....", 0, 30, 3); /* a sum that is rounded up still fits */
    assert_end(".....", 0, 9, 0);
    assert_end("", 0, 9, 0);
}

static void kept_strips_stay_with_the_next(void **state)
{
    (void)state;
    assert_end("..k..", 0, 35, 2);
    assert_end(".kk..", 0, 35, 1);
    assert_end(".kk..", 0, 40, 4);
    assert_end("...k", 0, 40, 4); /* nothing follows */
}

static void a_chain_longer_than_the_frame_is_parted(void **state)
{
    (void)state;
    assert_end("kkkkk.", 0, 35, 3);
    assert_end(".kkkk.", 0, 35, 1);
}

/* Bound ones are parted last of all. */
static void a_chain_is_parted_where_it_is_not_bound(void **state)
{
    (void)state;
    assert_end("kkbkk.", 0, 35, 2);
    assert_end("bbbbb.", 0, 35, 3);
}

static void a_whole_chain_is_not(void **state)
{
    (void)state;
    assert_end("wwwww.", 0, 35, 0);
    assert_end("ww..", 0, 35, 3);
}

static void gaps_fall_away_at_the_top(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) strips = strips_like("...");
    for (guint i = 0; i < 3; i++)
        ((struct strip *)strips->pdata[i])->gap = 5;
    assert_true(strips_height(strips, 0, 3) == 40);
    assert_true(strips_height(strips, 1, 2) == 10);
    assert_int_equal(strips_end(strips, 0, 25), 2);
}

static struct item mark(double y)
{
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, y, 4, 4});
    return (struct item){.kind = ITEM_FILL, .box = {0, y, 4, 4}, .as.fill = {.path = path}};
}

/* Three strips of 10 points with one mark each and 5 points between them. */
static GPtrArray *marked_strips(void)
{
    GPtrArray *strips = strips_like("...");
    for (guint i = 0; i < 3; i++) {
        ((struct strip *)strips->pdata[i])->gap = 5;
        strip_add(strips->pdata[i], mark(1));
    }
    return strips;
}

static const struct item *item_at(const struct page *page, guint i)
{
    return &g_array_index(page->items, struct item, i);
}

static void placing_moves_items_in_order(void **state)
{
    (void)state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 100, 100);
    g_autoptr(GPtrArray) strips = marked_strips();
    unsigned order = 7;
    strips_place(strips, 1, 3, page, (struct point){20, 30}, &order);
    assert_int_equal(page->items->len, 2);
    assert_true(item_at(page, 0)->box.x == 20 && item_at(page, 0)->box.y == 31);
    assert_true(item_at(page, 1)->box.y == 46);
    assert_int_equal(item_at(page, 0)->order, 7);
    assert_int_equal(order, 9);
    layout_free(layout);
}

static void headers_are_shown_again_as_decoration(void **state)
{
    (void)state;
    struct element *root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    struct layout *layout = layout_new(root);
    struct page *page = layout_add_page(layout, 100, 100);
    g_autoptr(GPtrArray) strips = marked_strips(), header = strips_like(".");
    struct item again = mark(2), link = {.kind = ITEM_LINK, .element = root};
    again.element = root;
    strip_add(header->pdata[0], again);
    strip_add(header->pdata[0], link);
    for (guint i = 1; i < 3; i++)
        ((struct strip *)strips->pdata[i])->repeat = g_ptr_array_ref(header);

    assert_true(strips_height(strips, 1, 3) == 35);
    assert_int_equal(strips_end(strips, 1, 34), 2);
    unsigned order = 0;
    strips_place(strips, 1, 3, page, (struct point){0, 0}, &order);
    assert_int_equal(page->items->len, 3); /* the mark again, without its link, and two strips */
    assert_null(item_at(page, 0)->element);
    assert_int_equal(item_at(page, 0)->artifact, ARTIFACT_HEADER);
    assert_true(item_at(page, 0)->box.y == 2);
    assert_true(item_at(page, 1)->box.y == 11);
    assert_true(item_at(page, 2)->box.y == 26);
    layout_free(layout);
    element_free(root);
}

/* A strip of one line, "Sleep well", behind a link. */
static struct strip *worded_strip(const struct element *element)
{
    static const char *const words[] = {"Sleep ", "well"};
    struct strip *strip = strip_new(10, (struct pos){0});
    strip_add(strip, (struct item){.kind = ITEM_LINK, .element = element});
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        strip_add(strip, (struct item){.kind = ITEM_RUN,
                                       .element = element,
                                       .as.run = {.text = g_ref_string_new(words[i])}});
    strip_add_line(strip, (struct line){.element = element, .baseline = 8, .first = 1, .last = 2});
    return strip;
}

/* Fails unless line `i` has the words of `worded_strip`. */
static const struct line *assert_worded(const GArray *items, const GArray *lines, guint i)
{
    assert_true(i < lines->len);
    const struct line *line = &g_array_index(lines, struct line, i);
    assert_int_equal(line->last, line->first + 1);
    assert_string_equal(g_array_index(items, struct item, line->first).as.run.text, "Sleep ");
    assert_string_equal(g_array_index(items, struct item, line->last).as.run.text, "well");
    return line;
}

static void lines_move_with_their_items(void **state)
{
    (void)state;
    struct strip *row = worded_strip(NULL), *cell = worded_strip(NULL);
    strip_prepend(cell, mark(1));
    strip_absorb(row, cell, 100, 3);
    assert_int_equal(cell->lines->len, 0);
    assert_true(assert_worded(row->items, row->lines, 0)->x == 0);
    const struct line *second = assert_worded(row->items, row->lines, 1);
    assert_true(second->x == 100 && second->baseline == 11);
    strip_free(cell);
    strip_free(row);
}

static void placed_lines_are_on_the_page(void **state)
{
    (void)state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 100, 100);
    g_autoptr(GPtrArray) strips = strips_like("");
    const int quote = 0;
    for (int i = 0; i < 2; i++) {
        struct strip *strip = worded_strip(NULL);
        struct rail rail = {
            &quote, 3, 2, {0}}; /* which becomes an item before those of the strip */
        strip->rails = g_array_new(FALSE, FALSE, sizeof rail);
        g_array_append_val(strip->rails, rail);
        g_ptr_array_add(strips, strip);
    }
    unsigned order = 0;
    strips_place(strips, 0, 2, page, (struct point){20, 30}, &order);
    assert_int_equal(page->lines->len, 2);
    const struct line *first = assert_worded(page->items, page->lines, 0);
    assert_true(first->x == 20 && first->baseline == 38);
    assert_true(assert_worded(page->items, page->lines, 1)->baseline == 48);
    layout_free(layout);
}

/* Readers of words leave them out by that. */
static void lines_of_a_header_shown_again_are_decoration(void **state)
{
    (void)state;
    struct element *root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    struct layout *layout = layout_new(root);
    struct page *page = layout_add_page(layout, 100, 100);
    g_autoptr(GPtrArray) strips = strips_like("."), header = strips_like("");
    struct strip *row = worded_strip(root), *cell = worded_strip(root);
    strip_absorb(row, cell, 50, 0);
    strip_free(cell);
    g_ptr_array_add(header, row);
    ((struct strip *)strips->pdata[0])->repeat = g_ptr_array_ref(header);
    unsigned order = 0;
    strips_place(strips, 0, 1, page, (struct point){0, 0}, &order);
    assert_int_equal(page->items->len, 4); /* without the links */
    assert_int_equal(page->lines->len, 2);
    assert_null(assert_worded(page->items, page->lines, 0)->element);
    assert_true(assert_worded(page->items, page->lines, 1)->x == 50);
    assert_true(assert_worded(row->items, row->lines, 0)->element == root); /* may come again */
    layout_free(layout);
    element_free(root);
}

static void a_rail_is_one_piece_beside_strips_of_one_owner(void **state)
{
    (void)state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 100, 100);
    g_autoptr(GPtrArray) strips = strips_like("...");
    const int quotes[2] = {0};
    for (guint i = 0; i < 3; i++) {
        struct strip *strip = strips->pdata[i];
        struct rail rail = {&quotes[i / 2], 3, 2, {0}};
        strip->rails = g_array_new(FALSE, FALSE, sizeof rail);
        g_array_append_val(strip->rails, rail);
        strip->gap = 5;
    }
    unsigned order = 0;
    strips_place(strips, 0, 3, page, (struct point){0, 0}, &order);
    assert_int_equal(page->items->len, 2);
    assert_true(item_at(page, 0)->box.y == 0 && item_at(page, 0)->box.height == 25);
    assert_true(item_at(page, 1)->box.y == 30 && item_at(page, 1)->box.height == 10);
    layout_free(layout);
}

static struct strip *full_strip(guint items)
{
    struct strip *strip = worded_strip(NULL);
    strip->rails = g_array_new(FALSE, FALSE, sizeof(struct rail));
    strip->repeat = g_ptr_array_new();
    strip->keep = strip->opens = true;
    strip->gap = strip->ink_top = 5;
    while (strip->items->len < items)
        strip_add(strip, mark(1));
    return strip;
}

/* More than are put aside, some of them with many items; what one thread has made another frees. */
static gpointer make_many(gpointer given)
{
    struct strip *strips[600];
    if (given)
        strip_free(given);
    for (guint times = 0; times < 3; times++) {
        for (guint i = 0; i < G_N_ELEMENTS(strips); i++) {
            strips[i] = strip_new(7, (struct pos){.line = 3});
            assert_true(strips[i]->height == 7 && strips[i]->pos.line == 3);
            assert_true(!strips[i]->keep && !strips[i]->opens && !strips[i]->large);
            assert_true(strips[i]->gap == 0 && strips[i]->ink_top == 0);
            assert_true(!strips[i]->rails && !strips[i]->repeat && !strips[i]->entries);
            assert_true(strips[i]->items->len == 0 && strips[i]->lines->len == 0);
            strip_free(strips[i]);
            strips[i] = full_strip(3 + i % 20);
        }
        for (guint i = 0; i < G_N_ELEMENTS(strips); i++)
            strip_free(strips[i]);
        strips_forget();
    }
    return full_strip(4);
}

static void new_strips_have_nothing_of_others(void **state)
{
    (void)state;
    GThread *thread = g_thread_new("strips", make_many, make_many(NULL));
    strip_free(g_thread_join(thread));
}

/* As the C library counts the heap, which sanitizers do not tell it of: then there is no growth. */
static size_t heap(void)
{
    return mallinfo2().uordblks;
}

static void few_strips_wait_for_the_next_product(void **state)
{
    (void)state;
    enum { MANY = 5000, FEW = 1024 * 1024 };
    static struct strip *strips[MANY];
    size_t before = heap();
    for (guint i = 0; i < MANY; i++)
        strips[i] = full_strip(2);
    for (guint i = 0; i < MANY; i++)
        strip_free(strips[i]);
    size_t many = heap();
    struct strip *next = full_strip(2);
    assert_true(many == before || many > before + FEW);
    assert_ptr_equal(next, strips[MANY - 1]);
    strip_free(next);
    strips_forget();
    assert_in_range(heap(), 0, before + FEW);
}

static void copies_stand_by_themselves(void **state)
{
    (void)state;
    struct strip *strip = full_strip(5);
    struct rail rail = {strip, 3, 2, {0}};
    g_array_append_val(strip->rails, rail);
    strip->gap = 11; /* as no strip had that this thread has done with */
    struct strip *copy = strip_copy(strip);
    strip_shift(strip, 10, 20);
    g_array_set_size(strip->rails, 0);
    strip_free(strip);
    assert_int_equal(copy->items->len, 5);
    assert_int_equal(copy->lines->len, 1);
    assert_int_equal(copy->rails->len, 1);
    assert_true(assert_worded(copy->items, copy->lines, 0)->x == 0);
    const struct fill *fill = &g_array_index(copy->items, struct item, 4).as.fill;
    struct strip *like = strip_new(0, (struct pos){0});
    strip_add(like, mark(1));
    const struct fill *own = &g_array_index(like->items, struct item, 0).as.fill;
    assert_true(path_bounds(fill->path).x == path_bounds(own->path).x);
    assert_true(copy->keep && copy->gap == 11 && copy->height == 10 && copy->repeat);
    strip_free(copy);
    strip_free(like);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_strips_have_nothing_of_others),
        cmocka_unit_test(few_strips_wait_for_the_next_product),
        cmocka_unit_test(copies_stand_by_themselves),
        cmocka_unit_test(as_many_as_fit_go_in),
        cmocka_unit_test(kept_strips_stay_with_the_next),
        cmocka_unit_test(a_chain_longer_than_the_frame_is_parted),
        cmocka_unit_test(a_chain_is_parted_where_it_is_not_bound),
        cmocka_unit_test(a_whole_chain_is_not),
        cmocka_unit_test(gaps_fall_away_at_the_top),
        cmocka_unit_test(placing_moves_items_in_order),
        cmocka_unit_test(headers_are_shown_again_as_decoration),
        cmocka_unit_test(lines_move_with_their_items),
        cmocka_unit_test(placed_lines_are_on_the_page),
        cmocka_unit_test(lines_of_a_header_shown_again_are_decoration),
        cmocka_unit_test(a_rail_is_one_piece_beside_strips_of_one_owner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
