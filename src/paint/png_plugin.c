/*
 * Draws pages with cairo, band by band: what fits into a processor's cache is drawn and read
 * several times as fast as a whole page, and takes little memory. Letters keep their exact shapes
 * (no hinting) so that measured letter heights hold. Awkward: painters run in several threads, so
 * every cairo object is made afresh for each band; font faces alone are shared, which cairo allows.
 */
#include "paint/png_plugin.h"

#include "base/clip.h"
#include "base/no_memory.h"

#include <cairo-ft.h>
#include <math.h>

/* Rows of a band. Each is gone through for all that has ink in it, so fewer take longer again. */
#define BAND_PX 64

/* How far ink may lie outside of what cairo says of it: letters are put on whole pixels. [px] */
#define INK_SLACK 2

typedef void *(*face_finder)(const struct face *face);

/* Rows, `end` not among them. */
struct span {
    int start, end;
};

struct drawing {
    const struct page *page;
    struct color ground;
    face_finder drawn;
    struct span *ink; /* of each item: nothing of it lies outside */
    int width_px, height_px, band_px;
    double scale;     /* pixels of a point */
    int stride;       /* bytes from one row to the next */
    int first;        /* row that is the first of `pixels`; negative: none is drawn */
    uint32_t *pixels; /* of one band */
    cairo_status_t status;
};

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

/* Takes the run's face and size; the glyphs are the caller's. */
static cairo_glyph_t *take_glyphs(cairo_t *cr, const struct run *run, face_finder drawn)
{
    cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
    double x = run->x;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct glyph_move move = run_move(run, i);
        glyphs[i] = (cairo_glyph_t){glyph->id, x + move.dx, run->baseline + move.dy};
        x += glyph->advance;
    }
    cairo_set_font_face(cr, drawn(run->face));
    cairo_set_font_size(cr, run->size);
    return glyphs;
}

