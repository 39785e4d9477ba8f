/*
 * The content of pages. Items that follow one another and belong to the same element, or are the
 * same kind of decoration, share one piece of marked content. The awkward fact: on a line of mixed
 * direction items stand in the order of the eye, while a screen reader follows the content stream;
 * so within one piece items go out in reading order. Items of one element never cover each other
 * except as the layout emitted them, which is the order they keep.
 */
#include "paint/pdf/content.h"

#include "paint/pdf/cluster.h"
#include "paint/pdf/drawing.h"
#include "paint/pdf/file.h"
#include "paint/pdf/fill.h"
#include "paint/pdf/image.h"
#include "paint/pdf/text.h"
#include "paint/pdf/value.h"

static void put_image(struct pdf_canvas *canvas, const struct item *item)
{
    struct pdf_ref image = pdf_images_get(canvas->parts->images, item->as.image);
    const char *name = pdf_page_use_picture(canvas->parts->pdf, canvas->target, image);
    if (!name)
        return;
    const double matrix[] = {
        item->box.width,  0,           0,
        item->box.height, item->box.x, canvas->page->height - item->box.y - item->box.height};
    pdf_put(canvas->out, "q ");
    for (size_t i = 0; i < G_N_ELEMENTS(matrix); i++) {
        pdf_put_number(canvas->out, matrix[i], 3);
        g_string_append_c(canvas->out, ' ');
    }
    pdf_put_format(canvas->out, "cm /%s Do Q\n", name);
}

static void put_item(struct pdf_canvas *canvas, const struct item *item)
{
    if (item->kind != ITEM_RUN) {
        pdf_canvas_end_text(canvas);
        pdf_canvas_mark(canvas);
    }
    switch (item->kind) {
    case ITEM_RUN:
        pdf_text_show(canvas, &item->as.run);
        break;
    case ITEM_FILL:
        pdf_fill(canvas, item->as.fill.path, item->as.fill.color);
        break;
    case ITEM_IMAGE:
        put_image(canvas, item);
        break;
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

static bool leaves_mark(const struct item *item)
{
    switch (item->kind) {
    case ITEM_RUN:
        return item->as.run.n_glyphs > 0;
    case ITEM_FILL:
        return item->as.fill.path->n_segments > 0;
    case ITEM_IMAGE:
        return true;
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
    return false;
}

static bool share_mark(const struct item *a, const struct item *b)
{
    return a->element == b->element && (a->element || a->artifact == b->artifact);
}

int pdf_item_compare(gconstpointer a, gconstpointer b)
{
    const struct item *first = *(struct item *const *)a, *second = *(struct item *const *)b;
    if (first->order != second->order)
        return first->order < second->order ? -1 : 1;
    return first < second ? -1 : 1;
}

static void put_drawing(struct pdf_canvas *canvas, struct pdf_ref drawing)
{
    const char *name = pdf_page_use_picture(canvas->parts->pdf, canvas->target, drawing);
    pdf_canvas_mark(canvas);
    if (name)
        pdf_put_format(canvas->out, "/%s Do\n", name);
}

static void put_each(struct pdf_canvas *canvas, const GPtrArray *group)
{
    for (guint i = 0; i < group->len; i++) {
        const struct item *item = group->pdata[i];
        if (item->element)
            pdf_tags_cover(canvas->parts->tags, canvas->number, item);
        put_item(canvas, item);
    }
}

static void put_group(struct pdf_canvas *canvas, GPtrArray *group)
{
    if (group->len == 0)
        return;
    if (((const struct item *)group->pdata[0])->element)
        g_ptr_array_sort(group, pdf_item_compare);
    pdf_canvas_begin(canvas, group->pdata[0]);
    struct pdf_ref drawing = pdf_drawings_get(canvas->parts->drawings, canvas->page, group);
    if (drawing.number)
        put_drawing(canvas, drawing);
    else
        put_each(canvas, group);
    g_ptr_array_set_size(group, 0);
}

static void put_items(struct pdf_canvas *canvas)
{
    g_autoptr(GPtrArray) group = g_ptr_array_new();
    for (guint i = 0; i < canvas->page->items->len; i++) {
        struct item *item = &g_array_index(canvas->page->items, struct item, i);
        if (!leaves_mark(item))
            continue;
        if (group->len > 0 && !share_mark(group->pdata[0], item))
            put_group(canvas, group);
        g_ptr_array_add(group, item);
    }
    put_group(canvas, group);
}

static void put_ground(struct pdf_canvas *canvas)
{
    static const struct item ground = {.kind = ITEM_FILL, .artifact = ARTIFACT_BACKGROUND};
    if (!canvas->page->filled)
        return;
    pdf_canvas_begin(canvas, &ground);
    pdf_canvas_mark(canvas);
    pdf_fill_page(canvas, canvas->page->ground);
}

void pdf_content_write(const struct pdf_parts *parts, const struct page *page, unsigned number,
                       struct pdf_ref target)
{
    g_autoptr(GString) out = g_string_sized_new(16384);
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(struct pdf_cluster));
    g_autoptr(GArray) origins = g_array_new(FALSE, FALSE, sizeof(double));
    struct pdf_canvas canvas = {.parts = parts,
                                .page = page,
                                .number = number,
                                .target = target,
                                .out = out,
                                .clusters = clusters,
                                .origins = origins};
    put_ground(&canvas);
    put_items(&canvas);
    pdf_canvas_end(&canvas);
    /* At once: the pages of a book are large, and far when the file is written. */
    pdf_page_write(parts->pdf, target, pdf_pack(out->str, out->len));
}
