/* Colours by the formulas of WCAG 2.2, outlines by their corner points. */
#include "scratch.h"

#include "base/geometry.h"

#include <math.h>

static void assert_near(double a, double b)
{
    if (fabs(a - b) > 1e-3)
        fail_msg("%g is not %g", a, b);
}

static void colors_are_six_hexadecimal_digits(void **state)
{
    (void)state;
    struct color c = {1, 2, 3};
    assert_true(color_parse("#0b4A5e", &c));
    assert_true(color_equal(c, (struct color){0x0b, 0x4a, 0x5e}));
    const char *const wrong[] = {"", "#", "0b4a5e", "#fff", "#0b4a5", "#0b4a5ef", "#0b4a5g", "red"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_false(color_parse(wrong[i], &c));
    assert_false(color_parse(NULL, &c));
    assert_true(color_equal(c, (struct color){0x0b, 0x4a, 0x5e}));
}

static void contrast_follows_wcag(void **state)
{
    (void)state;
    struct color black = {0, 0, 0}, white = {255, 255, 255}, gray = {0x76, 0x76, 0x76};
    assert_near(color_contrast(black, white), 21);
    assert_near(color_contrast(white, black), 21);
    assert_near(color_contrast(gray, gray), 1);
    /* #767676 is the lightest grey that reaches 4.5:1 on white. */
    assert_true(color_contrast(gray, white) >= 4.5);
    assert_true(color_contrast((struct color){0x77, 0x77, 0x77}, white) < 4.5);
}

/* The relative luminance of WCAG 2.2, as contrast with black shows it. */
static double luminance(struct color c)
{
    return color_contrast(c, (struct color){0, 0, 0}) * 0.05 - 0.05;
}

static void luminance_weighs_the_channels(void **state)
{
    (void)state;
    assert_near(luminance((struct color){255, 0, 0}), 0.2126);
    assert_near(luminance((struct color){0, 255, 0}), 0.7152);
    assert_near(luminance((struct color){0, 0, 255}), 0.0722);
    /* Below the threshold of 0.04045 the curve is a line. */
    assert_true(fabs(luminance((struct color){10, 10, 10}) - 10 / 255.0 / 12.92) < 1e-9);
}

static const struct segment *segment(const struct path *path, unsigned i)
{
    return &path->segments[i];
}

static void a_rectangle_is_four_corners(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){1, 2, 10, 20});
    assert_int_equal(path->n_segments, 5);
    assert_int_equal(segment(path, 0)->verb, PATH_MOVE);
    assert_near(segment(path, 2)->p[0].x, 11);
    assert_near(segment(path, 2)->p[0].y, 22);
    assert_int_equal(segment(path, 4)->verb, PATH_CLOSE);
    path_free(path);
}

static struct point on_curve(struct point a, const struct segment *s, double t)
{
    double u = 1 - t;
    double w[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    return (struct point){w[0] * a.x + w[1] * s->p[0].x + w[2] * s->p[1].x + w[3] * s->p[2].x,
                          w[0] * a.y + w[1] * s->p[0].y + w[2] * s->p[1].y + w[3] * s->p[2].y};
}

static void a_disc_is_round(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_disc(path, (struct point){5, 7}, 3);
    struct point from = {0};
    unsigned curves = 0;
    for (unsigned i = 0; i < path->n_segments; i++) {
        const struct segment *s = segment(path, i);
        if (s->verb == PATH_CURVE) {
            curves++;
            for (double t = 0; t <= 1; t += 0.125) {
                struct point p = on_curve(from, s, t);
                assert_near(hypot(p.x - 5, p.y - 7), 3);
            }
        }
        from = s->verb == PATH_CURVE ? s->p[2] : s->p[0];
    }
    assert_int_equal(curves, 4);
    path_free(path);
}

/* Corners of radius 0 are square. */
static void a_rectangle_may_have_round_corners(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_round_rect(path, (struct rect){0, 0, 40, 20}, 5, 0);
    struct rect box = path_bounds(path);
    assert_true(box.x == 0 && box.y == 0 && box.width == 40 && box.height == 20);
    bool upper = false, lower = false;
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *s = &path->segments[i];
        struct point end = s->verb == PATH_CURVE ? s->p[2] : s->p[0];
        upper = upper || (s->verb != PATH_CLOSE && end.x == 40 && end.y == 0);
        lower = lower || (s->verb != PATH_CLOSE && end.x == 40 && end.y == 20);
    }
    assert_true(lower && !upper);
    path_free(path);
}

static void copies_move_on_their_own(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_polygon(path, (struct point[]){{0, 0}, {4, 0}, {4, 3}}, 3);
    path_add_polygon(path, NULL, 0);
    struct path *copy = path_copy(path);
    path_translate(copy, 10, -1);
    assert_int_equal(copy->n_segments, 4);
    assert_near(segment(copy, 2)->p[0].x, 14);
    assert_near(segment(copy, 2)->p[0].y, 2);
    assert_near(segment(path, 2)->p[0].x, 4);
    path_free(copy);
    path_free(path);
    path_free(NULL);
}

static void assert_bounds(const struct path *path, struct rect r)
{
    struct rect bounds = path_bounds(path);
    assert_near(bounds.x, r.x);
    assert_near(bounds.y, r.y);
    assert_near(bounds.width, r.width);
    assert_near(bounds.height, r.height);
}

static void bounds_hold_all_parts(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){-3, 4, 5, 6});
    assert_bounds(path, (struct rect){-3, 4, 5, 6});
    path_add_disc(path, (struct point){10, 20}, 2);
    assert_bounds(path, (struct rect){-3, 4, 15, 18});
    path_translate(path, 1, 2);
    assert_bounds(path, (struct rect){-2, 6, 15, 18});
    path_free(path);
}

/* Twice the signed area within the corners of the rectangle that starts at segment `from`. */
static double signed_area(const struct path *path, unsigned from)
{
    double area = 0;
    for (unsigned i = 0; i < 4; i++) {
        struct point a = segment(path, from + i)->p[0];
        struct point b = segment(path, from + (i + 1) % 4)->p[0];
        area += a.x * b.y - b.x * a.y;
    }
    return area;
}

/* By the non-zero winding rule a hole has to turn the other way round. */
static void a_frame_has_a_hole(void **state)
{
    (void)state;
    struct path *path = path_new();
    path_add_frame(path, (struct rect){0, 0, 10, 20}, 1.5);
    assert_int_equal(path->n_segments, 10);
    assert_bounds(path, (struct rect){0, 0, 10, 20});
    double outer = signed_area(path, 0), inner = signed_area(path, 5);
    assert_near(fabs(outer), 2 * 10 * 20);
    assert_near(fabs(inner), 2 * 7 * 17);
    assert_true(outer * inner < 0);
    path_free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colors_are_six_hexadecimal_digits),
        cmocka_unit_test(contrast_follows_wcag),
        cmocka_unit_test(luminance_weighs_the_channels),
        cmocka_unit_test(a_rectangle_is_four_corners),
        cmocka_unit_test(a_disc_is_round),
        cmocka_unit_test(a_rectangle_may_have_round_corners),
        cmocka_unit_test(copies_move_on_their_own),
        cmocka_unit_test(bounds_hold_all_parts),
        cmocka_unit_test(a_frame_has_a_hole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
