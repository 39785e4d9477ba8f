/*
 * All shapes are drawn at the origin and then moved into the field.
 */
#include "layout/art.h"

#include "content/art_shapes.h"
#include "content/tones.h"
#include "layout/profile.h"

/* The shape as far as it lies in the field. */
static void add_shape(struct strip *strip, const struct art_shape *shape, const struct patch *field,
                      struct color accent)
{
    struct path *path = path_copy(shape->path);
    path_translate(path, field->box.x, field->box.y);
    path = path_clip(path, field);
    if (path)
        strip_add_mark(strip, path, art_color(accent, shape->ink));
}

void art_add(struct strip *strip, enum art art, const struct patch *field, struct color accent)
{
    g_autoptr(GPtrArray) shapes = art_shapes(art, field->box.width, field->box.height);
    if (shapes->len > 0)
        strip_add_mark(strip, patch_path(field), art_color(accent, ART_GROUND));
    for (guint i = 1; i < shapes->len; i++)
        add_shape(strip, shapes->pdata[i], field, accent);
}

void art_place(struct page *page, enum art art, struct rect area, struct color accent,
               unsigned *order)
{
    double radius = masthead_look.radius;
    struct patch patch = {{0, 0, area.width, area.height}, radius, radius, radius, radius};
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    struct strip *strip = strip_new(area.height, (struct pos){0});
    art_add(strip, art, &patch, accent);
    g_ptr_array_add(one, strip);
    strips_place(one, 0, 1, page, (struct point){area.x, area.y}, order);
}
