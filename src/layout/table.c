/*
 * Tables: one strip a row, so that no row is ever cut; thin lines under rows, a thick one under the
 * header, no box lines. Columns get the width of their widest word first and share the rest by how
 * much more text they hold.
 */
#include "layout/table.h"

#include "layout/picture.h"
#include "layout/text.h"

struct table {
    struct column *column;
    const struct block *block;
    guint columns;
    bool narrow;    /* columns are narrower than their longest words */
    double gap;     /* [pt] between columns */
    double *widths; /* [pt] */
};

static struct text_widths cell_widths(struct table *table, const struct block *cell)
{
    struct setter *setter = table->column->setter;
    struct text_widths widths = {0, 0};
    for (guint i = 0; i < cell->children->len; i++) {
        const struct block *block = cell->children->pdata[i];
        double share = setter_trim(setter)->picture.in_cell * table->column->width;
        struct text_widths own = {share, share};
        if (block->kind == BLOCK_TEXT)
            own = text_widths(setter, block->spans, block->text_kind);
        widths.word = MAX(widths.word, own.word);
        widths.line = MAX(widths.line, own.line);
    }
    return widths;
}

static struct text_widths column_widths(struct table *table, guint column)
{
    struct text_widths widths = {0, 0};
    for (guint i = 0; i < table->block->children->len; i++) {
        const struct block *row = table->block->children->pdata[i];
        if (column >= row->children->len)
            continue;
        struct text_widths own = cell_widths(table, row->children->pdata[column]);
        widths.word = MAX(widths.word, own.word);
        widths.line = MAX(widths.line, own.line);
    }
    return widths;
}

static void report_narrow(const struct table *table)
{
    struct setter *setter = table->column->setter;
    if (setter->probing)
        return;
    diag_report(setter->diag, RULE_TABLE_WIDTH, table->block->pos,
                "%s: the longest words of this table's %u columns do not fit side by side%s; "
                "use fewer columns or shorter words",
                setter->product, table->columns,
                table->block->as.table.cards ? ", so each row stands by itself" : "");
}

/* Columns whose words fit an even share get the width of those words, the others what is left. */
static void share_narrow_width(struct table *table, const struct text_widths *wanted, double room)
{
    guint left = table->columns;
    for (bool found = true; found && left > 0;) {
        double even = room / left;
        found = false;
        for (guint i = 0; i < table->columns; i++) {
            if (table->widths[i] > 0 || wanted[i].word > even)
                continue;
            found = true;
            table->widths[i] = MAX(wanted[i].word, 1);
            room -= table->widths[i];
            left--;
        }
    }
    for (guint i = 0; i < table->columns; i++)
        if (table->widths[i] == 0)
            table->widths[i] = room / left;
}

/* Words first, then the rest of the width by how much each column would like to have. */
static void share_width(struct table *table, const struct text_widths *wanted)
{
    double gaps = table->gap * (table->columns - 1);
    double room = MAX(table->column->width - gaps, table->columns); /* a point each, at the least */
    double words = 0, wishes = 0;
    for (guint i = 0; i < table->columns; i++) {
        words += wanted[i].word;
        wishes += wanted[i].line - wanted[i].word;
    }
    table->narrow = words > room;
    if (table->narrow) {
        report_narrow(table);
        share_narrow_width(table, wanted, room);
        return;
    }
    for (guint i = 0; i < table->columns; i++) {
        double wish = wanted[i].line - wanted[i].word;
        double share = wishes > 0 ? wish / wishes : 1.0 / table->columns;
        table->widths[i] = wanted[i].word + (room - words) * share;
    }
}

static double column_x(const struct table *table, guint column)
{
    double x = 0;
    for (guint i = 0; i < column; i++)
        x += table->widths[i] + table->gap;
    return table->column->setter->document->rtl ? table->column->width - x - table->widths[column]
                                                : x;
}

/* Cells hold text and pictures, nothing else. */
static GPtrArray *set_cell(struct table *table, const struct block *cell, double width)
{
    struct setter *setter = table->column->setter;
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < cell->children->len; i++) {
        const struct block *block = cell->children->pdata[i];
        if (block->kind == BLOCK_TEXT)
            g_ptr_array_extend_and_steal(strips, text_set(setter, block->spans, block->text_kind,
                                                          width, cell->as.cell.alignment));
        else
            g_ptr_array_add(strips, picture_strip(setter, block, width));
    }
    return strips;
}

