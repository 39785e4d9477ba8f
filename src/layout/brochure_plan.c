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

struct table {
    const GPtrArray *strips;
    double height, mean; /* [pt] of a panel; of what is on one if they are all alike */
    enum seam *seams;    /* by strip: what a panel that ends before it parts */
    guint *reach;        /* by strip: where a panel that begins with it is full */
    double *costs;       /* of all strips before one on so many panels */
    guint *starts;       /* of the last of these panels */
};

static gsize place(const struct table *table, guint panels, guint end)
{
    return (gsize)panels * (table->strips->len + 1) + end;
}

/* What a panel of [from, to) costs: what its end parts, and how far it is from the others. */
static double cost_of(const struct table *table, guint from, guint to)
{
    double off = (strips_height(table->strips, from, to) - table->mean) / table->height;
    return brochure_look.seam_costs[table->seams[to]] + off * off;
}

/* The cheapest last panel that ends before strip `end`. */
static void fill_place(struct table *table, guint panel, guint end, enum seam worst)
{
    gsize here = place(table, panel, end);
    for (guint from = end; from-- > 0 && table->reach[from] >= end;) {
        double before = table->costs[place(table, panel - 1, from)];
        if (table->seams[from] > worst || before == G_MAXDOUBLE)
            continue;
        double cost = before + cost_of(table, from, end);
        if (cost < table->costs[here]) {
            table->costs[here] = cost;
            table->starts[here] = from;
        }
    }
}

static GArray *read_ends(const struct table *table, guint panels)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(guint));
    guint end = table->strips->len;
    if (table->costs[place(table, panels, end)] == G_MAXDOUBLE)
        g_clear_pointer(&ends, g_array_unref);
    for (guint panel = panels; ends && panel > 0; panel--) {
        g_array_prepend_val(ends, end);
        end = table->starts[place(table, panel, end)];
    }
    return ends;
}

static struct table table_new(const GPtrArray *strips, guint panels, double height)
{
    guint count = strips->len;
    gsize places = (gsize)(panels + 1) * (count + 1);
    struct table table = {.strips = strips,
                          .height = height,
                          .mean = strips_height(strips, 0, count) / panels,
                          .seams = g_new(enum seam, count + 1),
                          .reach = g_new(guint, count + 1),
                          .costs = g_new(double, places),
                          .starts = g_new0(guint, places)};
    for (guint i = 0; i <= count; i++) {
        table.seams[i] = i > 0 && i < count ? brochure_seam(strips, i) : SEAM_SECTIONS;
        table.reach[i] = strips_end(strips, i, height);
    }
    for (gsize i = 0; i < places; i++)
        table.costs[i] = i == 0 ? 0 : G_MAXDOUBLE;
    return table;
}

static void table_clear(struct table *table)
{
    g_free(table->seams);
    g_free(table->reach);
    g_free(table->costs);
    g_free(table->starts);
}

GArray *brochure_plan(const GPtrArray *strips, guint panels, double height, enum seam worst)
{
    struct table table = table_new(strips, panels, height);
    for (guint panel = 1; panel <= panels; panel++)
        for (guint end = 1; end <= strips->len; end++)
            if (table.seams[end] <= worst)
                fill_place(&table, panel, end, worst);
    GArray *ends = read_ends(&table, panels);
    table_clear(&table);
    return ends;
}
