/*
 * Tables: one strip a row, so that no row is cut but one that is higher than a page, which is a
 * strip a line. A tinted header with round corners, every second row tinted, thin lines between
 * rows and a thick one at the end, which tell rows apart in grey print, too.
 */
#include "layout/table.h"

#include "layout/cell.h"
#include "layout/table_known.h"
#include "layout/table_widths.h"

#include <string.h>

struct table {
    struct column *column;
    const struct block *block;
    guint columns;
    bool narrow;          /* columns are narrower than their longest words */
    double outdent;       /* [pt] by which it stands out of its column at either side, so that its
                             words stand below those around it */
    double side, gap;     /* [pt] from the edges to the words; between columns */
    bool tall;            /* a cell has more lines than the profile's most */
    double *widths;       /* [pt]; owned */
    struct table_fit fit; /* its cells, row after row, while they are measured; owned */
    GPtrArray *repeat;    /* its header once more; owned */
};

/* A row while its cells are put together. */
struct row {
    const struct block *block;
    guint index;       /* among the table's, its header's too */
    GPtrArray **cells; /* by column: of struct strip *, their lines; owned */
    double *tops;      /* [pt] by column: the first line's, below the padding; owned */
    double height;     /* [pt] without paddings */
};

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
static void share_narrow_width(struct table *table, double room)
{
    guint left = table->columns;
    for (bool found = true; found && left > 0;) {
        double even = room / left;
        found = false;
        for (guint i = 0; i < table->columns; i++) {
            double word = table_fit_word(&table->fit, i);
            if (table->widths[i] > 0 || word > even)
                continue;
            found = true;
            table->widths[i] = MAX(word, 1);
            room -= table->widths[i];
            left--;
        }
    }
    for (guint i = 0; i < table->columns; i++)
        if (table->widths[i] == 0)
            table->widths[i] = room / left;
}

/* What the columns have for their words. [pt] */
static double room_of(const struct table *table)
{
    double gaps = table->gap * (table->columns - 1) + 2 * table->side;
    return MAX(table->column->width - gaps, table->columns); /* a point each, at the least */
}

static double words_of(const struct table *table)
{
    double words = 0;
    for (guint i = 0; i < table->columns; i++)
        words += table_fit_word(&table->fit, i);
    return words;
}

static void share_width(struct table *table)
{
    double room = room_of(table);
    table->narrow = words_of(table) > room;
    if (table->narrow)
        share_narrow_width(table, room);
    else
        table_widths_find(&table->fit, room, table->widths);
}

static double column_x(const struct table *table, guint column)
{
    double x = table->side;
    for (guint i = 0; i < column; i++)
        x += table->widths[i] + table->gap;
    return table->column->setter->document->rtl ? table->column->width - x - table->widths[column]
                                                : x;
}

/* Baseline of the first line in the strip, from its top; that of a picture is its top. [pt] */
static double baseline_of(const GPtrArray *strips)
{
    return strips->len > 0 ? strip_baseline(strips->pdata[0]) : 0;
}

/* Cells stand on the baseline of their first lines, whatever their scripts; names of columns on
 * that of their last ones. */
static void align_cells(struct row *row, guint columns)
{
    double baseline = 0;
    for (guint i = 0; i < columns; i++)
        baseline = MAX(baseline, baseline_of(row->cells[i]));
    for (guint i = 0; i < columns; i++) {
        double own = baseline_of(row->cells[i]);
        row->tops[i] = own > 0 ? baseline - own : 0;
        double height = strips_height(row->cells[i], 0, row->cells[i]->len);
        row->height = MAX(row->height, row->tops[i] + height);
    }
    for (guint i = 0; i < columns && row->block->as.row.header; i++)
        row->tops[i] = row->height - strips_height(row->cells[i], 0, row->cells[i]->len);
}

static struct row row_new(struct table *table, guint index)
{
    struct setter *setter = table->column->setter;
    struct row row = {.block = table->block->children->pdata[index],
                      .index = index,
                      .cells = g_new0(GPtrArray *, table->columns),
                      .tops = g_new0(double, table->columns),
                      .height = setter->leading};
    for (guint i = 0; i < table->columns; i++)
        row.cells[i] = i < row.block->children->len
                           ? cell_set(setter, row.block->children->pdata[i], table->widths[i])
                           : g_ptr_array_new();
    align_cells(&row, table->columns);
    return row;
}

static void row_clear(struct row *row, guint columns)
{
    for (guint i = 0; i < columns; i++)
        g_ptr_array_unref(row->cells[i]);
    g_free(row->cells);
    g_free(row->tops);
}

/* Puts the lines [from, to) of each cell into a strip of their own. */
static struct strip *stack_lines(const struct table *table, struct row *row, guint from, guint to)
{
    struct strip *strip = strip_new(0, row->block->pos);
    for (guint i = 0; i < table->columns; i++) {
        double y = from == 0 ? row->tops[i] : 0;
        for (guint n = from; n < MIN(to, row->cells[i]->len); n++) {
            struct strip *line = row->cells[i]->pdata[n];
            strip_absorb(strip, line, column_x(table, i), y);
            y += line->height;
        }
        strip->height = MAX(strip->height, y);
    }
    return strip;
}

