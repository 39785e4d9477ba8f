#include "layout/lines.h"

#include <string.h>

struct lines *lines_of(PangoLayout *layout)
{
    struct lines *lines = g_rc_box_new(struct lines);
    *lines = (struct lines){pango_layout_get_lines(layout), layout, false};
    return lines;
}

struct lines *lines_ref(struct lines *lines)
{
    return g_rc_box_acquire(lines);
}

static void free_run(gpointer run)
{
    pango_glyph_item_free(run);
}

static void free_line(gpointer data)
{
    PangoLayoutLine *line = data;
    g_slist_free_full(line->runs, free_run);
    g_free(line);
}

static void clear(gpointer data)
{
    struct lines *lines = data;
    if (lines->cut)
        g_slist_free_full(lines->list, free_line);
    g_object_unref(lines->layout);
}

void lines_unref(struct lines *lines)
{
    g_rc_box_release_full(lines, clear);
}

static bool reads_from_left(const PangoLayoutLine *line)
{
    for (GSList *r = line->runs; r; r = r->next)
        if (((const PangoGlyphItem *)r->data)->item->analysis.level != 0)
            return false;
    return line->resolved_dir == PANGO_DIRECTION_LTR;
}

bool lines_may_be_cut(PangoLayout *layout)
{
    const char *text = pango_layout_get_text(layout);
    if (!*text || strchr(text, '\t')) /* as wide as what stands before it lets it be */
        return false;
    for (GSList *l = pango_layout_get_lines_readonly(layout), *first = l; l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        if ((line->is_paragraph_start && l != first) || !reads_from_left(line))
            return false;
    }
    return true;
}

/* What is still to be taken of a layout's runs. */
struct rest {
    GSList *lines;       /* those behind the one at hand */
    GSList *runs;        /* of that one */
    PangoGlyphItem *run; /* what is left of one that was cut; owned */
};

/* The next run, or what is left of it, the caller's; NULL behind the last. */
static PangoGlyphItem *take_run(struct rest *rest)
{
    if (rest->run)
        return g_steal_pointer(&rest->run);
    while (!rest->runs && rest->lines) {
        rest->runs = ((const PangoLayoutLine *)rest->lines->data)->runs;
        rest->lines = rest->lines->next;
    }
    if (!rest->runs)
        return NULL;
    PangoGlyphItem *run = pango_glyph_item_copy(rest->runs->data);
    rest->runs = rest->runs->next;
    return run;
}

static PangoLayoutLine *take_line(PangoLayout *layout, struct rest *rest, int start, int end)
{
    PangoLayoutLine *line = g_new0(PangoLayoutLine, 1);
    line->layout = layout;
    line->start_index = start;
    line->length = end - start;
    line->is_paragraph_start = start == 0;
    line->resolved_dir = PANGO_DIRECTION_LTR;
    bool full = false;
    for (PangoGlyphItem *run; !full && (run = take_run(rest));) {
        int offset = run->item->offset, behind = offset + run->item->length;
        full = behind >= end;
        if (behind > end) {
            rest->run = run;
            run = pango_glyph_item_split(run, pango_layout_get_text(layout), end - offset);
        }
        line->runs = g_slist_prepend(line->runs, run);
    }
    line->runs = g_slist_reverse(line->runs);
    return line;
}

/* The blank that a line was broken at is not drawn and takes no room, as Pango has it. */
static void drop_blank(PangoLayoutLine *line)
{
    GSList *last = g_slist_last(line->runs);
    PangoGlyphString *glyphs = last ? ((PangoGlyphItem *)last->data)->glyphs : NULL;
    int n = glyphs ? glyphs->num_glyphs : 0;
    if (n == 0 || (n > 1 && glyphs->log_clusters[n - 1] == glyphs->log_clusters[n - 2]))
        return;
    glyphs->glyphs[n - 1].geometry.width = 0;
    glyphs->glyphs[n - 1].glyph = PANGO_GLYPH_EMPTY;
}

struct lines *lines_cut(PangoLayout *layout, const GArray *ends, bool spare)
{
    struct lines *lines = g_rc_box_new(struct lines);
    *lines = (struct lines){NULL, layout, true};
    struct rest rest = {.lines = pango_layout_get_lines_readonly(layout)};
    const char *text = pango_layout_get_text(layout);
    int count, start = 0;
    const PangoLogAttr *place = pango_layout_get_log_attrs_readonly(layout, &count);
    for (guint i = 0; i < ends->len; i++) {
        int end = (int)g_array_index(ends, gsize, i);
        PangoLayoutLine *line = take_line(layout, &rest, start, end);
        place += g_utf8_pointer_to_offset(text + start, text + end);
        if (text[end] && !place->is_mandatory_break && (place - 1)->is_white)
            drop_blank(line);
        lines->list = g_slist_prepend(lines->list, line);
        start = end;
    }
    lines->list = g_slist_reverse(lines->list);
    if (spare)
        pango_layout_set_width(layout, 0); /* so that it forgets its own runs */
    return lines;
}
