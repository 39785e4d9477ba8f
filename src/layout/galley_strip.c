/*
 * From galleys to strips: what depends on how the desk is put, on the elements that the words are
 * content of, and on colours.
 */
#include "layout/galley_strip.h"

/* A strip under way. */
struct making {
    const struct setter *setter;
    const GPtrArray *spans;
    enum text_kind kind;
    const struct galley_line *line;
    const struct galley_run *runs; /* of the line */
    guint n_runs;
    struct strip *strip;
};

static const struct span *span_of(const struct making *m, guint run)
{
    return m->spans->pdata[m->runs[run].span];
}

/* The link that the words of `element` are seen to be; NULL: none. */
static const struct element *seen_link(const struct making *m, const struct element *element)
{
    return m->setter->leave_references ? NULL : element_link(element);
}

static void add_runs(struct making *m)
{
    struct color plain = setter_color(m->setter, m->kind);
    for (guint i = 0; i < m->n_runs; i++) {
        const struct span *span = span_of(m, i);
        struct item item = {
            .kind = ITEM_RUN, .element = span->element, .as.run = run_share(&m->runs[i].run)};
        item.as.run.color = seen_link(m, span->element) ? m->setter->style->accent : plain;
        strip_add(m->strip, item);
    }
}

/* The same for all faces; more where the ink of one that stands taller than the first choice
 * (Burmese, Nastaliq) needs it, but on screens, where leading.h sees to that. What faces ask for
 * themselves is too much: 2.1 em for Arabic. */
static double line_height(const struct making *m)
{
    double height = setter_leading(m->setter, m->kind);
    return m->line->primary || m->setter->gaps ? height : MAX(height, m->line->ink_height);
}

/* [pt] by which the letters that `raise` takes off the baseline would touch those of the line above
 * (1) or below (-1). */
static double script_growth(const struct making *m, int raise)
{
    bool raised = false;
    for (guint i = 0; i < m->n_runs; i++)
        raised = raised || span_of(m, i)->raise == raise;
    if (!raised)
        return 0;
    const struct face *primary = fonts_primary(m->setter->fonts, false);
    const struct profile *profile = m->setter->profile;
    double reach = profile->trim->script.rise + primary->cap_height * profile->script_ratio;
    double lowered = profile->trim->script.rise + primary->cap_height;
    double needed = raise > 0 ? reach + profile->trim->script.descent : lowered;
    return MAX(0, needed * setter_size(m->setter, m->kind) - m->strip->height);
}

/* Puts the middle of the letters (half the capital height) into the middle of the line's height;
 * raised and lowered ones stand off the baseline. Returns the baseline. */
static double place_on_baseline(struct making *m)
{
    struct strip *strip = m->strip;
    strip->height = line_height(m);
    const struct face *primary = fonts_primary(m->setter->fonts, false);
    double size = setter_size(m->setter, m->kind);
    double above = script_growth(m, 1), below = script_growth(m, -1);
    double baseline = (strip->height + primary->cap_height * size) / 2 + above;
    if (m->setter->gaps) { /* on screens, which look it up */
        strip->ink_top = baseline + m->line->ink_top;
        strip->ink_foot = strip->ink_top + m->line->ink_height;
    }
    strip->height += above + below;
    for (guint i = 0; i < m->n_runs; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        struct run *run = &item->as.run;
        run->baseline =
            baseline - span_of(m, i)->raise * setter_trim(m->setter)->script.rise * size;
        item->box = (struct rect){run->x, run->baseline - run->face->ascent * run->size, run->width,
                                  (run->face->ascent + run->face->descent) * run->size};
    }
    return baseline;
}

/* A line without glyphs is none. */
static void record_line(struct making *m, double baseline, double tracking)
{
    if (m->n_runs == 0)
        return;
    const struct element *block = element_block(span_of(m, 0)->element);
    strip_add_line(m->strip, (struct line){.element = block,
                                           .lang = element_lang(block),
                                           .rtl = m->line->rtl,
                                           .x = m->line->x,
                                           .baseline = baseline,
                                           .width = m->line->width,
                                           .size = setter_size(m->setter, m->kind),
                                           .tracking = tracking,
                                           .end = m->line->end,
                                           .first = 0,
                                           .last = m->n_runs - 1});
}

/* A line along the words of run `item`, `rise` em above their baseline: decoration, as the words
 * say it all. */
static void add_word_line(struct making *m, guint item, double rise)
{
    struct run run = g_array_index(m->strip->items, struct item, item).as.run;
    double thickness = setter_trim(m->setter)->word_lines.thickness * run.size;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){run.x, run.baseline - rise * run.size, run.width, thickness});
    strip_add_mark(m->strip, path, run.color);
}

/* Lines through struck words, and under links, which colour alone would not show in grey; the
 * entries of a list of sections are known by their numbers. */
static void add_word_lines(struct making *m)
{
    const struct trim *trim = setter_trim(m->setter);
    for (guint i = 0; i < m->n_runs; i++) {
        const struct span *span = span_of(m, i);
        if (span->strike)
            add_word_line(m, i, (m->runs[i].run.face->x_height + trim->word_lines.thickness) / 2);
        if (span->raise == 0 && m->kind != TEXT_ENTRY && seen_link(m, span->element))
            add_word_line(m, i, -trim->word_lines.drop);
    }
}

/* The whole height of the line can be clicked, over each stretch of runs that one link owns. */
static void add_links(struct making *m)
{
    struct item area = {.kind = ITEM_LINK};
    for (guint i = 0, end = m->strip->items->len; i <= end; i++) {
        const struct item *item = i < end ? &g_array_index(m->strip->items, struct item, i) : NULL;
        bool is_run = item && item->kind == ITEM_RUN;
        const struct element *link = is_run ? seen_link(m, item->element) : NULL;
        double left = is_run ? item->as.run.x : 0, right = is_run ? left + item->as.run.width : 0;
        if (area.element && area.element == link) {
            double farther = MAX(area.box.x + area.box.width, right);
            area.box.x = MIN(area.box.x, left);
            area.box.width = farther - area.box.x;
            continue;
        }
        if (area.element)
            strip_add(m->strip, area);
        area.element = link;
        area.box = (struct rect){left, 0, right - left, m->strip->height};
    }
}

struct strip *galley_strip(const struct galley *galley, guint index, const struct setter *setter,
                           const GPtrArray *spans, enum text_kind kind)
{
    const struct galley_line *line = &g_array_index(galley->lines, struct galley_line, index);
    guint first = index > 0 ? (line - 1)->runs : 0;
    struct making making = {
        .setter = setter,
        .spans = spans,
        .kind = kind,
        .line = line,
        .runs = &g_array_index(galley->runs, struct galley_run, first),
        .n_runs = line->runs - first,
        .strip = strip_new(0, ((const struct span *)spans->pdata[0])->pos),
    };
    add_runs(&making);
    double baseline = place_on_baseline(&making);
    record_line(&making, baseline, galley->tracking);
    add_word_lines(&making);
    add_links(&making);
    return making.strip;
}
