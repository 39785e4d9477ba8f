/*
 * The PNG painter: one page as a picture for a screen of known size. A plug-in draws the display
 * list with cairo, png_encode.c makes the file.
 */
#include "paint/painter.h"
#include "paint/png_encode.h"
#include "paint/png_plugin.h"

#include <math.h>

#define METRES_PER_POINT (MM_PER_INCH / 1000 / POINTS_PER_INCH)

/* What shows where the page says nothing: its ground, or paper. */
static struct color page_ground(const struct page *page)
{
    return page->filled ? page->ground : COLOR_WHITE;
}

static const struct color *item_color(const struct item *item)
{
    switch (item->kind) {
    case ITEM_RUN:
        return &item->as.run.color;
    case ITEM_FILL:
        return &item->as.fill.color;
    case ITEM_IMAGE:
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
    return NULL;
}

static void add_color(GArray *colors, const struct color *color)
{
    for (guint i = 0; i < colors->len; i++)
        if (color_equal(g_array_index(colors, struct color, i), *color))
            return;
    g_array_append_vals(colors, color, 1);
}

/* The colours that the page names; only blends of them may be rounded. */
static GArray *exact_colors(const struct page *page)
{
    GArray *colors = g_array_new(FALSE, FALSE, sizeof(struct color));
    struct color ground = page_ground(page);
    add_color(colors, &ground);
    for (guint i = 0; i < page->items->len; i++) {
        const struct color *color = item_color(&g_array_index(page->items, struct item, i));
        if (color)
            add_color(colors, color);
    }
    return colors;
}

static bool has_picture(const struct page *page)
{
    for (guint i = 0; i < page->items->len; i++)
        if (g_array_index(page->items, struct item, i).kind == ITEM_IMAGE)
            return true;
    return false;
}

static const struct png_plugin *cairo(void)
{
    static struct plugin plugin = {.name = "png", .work = "its part for screens"};
    return plugin_open(&plugin);
}

static void *drawn_face(const struct face *face)
{
    return face_kept(face, cairo()->face_new, cairo()->face_free);
}

static GBytes *encode(const struct paint_job *job, const struct page *page,
                      const struct raster *raster, char **error)
{
    g_autofree char *words = page_text(page, job->layout->lang);
    struct png_facts facts = {.title = page->title ? page->title : job->layout->title,
                              .description = words,
                              .lang = job->layout->lang,
                              .px_per_metre = raster->width_px / (page->width * METRES_PER_POINT)};
    g_autoptr(GArray) exact = exact_colors(page);
    struct png_colors colors = {.exact = (const struct color *)(const void *)exact->data,
                                .n_exact = exact->len,
                                .round_others = !has_picture(page)};
    return png_encode(raster, &colors, &facts, error);
}

/* NULL with *error set: it cannot be drawn. */
static GBytes *draw(const struct paint_job *job, const struct page *page, struct raster *raster,
                    char **error)
{
    void *drawing = cairo()->begin(page, page_ground(page), drawn_face, raster, error);
    if (!drawing)
        return NULL;
    GBytes *bytes = encode(job, page, raster, error);
    char *failed = cairo()->end(drawing);
    if (!failed)
        return bytes;
    g_clear_pointer(&bytes, g_bytes_unref);
    g_free(*error);
    *error = failed;
    return NULL;
}

static GBytes *paint(const struct paint_job *job)
{
    const struct page *page = job->layout->pages->pdata[job->page];
    struct raster raster = {.width_px = job->width_px};
    raster.height_px = (int)lround(page->height * job->width_px / page->width);
    g_autofree char *error = NULL;
    GBytes *bytes = draw(job, page, &raster, &error);
    if (!bytes)
        diag_report(job->diag, RULE_PNG, (struct pos){0},
                    "screen %zu of '%s' cannot be drawn at %d × %d pixels: %s", job->page + 1,
                    job->layout->title, raster.width_px, raster.height_px, error);
    return bytes;
}

const struct painter painter_png = {
    .name = "png",
    .suffix = "png",
    .mark = "",
    .by_page = true,
    .paint = paint,
};
