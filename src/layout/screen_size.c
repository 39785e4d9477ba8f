/*
 * Panel and letter sizes. Only here and in the PNG painter does it matter how many pixels a panel
 * has.
 */
#include "layout/screen_size.h"

#include "base/geometry.h"

#include <math.h>

#define VIEWING_RATIO 0.0122173 /* EN 301 549 5.1.4 */
#define WHOLE_SIZE    0.999     /* what is left is rounding */

/* ADA 703.5.5 by height of the lowest line above the floor. [mm] */
static const struct {
    double up_to, floor;
} mounting_floors[] = {{1780, 16}, {3050, 51}, {INFINITY, 75}};

struct rect screen_panel(const struct screen_setup *screen)
{
    double across = hypot(screen->width_px, screen->height_px);
    double pitch = screen->diagonal_in * POINTS_PER_INCH / across;
    return (struct rect){0, 0, screen->width_px * pitch, screen->height_px * pitch};
}

static double mounting_floor(const struct screen_setup *screen)
{
    int band = 0;
    while (screen->mounting_mm > mounting_floors[band].up_to)
        band++;
    return mounting_floors[band].floor;
}

bool screen_hangs_high(const struct screen_setup *screen)
{
    return screen->mounting_mm > mounting_floors[0].up_to;
}

unsigned screen_most_words(const struct screen_setup *screen)
{
    return (unsigned)((SCREEN_LONGEST_S - SCREEN_GLANCE_S) * screen->pace_wpm / 60);
}

double screen_cap_height_mm(const struct screen_setup *screen)
{
    return fmax(mounting_floor(screen), VIEWING_RATIO * screen->distance_mm);
}

double screen_size_share(const struct screen_setup *screen, double cap_height)
{
    return fmin(1, cap_height / POINTS_PER_MM / screen_cap_height_mm(screen));
}

double screen_reach_m(const struct screen_setup *screen, double cap_height)
{
    double reach = cap_height / POINTS_PER_MM / VIEWING_RATIO / 1000;
    double distance = screen->distance_mm / 1000;
    return reach < WHOLE_SIZE * distance ? floor(reach * 10) / 10 : distance;
}

bool screen_distance_binds(const struct screen_setup *screen)
{
    return VIEWING_RATIO * screen->distance_mm > mounting_floor(screen);
}

double screen_cap_height(const struct screen_setup *screen, const struct face *face)
{
    double pitch = screen_panel(screen).width / screen->width_px;
    double cap_px = ceil(screen_cap_height_mm(screen) * POINTS_PER_MM / pitch);
    double em_px = ceil(cap_px / face->cap_height);
    return em_px * pitch * face->cap_height;
}
