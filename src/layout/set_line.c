/*
 * From a line of Pango's to one of a galley. Awkward: Pango's runs stand as they are seen, from
 * left to right; ours stand as they are read, so that the items of a line give its words in order.
 */
#include "layout/set_line.h"

#include "base/direction.h"
#include "base/script.h"
#include "base/signs.h"
#include "layout/font_map.h"
#include "layout/gaps.h"
#include "layout/glyphs.h"
#include "layout/hanging_blank.h"
#include "layout/line_width.h"

#include <string.h>

static gint compare_runs(gconstpointer a, gconstpointer b)
{
    const struct placed_run *x = a, *y = b;
    return x->glyphs->item->offset - y->glyphs->item->offset;
}

/* Runs of a line with their left edges, in reading order. */
static GArray *placed_runs(const struct paragraph *p, PangoLayoutLine *line, double x)
{
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct placed_run));
    bool in_order = true;
    for (GSList *l = line->runs; l; l = l->next) {
        struct placed_run run = {.glyphs = l->data, .x = x};
        run.span = paragraph_span(run.glyphs);
        for (int i = 0; i < run.glyphs->glyphs->num_glyphs; i++)
            x += run.glyphs->glyphs->glyphs[i].geometry.width * p->unit;
        in_order = in_order && run.glyphs->item->analysis.level == 0;
        g_array_append_val(runs, run);
    }
    if (!in_order)
        g_array_sort(runs, compare_runs);
    return runs;
}

void line_drop_marks(const struct paragraph *p, PangoLayoutLine *line)
{
    for (GSList *l = p->marks->len > 0 ? line->runs : NULL; l; l = l->next) {
        const PangoGlyphItem *run = l->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
            size_t at = (size_t)(run->item->offset + run->glyphs->log_clusters[i]);
            if (glyph->glyph == PANGO_GLYPH_EMPTY && paragraph_mark_at(p, at))
                glyph->geometry.width = 0; /* letters that are spaced have it on either side */
        }
    }
}

static bool is_drawn(const struct run *run, size_t cluster)
{
    for (size_t i = 0; i < run->n_glyphs; i++)
        if (run->glyphs[i].cluster == cluster)
            return true;
    return false;
}

/* Takes the marks out of the words; the soft hyphen of a hyphen that is drawn stays. `offset`: of
 * the run's words in the paragraph's text. */
static void drop_marks(const struct paragraph *p, size_t offset, struct run *run)
{
    const char *marked = run->text;
    g_autofree size_t *moved = g_new(size_t, strlen(marked) + 1);
    g_autoptr(GString) words = g_string_new(NULL);
    const char *set = p->text->str + offset;
    for (const char *c = marked, *next; *c; c = next, set = g_utf8_next_char(set)) {
        size_t at = (size_t)(c - marked);
        next = g_utf8_next_char(c);
        moved[at] = words->len;
        while (direction_is_isolate(g_utf8_get_char(set))) /* the run has none of them */
            set = g_utf8_next_char(set);
        if (!paragraph_mark_at(p, (size_t)(set - p->text->str)) || is_drawn(run, at))
            g_string_append_len(words, c, next - c);
    }
    for (size_t i = 0; i < run->n_glyphs; i++)
        run->glyphs[i].cluster = (uint32_t)moved[run->glyphs[i].cluster];
    run_set_words(run, words->str);
}

/* The words of raised and lowered letters as Unicode writes them, which is how they are copied and
 * read on; the glyphs stay those of plain letters. */
static void mark_script(struct run *run, int raise)
{
    g_autofree char *words = script_words(run->text, raise);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        glong letters = g_utf8_pointer_to_offset(run->text, run->text + run->glyphs[i].cluster);
        run->glyphs[i].cluster = (uint32_t)(g_utf8_offset_to_pointer(words, letters) - words);
    }
    run_set_words(run, words);
}

/* False, reported, when a character has no glyph or a mark no letter to stand on. */
static bool check_glyphs(struct paragraph *p, const PangoGlyphItem *glyphs)
{
    const char *text = p->text->str;
    int missing = glyphs_missing(glyphs, text), alone = glyphs_alone(glyphs, text);
    if (missing >= 0)
        glyphs_report_missing(text + missing, paragraph_pos(p, (size_t)missing), p->setter->diag);
    else if (alone >= 0)
        glyphs_report_alone(text + alone, paragraph_pos(p, (size_t)alone), p->setter->diag);
    else
        return true;
    p->setter->failed = p->setter->unprintable = true;
    return false;
}

