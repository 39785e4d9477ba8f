/* Sizes of print and of screens, with the numbers of the references. */
#include "scratch.h"

#include "layout/profile.h"
#include "layout/screen_size.h"

#include <math.h>

/* Andika's ratios. */
static const struct face face = {.x_height = 0.528, .cap_height = 0.714, .average_width = 0.5};

static struct screen_setup default_screen(void)
{
    return (struct screen_setup){.width_px = 1920,
                                 .height_px = 1080,
                                 .diagonal_in = 43,
                                 .distance_mm = 3000,
                                 .mounting_mm = 1500};
}

static void assert_near(double a, double b, double slack)
{
    if (fabs(a - b) > slack)
        fail_msg("%g is not %g", a, b);
}

static double cap_px(const struct screen_setup *screen)
{
    double pitch = screen_panel(screen).width / screen->width_px;
    return screen_cap_height(screen, &face) / pitch;
}

static void a_panel_has_its_real_size(void **state)
{
    (void)state;
    struct screen_setup screen = default_screen();
    struct rect panel = screen_panel(&screen);
    assert_near(hypot(panel.width, panel.height), 43 * 72, 1e-6);
    assert_near(panel.width / panel.height, 16.0 / 9, 1e-9);
    screen.width_px = 1080;
    screen.height_px = 1920;
    assert_true(screen_panel(&screen).height > screen_panel(&screen).width);
}

static void letters_follow_the_distance(void **state)
{
    (void)state;
    struct screen_setup screen = default_screen();
    assert_near(screen_cap_height_mm(&screen), 0.0122173 * 3000, 1e-9);
    screen.distance_mm = 6000;
    assert_near(screen_cap_height_mm(&screen), 73.3, 0.01);
}

static void letters_follow_the_mounting_height(void **state)
{
    (void)state;
    const struct {
        double mounting, floor;
    } bands[] = {{0, 16}, {1015, 16}, {1780, 16}, {1781, 51}, {3050, 51}, {3051, 75}, {9000, 75}};
    struct screen_setup screen = default_screen();
    screen.distance_mm = 1000;
    for (size_t i = 0; i < G_N_ELEMENTS(bands); i++) {
        screen.mounting_mm = bands[i].mounting;
        assert_near(screen_cap_height_mm(&screen), bands[i].floor, 1e-9);
    }
    screen.mounting_mm = 2000;
    screen.distance_mm = 5000; /* now the distance asks for more */
    assert_near(screen_cap_height_mm(&screen), 61.0865, 1e-9);
}

/* lobby-standards 4.2: 43 in, 3 m: 74 px of capital. */
static void letters_are_whole_pixels_and_never_less(void **state)
{
    (void)state;
    struct screen_setup screen = default_screen();
    assert_near(ceil(screen_cap_height_mm(&screen) / (43 * 25.4 / hypot(1920, 1080))), 74, 0);
    for (double inches = 20; inches <= 100; inches += 2.5) {
        screen.diagonal_in = inches;
        double pitch = screen_panel(&screen).width / screen.width_px;
        double em_px = cap_px(&screen) / face.cap_height;
        assert_near(em_px, round(em_px), 1e-6);
        assert_true(cap_px(&screen) * pitch / POINTS_PER_MM >= screen_cap_height_mm(&screen));
        assert_true((em_px - 1 - 1 / face.cap_height) * face.cap_height * pitch / POINTS_PER_MM <
                    screen_cap_height_mm(&screen));
    }
}

static void print_sizes_are_arial_equivalent(void **state)
{
    (void)state;
    const struct face small = {.x_height = 0.44}, unknown = {.x_height = 0};
    assert_near(profile_size(14, &face), 14, 1e-9);
    assert_near(profile_size(14, &small), 14 * 0.528 / 0.44, 1e-9);
    assert_near(profile_size(14, &unknown), 14, 1e-9);
    assert_near(profile_measure(&profile_standard, &face), 75 * 0.5 * 14, 1e-9);
}

/* Sizes of print-standards 1.5; the measure fills the grid of the page. */
static void print_profiles_keep_their_numbers(void **state)
{
    (void)state;
    const struct {
        const struct profile *profile;
        double body, floor;
        unsigned measure;
    } table[] = {{&profile_standard, 14, 12, 75},
                 {&profile_large, 18, 16, 60},
                 {&profile_giant, 24, 20, 45}};
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        const struct profile *profile = table[i].profile;
        assert_near(profile->body, table[i].body, 0);
        assert_near(profile->floor, table[i].floor, 0);
        assert_int_equal(profile->measure, table[i].measure);
        assert_true(profile->furniture >= profile->floor);
        for (int kind = 0; kind < TEXT_KIND_COUNT; kind++)
            assert_true(profile->looks[kind].ratio * profile->body >= profile->floor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_panel_has_its_real_size),
        cmocka_unit_test(letters_follow_the_distance),
        cmocka_unit_test(letters_follow_the_mounting_height),
        cmocka_unit_test(letters_are_whole_pixels_and_never_less),
        cmocka_unit_test(print_sizes_are_arial_equivalent),
        cmocka_unit_test(print_profiles_keep_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
