#include "layout/lines.h"

#include "base/letter.h"

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
    const GSList *runs; /* from the one that is taken next */
    int byte;           /* of the text, that it is taken from */
    int glyph;          /* of the run */
};

static int count_chars(const char *start, const char *end)
{
    return letter_skip_ascii(start, end) == end ? (int)(end - start)
                                                : (int)g_utf8_strlen(start, end - start);
}

/* The glyphs from `first` on of a run from the left. */
static PangoGlyphString *glyphs_from(const PangoGlyphString *all, int first, int n)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    pango_glyph_string_set_size(glyphs, n);
    memcpy(glyphs->glyphs, all->glyphs + first, (gsize)n * sizeof *all->glyphs);
    for (int i = 0; i < n; i++)
        glyphs->log_clusters[i] = all->log_clusters[first + i] - all->log_clusters[first];
    return glyphs;
}

/* As pango_glyph_item_split would leave it, which copies what is left of a run for each line. */
static PangoGlyphItem *take_part(struct rest *rest, const PangoGlyphItem *run, int end)
{
    const PangoGlyphString *all = run->glyphs;
    int offset = run->item->offset, first = rest->glyph, next = first;
    while (next < all->num_glyphs && offset + all->log_clusters[next] < end)
        next++;
    int behind =
        next < all->num_glyphs ? offset + all->log_clusters[next] : offset + run->item->length;
    PangoGlyphItem *part = g_slice_new(PangoGlyphItem);
    *part = *run;
    part->item = pango_item_copy(run->item);
    part->item->offset = rest->byte;
    part->item->length = behind - rest->byte;
    part->item->num_chars = count_chars(rest->text + rest->byte, rest->text + behind);
    part->glyphs = glyphs_from(all, first, next - first);
    rest->byte = behind;
    rest->glyph = next;
    return part;
}

/* Of the next run what is before that byte, the caller's. */
static PangoGlyphItem *take_run(struct rest *rest, int end)
{
    const PangoGlyphItem *run = rest->runs->data;
    int behind = run->item->offset + run->item->length;
    if (rest->glyph == 0)
        rest->byte = run->item->offset;
    PangoGlyphItem *part = take_part(rest, run, end);
    if (rest->byte == behind) {
        rest->runs = rest->runs->next;
        rest->glyph = 0;
    }
    return part;
}

static PangoLayoutLine *take_line(struct rest *rest, int start, int end)
{
    PangoLayoutLine *line = g_new0(PangoLayoutLine, 1);
    line->start_index = start;
    line->length = end - start;
    line->is_paragraph_start = start == 0;
    line->resolved_dir = PANGO_DIRECTION_LTR;
    while (rest->runs && rest->byte < end)
        line->runs = g_slist_prepend(line->runs, take_run(rest, end));
    line->runs = g_slist_reverse(line->runs);
    return line;
}

static int chars_of(const PangoLayoutLine *line)
{
    int n = 0;
    for (GSList *r = line->runs; r; r = r->next)
        n += ((const PangoGlyphItem *)r->data)->item->num_chars;
    return n;
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
        place += chars_of(line);
        if (text[end] && !place->is_mandatory_break && (place - 1)->is_white)
            drop_blank(line);
        lines->list = g_slist_prepend(lines->list, line);
        start = end;
    }
    lines->list = g_slist_reverse(lines->list);
    return lines;
}
