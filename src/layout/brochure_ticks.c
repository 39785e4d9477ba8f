/*
 * Ticks of a brochure, short enough to be overlooked by its reader.
 */
#include "layout/brochure_ticks.h"

#include "layout/profile.h"

static void add_tick(struct page *page, double x, double y, struct color color)
{
    struct rect tick = {x - brochure_look.tick.width / 2, y, brochure_look.tick.width,
                        brochure_look.tick.length};
    struct path *path = path_new();
    path_add_rect(path, tick);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_LAYOUT,
                                 .box = tick,
                                 .as.fill = {.path = path, .color = color}});
}

void brochure_ticks_add(const struct setter *setter, const struct brochure_sheet *sheet,
                        const struct layout *layout)
{
    double foot = sheet->height - brochure_look.tick.top - brochure_look.tick.length;
    for (int role = 0; role < PANEL_COUNT; role++) {
        const struct panel *panel = &sheet->panels[role];
        struct page *page = layout->pages->pdata[panel->side];
        if (panel->x < 1)
            continue;
        add_tick(page, panel->x, brochure_look.tick.top, setter->style->ink);
        add_tick(page, panel->x, foot, setter->style->ink);
    }
}
