/*
 * What planning and placing of screens have in common.
 */
#include "layout/screen_show.h"

#include "layout/screen_size.h"

#include <math.h>

void screen_report_overflow(struct show *show, struct pos pos, unsigned words)
{
    setter_overflow(&show->setter, pos,
                    "%u words do not fit one screen in letters %.0f mm high; shorten them, or set "
                    "a larger panel or a shorter viewing distance in style.yaml",
                    words, screen_cap_height_mm(&show->setter.style->screen));
}

void screen_report_distance(struct show *show, struct pos pos, double size)
{
    const struct screen_setup *screen = &show->setter.style->screen;
    double cap = show->cap_height * size, least = screen_cap_height_mm(screen);
    double letters = screen_size_share(screen, cap) * least;
    double reach = floor(screen_reach_m(screen, cap) * 10) / 10,
           distance = screen->distance_mm / 1000;
    if (reach < distance)
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable to %.1f m, not to the %g m of the farthest chair",
            show->setter.product, letters, reach, distance);
    else
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable from the farthest chair, but not the %.0f mm that "
            "letters so high on the wall need; hang the panel lower",
            show->setter.product, letters, least);
}

void screen_use_size(struct show *show, double size, double gap)
{
    const struct face *face = fonts_primary(show->setter.fonts, false);
    show->size = size;
    show->setter.body = show->cap_height * size / face->cap_height;
    show->setter.leading = show->cap_height * size * gap;
    show->profile.heading_leading = gap * face->cap_height;
}