/* Stacks a cell's strips into the row. Returns their height. */
static double stack_cell(struct table *table, const struct block *row, guint column,
                         struct strip *strip, double top)
{
    double y = top;
    g_autoptr(GPtrArray) lines =
        set_cell(table, row->children->pdata[column], table->widths[column]);
    for (guint i = 0; i < lines->len; i++) {
        struct strip *line = lines->pdata[i];
        strip_absorb(strip, line, column_x(table, column), y);
        y += line->height;
    }
    return y - top;
}

static void add_rule(struct table *table, struct strip *strip, bool header)
{
    const struct style *style = table->column->setter->style;
    const struct trim *trim = setter_trim(table->column->setter);
    double thick = header ? trim->rules.header : trim->rules.hair;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, strip->height - thick, table->column->width, thick});
    strip_add_mark(strip, path, header ? style->accent : style->ink);
}

static struct strip *set_row(struct table *table, const struct block *row)
{
    struct setter *setter = table->column->setter;
    double padding = setter_trim(setter)->table.row_padding * setter->leading;
    double height = setter->leading;
    struct strip *strip = strip_new(0, row->pos);
    for (guint i = 0; i < row->children->len && i < table->columns; i++) {
        double cell = stack_cell(table, row, i, strip, padding);
        height = MAX(height, cell);
    }
    strip->height = height + 2 * padding;
    add_rule(table, strip, row->as.row.header);
    strip->keep = row->as.row.header;
    return strip;
}

static void set_rows(struct table *table)
{
    struct column *column = table->column;
    double before = setter_look(column->setter, TEXT_BODY)->before * column->setter->leading;
    g_autoptr(GPtrArray) repeat = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < table->block->children->len; i++) {
        const struct block *row = table->block->children->pdata[i];
        struct strip *strip = set_row(table, row);
        if (row->as.row.header) {
            struct strip *again = set_row(table, row);
            strip_shift(again, column->x, 0);
            g_ptr_array_add(repeat, again);
        } else if (repeat->len > 0) {
            strip->repeat = g_ptr_array_ref(repeat);
        }
        column_append(column, strip, i == 0 ? before : 0);
    }
}

/* Too many columns are one mistake, however many of their words do not fit. */
static void set_narrow_rows(struct table *table)
{
    struct setter *setter = table->column->setter;
    struct trial trial = trial_begin(setter);
    set_rows(table);
    if (trial_end(setter, &trial))
        setter_overflow(setter, table->block->pos,
                        "words of this table are wider than its %u columns can be; use fewer "
                        "columns or shorter words",
                        table->columns);
}

static struct table table_of(struct column *column, const struct block *block)
{
    const struct block *first = block->children->pdata[0];
    return (struct table){.column = column,
                          .block = block,
                          .columns = first->children->len,
                          .gap =
                              setter_trim(column->setter)->table.column_gap * column->setter->body};
}

bool table_wants_cards(struct column *column, const struct block *block)
{
    if (!block->as.table.cards)
        return false;
    struct table table = table_of(column, block);
    double width = table.gap * (table.columns - 1);
    for (guint i = 0; i < table.columns; i++)
        width += column_widths(&table, i).word;
    if (table.columns > column->setter->profile->columns)
        return true;
    if (width > column->width)
        report_narrow(&table);
    return width > column->width;
}

void table_append(struct column *column, const struct block *block)
{
    struct table table = table_of(column, block);
    g_autofree double *widths = table.widths = g_new0(double, table.columns);
    g_autofree struct text_widths *wanted = g_new0(struct text_widths, table.columns);
    for (guint i = 0; i < table.columns; i++)
        wanted[i] = column_widths(&table, i);
    share_width(&table, wanted);
    if (table.narrow)
        set_narrow_rows(&table);
    else
        set_rows(&table);
    column->after = setter_look(column->setter, TEXT_BODY)->after * column->setter->leading;
}