static double padding(const struct table *table)
{
    const struct setter *setter = table->column->setter;
    return setter_trim(setter)->table.row_padding * setter->leading * setter->spaces;
}

static bool is_last(const struct table *table, guint index)
{
    return index + 1 == table->block->children->len;
}

static void add_line(const struct table *table, struct strip *strip, double y, double thick,
                     struct color color)
{
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, y, table->column->width, thick});
    strip_add_mark(strip, path, color);
}

/* The line at the lower edge of a row; above a first one that is no header, too. */
static void add_rules(const struct table *table, const struct row *row, struct strip *strip,
                      bool top, bool bottom)
{
    const struct trim *trim = setter_trim(table->column->setter);
    struct color accent = table->column->setter->style->accent;
    bool strong = row->block->as.row.header || is_last(table, row->index);
    double thick = strong ? trim->rules.header : trim->rules.hair;
    if (top && row->index == 0 && !row->block->as.row.header)
        add_line(table, strip, 0, trim->rules.header, accent);
    if (bottom)
        add_line(table, strip, strip->height - thick, thick,
                 strong ? accent : column_line_color(table->column, trim->table.rule_tint));
    strip->standing = bottom;
}

/* The header's ground, behind its words. */
static void add_head_ground(const struct table *table, struct strip *strip)
{
    const struct column *column = table->column;
    const struct trim *trim = setter_trim(column->setter);
    double radius = trim->table.radius * column->setter->body;
    struct rect box = {0, 0, column->width, strip->height};
    struct path *path = path_new();
    path_add_round_rect(path, box, radius, 0);
    strip_prepend(strip,
                  (struct item){.kind = ITEM_FILL,
                                .artifact = ARTIFACT_LAYOUT,
                                .box = box,
                                .as.fill = {path, column_tint(column, trim->table.head_tint)}});
}

/* Lines of the row's tallest cell. */
static guint count_lines(const struct table *table, const struct row *row)
{
    guint lines = 0;
    for (guint i = 0; i < table->columns; i++)
        lines = MAX(lines, row->cells[i]->len);
    return lines;
}

/* The row as a strip, or as one a line where no page holds it; of struct strip *, the caller's. */
static GPtrArray *row_strips(struct table *table, struct row *row)
{
    GPtrArray *strips = g_ptr_array_new();
    double pad = padding(table);
    guint lines = count_lines(table, row);
    bool parts = row->height + 2 * pad > table->column->setter->frame_height && lines > 1 &&
                 !row->block->as.row.header;
    guint step = parts ? 1 : MAX(lines, 1);
    for (guint from = 0; from < MAX(lines, 1); from += step) {
        bool top = from == 0, bottom = from + step >= lines;
        struct strip *strip = stack_lines(table, row, from, from + step);
        strip->height = parts ? strip->height : row->height;
        strip_shift(strip, 0, top ? pad : 0);
        strip->height += (top ? pad : 0) + (bottom ? pad : 0);
        add_rules(table, row, strip, top, bottom);
        strip->keep = strip->bound = parts && !bottom && (top || from + 2 * step >= lines);
        g_ptr_array_add(strips, strip);
    }
    if (row->block->as.row.header)
        add_head_ground(table, strips->pdata[0]);
    return strips;
}

/* The header, and once more for where a frame starts inside the table. */
static void append_header(struct table *table, struct strip *strip, double before)
{
    struct row row = row_new(table, 0);
    g_autoptr(GPtrArray) again = row_strips(table, &row);
    strip_shift(again->pdata[0], table->column->x, 0);
    g_ptr_array_add(table->repeat, again->pdata[0]);
    row_clear(&row, table->columns);
    strip->keep = strip->bound = true;
    column_append(table->column, strip, before);
}

static void append_row(struct table *table, guint index, double before)
{
    struct column *column = table->column;
    struct row row = row_new(table, index);
    g_autoptr(GPtrArray) strips = row_strips(table, &row);
    const struct trim *trim = setter_trim(column->setter);
    column_note(column, row.block);
    guint body = index - (table->repeat->len > 0 ? 1 : 0);
    if (row.block->as.row.header) {
        append_header(table, strips->pdata[0], before);
    } else if (body % 2 == 0) {
        column_add_rail(column, row.block, 0, column->width,
                        column_tint(column, trim->table.row_tint));
    }
    for (guint i = 0; i < strips->len && !row.block->as.row.header; i++) {
        struct strip *strip = strips->pdata[i];
        if (table->repeat->len > 0)
            strip->repeat = g_ptr_array_ref(table->repeat);
        column_append(column, strip, i == 0 ? before : 0);
    }
    column_end_rails(column, row.block);
    row_clear(&row, table->columns);
}

static guint count_rows(const struct table *table)
{
    return table->block->children->len - (table->repeat->len > 0 ? 1 : 0);
}

