/*
 * Draws the spine. More parts than the eye tells apart become one bar, with the tab at its place.
 */
#include "layout/screen_spine.h"

static void add_bar(const struct show *show, struct page *page, double y, double height,
                    struct color color)
{
    double width = show->spine * screen_look.spine_rest;
    double x = show->setter.document->rtl ? show->panel.width - width : 0;
    struct rect box = {x, y, width, height};
    struct path *path = path_new();
    path_add_rect(path, box);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .box = box,
                                 .as.fill = {.path = path, .color = color}});
}

/* Its corners are round at the side of the words; at the other they stand out of the panel. */
static void add_tab(const struct show *show, struct page *page, double y, double height)
{
    double width = show->spine * screen_look.spine_tab, hidden = show->spine;
    double x = show->setter.document->rtl ? show->panel.width - width : -hidden;
    double radius = MIN(show->spine * screen_look.spine_corner, height / 2);
    struct rect box = {x, y, width + hidden, height};
    struct path *path = path_new();
    path_add_round_rect(path, box, radius, radius);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .box = box,
                                 .as.fill = {.path = path, .color = show->tones.on}});
}

static void add_parts(const struct show *show, struct page *page, guint part, guint parts)
{
    double gap = show->spine * screen_look.spine_gap;
    double height = (show->panel.height - (parts - 1) * gap) / parts;
    for (guint i = 0; i < parts; i++) {
        double y = i * (height + gap);
        if (i == part)
            add_tab(show, page, y, height);
        else
            add_bar(show, page, y, height, i < part ? show->tones.on : show->tones.off);
    }
}

void screen_spine_add_whole(const struct show *show, struct page *page, struct color color)
{
    add_bar(show, page, 0, show->panel.height, color);
}

void screen_spine_add(const struct show *show, struct page *page, guint part, guint parts)
{
    double height = show->panel.height;
    if (parts == 1) {
        screen_spine_add_whole(show, page, show->tones.on);
    } else if (parts <= screen_look.spine_most) {
        add_parts(show, page, part, parts);
    } else {
        add_bar(show, page, 0, height, show->tones.off);
        add_tab(show, page, height * part / parts, height / parts);
    }
}
