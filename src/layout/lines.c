#include "layout/lines.h"

#include <string.h>

struct lines *lines_of(PangoLayout *layout)
{
    struct lines *lines = g_rc_box_new(struct lines);
    *lines = (struct lines){pango_layout_get_lines(layout), layout};
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
    if (!lines->layout)
        g_slist_free_full(lines->list, free_line);
    g_clear_object(&lines->layout);
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

/* What is still to be taken of a text's runs. */
struct rest {
    const char *text;
    GSList *runs;
    PangoGlyphItem *run; /* what is left of one that was cut; owned */
};

/* The next run, or what is left of it, the caller's; NULL behind the last. */
static PangoGlyphItem *take_run(struct rest *rest)
{
    if (rest->run)
        return g_steal_pointer(&rest->run);
    if (!rest->runs)
        return NULL;
    PangoGlyphItem *run = pango_glyph_item_copy(rest->runs->data);
    rest->runs = rest->runs->next;
    return run;
}

static PangoLayoutLine *take_line(struct rest *rest, int start, int end)
{
    PangoLayoutLine *line = g_new0(PangoLayoutLine, 1);
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
            run = pango_glyph_item_split(run, rest->text, end - offset);
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

struct lines *lines_cut(const struct shaped *shaped, const GArray *ends)
{
    struct lines *lines = g_rc_box_new0(struct lines);
    struct rest rest = {.text = shaped->text, .runs = shaped->runs};
    const char *text = shaped->text;
    int start = 0;
    const PangoLogAttr *place = shaped->places;
    for (guint i = 0; i < ends->len; i++) {
        int end = (int)g_array_index(ends, gsize, i);
        PangoLayoutLine *line = take_line(&rest, start, end);
        place += g_utf8_pointer_to_offset(text + start, text + end);
        if (text[end] && !place->is_mandatory_break && (place - 1)->is_white)
            drop_blank(line);
        lines->list = g_slist_prepend(lines->list, line);
        start = end;
    }
    lines->list = g_slist_reverse(lines->list);
    return lines;
}
