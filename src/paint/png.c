/*
 * The PNG painter: one page as a picture for a screen of known size. Cairo draws the display list,
 * png_encode.c makes the file. Letters keep their exact shapes (no hinting) so that measured letter
 * heights hold. Awkward: painters run in several threads, so every cairo object is made afresh for
 * each page; font faces alone are shared, which cairo allows.
 */
#include "base/clip.h"
#include "paint/painter.h"
#include "paint/png_encode.h"

#include <cairo.h>
#include <math.h>

#define METRES_PER_POINT (MM_PER_INCH / 1000 / POINTS_PER_INCH)

static void set_color(cairo_t *cr, struct color color)
{
    cairo_set_source_rgb(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0);
}

static void draw_run(cairo_t *cr, const struct run *run)
{
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
    double x = run->x;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        glyphs[i] = (cairo_glyph_t){glyph->id, x + glyph->dx, run->baseline + glyph->dy};
        x += glyph->advance;
    }
    set_color(cr, run->color);
    cairo_set_font_face(cr, run->face->cairo);
    cairo_set_font_size(cr, run->size);
    cairo_show_glyphs(cr, glyphs, (int)run->n_glyphs);
}

static void trace_segment(cairo_t *cr, const struct segment *segment)
{
    const struct point *p = segment->p;
    switch (segment->verb) {
    case PATH_MOVE:
        cairo_move_to(cr, p[0].x, p[0].y);
        break;
    case PATH_LINE:
        cairo_line_to(cr, p[0].x, p[0].y);
        break;
    case PATH_CURVE:
        cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        break;
    case PATH_CLOSE:
        cairo_close_path(cr);
        break;
    case PATH_VERB_COUNT:
        break;
    }
}

static void draw_fill(cairo_t *cr, const struct fill *fill)
{
    cairo_new_path(cr);
    for (guint i = 0; i < fill->path->segments->len; i++)
        trace_segment(cr, &g_array_index(fill->path->segments, struct segment, i));
    set_color(cr, fill->color);
    cairo_fill(cr);
}

/* Keeps what is drawn next within the box, whose corners are round. */
static void clip_corners(cairo_t *cr, struct rect box, double radius)
{
    struct patch patch = patch_round(box, radius);
    struct path *path = patch_path(&patch);
    cairo_new_path(cr);
    for (guint i = 0; i < path->segments->len; i++)
        trace_segment(cr, &g_array_index(path->segments, struct segment, i));
    cairo_clip(cr);
    path_free(path);
}

static cairo_surface_t *image_surface(const struct image *image)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->width_px, image->height_px);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    const uint8_t *rgb = g_bytes_get_data(image->rgb, NULL);
    uint8_t *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    for (int y = 0; y < image->height_px; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + (size_t)y * stride);
        for (int x = 0; x < image->width_px; x++, rgb += 3)
            row[x] = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void draw_image(cairo_t *cr, const struct image *image, struct rect box)
{
    cairo_surface_t *surface = image_surface(image);
    cairo_save(cr);
    cairo_translate(cr, box.x, box.y);
    cairo_scale(cr, box.width / image->width_px, box.height / image->height_px);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    /* Without padding the edge would be blended with nothing. */
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, image->width_px, image->height_px);
    cairo_fill(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

/* What stands there loses that share of its light. */
static void draw_dim(cairo_t *cr, struct rect box, double dim)
{
    cairo_set_source_rgba(cr, 0, 0, 0, dim);
    cairo_rectangle(cr, box.x, box.y, box.width, box.height);
    cairo_fill(cr);
}

static void draw_item(cairo_t *cr, const struct item *item, double dim)
{
    switch (item->kind) {
    case ITEM_RUN:
        draw_run(cr, &item->as.run);
        break;
    case ITEM_FILL:
        draw_fill(cr, &item->as.fill);
        break;
    case ITEM_IMAGE:
        cairo_save(cr);
        if (item->corner > 0)
            clip_corners(cr, item->box, item->corner);
        draw_image(cr, item->as.image, item->box);
        draw_dim(cr, item->box, dim);
        cairo_restore(cr);
        break;
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

static void set_font_options(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

/* What shows where the page says nothing: its ground, or paper. */
static struct color page_ground(const struct page *page)
{
    return page->filled ? page->ground : COLOR_WHITE;
}

static cairo_status_t draw_page(cairo_surface_t *surface, const struct page *page, double scale)
{
    cairo_t *cr = cairo_create(surface);
    set_font_options(cr);
    set_color(cr, page_ground(page));
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    for (guint i = 0; i < page->items->len; i++)
        draw_item(cr, &g_array_index(page->items, struct item, i), page->dim);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
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

static GBytes *encode(const struct paint_job *job, const struct page *page,
                      cairo_surface_t *surface, char **error)
{
    cairo_surface_flush(surface);
    struct raster raster = {.data = cairo_image_surface_get_data(surface),
                            .width_px = cairo_image_surface_get_width(surface),
                            .height_px = cairo_image_surface_get_height(surface),
                            .stride = (size_t)cairo_image_surface_get_stride(surface)};
    g_autofree char *words = page_text(page, job->layout->lang);
    struct png_facts facts = {.title = page->title ? page->title : job->layout->title,
                              .description = words,
                              .lang = job->layout->lang,
                              .px_per_metre = raster.width_px / (page->width * METRES_PER_POINT)};
    g_autoptr(GArray) exact = exact_colors(page);
    struct png_colors colors = {.exact = (const struct color *)(const void *)exact->data,
                                .n_exact = exact->len,
                                .round_others = !has_picture(page)};
    return png_encode(&raster, &colors, &facts, error);
}

static GBytes *paint(const struct paint_job *job)
{
    const struct page *page = job->layout->pages->pdata[job->page];
    double scale = job->width_px / page->width;
    int height_px = (int)lround(page->height * scale);
    g_autofree char *error = NULL;
    GBytes *bytes = NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, job->width_px, height_px);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = draw_page(surface, page, scale);
    if (status == CAIRO_STATUS_SUCCESS)
        bytes = encode(job, page, surface, &error);
    if (!bytes)
        diag_report(job->diag, RULE_PNG, (struct pos){0},
                    "screen %zu of '%s' cannot be drawn at %d × %d pixels: %s", job->page + 1,
                    job->layout->title, job->width_px, height_px,
                    error ? error : cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return bytes;
}

const struct painter painter_png = {
    .name = "png",
    .suffix = "png",
    .mark = "",
    .by_page = true,
    .paint = paint,
};
