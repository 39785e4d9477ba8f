/*
 * The optimal assignment, by dynamic programming: for each number of panels and each strip the
 * cheapest way to have all strips before it on these panels.
 */
#include "layout/brochure_plan.h"

#include "base/sentence.h"
#include "layout/profile.h"

#include <string.h>

static const struct strip *strip_at(const GPtrArray *strips, guint index)
{
    return strips->pdata[index];
}

/* The line that ends the strip; NULL: it has none, as pictures and rules. */
static const struct line *last_line(const struct strip *strip)
{
    return strip->lines->len > 0 ? &g_array_index(strip->lines, struct line, strip->lines->len - 1)
                                 : NULL;
}

/* The last sign but for quotes and brackets is a stop. */
static bool ends_sentence(const struct strip *strip, const struct line *line)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = line->first; i <= line->last; i++) {
        const struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            g_string_append(words, item->as.run.text);
    }
    for (const char *at = words->str + words->len; at > words->str;) {
        at = g_utf8_prev_char(at);
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalnum(c) || sentence_is_stop(c))
            return sentence_is_stop(c);
    }
    return false;
}

enum seam brochure_seam(const GPtrArray *strips, guint index)
{
    const struct strip *above = strip_at(strips, index - 1), *below = strip_at(strips, index);
    const struct line *line = last_line(above);
    if (above->keep)
        return SEAM_COUNT;
    if (below->opens || above->separator || below->separator)
        return SEAM_SECTIONS;
    if (above->paired || above->listed)
        return SEAM_ANYWHERE;
    if (!line || line->end == LINE_END_TEXT)
        return SEAM_BLOCKS;
    return ends_sentence(above, line) ? SEAM_SENTENCES : SEAM_ANYWHERE;
}

/* Of [from, to) on one panel, with what is shown again above them. [pt] */
static bool fits(const GPtrArray *strips, guint from, guint to, double height)
{
    return strips_end(strips, from, height) >= to;
}

/* What a panel of [from, to) costs: what its end parts, and how far it is from the others. */
static double cost_of(const GPtrArray *strips, guint from, guint to, double height, double mean)
{
    enum seam seam = to < strips->len ? brochure_seam(strips, to) : SEAM_SECTIONS;
    double off = (strips_height(strips, from, to) - mean) / height;
    return brochure_look.seam_costs[seam] + off * off;
}

struct table {
    guint strips;
    double *costs; /* of all strips before one on so many panels */
    guint *starts; /* of the last of these panels */
};

static gsize place(const struct table *table, guint panels, guint end)
{
    return (gsize)panels * (table->strips + 1) + end;
}

static bool may_start(const GPtrArray *strips, guint index, enum seam worst)
{
    return index == 0 || brochure_seam(strips, index) <= worst;
}

/* The cheapest last panel that ends before strip `end`. */
static void fill_place(struct table *table, const GPtrArray *strips, guint panel, guint end,
                       double height, double mean, const bool *starts)
{
    gsize here = place(table, panel, end);
    table->costs[here] = G_MAXDOUBLE;
    for (guint from = end; from-- > 0;) {
        if (!fits(strips, from, end, height))
            break;
        double before = table->costs[place(table, panel - 1, from)];
        if (!starts[from] || before == G_MAXDOUBLE)
            continue;
        double cost = before + cost_of(strips, from, end, height, mean);
        if (cost < table->costs[here]) {
            table->costs[here] = cost;
            table->starts[here] = from;
        }
    }
}

static GArray *read_ends(const struct table *table, guint panels)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(guint));
    guint end = table->strips;
    if (table->costs[place(table, panels, end)] == G_MAXDOUBLE)
        g_clear_pointer(&ends, g_array_unref);
    for (guint panel = panels; ends && panel > 0; panel--) {
        g_array_prepend_val(ends, end);
        end = table->starts[place(table, panel, end)];
    }
    return ends;
}

GArray *brochure_plan(const GPtrArray *strips, guint panels, double height, enum seam worst)
{
    guint count = strips->len;
    gsize places = (gsize)(panels + 1) * (count + 1);
    g_autofree double *costs = g_new(double, places);
    g_autofree guint *starts = g_new0(guint, places);
    g_autofree bool *may = g_new0(bool, count + 1);
    struct table table = {count, costs, starts};
    double mean = strips_height(strips, 0, count) / panels;
    for (guint end = 0; end <= count; end++) {
        costs[end] = end == 0 ? 0 : G_MAXDOUBLE;
        may[end] = end < count && may_start(strips, end, worst);
    }
    for (guint panel = 1; panel <= panels; panel++) {
        costs[place(&table, panel, 0)] = G_MAXDOUBLE;
        for (guint end = 1; end <= count; end++) {
            bool ends = end == count || may[end];
            costs[place(&table, panel, end)] = G_MAXDOUBLE;
            if (ends)
                fill_place(&table, strips, panel, end, height, mean, may);
        }
    }
    return read_ends(&table, panels);
}
