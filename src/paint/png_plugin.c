/*
 * Draws pages with cairo. Letters keep their exact shapes (no hinting) so that measured letter
 * heights hold. Awkward: painters run in several threads, so every cairo object is made afresh for
 * each page; font faces alone are shared, which cairo allows.
 */
#include "paint/png_plugin.h"

#include "base/clip.h"
#include "base/no_memory.h"

#include <cairo-ft.h>

typedef void *(*face_finder)(const struct face *face);

static void close_library(void *library)
{
    FT_Done_FreeType(library);
}

/* A face that cairo opens when it draws, or fails to. */
static cairo_font_face_t *late_face(const char *path, unsigned index)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_FILE, FcTypeString, path, FC_INDEX, FcTypeInteger,
                                        (int)index, NULL);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face;
}

/*
 * Of the faces that it opens itself cairo keeps ten, and closes another one when it needs an
 * eleventh, even while a second thread draws with it. So the painters get faces that are opened
 * here, each in a library of its own: FreeType asks for that where threads do not wait for each
 * other. Both live as long as cairo uses them. A file that has just been taken away is left to
 * cairo, whose painter says so.
 */
static void *face_new(const char *path, unsigned index)
{
    static const cairo_user_data_key_t key;
    FT_Library library;
    FT_Face ft;
    if (FT_Init_FreeType(&library) != 0)
        return late_face(path, index);
    if (FT_New_Face(library, path, (FT_Long)index, &ft) != 0) {
        FT_Done_FreeType(library);
        return late_face(path, index);
    }
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(ft, 0);
    cairo_font_face_set_user_data(face, &key, library, close_library);
    return face;
}

static void face_free(void *face)
{
    cairo_font_face_destroy(face);
}

static void set_color(cairo_t *cr, struct color color)
{
    cairo_set_source_rgb(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0);
}

static void draw_run(cairo_t *cr, const struct run *run, face_finder drawn)
{
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
    double x = run->x;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct glyph_move move = run_move(run, i);
        glyphs[i] = (cairo_glyph_t){glyph->id, x + move.dx, run->baseline + move.dy};
        x += glyph->advance;
    }
    set_color(cr, run->color);
    cairo_set_font_face(cr, drawn(run->face));
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
    for (guint i = 0; i < fill->path->n_segments; i++)
        trace_segment(cr, &fill->path->segments[i]);
    set_color(cr, fill->color);
    cairo_fill(cr);
}

/* Keeps what is drawn next within the box, whose corners are round. */
static void clip_corners(cairo_t *cr, struct rect box, double radius)
{
    struct patch patch = patch_round(box, radius);
    struct path *path = patch_path(&patch);
    cairo_new_path(cr);
    for (guint i = 0; i < path->n_segments; i++)
        trace_segment(cr, &path->segments[i]);
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

static void draw_item(cairo_t *cr, const struct item *item, double dim, face_finder drawn)
{
    switch (item->kind) {
    case ITEM_RUN:
        draw_run(cr, &item->as.run, drawn);
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

static cairo_status_t draw_page(cairo_surface_t *surface, const struct page *page,
                                struct color ground, double scale, face_finder drawn)
{
    cairo_t *cr = cairo_create(surface);
    set_font_options(cr);
    set_color(cr, ground);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    for (guint i = 0; i < page->items->len; i++)
        draw_item(cr, &g_array_index(page->items, struct item, i), page->dim, drawn);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
}

static void free_drawing(void *drawing)
{
    cairo_surface_destroy(drawing);
}

/* Cairo clears its own, and here a ground is painted over all of it anyhow. NULL: it cannot be
 * made. */
static cairo_surface_t *uncleared_surface(int width_px, int height_px)
{
    static const cairo_user_data_key_t owned;
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width_px);
    if (stride <= 0 || height_px <= 0)
        return NULL;
    uint8_t *data = g_try_malloc_n((size_t)height_px, (size_t)stride);
    if (!data)
        return NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(data, CAIRO_FORMAT_RGB24, width_px, height_px, stride);
    if (cairo_surface_set_user_data(surface, &owned, data, g_free) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    g_free(data);
    return NULL;
}

/* Cairo says why it cannot be made. */
static cairo_surface_t *page_surface(const struct raster *raster)
{
    cairo_surface_t *surface = uncleared_surface(raster->width_px, raster->height_px);
    return surface ? surface
                   : cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster->width_px,
                                                raster->height_px);
}

static void *draw(const struct page *page, struct color ground, face_finder drawn,
                  struct raster *raster, char **error)
{
    cairo_surface_t *surface = page_surface(raster);
    cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = draw_page(surface, page, ground, raster->width_px / page->width, drawn);
    if (status == CAIRO_STATUS_NO_MEMORY)
        no_memory_end();
    if (status != CAIRO_STATUS_SUCCESS) {
        *error = g_strdup(cairo_status_to_string(status));
        cairo_surface_destroy(surface);
        return NULL;
    }
    cairo_surface_flush(surface);
    raster->data = cairo_image_surface_get_data(surface);
    raster->stride = (size_t)cairo_image_surface_get_stride(surface);
    return surface;
}

G_MODULE_EXPORT const struct png_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .face_new = face_new,
    .face_free = face_free,
    .draw = draw,
    .free = free_drawing,
};
