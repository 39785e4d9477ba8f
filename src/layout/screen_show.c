/*
 * What planning and placing of screens have in common.
 */
#include "layout/screen_show.h"

#include "layout/screen_size.h"

void screen_report_overflow(struct show *show, struct pos pos, unsigned words)
{
    setter_overflow(&show->setter, pos,
                    "%u words do not fit one screen in letters %.0f mm high; shorten them, or set "
                    "a larger panel or a shorter viewing distance in style.yaml",
                    words, screen_cap_height_mm(&show->setter.style->screen));
}

void screen_set_line_gap(struct show *show, double gap)
{
    const struct face *face = fonts_primary(show->setter.fonts, false);
    show->setter.leading = show->cap_height * gap;
    show->profile.heading_leading = gap * face->cap_height;
}
