/*
 * Runs as text operators. A run is shown in phrases: plain ones, where each glyph's ToUnicode text
 * is what the author wrote, and spelled ones, whose ActualText says what the author wrote (clusters
 * of several glyphs, glyphs with several readings). Clusters go out in logical order, from right to
 * left in right-to-left runs, so that programs which follow the content stream get the words as
 * they are spoken. The awkward fact: the reader's pen moves by the rounded widths of the W array.
 * It is followed here, and a TJ number corrects it wherever it is off, so errors never add up.
 */
#include "paint/pdf/text.h"

#include <math.h>
#include <string.h>

/* Smallest correction worth a number: 0.007 pt at 14 pt, far below one dot of an office printer.
 * [1/1000 em] */
#define PEN_TOLERANCE 0.5

static const struct pdf_cluster *cluster_at(const struct pdf_show *show, guint i)
{
    return &g_array_index(show->canvas->clusters, struct pdf_cluster, i);
}

static void end_string(struct pdf_show *show)
{
    if (show->in_string)
        g_string_append_c(show->canvas->out, '>');
    show->in_string = false;
}

static void end_array(struct pdf_show *show)
{
    end_string(show);
    if (show->in_array)
        g_string_append(show->canvas->out, "]TJ\n");
    show->in_array = false;
}

static void set_rise(struct pdf_show *show, double rise)
{
    struct pdf_canvas *canvas = show->canvas;
    if (fabs(rise - canvas->rise) < 0.005)
        return;
    end_array(show);
    pdf_put_number(canvas->out, rise, 2);
    g_string_append(canvas->out, " Ts\n");
    canvas->rise = rise;
}

/* Brings the pen to `target`, thousandths of the em from the start of the run. */
static void move_pen(struct pdf_show *show, double target)
{
    double off = target - show->pen;
    if (fabs(off) < PEN_TOLERANCE)
        return;
    end_string(show);
    if (!show->in_array)
        g_string_append_c(show->canvas->out, '[');
    show->in_array = true;
    double step = rint(off * 10) / 10;
    pdf_put_number(show->canvas->out, -step, 1);
    show->pen += step;
}

/* Starts a text line `from` points after the start of the run. Rounds first and subtracts then, so
 * that the rounding of one line does not shift the next. */
static void place_pen(struct pdf_show *show, double from)
{
    struct pdf_canvas *canvas = show->canvas;
    const struct run *run = show->run;
    if (!canvas->in_text) {
        g_string_append(canvas->out, "BT\n");
        canvas->in_text = true;
        canvas->line_x = canvas->line_y = 0;
    }
    double x = rint((run->x + from) * 100) / 100;
    double y = rint((canvas->page->height - run->baseline) * 100) / 100;
    pdf_put_number(canvas->out, x - canvas->line_x, 2);
    g_string_append_c(canvas->out, ' ');
    pdf_put_number(canvas->out, y - canvas->line_y, 2);
    g_string_append(canvas->out, " Td\n");
    canvas->line_x = x;
    canvas->line_y = y;
    show->pen = (x - run->x) / run->size * 1000;
    show->placed = true;
}

static void put_code(struct pdf_show *show, const struct pdf_glyph *glyph)
{
    GString *out = show->canvas->out;
    if (!show->in_array)
        g_string_append_c(out, '[');
    if (!show->in_string)
        g_string_append_c(out, '<');
    show->in_array = show->in_string = true;
    pdf_put_hex(out, glyph->code);
    show->pen += glyph->width;
}

void pdf_show_glyph(struct pdf_show *show, size_t i)
{
    const struct glyph *shaped = &show->run->glyphs[i];
    if (!show->placed)
        place_pen(show, show->origins[i]);
    set_rise(show, -shaped->dy);
    move_pen(show, show->origins[i] / show->run->size * 1000);
    put_code(show, pdf_font_find(show->canvas->font, shaped->id));
}

void pdf_show_hidden(struct pdf_show *show, const struct pdf_glyph *glyph, double x)
{
    end_array(show);
    set_rise(show, 0);
    place_pen(show, x);
    g_string_append(show->canvas->out, "3 Tr 1 Tz\n");
    put_code(show, glyph);
    end_array(show);
    g_string_append(show->canvas->out, "0 Tr 100 Tz\n");
    show->placed = false;
}

bool pdf_glyph_means(const struct pdf_glyph *glyph, const char *text, size_t length)
{
    return glyph->length == length && memcmp(glyph->text, text, length) == 0;
}

/* True when a reader would not get the cluster's text from ToUnicode. */
static bool needs_text(const struct pdf_show *show, const struct pdf_cluster *cluster)
{
    if (cluster->count == 0)
        return false;
    if (cluster->count != 1 || (show->run->rtl && pdf_cluster_is_long(cluster)))
        return true;
    size_t glyph = cluster->first;
    return !pdf_glyph_means(pdf_font_find(show->canvas->font, show->run->glyphs[glyph].id),
                            cluster->text, cluster->length);
}