/* A short table stays in one piece where a page holds it; the last row of any has company. `first`:
 * the table's first strip, `last`: its last row's. */
static void keep_rows(const struct table *table, guint first, guint last)
{
    const GPtrArray *strips = table->column->strips;
    const struct setter *setter = table->column->setter;
    bool whole = count_rows(table) <= setter_trim(setter)->table.whole_rows &&
                 strips_height(strips, first, strips->len) <= setter->frame_height;
    for (guint i = first; whole && i + 1 < strips->len; i++)
        ((struct strip *)strips->pdata[i])->keep = true;
    struct strip *before = last > first ? strips->pdata[last - 1] : NULL;
    if (before)
        before->keep = before->bound = true;
}

static void set_rows(struct table *table)
{
    struct column *column = table->column;
    double around = column_lines(column, column->setter->profile->around);
    double before = column->after_heading ? 0 : around;
    column_entitle(column);
    guint first = column->strips->len, last = first;
    table->repeat = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < table->block->children->len; i++) {
        last = column->strips->len;
        append_row(table, i, i == 0 ? before : 0);
    }
    keep_rows(table, first, last);
    g_ptr_array_unref(table->repeat);
    column->after = around;
}

/* Too many columns are one mistake, however many of their words do not fit. */
static void set_narrow_rows(struct table *table)
{
    struct setter *setter = table->column->setter;
    report_narrow(table);
    struct trial trial = trial_begin(setter);
    set_rows(table);
    if (trial_end(setter, &trial))
        setter_overflow(setter, table->block->pos,
                        "words of this table are wider than its %u columns can be; use fewer "
                        "columns or shorter words",
                        table->columns);
}

static void measure_cells(struct table *table)
{
    struct setter *setter = table->column->setter;
    double picture = setter_trim(setter)->picture.in_cell * table->column->width;
    guint rows = table->block->children->len;
    struct cell_fit *cells = g_new(struct cell_fit, rows * table->columns);
    for (guint i = 0; i < rows; i++) {
        const struct block *row = table->block->children->pdata[i];
        g_autoptr(GArray) nothing = g_array_new(FALSE, FALSE, 1);
        for (guint n = 0; n < table->columns; n++)
            cells[i * table->columns + n] =
                n < row->children->len ? cell_measure(setter, row->children->pdata[n], picture)
                                       : cell_fit_of(nothing);
    }
    table->fit = (struct table_fit){rows, table->columns, cells};
}

static void forget_cells(struct table *table)
{
    for (guint i = 0; i < table->fit.rows * table->columns; i++)
        g_free(table->fit.cells[i].least);
    g_clear_pointer(&table->fit.cells, g_free);
}

/* True when a cell would have more lines than the profile's most. */
static bool has_tall_cells(const struct table *table)
{
    unsigned most = table->column->setter->profile->cell_lines;
    for (guint i = 0; most > 0 && i < table->fit.rows * table->columns; i++)
        if (cell_fit_lines(&table->fit.cells[i], table->widths[i % table->columns]) > most)
            return true;
    return false;
}

/* How its columns are, as it was found before or measured. */
static void find_columns(struct table *table)
{
    struct setter *setter = table->column->setter;
    struct table_room room = {table->column->width, room_of(table)};
    struct table_columns columns;
    if (table_known_find(setter, table->block, room, &columns)) {
        memcpy(table->widths, columns.widths, table->columns * sizeof *table->widths);
        table->narrow = columns.narrow;
        table->tall = columns.tall;
        return;
    }
    measure_cells(table);
    share_width(table);
    table->tall = has_tall_cells(table);
    forget_cells(table);
    columns = (struct table_columns){table->narrow, table->tall, table->widths};
    table_known_remember(setter, table->block, room, &columns, table->columns);
}

static void table_init(struct table *table, struct column *column, const struct block *block)
{
    const struct trim *trim = setter_trim(column->setter);
    const struct block *first = block->children->pdata[0];
    double em = column->setter->body, outdent = column_widen(column);
    *table = (struct table){.column = column,
                            .block = block,
                            .columns = first->children->len,
                            .outdent = outdent,
                            .side = outdent > 0 ? outdent : trim->table.side * em,
                            .gap = trim->table.column_gap * em};
    table->widths = g_new0(double, table->columns);
    find_columns(table);
}

static void table_clear(struct table *table)
{
    column_narrow(table->column, table->outdent);
    g_free(table->widths);
}

bool table_append_rows(struct column *column, const struct block *block)
{
    struct table table;
    bool cards = block->as.table.cards != NULL;
    const struct block *first = block->children->pdata[0];
    if (cards && first->children->len > column->setter->profile->columns)
        return false;
    table_init(&table, column, block);
    bool fits = !cards || !(table.narrow || table.tall);
    if (!fits && table.narrow)
        report_narrow(&table);
    else if (fits && table.narrow)
        set_narrow_rows(&table);
    else if (fits)
        set_rows(&table);
    table_clear(&table);
    return fits;
}
