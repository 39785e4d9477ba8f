/*
 * Runs as text operators. A run is shown in phrases, pieces that are either plain (each glyph's
 * ToUnicode text is what the author wrote) or wrapped in a Span whose ActualText says what the
 * author wrote: ligatures with several readings, clusters of several glyphs, words of right-to-left
 * runs. Phrases go out in logical order, so that programs which read the content stream get the
 * words in the order in which they are spoken; within a phrase glyphs go from left to right. The
 * awkward fact: the reader's pen moves by the rounded widths of the W array. It is followed here,
 * and a TJ number corrects it wherever it is off, so errors never add up.
 */
#include "paint/pdf_cluster.h"
#include "paint/pdf_content.h"

#include <math.h>

/* Smallest correction worth a number: 0.007 pt at 14 pt, far below one dot of an office printer.
 * [1/1000 em] */
#define PEN_TOLERANCE 0.5

/* A run on its way to the page. */
struct show {
    struct pdf_canvas *canvas;
    const struct run *run;
    double *origins; /* [pt] by glyph: where it is drawn, from the start of the run */
    double pen;      /* [1/1000 em] where the reader's pen is, from the start of the run */
    bool in_array, in_string;
};

static const struct pdf_cluster *cluster_at(const struct show *show, guint i)
{
    return &g_array_index(show->canvas->clusters, struct pdf_cluster, i);
}

static void end_string(struct show *show)
{
    if (show->in_string)
        g_string_append_c(show->canvas->out, '>');
    show->in_string = false;
}

static void end_array(struct show *show)
{
    end_string(show);
    if (show->in_array)
        g_string_append(show->canvas->out, "]TJ\n");
    show->in_array = false;
}

static void set_rise(struct show *show, double rise)
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
static void move_pen(struct show *show, double target)
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

static void show_glyph(struct show *show, size_t i)
{
    struct pdf_canvas *canvas = show->canvas;
    const struct pdf_glyph *glyph = pdf_font_find(canvas->font, show->run->glyphs[i].id);
    set_rise(show, -show->run->glyphs[i].dy);
    move_pen(show, show->origins[i] / show->run->size * 1000);
    if (!show->in_array)
        g_string_append_c(canvas->out, '[');
    if (!show->in_string)
        g_string_append_c(canvas->out, '<');
    show->in_array = show->in_string = true;
    g_string_append_printf(canvas->out, "%04X", glyph->code);
    show->pen += glyph->width;
}

/* True when a reader would not get the cluster's text from ToUnicode. */
static bool needs_text(const struct show *show, const struct pdf_cluster *cluster)
{
    if (cluster->count != 1)
        return true;
    const struct pdf_glyph *glyph =
        pdf_font_find(show->canvas->font, show->run->glyphs[cluster->first].id);
    return glyph->length != cluster->length ||
           strncmp(glyph->text, cluster->text, cluster->length) != 0;
}

/* Clusters from `from` on that make one phrase; *spell: whether it needs its text spelled out. */
static guint measure_phrase(const struct show *show, guint from, bool *spell)
{
    guint n = show->canvas->clusters->len, to = from + 1;
    *spell = needs_text(show, cluster_at(show, from));
    if (!show->run->rtl) {
        while (to < n && needs_text(show, cluster_at(show, to)) == *spell)
            to++;
        return to - from;
    }
    if (pdf_cluster_is_space(cluster_at(show, from)))
        return 1;
    for (; to < n && !pdf_cluster_is_space(cluster_at(show, to)); to++)
        *spell = true;
    return to - from;
}

static void show_phrase(struct show *show, guint from, guint count, bool spell)
{
    const struct pdf_cluster *first = cluster_at(show, from);
    const struct pdf_cluster *last = cluster_at(show, from + count - 1);
    GString *out = show->canvas->out;
    if (spell) {
        end_array(show);
        g_string_append(out, "/Span<</ActualText<FEFF");
        pdf_put_utf16(out, first->text, (size_t)(last->text + last->length - first->text));
        g_string_append(out, ">>>BDC\n");
    }
    size_t left = MIN(first->first, last->first);
    size_t right = MAX(first->first + first->count, last->first + last->count);
    for (size_t i = left; i < right; i++)
        show_glyph(show, i);
    if (spell) {
        end_array(show);
        g_string_append(out, "EMC\n");
    }
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

/* Rounds first and subtracts then, so that the rounding of one line does not shift the next. */
static void move_to(struct pdf_canvas *canvas, double x, double y)
{
    x = rint(x * 100) / 100;
    y = rint(y * 100) / 100;
    pdf_put_number(canvas->out, x - canvas->line_x, 2);
    g_string_append_c(canvas->out, ' ');
    pdf_put_number(canvas->out, y - canvas->line_y, 2);
    g_string_append(canvas->out, " Td\n");
    canvas->line_x = x;
    canvas->line_y = y;
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
    if (!canvas->in_text) {
        g_string_append(canvas->out, "BT\n");
        canvas->in_text = true;
        canvas->line_x = canvas->line_y = 0;
    }
    use_font(canvas, run);
    move_to(canvas, run->x, canvas->page->height - run->baseline);
    g_autofree double *origins = find_origins(run);
    struct show show = {.canvas = canvas, .run = run, .origins = origins};
    pdf_clusters(run, canvas->clusters);
    bool spell = false;
    for (guint i = 0, count; i < canvas->clusters->len; i += count) {
        count = measure_phrase(&show, i, &spell);
        show_phrase(&show, i, count, spell);
    }
    end_array(&show);
}

void pdf_canvas_end_text(struct pdf_canvas *canvas)
{
    if (canvas->in_text)
        g_string_append(canvas->out, "ET\n");
    canvas->in_text = false;
}