/* Clusters from `from` on that are all plain, or all not. */
static guint measure_phrase(const struct pdf_show *show, guint from, bool plain)
{
    guint to = from + 1;
    while (to < show->canvas->clusters->len && needs_text(show, cluster_at(show, to)) != plain)
        to++;
    return to - from;
}

/* The space that ends a line has no glyph, because nothing of it is seen; it goes where the line
 * goes on. */
static void show_space(struct pdf_show *show)
{
    const struct run *run = show->run;
    const struct pdf_glyph *space = pdf_font_carrier(show->canvas->font, ' ');
    if (!space)
        return;
    double x = run->rtl ? -space->width / 1000 * run->size : run->width;
    if (!show->placed)
        place_pen(show, x);
    move_pen(show, x / run->size * 1000);
    put_code(show, space);
}

static void show_glyphs(struct pdf_show *show, const struct pdf_cluster *cluster)
{
    if (cluster->count == 0)
        show_space(show);
    for (size_t i = 0; i < cluster->count; i++)
        pdf_show_glyph(show, show->run->rtl ? cluster->first + cluster->count - 1 - i
                                            : cluster->first + i);
}

void pdf_show_plain(struct pdf_show *show)
{
    end_array(show);
    pdf_canvas_mark(show->canvas);
    show->placed = show->placed && show->canvas->in_text;
}

void pdf_show_spelled(struct pdf_show *show, const char *text, size_t length)
{
    end_array(show);
    pdf_canvas_spell(show->canvas, text, length);
    show->placed = false;
}

void pdf_show_end(struct pdf_show *show)
{
    end_array(show);
}

static void show_clusters(struct pdf_show *show, guint from, guint count)
{
    for (guint i = 0; i < count; i++)
        show_glyphs(show, cluster_at(show, from + i));
    pdf_show_end(show);
}

static void show_spelled_clusters(struct pdf_show *show, guint from, guint count)
{
    const struct pdf_cluster *first = cluster_at(show, from);
    const struct pdf_cluster *last = cluster_at(show, from + count - 1);
    pdf_show_spelled(show, first->text, (size_t)(last->text + last->length - first->text));
    show_clusters(show, from, count);
}

/* Shows clusters from `from` on as one phrase; gives how many. */
static guint show_phrase(struct pdf_show *show, guint from)
{
    bool plain = !needs_text(show, cluster_at(show, from));
    guint count = measure_phrase(show, from, plain);
    if (plain) {
        pdf_show_plain(show);
        show_clusters(show, from, count);
        return count;
    }
    if (!show->run->rtl) {
        show_spelled_clusters(show, from, count);
        return count;
    }
    if (!pdf_show_rtl_cluster(show, cluster_at(show, from)))
        show_spelled_clusters(show, from, 1);
    return 1;
}

static void use_font(struct pdf_canvas *canvas, const struct run *run)
{
    const struct pdf_font *font = pdf_fonts_find(canvas->parts->fonts, run->face);
    if (font == canvas->font && run->size == canvas->size)
        return;
    if (!canvas->resources) {
        HPDF_Dict all = HPDF_Page_GetInheritableItem(canvas->target, "Resources", HPDF_OCLASS_DICT);
        canvas->resources = HPDF_Dict_New(canvas->parts->pdf->doc->mmgr);
        HPDF_Dict_Add(all, "Font", canvas->resources);
    }
    if (!HPDF_Dict_GetItem(canvas->resources, font->resource, HPDF_OCLASS_DICT))
        HPDF_Dict_Add(canvas->resources, font->resource, font->object);
    g_string_append_printf(canvas->out, "/%s ", font->resource);
    pdf_put_number(canvas->out, run->size, 3);
    g_string_append(canvas->out, " Tf\n");
    canvas->font = font;
    canvas->size = run->size;
}

static double *find_origins(const struct run *run)
{
    double *origins = g_new(double, run->n_glyphs);
    double x = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        origins[i] = x + run->glyphs[i].dx;
        x += run->glyphs[i].advance;
    }
    return origins;
}

void pdf_canvas_show(struct pdf_canvas *canvas, const struct run *run)
{
    pdf_canvas_set_color(canvas, run->color);
    use_font(canvas, run);
    g_autofree double *origins = find_origins(run);
    struct pdf_show show = {.canvas = canvas, .run = run, .origins = origins};
    pdf_clusters(run, canvas->clusters);
    for (guint i = 0; i < canvas->clusters->len;)
        i += show_phrase(&show, i);
}

void pdf_canvas_end_text(struct pdf_canvas *canvas)
{
    if (canvas->in_text)
        g_string_append(canvas->out, "ET\n");
    canvas->in_text = false;
}
