/*
 * A frame is the whole shape with the paper's colour laid into it.
 */
#include "layout/dark.h"

#include "layout/profile_sheet.h"

static double inner_radius(double radius)
{
    return MAX(radius - dark_look.line, 0);
}

void dark_add(struct strip *strip, const struct setter *setter, struct patch patch,
              struct color color)
{
    strip_add_mark(strip, patch_path(&patch), color);
    if (!setter->style->saver)
        return;
    double line = dark_look.line;
    struct patch inner = {.box = {patch.box.x + line, patch.box.y + line,
                                  patch.box.width - 2 * line, patch.box.height - 2 * line},
                          .top_left = inner_radius(patch.top_left),
                          .top_right = inner_radius(patch.top_right),
                          .bottom_left = inner_radius(patch.bottom_left),
                          .bottom_right = inner_radius(patch.bottom_right)};
    strip_add_mark(strip, patch_path(&inner), COLOR_WHITE);
}

struct color dark_ink(const struct setter *setter, struct color color)
{
    return setter->style->saver ? color : COLOR_WHITE;
}

struct color dark_ground(const struct setter *setter, struct color color)
{
    return setter->style->saver ? COLOR_WHITE : color;
}
