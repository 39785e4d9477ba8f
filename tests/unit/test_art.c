/* Motifs stay in their fields, and translations have those of their sources. */
#include "scratch.h"

#include "content/art.h"
#include "layout/art.h"

#include <math.h>

static const struct color accent = {0x0b, 0x4a, 0x5e};

static void every_motif_stays_in_its_field(void **state)
{
    static const struct rect boxes[] = {{10, 20, 108, 92}, {0, 0, 212, 320}, {5, 5, 324, 288}};
    (void)state;
    for (int art = 0; art < ART_NONE; art++)
        for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
            struct patch patch = {boxes[i], 10, 10, 10, 10};
            struct strip *strip = strip_new(0, (struct pos){0});
            art_add(strip, (enum art)art, &patch, accent);
            assert_true(strip->items->len > 3);
            for (guint n = 0; n < strip->items->len; n++) {
                struct rect box = g_array_index(strip->items, struct item, n).box;
                assert_true(box.x >= boxes[i].x - 0.01 && box.y >= boxes[i].y - 0.01);
                assert_true(box.x + box.width <= boxes[i].x + boxes[i].width + 0.01);
                assert_true(box.y + box.height <= boxes[i].y + boxes[i].height + 0.01);
                assert_null(g_array_index(strip->items, struct item, n).element);
            }
            strip_free(strip);
        }
}

static struct strip *drawn(int art, double width)
{
    struct patch patch = {{0, 0, width, 92}, 10, 0, 10, 0};
    struct strip *strip = strip_new(0, (struct pos){0});
    art_add(strip, (enum art)art, &patch, accent);
    return strip;
}

static void assert_same_drawing(const struct strip *one, const struct strip *other)
{
    assert_int_equal(one->items->len, other->items->len);
    for (guint i = 0; i < one->items->len; i++) {
        const struct fill *a = &g_array_index(one->items, struct item, i).as.fill;
        const struct fill *b = &g_array_index(other->items, struct item, i).as.fill;
        assert_true(color_equal(a->color, b->color));
        assert_int_equal(a->path->n_segments, b->path->n_segments);
        assert_memory_equal(a->path->segments, b->path->segments,
                            a->path->n_segments * sizeof(struct segment));
    }
}

/* More drawings than are kept, each drawn, moved and drawn again. */
static gpointer draw_again(gpointer unused)
{
    for (int width = 60; width < 110; width++)
        for (int art = 0; art < ART_NONE; art++) {
            struct strip *first = drawn(art, width), *again = drawn(art, width);
            strip_shift(first, 7, 7);
            struct strip *last = drawn(art, width);
            assert_same_drawing(again, last);
            strip_free(first);
            strip_free(again);
            strip_free(last);
        }
    return unused;
}

static void drawings_are_the_same_again(void **state)
{
    GThread *threads[3];
    struct strip *before[ART_NONE];
    (void)state;
    for (int art = 0; art < ART_NONE; art++)
        before[art] = drawn(art, 108);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("draw", draw_again, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    for (int art = 0; art < ART_NONE; art++) {
        struct strip *behind = drawn(art, 108), *other = drawn(art, 109);
        assert_same_drawing(before[art], behind);
        assert_true(path_bounds(g_array_index(other->items, struct item, 0).as.fill.path).width ==
                    109);
        strip_free(before[art]);
        strip_free(behind);
        strip_free(other);
    }
}

static void no_motif_leaves_no_mark(void **state)
{
    (void)state;
    struct patch patch = {{0, 0, 100, 100}, 0, 0, 0, 0};
    struct strip *strip = strip_new(0, (struct pos){0});
    art_add(strip, ART_NONE, &patch, accent);
    assert_int_equal(strip->items->len, 0);
    strip_free(strip);
}

static void what_lies_outside_is_cut_off(void **state)
{
    (void)state;
    struct patch patch = {{0, 0, 10, 10}, 0, 0, 0, 0};
    struct path *outside = path_new(), *half = path_new();
    path_add_rect(outside, (struct rect){20, 20, 5, 5});
    path_add_rect(half, (struct rect){5, 5, 50, 50});
    assert_null(path_clip(outside, &patch));
    half = path_clip(half, &patch);
    struct rect box = path_bounds(half);
    assert_true(box.x == 5 && box.y == 5 && box.width == 5 && box.height == 5);
    path_free(half);
}

static void corners_are_round(void **state)
{
    (void)state;
    struct patch patch = {{0, 0, 100, 100}, 10, 0, 0, 0};
    struct path *corner = path_new(), *other = path_new();
    path_add_rect(corner, (struct rect){0, 0, 2, 2});
    path_add_rect(other, (struct rect){98, 0, 2, 2});
    assert_null(path_clip(corner, &patch));
    other = path_clip(other, &patch);
    assert_non_null(other);
    path_free(other);
}

static void translations_have_the_motif_of_their_source(void **state)
{
    (void)state;
    assert_int_equal(art_of_name("mri", "en-US"), art_of_name("mri-es", "es"));
    assert_int_equal(art_of_name("mri", "en-US"), art_of_name("mri.ar", "ar"));
    assert_int_not_equal(art_of_name("mri", "en"), art_of_name("mrj", "en"));
    assert_true(art_of_name("x", "en") < ART_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_motif_stays_in_its_field),
        cmocka_unit_test(drawings_are_the_same_again),
        cmocka_unit_test(no_motif_leaves_no_mark),
        cmocka_unit_test(what_lies_outside_is_cut_off),
        cmocka_unit_test(corners_are_round),
        cmocka_unit_test(translations_have_the_motif_of_their_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
