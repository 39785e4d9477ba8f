/*
 * From a line of Pango's to a strip. Awkward: Pango's runs stand as they are seen, from left to
 * right; ours stand as they are read, so that the items of a line give its words in order.
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
    for (GSList *l = line->runs; l; l = l->next) {
        struct placed_run run = {.glyphs = l->data, .x = x};
        run.span = paragraph_span(run.glyphs);
        for (int i = 0; i < run.glyphs->glyphs->num_glyphs; i++)
            x += run.glyphs->glyphs->glyphs[i].geometry.width * p->unit;
        g_array_append_val(runs, run);
    }
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
    g_autofree char *marked = run->text;
    g_autofree size_t *moved = g_new(size_t, strlen(marked) + 1);
    GString *words = g_string_new(NULL);
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
    run->text = g_string_free(words, FALSE);
}

/* The words of raised and lowered letters as Unicode writes them, which is how they are copied and
 * read on; the glyphs stay those of plain letters. */
static void mark_script(struct run *run, int raise)
{
    g_autofree char *plain = run->text;
    run->text = script_words(plain, raise);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        glong letters = g_utf8_pointer_to_offset(plain, plain + run->glyphs[i].cluster);
        run->glyphs[i].cluster =
            (uint32_t)(g_utf8_offset_to_pointer(run->text, letters) - run->text);
    }
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

/* Gives the blank that a run consists of, and that ends a line unseen, to the run before it, so
 * that words of two elements stay apart where they are heard or copied. */
static void keep_blank(const struct paragraph *p, struct strip *strip, const PangoItem *item)
{
    const char *text = p->text->str + item->offset;
    if (*text != ' ' || strip->items->len == 0)
        return;
    struct item *last = &g_array_index(strip->items, struct item, strip->items->len - 1);
    char *words = g_strconcat(last->as.run.text, " ", NULL);
    g_free(last->as.run.text);
    last->as.run.text = words;
}

/* The link that the words of `element` are seen to be; NULL: none. */
static const struct element *seen_link(const struct paragraph *p, const struct element *element)
{
    return p->setter->leave_references ? NULL : element_link(element);
}

