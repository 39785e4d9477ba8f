/*
 * A drawing is a form XObject (ISO 32000-1 8.10). Which groups of items become one is told by
 * themselves alone, never by what was seen before, for a file must not depend on its neighbours.
 */
#include "paint/pdf/drawing.h"

#include "base/digest.h"
#include "paint/pdf/file.h"
#include "paint/pdf/fill.h"
#include "paint/pdf/packed.h"

/* Steps of outlines that are worth an object: art has hundreds, rules and panels fewer, and these
 * are where the words of each article leave them. */
#define LEAST_STEPS 256
/* Beyond that it is no art but a chart or a plan. */
#define MOST_STEPS 8192

/* In this file. */
struct drawing {
    char *name;
    struct pdf_ref object;
};

struct pdf_drawings {
    struct pdf *pdf;
    GArray *list; /* of struct drawing */
};

static void drawing_clear(gpointer data)
{
    struct drawing *drawing = data;
    g_free(drawing->name);
}

struct pdf_drawings *pdf_drawings_new(struct pdf *pdf)
{
    struct pdf_drawings *drawings = g_new(struct pdf_drawings, 1);
    *drawings = (struct pdf_drawings){pdf, g_array_new(FALSE, FALSE, sizeof(struct drawing))};
    g_array_set_clear_func(drawings->list, drawing_clear);
    return drawings;
}

void pdf_drawings_free(struct pdf_drawings *drawings)
{
    if (!drawings)
        return;
    g_array_unref(drawings->list);
    g_free(drawings);
}

static bool is_drawing(const GPtrArray *group)
{
    guint steps = 0;
    for (guint i = 0; i < group->len; i++) {
        const struct item *item = group->pdata[i];
        if (item->element || item->kind != ITEM_FILL)
            return false;
        steps += item->as.fill.path->n_segments;
    }
    return steps >= LEAST_STEPS && steps <= MOST_STEPS;
}

/* The steps of an outline, without what their records hold of no meaning. */
static void add_path(GByteArray *all, const struct path *path)
{
    static const guint8 points[PATH_VERB_COUNT] = {
        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
    guint at = all->len;
    g_byte_array_set_size(all, at + path->n_segments * (guint)sizeof(struct segment));
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *segment = &path->segments[i];
        size_t size = points[segment->verb] * sizeof segment->p[0];
        all->data[at] = (guint8)segment->verb;
        memcpy(all->data + at + 1, segment->p, size);
        at += 1 + (guint)size;
    }
    g_byte_array_set_size(all, at);
}

/* Of all that is painted; owned by the caller. */
static char *name_of(const struct page *page, const GPtrArray *group)
{
    const double size[] = {page->width, page->height};
    g_autoptr(GByteArray) all = g_byte_array_new();
    g_byte_array_append(all, (const guint8 *)size, sizeof size);
    for (guint i = 0; i < group->len; i++) {
        const struct fill *fill = &((const struct item *)group->pdata[i])->as.fill;
        const guint8 color[] = {fill->color.r, fill->color.g, fill->color.b};
        g_byte_array_append(all, color, sizeof color);
        add_path(all, fill->path);
    }
    return digest_of(all->data, all->len);
}

/* The page's colour may be any where the drawing is used, so it sets its own from the first on. */
static GBytes *draw(const struct page *page, const GPtrArray *group)
{
    struct color first = ((const struct item *)group->pdata[0])->as.fill.color;
    g_autoptr(GString) out = g_string_sized_new(16384);
    struct pdf_canvas canvas = {
        .page = page, .out = out, .color = {(guint8)~first.r, first.g, first.b}};
    for (guint i = 0; i < group->len; i++) {
        const struct fill *fill = &((const struct item *)group->pdata[i])->as.fill;
        pdf_fill(&canvas, fill->path, fill->color);
    }
    return pdf_pack(out->str, out->len);
}

static GBytes *find_or_draw(const char *name, const struct page *page, const GPtrArray *group)
{
    GBytes *bytes = pdf_packed_find(PDF_PACKED_DRAWING, name);
    if (bytes)
        return bytes;
    bytes = draw(page, group);
    pdf_packed_keep(PDF_PACKED_DRAWING, name, bytes);
    return bytes;
}

static struct pdf_ref store(struct pdf *pdf, const struct page *page, GBytes *packed)
{
    struct pdf_ref object = pdf_stream_new(pdf, packed, PDF_FILTER_PACKED);
    pdf_set_name(pdf, object, "Type", "XObject");
    pdf_set_name(pdf, object, "Subtype", "Form");
    pdf_add_real(pdf, object, "BBox", 0);
    pdf_add_real(pdf, object, "BBox", 0);
    pdf_add_real(pdf, object, "BBox", page->width);
    pdf_add_real(pdf, object, "BBox", page->height);
    pdf_set_empty(pdf, object, "Resources");
    return object;
}

struct pdf_ref pdf_drawings_get(struct pdf_drawings *drawings, const struct page *page,
                                const GPtrArray *group)
{
    if (!is_drawing(group))
        return (struct pdf_ref){0};
    char *name = name_of(page, group);
    for (guint i = 0; i < drawings->list->len; i++) {
        const struct drawing *drawing = &g_array_index(drawings->list, struct drawing, i);
        if (g_str_equal(drawing->name, name)) {
            g_free(name);
            return drawing->object;
        }
    }
    struct drawing drawing = {name, store(drawings->pdf, page, find_or_draw(name, page, group))};
    g_array_append_val(drawings->list, drawing);
    return drawing.object;
}
