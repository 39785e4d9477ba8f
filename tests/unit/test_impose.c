/* Imposition against paper: sheets are stacked, folded and leafed through, and the pages must come
 * in order (print-standards 3.2, G05). */
#include "scratch.h"

#include "layout/impose.h"

#include <math.h>

#define MOST_PAGES 20

static void assert_near(double a, double b)
{
    if (fabs(a - b) > 1e-9)
        fail_msg("%g is not %g", a, b);
}

#define PAGE_WIDTH 396.0
#define MARK_X     100.0

/* Pages with one mark each, at MARK_X. */
static struct layout *marked_pages(unsigned pages)
{
    struct layout *layout = layout_new(NULL);
    for (unsigned i = 0; i < pages; i++) {
        struct rect box = {MARK_X, 10.0 * i, 5, 5};
        struct path *path = path_new();
        path_add_rect(path, box);
        page_add(
            layout_add_page(layout, PAGE_WIDTH, 612),
            (struct item){.kind = ITEM_FILL, .order = i, .box = box, .as.fill = {.path = path}});
    }
    return layout;
}

static const struct item *mark(const struct layout *layout, unsigned side, unsigned i)
{
    const struct page *page = layout->pages->pdata[side];
    return &g_array_index(page->items, struct item, i);
}

/* The pages (from 1) on one side of a sheet, and how far they have moved towards the fold. */
struct spread {
    unsigned left, right;
    double creep;
};

/* Side `side` (0: front of the outermost sheet, 1: its back, …) of a booklet of `pages` pages. */
static struct spread spread_of(unsigned pages, unsigned side, bool rtl)
{
    struct layout *layout = marked_pages(pages);
    impose(layout, rtl);
    struct spread spread = {mark(layout, side, 0)->order + 1, mark(layout, side, 1)->order + 1,
                            mark(layout, side, 0)->box.x - MARK_X};
    assert_near(mark(layout, side, 1)->box.x, PAGE_WIDTH + MARK_X - spread.creep);
    layout_free(layout);
    return spread;
}

static void eight_pages_lie_as_published(void **state)
{
    (void)state;
    const struct spread published[] = {{8, 1, 0}, {2, 7, 0}, {6, 3, 0}, {4, 5, 0}};
    for (unsigned side = 0; side < G_N_ELEMENTS(published); side++) {
        struct spread spread = spread_of(8, side, false);
        assert_int_equal(spread.left, published[side].left);
        assert_int_equal(spread.right, published[side].right);
        spread = spread_of(8, side, true);
        assert_int_equal(spread.left, published[side].right);
        assert_int_equal(spread.right, published[side].left);
    }
}

/* What a reader sees, leaf by leaf: on the way in, the outer half of each sheet's front and the
 * half of its back behind it; on the way out, the others. `first`: bound at the left, the front
 * cover is at the right. */
static unsigned leaf_through(unsigned pages, bool rtl, unsigned seen[MOST_PAGES])
{
    unsigned n = 0, sheets = pages / 4;
    for (unsigned sheet = 0; sheet < sheets; sheet++) {
        struct spread front = spread_of(pages, 2 * sheet, rtl);
        struct spread back = spread_of(pages, 2 * sheet + 1, rtl);
        seen[n++] = rtl ? front.left : front.right;
        seen[n++] = rtl ? back.right : back.left;
    }
    for (unsigned sheet = sheets; sheet-- > 0;) {
        struct spread front = spread_of(pages, 2 * sheet, rtl);
        struct spread back = spread_of(pages, 2 * sheet + 1, rtl);
        seen[n++] = rtl ? back.left : back.right;
        seen[n++] = rtl ? front.right : front.left;
    }
    return n;
}

static void folded_sheets_read_in_order(void **state)
{
    (void)state;
    for (unsigned pages = 4; pages <= MOST_PAGES; pages += 4)
        for (int rtl = 0; rtl < 2; rtl++) {
            unsigned seen[MOST_PAGES];
            assert_int_equal(leaf_through(pages, rtl, seen), pages);
            for (unsigned i = 0; i < pages; i++)
                assert_int_equal(seen[i], i + 1);
        }
}

static void every_page_has_one_place(void **state)
{
    (void)state;
    for (unsigned pages = 4; pages <= MOST_PAGES; pages += 4) {
        unsigned times[MOST_PAGES + 1] = {0};
        for (unsigned side = 0; side < pages / 2; side++) {
            struct spread spread = spread_of(pages, side, false);
            assert_in_range(spread.left, 1, pages);
            assert_in_range(spread.right, 1, pages);
            times[spread.left]++;
            times[spread.right]++;
        }
        for (unsigned page = 1; page <= pages; page++)
            assert_int_equal(times[page], 1);
    }
}

/* 0.10 mm a sheet times 1.3: only five sheets push their innermost by half a millimetre. */
static void creep_starts_at_five_sheets(void **state)
{
    (void)state;
    for (unsigned sheets = 1; sheets <= 4; sheets++)
        for (unsigned sheet = 0; sheet < sheets; sheet++)
            assert_near(spread_of(4 * sheets, 2 * sheet, false).creep, 0);
    double total = 0.10 * POINTS_PER_MM * 4 * 1.3;
    for (unsigned sheet = 0; sheet < 5; sheet++)
        assert_near(spread_of(4 * 5, 2 * sheet + 1, false).creep, total * sheet / 4);
}

static void marks_move_and_keep_their_reading_order(void **state)
{
    (void)state;
    struct layout *layout = marked_pages(8);
    impose(layout, false);
    assert_int_equal(layout->pages->len, 4);
    for (unsigned side = 0; side < 4; side++) {
        const struct page *page = layout->pages->pdata[side];
        struct spread spread = spread_of(8, side, false);
        g_autofree char *label = g_strdup_printf("%u, %u", spread.left, spread.right);
        assert_near(page->width, 2 * PAGE_WIDTH);
        assert_string_equal(page->label, label);
        assert_int_equal(page->items->len, 2);
        assert_int_equal(mark(layout, side, 0)->order, spread.left - 1);
        assert_near(mark(layout, side, 0)->box.x, MARK_X);
        assert_int_equal(mark(layout, side, 1)->order, spread.right - 1);
        assert_near(mark(layout, side, 1)->box.x, PAGE_WIDTH + MARK_X);
        assert_near(path_bounds(mark(layout, side, 1)->as.fill.path).x, PAGE_WIDTH + MARK_X);
    }
    layout_free(layout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_pages_lie_as_published),
        cmocka_unit_test(folded_sheets_read_in_order),
        cmocka_unit_test(every_page_has_one_place),
        cmocka_unit_test(creep_starts_at_five_sheets),
        cmocka_unit_test(marks_move_and_keep_their_reading_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