/* Adds the run to the strip; false when there is nothing to show. */
static bool add_run(struct paragraph *p, struct strip *strip, const struct placed_run *placed)
{
    const struct span *span = p->spans->pdata[placed->span];
    const PangoItem *item = placed->glyphs->item;
    if (!check_glyphs(p, placed->glyphs))
        return false;
    struct run run = {.face = font_map_face(item->analysis.font),
                      .size = setter_size(p->setter, p->kind) * paragraph_ratio(p, span),
                      .color = seen_link(p, span->element) ? p->setter->style->accent
                                                           : setter_color(p->setter, p->kind),
                      .x = placed->x};
    if (!glyphs_to_run(placed->glyphs, p->text->str, p->unit, &run)) {
        keep_blank(p, strip, item);
        return false;
    }
    if (p->marks->len > 0)
        drop_marks(p, (size_t)item->offset, &run);
    if (span->raise != 0)
        mark_script(&run, span->raise);
    strip_add(strip, (struct item){.kind = ITEM_RUN, .element = span->element, .as.run = run});
    return true;
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

/* The same for all faces; more where the ink of one that stands taller than the first choice
 * (Burmese, Nastaliq) needs it, but on screens, where leading.h sees to that. What faces ask for
 * themselves is too much: 2.1 em for Arabic. */
static double line_height(const struct paragraph *p, PangoLayoutLine *line,
                          const struct strip *strip)
{
    double height = setter_leading(p->setter, p->kind);
    bool primary = true;
    for (guint i = 0; i < strip->items->len; i++) {
        const struct face *face = g_array_index(strip->items, struct item, i).as.run.face;
        primary = primary && face == fonts_primary(p->setter->fonts, face->bold);
    }
    return primary || p->setter->gaps ? height : MAX(height, line_ink(line).height * p->unit);
}

/* [pt] by which the letters that `raise` takes off the baseline would touch those of the line above
 * (1) or below (-1). */
static double script_growth(const struct paragraph *p, const struct strip *strip,
                            const GArray *spans, int raise)
{
    const struct face *primary = fonts_primary(p->setter->fonts, false);
    const struct profile *profile = p->setter->profile;
    double size = setter_size(p->setter, p->kind), growth = 0;
    double reach = profile->trim->script.rise + primary->cap_height * profile->script_ratio;
    double lowered = profile->trim->script.rise + primary->cap_height;
    double needed = (raise > 0 ? reach + profile->trim->script.descent : lowered) * size;
    for (guint i = 0; i < spans->len; i++) {
        const struct span *span = p->spans->pdata[g_array_index(spans, guint, i)];
        if (span->raise == raise)
            growth = MAX(growth, needed - strip->height);
    }
    return growth;
}

/* Puts the middle of the letters (half the capital height) into the middle of the line's height;
 * raised and lowered ones stand off the baseline. `spans`: of the items (of guint). Returns the
 * baseline. */
static double place_on_baseline(struct paragraph *p, PangoLayoutLine *line, struct strip *strip,
                                const GArray *spans)
{
    strip->height = line_height(p, line, strip);
    const struct face *primary = fonts_primary(p->setter->fonts, false);
    double size = setter_size(p->setter, p->kind);
    double above = script_growth(p, strip, spans, 1), below = script_growth(p, strip, spans, -1);
    double baseline = (strip->height + primary->cap_height * size) / 2 + above;
    if (p->setter->gaps) { /* on screens, which look it up */
        PangoRectangle ink = line_ink(line);
        strip->ink_top = baseline + ink.y * p->unit;
        strip->ink_foot = strip->ink_top + ink.height * p->unit;
    }
    strip->height += above + below;
    for (guint i = 0; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        const struct span *span = p->spans->pdata[g_array_index(spans, guint, i)];
        struct run *run = &item->as.run;
        run->baseline = baseline - span->raise * p->setter->profile->trim->script.rise * size;
        item->box = (struct rect){run->x, run->baseline - run->face->ascent * run->size, run->width,
                                  (run->face->ascent + run->face->descent) * run->size};
    }
    return baseline;
}

/* A line along the words of run `item`, `rise` em above their baseline: decoration, as the words
 * say it all. */
static void add_word_line(const struct paragraph *p, struct strip *strip, guint item, double rise)
{
    struct run run = g_array_index(strip->items, struct item, item).as.run;
    double thickness = setter_trim(p->setter)->word_lines.thickness * run.size;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){run.x, run.baseline - rise * run.size, run.width, thickness});
    strip_add_mark(strip, path, run.color);
}

/* Lines through struck words, and under links, which colour alone would not show in grey; the
 * entries of a list of sections are known by their numbers. */
static void add_word_lines(const struct paragraph *p, struct strip *strip, const GArray *spans)
{
    const struct trim *trim = setter_trim(p->setter);
    for (guint i = 0; i < spans->len; i++) {
        const struct span *span = p->spans->pdata[g_array_index(spans, guint, i)];
        const struct face *face = g_array_index(strip->items, struct item, i).as.run.face;
        if (span->strike)
            add_word_line(p, strip, i, (face->x_height + trim->word_lines.thickness) / 2);
        if (seen_link(p, span->element) && span->raise == 0 && p->kind != TEXT_ENTRY)
            add_word_line(p, strip, i, -trim->word_lines.drop);
    }
}