/* A line under way: the runs of the galley from `first` on. */
struct setting {
    struct paragraph *p;
    PangoLayoutLine *line;
    struct galley *galley;
    guint first;
};

static guint count_runs(const struct setting *s)
{
    return s->galley->runs->len - s->first;
}

static struct run *run_at(const struct setting *s, guint i)
{
    return &g_array_index(s->galley->runs, struct galley_run, s->first + i).run;
}

/* Gives the blank that a run consists of, and that ends a line unseen, to the run before it, so
 * that words of two elements stay apart where they are heard or copied. */
static void keep_blank(const struct setting *s, const PangoItem *item)
{
    const char *text = s->p->text->str + item->offset;
    guint runs = count_runs(s);
    if (*text != ' ' || runs == 0)
        return;
    struct run *last = run_at(s, runs - 1);
    g_autofree char *words = g_strconcat(last->text, " ", NULL);
    run_set_words(last, words);
}

/* Adds the run to the galley, if there is something to show. */
static void add_run(const struct setting *s, const struct placed_run *placed)
{
    struct paragraph *p = s->p;
    const struct span *span = p->spans->pdata[placed->span];
    const PangoItem *item = placed->glyphs->item;
    if (!check_glyphs(p, placed->glyphs)) {
        s->galley->flawed = true;
        return;
    }
    struct galley_run added = {
        .run = {.face = font_map_face(item->analysis.font),
                .size = setter_size(p->setter, p->kind) * paragraph_ratio(p, span),
                .x = placed->x},
        .span = placed->span};
    if (!glyphs_to_run(placed->glyphs, p->text->str, p->unit, &added.run)) {
        keep_blank(s, item);
        return;
    }
    if (p->marks->len > 0)
        drop_marks(p, (size_t)item->offset, &added.run);
    if (span->raise != 0)
        mark_script(&added.run, span->raise);
    g_array_append_val(s->galley->runs, added);
}

/* How far its ink reaches up and down; no width. */
static PangoRectangle line_ink(const PangoLayoutLine *line)
{
    PangoRectangle all = {0};
    for (GSList *r = line->runs; r; r = r->next) {
        const PangoGlyphItem *run = r->data;
        PangoRectangle ink;
        pango_glyph_string_extents(run->glyphs, run->item->analysis.font, &ink, NULL);
        int top = MIN(all.y, ink.y), foot = MAX(all.y + all.height, ink.y + ink.height);
        bool first = all.height == 0;
        if (ink.width > 0 && ink.height > 0)
            all = first ? (PangoRectangle){0, ink.y, 0, ink.height}
                        : (PangoRectangle){0, top, 0, foot - top};
    }
    return all;
}

/* True when the line's text reads from right to left, whatever its runs do. */
static bool line_is_rtl(PangoLayoutLine *line)
{
    return pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
}

/* Left edge of the words in their column, in which `room` is left beside them. Facts stand below
 * each other, whatever their language. */
static double words_x(const struct paragraph *p, PangoLayoutLine *line, double room,
                      enum alignment alignment)
{
    bool rtl = p->setter->document->rtl, fact = p->kind == TEXT_FACT;
    switch (alignment) {
    case ALIGN_START:
        return rtl || (line_is_rtl(line) && !fact) ? room : 0;
    case ALIGN_CENTER:
        return room / 2;
    case ALIGN_END:
        return rtl ? 0 : room;
    case ALIGNMENT_COUNT:
        break;
    }
    g_assert_not_reached();
}

static double line_x(const struct paragraph *p, PangoLayoutLine *line, double width,
                     enum alignment alignment)
{
    struct hanging_blank blank = hanging_blank(p->text->str, line);
    double words = (line_width(line) - blank.width) * p->unit;
    double x = words_x(p, line, width - words, alignment);
    return blank.leads ? x - blank.width * p->unit : x;
}

/* [pt] that the words leave of their column. */
static double line_room(const struct paragraph *p, PangoLayoutLine *line, double width)
{
    return width - (line_width(line) - hanging_blank(p->text->str, line).width) * p->unit;
}

/* Moves letters apart or together, with all that stands behind them; returns by how much the line
 * has grown. [pt] */
static double space_letters(const struct setting *s, double room)
{
    double sum = 0;
    guint runs = count_runs(s);
    for (guint i = 0; i < runs; i++) {
        double x = run_at(s, i)->x;
        double added = gaps_apply(s->p->setter->gaps, run_at(s, i), room - sum);
        for (guint n = 0; n < runs; n++)
            run_at(s, n)->x += run_at(s, n)->x > x ? added : 0;
        sum += added;
    }
    return sum;
}

