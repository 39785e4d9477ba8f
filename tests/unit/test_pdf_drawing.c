/*
 * Art as an object of its own: the same from memory as drawn anew, and never that of another.
 */
#include "pdf_fixture.h"

#include "paint/pdf/packed.h"

/* More than are remembered. */
#define MANY (PDF_PACKED_MOST + 6)

/* Adds art of so many rectangles as decoration, which `place` tells from other art. */
static void add_art(struct fixture *f, guint page, int rectangles, double place)
{
    struct path *path = path_new();
    for (int i = 0; i < rectangles; i++)
        path_add_rect(path, (struct rect){place + i, 100, 1.0 / 3, 20});
    sample_fill(f->sample, f->sample->layout->pages->pdata[page], NULL, path,
                (struct rect){place, 100, 60, 20});
}

static struct item *last_item(struct fixture *f, guint page)
{
    GArray *items = ((struct page *)f->sample->layout->pages->pdata[page])->items;
    return &g_array_index(items, struct item, items->len - 1);
}

static void test_art_is_stored_once(void **state)
{
    add_art(*state, 0, 60, 10);
    add_art(*state, 1, 60, 10);
    g_autofree char *text = paint_text(*state);
    assert_int_equal(count(text, "/Subtype /Form"), 1);
    assert_int_equal(count(text, " Do\nEMC\n"), 2);
    assert_has(text, "stream\r\n.0431 .3333 .3882 rg\n10 692 .333 -20 re\n"); /* its own colour */
}

static void test_other_art_is_another(void **state)
{
    add_art(*state, 0, 60, 10);
    add_art(*state, 1, 60, 10);
    last_item(*state, 1)->as.fill.color.b++;
    g_autofree char *colors = paint_text(*state);
    assert_int_equal(count(colors, "/Subtype /Form"), 2);
    assert_has(colors, "stream\r\n.0431 .3333 .3922 rg\n10 692 .333 -20 re\n");
    last_item(*state, 1)->as.fill.color.b--;
    ((struct page *)((struct fixture *)*state)->sample->layout->pages->pdata[1])->height = 790;
    g_autofree char *heights = paint_text(*state);
    assert_int_equal(count(heights, "/Subtype /Form"), 2);
    assert_has(heights, "10 690 .333 -20 re\n");
}

/* Black is what a page begins with. */
static void test_black_is_set(void **state)
{
    add_art(*state, 0, 60, 10);
    last_item(*state, 0)->as.fill.color = (struct color){0, 0, 0};
    g_autofree char *text = paint_text(*state);
    assert_has(text, "stream\r\n0 0 0 rg\n10 692 .333 -20 re\n");
}

/* What an article leaves where it ends differs from the next one's, and what is content is told by
 * its element. */
static void test_rules_and_content_stay_in_the_page(void **state)
{
    struct fixture *f = *state;
    add_art(f, 0, 20, 10);
    add_art(f, 1, 60, 10);
    last_item(f, 1)->element = f->sample->root;
    g_autofree char *text = paint_text(f);
    assert_int_equal(count(text, "/Subtype /Form"), 0);
    assert_int_equal(count(text, "10 692 .333 -20 re\n"), 2);
}

/* Also when what was remembered has made room for others. */
static void test_same_bytes(void **state)
{
    add_art(*state, 0, 60, 5.5);
    g_autoptr(GBytes) drawn = paint(*state), known = paint(*state);
    assert_true(g_bytes_equal(drawn, known));
    for (int i = 0; i < MANY; i++) {
        void *other = NULL;
        setup(&other);
        add_art(other, 0, 60, 6 + i);
        g_autofree char *text = paint_text(other), *place = g_strdup_printf("\n%d 692 ", 6 + i);
        assert_has(text, place);
        teardown(&other);
    }
    g_autoptr(GBytes) again = paint(*state);
    assert_true(g_bytes_equal(drawn, again));
}

static void assert_known(enum pdf_packed kind, const char *name, const char *bytes)
{
    g_autoptr(GBytes) found = pdf_packed_find(kind, name);
    assert_int_equal(found != NULL, bytes != NULL);
    if (bytes)
        assert_string_equal(g_bytes_get_data(found, NULL), bytes);
}

static void keep(enum pdf_packed kind, const char *name, const char *bytes)
{
    g_autoptr(GBytes) made = g_bytes_new(bytes, strlen(bytes) + 1);
    pdf_packed_keep(kind, name, made);
}

/* The oldest of a kind makes room, the others stay, and what is long is not remembered at all. */
static void test_room_is_bounded(void **state)
{
    (void)state;
    keep(PDF_PACKED_MAP, "first", "1");
    keep(PDF_PACKED_PROGRAM, "first", "another");
    keep(PDF_PACKED_MAP, "first", "never");
    for (int i = 1; i < PDF_PACKED_MOST; i++) {
        g_autofree char *name = g_strdup_printf("%d", i);
        keep(PDF_PACKED_MAP, name, name);
    }
    assert_known(PDF_PACKED_MAP, "first", "1");
    keep(PDF_PACKED_MAP, "last", "2");
    assert_known(PDF_PACKED_MAP, "first", NULL);
    assert_known(PDF_PACKED_MAP, "1", "1");
    assert_known(PDF_PACKED_MAP, "last", "2");
    assert_known(PDF_PACKED_PROGRAM, "first", "another");
    g_autofree char *text = g_strnfill(PDF_PACKED_LONGEST, 'a');
    keep(PDF_PACKED_MAP, "long", text);
    assert_known(PDF_PACKED_MAP, "long", NULL);
}

static gpointer paint_in_thread(gpointer fixture)
{
    return paint(fixture);
}

static void test_threads(void **state)
{
    GThread *threads[4];
    add_art(*state, 0, 60, 7.25);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("paint", paint_in_thread, *state);
    g_autoptr(GBytes) alone = paint(*state);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autoptr(GBytes) bytes = g_thread_join(threads[i]);
        assert_true(g_bytes_equal(alone, bytes));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_art_is_stored_once),
        TEST(test_other_art_is_another),
        TEST(test_black_is_set),
        TEST(test_rules_and_content_stay_in_the_page),
        TEST(test_same_bytes),
        TEST(test_room_is_bounded),
        TEST(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
