/*
 * Tables of facts: the first column is as wide as its longest words, the second has the rest.
 * Awkward: in a folded leaflet both do not fit side by side, so there each row is stacked, its name
 * above what it says.
 */
#include "layout/fact_table.h"

#include "layout/text.h"

struct facts {
    struct column *column;
    bool stacked;
    double first;  /* [pt] width of the first column */
    double gap;    /* [pt] */
    double indent; /* [pt] of the second where it is stacked */
};

static const struct block *cell_of(const struct block *row, guint column)
{
    const struct block *cell = row->children->pdata[column];
    return cell->children->pdata[0];
}

static void measure(struct facts *facts, const struct block *table)
{
    double word = 0;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *row = table->children->pdata[i];
        const struct block *name = cell_of(row, 0), *value = cell_of(row, 1);
        struct setter *setter = facts->column->setter;
        facts->first = MAX(facts->first, text_widths(setter, name->spans, TEXT_FACT).line);
        word = MAX(word, text_widths(setter, value->spans, TEXT_FACT).word);
    }
    facts->stacked = facts->first + facts->gap + MAX(word, facts->first) > facts->column->width;
}

/* Puts the lines of a cell into the row at `x`, `y`. Returns their height. [pt] */
static double put(struct facts *facts, struct strip *row, const struct block *text, double x,
                  double y, double width)
{
    struct column *column = facts->column;
    bool rtl = column->setter->document->rtl;
    double left = rtl ? column->width - x - width : x, from = y;
    g_autoptr(GPtrArray) lines =
        text_set(column->setter, text->spans, TEXT_FACT, width, ALIGN_START);
    for (guint i = 0; i < lines->len; i++) {
        struct strip *line = lines->pdata[i];
        y += i > 0 ? line->gap : 0;
        strip_absorb(row, line, left, y);
        y += line->height;
    }
    return y - from;
}

static struct strip *set_row(struct facts *facts, const struct block *row)
{
    struct strip *strip = strip_new(0, row->pos);
    const struct block *name = cell_of(row, 0), *value = cell_of(row, 1);
    double width = facts->column->width, indent = facts->indent;
    if (facts->stacked) {
        strip->height = put(facts, strip, name, 0, 0, width);
        strip->height += put(facts, strip, value, indent, strip->height, width - indent);
        return strip;
    }
    double second = facts->first + facts->gap;
    double named = put(facts, strip, name, 0, 0, facts->first);
    double said = put(facts, strip, value, second, 0, width - second);
    strip->height = MAX(named, said);
    return strip;
}

void fact_table_append(struct column *column, const struct block *table)
{
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body;
    struct facts facts = {
        .column = column, .gap = trim->table.fact_gap * em, .indent = trim->table.fact_indent * em};
    measure(&facts, table);
    for (guint i = 0; i < table->children->len; i++)
        column_append(column, set_row(&facts, table->children->pdata[i]),
                      column_lines(column, trim->table.fact_before));
    column->after = column_lines(column, trim->table.fact_before);
}