/* The whole height of the line can be clicked, over each stretch of runs that one link owns. */
static void add_links(const struct paragraph *p, struct strip *strip)
{
    guint runs = strip->items->len;
    struct item area = {.kind = ITEM_LINK};
    for (guint i = 0; i <= runs; i++) {
        const struct item *item = i < runs ? &g_array_index(strip->items, struct item, i) : NULL;
        bool is_run = item && item->kind == ITEM_RUN;
        const struct element *link = is_run ? seen_link(p, item->element) : NULL;
        double left = is_run ? item->as.run.x : 0, right = is_run ? left + item->as.run.width : 0;
        if (area.element && area.element == link) {
            double end = MAX(area.box.x + area.box.width, right);
            area.box.x = MIN(area.box.x, left);
            area.box.width = end - area.box.x;
            continue;
        }
        if (area.element)
            strip_add(strip, area);
        area.element = link;
        area.box = (struct rect){left, 0, right - left, strip->height};
    }
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

static struct run *run_at(const struct strip *strip, guint i)
{
    return &g_array_index(strip->items, struct item, i).as.run;
}

/* Moves letters apart or together, with all that stands behind them; returns by how much the line
 * has grown. [pt] The strip holds runs alone. */
static double space_letters(const struct paragraph *p, struct strip *strip, double room)
{
    double sum = 0;
    for (guint i = 0; i < strip->items->len; i++) {
        double x = run_at(strip, i)->x;
        double added = gaps_apply(p->setter->gaps, run_at(strip, i), room - sum);
        for (guint n = 0; n < strip->items->len; n++)
            run_at(strip, n)->x += run_at(strip, n)->x > x ? added : 0;
        sum += added;
    }
    return sum;
}

/* The same, and the line's own place in its column. */
static void space_line(const struct paragraph *p, PangoLayoutLine *line, struct strip *strip,
                       double width, enum alignment alignment)
{
    if (!p->setter->gaps)
        return;
    double grown = space_letters(p, strip, line_room(p, line, width));
    double shift = words_x(p, line, grown, alignment);
    for (guint i = 0; i < strip->items->len; i++)
        run_at(strip, i)->x -= shift;
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
 * where the line was broken. */
static void measure_ink(struct line *line, const struct strip *strip)
{
    double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
    for (guint i = line->first; i <= line->last; i++) {
        const struct run *run = &g_array_index(strip->items, struct item, i).as.run;
        left = MIN(left, run->x);
        right = MAX(right, run->x + run->width);
    }
    const struct run *last = &g_array_index(strip->items, struct item, line->last).as.run;
    const struct glyph *blank = final_blank(last);
    double space = blank ? blank->advance + line->tracking * line->size / 2 : 0;
    line->x = last->rtl ? left + space : left;
    line->width = right - left - space;
}

/* Remembers what is known of the line while its runs are the only items of the strip. A line
 * without glyphs is none. */
static void record_line(const struct paragraph *p, PangoLayoutLine *line, double baseline,
                        struct strip *strip)
{
    if (strip->items->len == 0)
        return;
    const struct item *first = &g_array_index(strip->items, struct item, 0);
    const struct element *block = element_block(first->element);
    struct line record = {.element = block,
                          .lang = element_lang(block),
                          .rtl = line_is_rtl(line),
                          .baseline = baseline,
                          .size = setter_size(p->setter, p->kind),
                          .tracking = p->tracking,
                          .end = end_of(p, line),
                          .first = 0,
                          .last = strip->items->len - 1};
    measure_ink(&record, strip);
    strip_add_line(strip, record);
}

struct strip *set_line(struct paragraph *p, PangoLayoutLine *line, double width,
                       enum alignment alignment)
{
    double x = line_x(p, line, width, alignment);
    struct strip *strip = strip_new(0, ((const struct span *)p->spans->pdata[0])->pos);
    g_autoptr(GArray) runs = placed_runs(p, line, x);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(guint)); /* of the strip's items */
    for (guint i = 0; i < runs->len; i++) {
        const struct placed_run *run = &g_array_index(runs, struct placed_run, i);
        if (add_run(p, strip, run))
            g_array_append_val(spans, run->span);
    }
    space_line(p, line, strip, width, alignment);
    double baseline = place_on_baseline(p, line, strip, spans);
    record_line(p, line, baseline, strip);
    add_word_lines(p, strip, spans);
    add_links(p, strip);
    return strip;
}
