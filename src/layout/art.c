/*
 * All shapes are drawn at the origin and then moved into the field. The last drawings are kept: a
 * clinic's handouts have a few motifs in fields of a few sizes.
 */
#include "layout/art.h"

#include "content/art_shapes.h"
#include "content/tones.h"
#include "layout/profile.h"

/* A motif in its field. */
struct drawing {
    enum art art;
    struct patch field;
    GPtrArray *shapes; /* of struct art_shape *, as far as they lie in the field; counted */
};

/* Drawings are a few hundred corners, 50 KB of memory. Any thread. */
enum { MOST_DRAWINGS = 32 };
static GMutex mutex; /* guards what follows */
static struct drawing drawings[MOST_DRAWINGS];
static unsigned drawn; /* how many have been drawn; the oldest gives way */

static void free_shape(gpointer data)
{
    struct art_shape *shape = data;
    path_free(shape->path);
    g_free(shape);
}

/* The shape as far as it lies in the field; NULL: it does not. */
static struct art_shape *clip(const struct art_shape *shape, const struct patch *field)
{
    struct path *path = path_copy(shape->path);
    path_translate(path, field->box.x, field->box.y);
    path = path_clip(path, field);
    struct art_shape *clipped = path ? g_new(struct art_shape, 1) : NULL;
    if (path)
        *clipped = (struct art_shape){path, shape->ink};
    return clipped;
}

/* The ground, which is the field's, and the shapes on it. */
static GPtrArray *draw(enum art art, const struct patch *field)
{
    g_autoptr(GPtrArray) shapes = art_shapes(art, field->box.width, field->box.height);
    GPtrArray *drawing = g_ptr_array_new_with_free_func(free_shape);
    for (guint i = 0; i < shapes->len; i++) {
        struct art_shape *shape =
            i > 0 ? clip(shapes->pdata[i], field) : g_new(struct art_shape, 1);
        if (i == 0)
            *shape = (struct art_shape){patch_path(field), ART_GROUND};
        if (shape)
            g_ptr_array_add(drawing, shape);
    }
    return drawing;
}

static bool is_same(const struct patch *one, const struct patch *other)
{
    return one->box.x == other->box.x && one->box.y == other->box.y &&
           one->box.width == other->box.width && one->box.height == other->box.height &&
           one->top_left == other->top_left && one->top_right == other->top_right &&
           one->bottom_right == other->bottom_right && one->bottom_left == other->bottom_left;
}

/* A reference of the caller's; NULL: it is not kept. */
static GPtrArray *find(enum art art, const struct patch *field)
{
    GPtrArray *found = NULL;
    g_mutex_lock(&mutex);
    for (unsigned i = 0; !found && i < MIN(drawn, MOST_DRAWINGS); i++)
        if (drawings[i].art == art && is_same(&drawings[i].field, field))
            found = g_ptr_array_ref(drawings[i].shapes);
    g_mutex_unlock(&mutex);
    return found;
}

static void keep(enum art art, const struct patch *field, GPtrArray *shapes)
{
    g_mutex_lock(&mutex);
    struct drawing *place = &drawings[drawn++ % MOST_DRAWINGS];
    g_clear_pointer(&place->shapes, g_ptr_array_unref);
    *place = (struct drawing){art, *field, g_ptr_array_ref(shapes)};
    g_mutex_unlock(&mutex);
}

static GPtrArray *find_or_draw(enum art art, const struct patch *field)
{
    GPtrArray *shapes = find(art, field);
    if (shapes)
        return shapes;
    shapes = draw(art, field);
    keep(art, field, shapes);
    return shapes;
}

void art_add(struct strip *strip, enum art art, const struct patch *field, struct color accent)
{
    if (art == ART_NONE)
        return;
    g_autoptr(GPtrArray) shapes = find_or_draw(art, field);
    for (guint i = 0; i < shapes->len; i++) {
        const struct art_shape *shape = shapes->pdata[i];
        strip_add_mark(strip, path_copy(shape->path), art_color(accent, shape->ink));
    }
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