static void draw_run(cairo_t *cr, const struct run *run, face_finder drawn)
{
    g_autofree cairo_glyph_t *glyphs = take_glyphs(cr, run, drawn);
    set_color(cr, run->color);
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

/*
 * Something to draw the rows from `first` on with. Awkward: cairo is told of a whole page that
 * begins as many rows before the pixels, and is kept from drawing in any others; so all comes out
 * as on a whole page, to the last bit.
 */
static cairo_t *open_band(const struct drawing *drawing, int first)
{
    uintptr_t start = (uintptr_t)drawing->pixels - (size_t)first * (size_t)drawing->stride;
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((uint8_t *)start, CAIRO_FORMAT_RGB24, drawing->width_px,
                                            drawing->height_px, drawing->stride);
    cairo_t *cr = cairo_create(surface);
    cairo_surface_destroy(surface);
    set_font_options(cr);
    cairo_rectangle(cr, 0, first, drawing->width_px, drawing->band_px);
    cairo_clip(cr);
    return cr;
}

static void close_band(struct drawing *drawing, cairo_t *cr)
{
    if (drawing->status == CAIRO_STATUS_SUCCESS)
        drawing->status = cairo_status(cr);
    cairo_destroy(cr);
    if (drawing->status == CAIRO_STATUS_NO_MEMORY)
        no_memory_end();
}

static void draw_band(struct drawing *drawing, int first)
{
    const struct page *page = drawing->page;
    cairo_t *cr = open_band(drawing, first);
    set_color(cr, drawing->ground);
    cairo_paint(cr);
    cairo_scale(cr, drawing->scale, drawing->scale);
    for (guint i = 0; i < page->items->len; i++)
        if (drawing->ink[i].start < first + drawing->band_px && drawing->ink[i].end > first)
            draw_item(cr, &g_array_index(page->items, struct item, i), page->dim, drawing->drawn);
    close_band(drawing, cr);
    drawing->first = first;
}

static const uint32_t *drawn_row(void *from, int y)
{
    struct drawing *drawing = from;
    int first = y - y % drawing->band_px;
    if (drawing->first != first)
        draw_band(drawing, first);
    return drawing->pixels + (size_t)(y - first) * (size_t)drawing->stride / sizeof(uint32_t);
}

/* From `top` on, both in points. */
static struct span ink_span(const struct drawing *drawing, double top, double height)
{
    double scale = drawing->scale;
    double start = floor(top * scale) - INK_SLACK, end = ceil((top + height) * scale) + INK_SLACK;
    return (struct span){(int)CLAMP(start, 0, drawing->height_px),
                         (int)CLAMP(end, 0, drawing->height_px)};
}

static struct span run_ink(const struct drawing *drawing, cairo_t *cr, const struct run *run)
{
    if (!run->n_glyphs)
        return (struct span){0};
    g_autofree cairo_glyph_t *glyphs = take_glyphs(cr, run, drawing->drawn);
    cairo_text_extents_t ink;
    cairo_glyph_extents(cr, glyphs, (int)run->n_glyphs, &ink);
    return ink_span(drawing, glyphs[0].y + ink.y_bearing, ink.height);
}

static struct span item_ink(const struct drawing *drawing, cairo_t *cr, const struct item *item)
{
    struct rect box;
    switch (item->kind) {
    case ITEM_RUN:
        return run_ink(drawing, cr, &item->as.run);
    case ITEM_FILL:
        box = path_bounds(item->as.fill.path);
        return ink_span(drawing, box.y, box.height);
    case ITEM_IMAGE:
        return ink_span(drawing, item->box.y, item->box.height);
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
    return (struct span){0};
}

static void find_ink(struct drawing *drawing)
{
    const struct page *page = drawing->page;
    cairo_t *cr = open_band(drawing, 0);
    cairo_scale(cr, drawing->scale, drawing->scale);
    drawing->ink = g_new(struct span, page->items->len);
    for (guint i = 0; i < page->items->len; i++)
        drawing->ink[i] = item_ink(drawing, cr, &g_array_index(page->items, struct item, i));
    close_band(drawing, cr);
}

/* A picture is scaled as a whole, so its page is one band. */
static int band_of(const struct page *page, int height_px)
{
    for (guint i = 0; i < page->items->len; i++)
        if (g_array_index(page->items, struct item, i).kind == ITEM_IMAGE)
            return height_px;
    return MIN(BAND_PX, height_px);
}

static char *end(void *data)
{
    struct drawing *drawing = data;
    cairo_status_t status = drawing->status;
    g_free(drawing->ink);
    g_free(drawing->pixels);
    g_free(drawing);
    return status == CAIRO_STATUS_SUCCESS ? NULL : g_strdup(cairo_status_to_string(status));
}

static void *begin(const struct page *page, struct color ground, face_finder drawn,
                   struct raster *raster, char **error)
{
    struct drawing *drawing = g_new0(struct drawing, 1);
    drawing->page = page;
    drawing->ground = ground;
    drawing->drawn = drawn;
    drawing->width_px = raster->width_px;
    drawing->height_px = raster->height_px;
    drawing->scale = raster->width_px / page->width;
    drawing->band_px = raster->band_px = band_of(page, raster->height_px);
    drawing->stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, raster->width_px);
    drawing->first = -1;
    raster->row = drawn_row;
    raster->from = drawing;
    if (drawing->stride > 0 && raster->height_px > 0) {
        drawing->pixels = g_malloc_n((size_t)drawing->band_px, (size_t)drawing->stride);
        find_ink(drawing);
    } else {
        drawing->status = CAIRO_STATUS_INVALID_SIZE;
    }
    if (drawing->status == CAIRO_STATUS_SUCCESS)
        return drawing;
    *error = end(drawing);
    return NULL;
}

G_MODULE_EXPORT const struct png_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .face_new = face_new,
    .face_free = face_free,
    .begin = begin,
    .end = end,
};
