/*
 * The cover's drawing. Each hill is a closed outline: a wave along its top, straight sides, the
 * area's lower edge.
 */
#include "layout/cover_art.h"

#include "layout/profile.h"

#include <assert.h>

/* From back to front; heights and swings as shares of the area's height. */
static const struct hill {
    double left, middle, right; /* height of the top above the lower edge */
} hills[] = {
    {0.52, 0.70, 0.50},
    {0.56, 0.40, 0.54},
    {0.30, 0.42, 0.34},
    {0.24, 0.14, 0.20},
};

static_assert(G_N_ELEMENTS(hills) == G_N_ELEMENTS(cover_look.hill_tints), "each hill has a tint");

static void add_fill(struct page *page, struct path *path, struct rect area, struct color color,
                     unsigned *order)
{
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_LAYOUT,
                                 .order = (*order)++,
                                 .box = area,
                                 .as.fill = {.path = path, .color = color}});
}

static void add_segment(struct path *path, enum path_verb verb, struct point a, struct point b,
                        struct point c)
{
    struct segment segment = {.verb = verb, .p = {a, b, c}};
    g_array_append_val(path->segments, segment);
}

/* A swing from one point to the other that leaves and arrives level. */
static void swing_to(struct path *path, struct point from, struct point to)
{
    double half = (to.x - from.x) / 2;
    add_segment(path, PATH_CURVE, (struct point){from.x + half, from.y},
                (struct point){to.x - half, to.y}, to);
}

static struct path *hill_path(const struct hill *hill, struct rect area)
{
    struct path *path = path_new();
    double bottom = area.y + area.height;
    struct point left = {area.x, bottom - hill->left * area.height};
    struct point middle = {area.x + area.width / 2, bottom - hill->middle * area.height};
    struct point right = {area.x + area.width, bottom - hill->right * area.height};
    struct point low_right = {right.x, bottom}, low_left = {left.x, bottom};
    add_segment(path, PATH_MOVE, left, left, left);
    swing_to(path, left, middle);
    swing_to(path, middle, right);
    add_segment(path, PATH_LINE, low_right, low_right, low_right);
    add_segment(path, PATH_LINE, low_left, low_left, low_left);
    add_segment(path, PATH_CLOSE, left, left, left);
    return path;
}

void cover_art_add(struct page *page, struct rect area, struct color accent, unsigned *order)
{
    double radius = cover_look.sun_radius * area.width;
    struct point center = {area.x + 0.7 * area.width, area.y + radius};
    struct path *sun = path_new();
    path_add_disc(sun, center, radius);
    add_fill(page, sun, area, color_tint(accent, cover_look.sun_tint), order);
    for (size_t i = 0; i < G_N_ELEMENTS(hills); i++)
        add_fill(page, hill_path(&hills[i], area), area,
                 color_tint(accent, cover_look.hill_tints[i]), order);
}