/* The same, and the line's own place in its column. */
static void space_line(const struct setting *s, double width, enum alignment alignment)
{
    if (!s->p->setter->gaps)
        return;
    double grown = space_letters(s, line_room(s->p, s->line, width));
    double shift = words_x(s->p, s->line, grown, alignment);
    for (guint i = 0, runs = count_runs(s); i < runs; i++)
        run_at(s, i)->x -= shift;
}

/* How the line ended: by what stands at its end, or behind it where it does not own it. */
/* True when the author ended a line among those characters. */
static bool has_line_end(const char *from, const char *to)
{
    for (const char *c = from; c < to; c = g_utf8_next_char(c))
        if (*c == '\n' || g_str_has_prefix(c, LINE_SEPARATOR_TEXT))
            return true;
    return false;
}

static enum line_end end_of(const struct paragraph *p, const PangoLayoutLine *line)
{
    const char *end = p->text->str + line->start_index + line->length, *next = end;
    while (g_unichar_isspace(g_utf8_get_char(next)))
        next = g_utf8_next_char(next);
    if (!*next)
        return LINE_END_TEXT;
    const char *last = g_utf8_find_prev_char(p->text->str, end);
    const struct break_mark *mark =
        last ? paragraph_mark_at(p, (size_t)(last - p->text->str)) : NULL;
    if (mark && mark->sign == SOFT_HYPHEN)
        return LINE_END_HYPHEN;
    if (!mark && has_line_end(last ? last : end, next))
        return LINE_END_NEW;
    bool parted = next > end || !last || g_unichar_isspace(g_utf8_get_char(last));
    return parted ? LINE_END_BLANK : LINE_END_NOTHING;
}

/* The glyph of the blank that ends a run; NULL when there is none: Pango leaves most of them out,
 * and keeps the character. */
static const struct glyph *final_blank(const struct run *run)
{
    size_t length = strlen(run->text);
    if (length == 0 || run->text[length - 1] != ' ')
        return NULL;
    const struct glyph *last = &run->glyphs[run->rtl ? 0 : run->n_glyphs - 1];
    return last->cluster == length - 1 ? last : NULL;
}

/* From the left edge of the first run in sight to the right edge of the last one, without the blank
 * where the line was broken. A line without glyphs has none. */
static void measure_words(const struct setting *s, struct galley_line *line)
{
    double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
    guint runs = count_runs(s);
    if (runs == 0)
        return;
    for (guint i = 0; i < runs; i++) {
        const struct run *run = run_at(s, i);
        left = MIN(left, run->x);
        right = MAX(right, run->x + run->width);
    }
    const struct run *last = run_at(s, runs - 1);
    const struct glyph *blank = final_blank(last);
    double size = setter_size(s->p->setter, s->p->kind);
    double space = blank ? blank->advance + s->p->tracking * size / 2 : 0;
    line->x = last->rtl ? left + space : left;
    line->width = right - left - space;
}

/* In the faces of the first choice alone. */
static bool is_primary(const struct setting *s)
{
    for (guint i = 0, runs = count_runs(s); i < runs; i++) {
        const struct face *face = run_at(s, i)->face;
        if (face != fonts_primary(s->p->setter->fonts, face->bold))
            return false;
    }
    return true;
}

/* Adds what is known of the line behind its runs. */
static void end_line(const struct setting *s)
{
    struct galley_line line = {.runs = s->galley->runs->len,
                               .rtl = line_is_rtl(s->line),
                               .primary = is_primary(s),
                               .end = end_of(s->p, s->line)};
    measure_words(s, &line);
    if (!line.primary || s->p->setter->gaps) {
        PangoRectangle ink = line_ink(s->line);
        line.ink_top = ink.y * s->p->unit;
        line.ink_height = ink.height * s->p->unit;
    }
    g_array_append_val(s->galley->lines, line);
}

void set_line(struct paragraph *p, PangoLayoutLine *line, double width, enum alignment alignment,
              struct galley *galley)
{
    const struct setting setting = {p, line, galley, galley->runs->len};
    g_autoptr(GArray) runs = placed_runs(p, line, line_x(p, line, width, alignment));
    for (guint i = 0; i < runs->len; i++)
        add_run(&setting, &g_array_index(runs, struct placed_run, i));
    space_line(&setting, width, alignment);
    end_line(&setting);
}
