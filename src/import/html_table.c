/*
 * Tables of a page. Many pages use tables to place things, so a table is data only when nothing but
 * words and their marks stand in its cells. Awkward: Markdown joins no cells, so what a joined cell
 * says is said in each of the places that it covers, and the table is listed for a person to look
 * at: a dose must not stand beside the wrong age.
 */
#include "base/lang.h"
#include "import/html_parts.h"

#include <stdlib.h>
#include <string.h>

/* A page may claim any number of columns; no real table has more. */
#define COLUMNS 40

#define WHY_JOINED "a table with joined cells: what they say now stands in each place, check it"
#define WHY_HEADS  "a table with several head rows: they are one now, check it"
#define WHY_FIRST  "a table without a head: its first row was taken for it, check it"
#define WHY_BARE   "a table without a head: if its first row names its columns, make that its head"
#define WHY_LIST   "a list within a table: its items are lines of their cell now"
#define WHY_TABLE  "a table within a table: its rows are lines of their cell now"

struct cell {
    char *plain, *marked; /* owned */
    bool head;            /* it names a row or a column */
    bool coloured;        /* in a way that may mean something, wherever it stands */
    bool ground;          /* the same, but for a head, where that is how the page looks */
    char align;           /* as html_alignment has it */
};

struct grid {
    struct walk *walk;
    GPtrArray *rows; /* of GArray * of struct cell: what is known, with holes where plain is NULL */
    GArray *numbers; /* of int: the lines of the rows in the page */
    unsigned columns;
    unsigned named; /* rows that the page says are the table's head */
    bool joined, listed, tabled;
    const char *aligned; /* as a line has it */
};

static void cell_clear(gpointer data)
{
    struct cell *cell = data;
    g_free(cell->plain);
    g_free(cell->marked);
}

/* Rows, their groups and the table may have looks, as one that is struck. */
static void look_at_cell(struct walk *w, const xmlNode *cell,
                         void (*look)(struct html_look *look, const xmlNode *node))
{
    for (const xmlNode *n = cell; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        look(&w->look, n);
        if (html_is(n, "table"))
            return;
    }
}

static struct cell read_cell(struct grid *grid, const xmlNode *node)
{
    struct ink *ink = ink_new();
    bool coloured = html_colour_means(node) || html_colour_means(node->parent);
    look_at_cell(grid->walk, node, html_look_enter);
    grid->walk->look.at = node;
    struct html_cell found = html_read_cell(grid->walk, ink, node);
    look_at_cell(grid->walk, node, html_look_leave);
    grid->listed |= found.listed;
    grid->tabled |= found.tabled;
    html_settle_ink(grid->walk, ink);
    g_autofree char *words = ink_plain(ink);
    if (*words && (html_is_kept_unseen(node) || html_is_kept_unseen(node->parent) ||
                   xmlHasProp((xmlNode *)node, BAD_CAST "hidden")))
        html_note(grid->walk, words, HTML_CLOSED);
    bool rtl = lang_is_rtl(grid->walk->source->lang ? grid->walk->source->lang : LANG_DEFAULT);
    bool ground = html_ground_means(node) || html_ground_means(node->parent);
    struct cell cell = {
        ink_plain(ink), ink_marked(ink, true),    html_is(node, "th"), coloured || found.coloured,
        ground,         html_alignment(node, rtl)};
    ink_free(ink);
    return cell;
}

static GArray *grid_row(const struct grid *grid, guint row)
{
    return grid->rows->pdata[row];
}

static bool is_taken(const GArray *row, unsigned column)
{
    return column < row->len && g_array_index(row, struct cell, column).plain;
}

/* Says the cell in one place. */
static void put(const struct grid *grid, guint row, unsigned column, const struct cell *cell)
{
    GArray *cells = grid_row(grid, row);
    if (is_taken(cells, column))
        return;
    if (cells->len <= column)
        g_array_set_size(cells, column + 1);
    struct cell own = *cell;
    own.plain = g_strdup(cell->plain);
    own.marked = g_strdup(cell->marked);
    g_array_index(cells, struct cell, column) = own;
}

static unsigned span_of(const xmlNode *node, const char *name)
{
    g_autofree char *value = html_value(node, name);
    return value ? (unsigned)CLAMP(atoi(value), 1, COLUMNS) : 1;
}

/* Rows from `row` on that the cell takes; "0" stands for all of its part of the table. */
static unsigned rows_of(const struct grid *grid, guint row, const xmlNode *cell)
{
    if (!html_value_is(cell, "rowspan", "0"))
        return MIN(span_of(cell, "rowspan"), grid->rows->len - row);
    unsigned rows = 1;
    for (const xmlNode *n = cell->parent->next; n; n = n->next)
        rows += html_is(n, "tr");
    return MIN(rows, grid->rows->len - row);
}

static void place_cell(struct grid *grid, guint row, const xmlNode *node)
{
    unsigned column = 0, across = span_of(node, "colspan"), down = rows_of(grid, row, node);
    while (is_taken(grid_row(grid, row), column))
        column++;
    struct cell cell = read_cell(grid, node);
    grid->joined |= across > 1 || down > 1;
    for (unsigned r = 0; r < down; r++)
        for (unsigned c = 0; c < across; c++)
            put(grid, row + r, column + c, &cell);
    grid->columns = MAX(grid->columns, column + across);
    cell_clear(&cell);
}

/* A row of a table's foot with one cell through all columns is a note below it. */
static const xmlNode *foot_note(const xmlNode *row)
{
    const xmlNode *cell = xmlFirstElementChild((xmlNode *)row);
    bool alone = cell && !xmlNextElementSibling((xmlNode *)cell);
    return html_is(row->parent, "tfoot") && alone && span_of(cell, "colspan") > 1 ? cell : NULL;
}

/* Nobody is told the row, or those that it is one of; heads for readers of screens are told. */
static bool is_unseen(const xmlNode *row)
{
    return html_part_of(row, 0) == &html_unseen ||
           (!html_is(row->parent, "table") && html_part_of(row->parent, 0) == &html_unseen);
}

/* Such a row is listed; false: it is none. */
static bool drop_hidden(struct walk *w, const xmlNode *row)
{
    if (!is_unseen(row))
        return false;
    g_autoptr(GString) words = g_string_new(NULL);
    for (xmlNode *cell = xmlFirstElementChild((xmlNode *)row); cell;
         cell = xmlNextElementSibling(cell)) {
        g_autofree char *said = html_words(cell);
        g_string_append_printf(words, "%s%s", words->len ? "\t" : "", said);
    }
    html_drop(w, row, words->str, html_unseen.why);
    return true;
}

static void read_rows(struct grid *grid, const xmlNode *table)
{
    guint row = 0;
    for (const xmlNode *n = table; n; n = html_after(n, table, !html_is(n, "tr"))) {
        if (!html_is(n, "tr") || foot_note(n) || drop_hidden(grid->walk, n))
            continue;
        for (const xmlNode *cell = n->children; cell; cell = cell->next)
            if (html_is(cell, "td") || html_is(cell, "th"))
                place_cell(grid, row, cell);
        row++;
    }
}

static void add_rows(struct grid *grid, const xmlNode *table)
{
    for (const xmlNode *n = table; n; n = html_after(n, table, !html_is(n, "tr"))) {
        if (!html_is(n, "tr") || foot_note(n) || is_unseen(n))
            continue;
        GArray *row = g_array_new(FALSE, TRUE, sizeof(struct cell));
        g_array_set_clear_func(row, cell_clear);
        g_ptr_array_add(grid->rows, row);
        int number = (int)xmlGetLineNo(n);
        g_array_append_val(grid->numbers, number);
        grid->named += html_is(n->parent, "thead");
    }
}

static bool is_head_row(const GArray *row)
{
    bool any = false;
    for (guint i = 0; i < row->len; i++) {
        const struct cell *cell = &g_array_index(row, struct cell, i);
        if (!cell->head && cell->plain && *cell->plain)
            return false;
        any |= cell->head;
    }
    return any;
}

static bool has_heads(const struct grid *grid)
{
    for (guint r = 0; r < grid->rows->len; r++)
        for (guint c = 0; c < grid_row(grid, r)->len; c++)
            if (g_array_index(grid_row(grid, r), struct cell, c).head)
                return true;
    return false;
}

static bool has_figures(const GArray *row, guint first)
{
    for (guint i = first; i < row->len; i++) {
        const struct cell *cell = &g_array_index(row, struct cell, i);
        if (cell->plain && strpbrk(cell->plain, "0123456789"))
            return true;
    }
    return false;
}

/* All of its words are bold. */
static bool is_bold(const GArray *row)
{
    bool any = false;
    for (guint i = 0; i < row->len; i++) {
        const struct cell *cell = &g_array_index(row, struct cell, i);
        if (!cell->plain || !*cell->plain)
            continue;
        const char *rest = strstr(cell->marked + 1, "**");
        if (!g_str_has_prefix(cell->marked, "**") || !rest || rest[2])
            return false;
        any = true;
    }
    return any;
}

/* Rows at the top that name the columns. A first row without figures above one that has some does
 * so although nothing says it. */
static unsigned count_heads(struct grid *grid)
{
    unsigned heads = 0;
    while (heads < grid->rows->len && is_head_row(grid_row(grid, heads)))
        heads++;
    if (grid->named > 0) /* names below are those of parts of the table */
        heads = MIN(heads, grid->named);
    if (heads == grid->rows->len)
        heads = MIN(heads, 1);
    if (heads > 1)
        html_note(grid->walk, "", WHY_HEADS);
    if (heads > 0 || has_heads(grid) || grid->rows->len < 2)
        return heads;
    bool bold = is_bold(grid_row(grid, 0)) && !is_bold(grid_row(grid, 1));
    bool words = false;
    for (guint column = 0; column <= 1; column++)
        words |= !has_figures(grid_row(grid, 0), column) && has_figures(grid_row(grid, 1), column);
    if (!bold && !words) {
        html_note(grid->walk, "", WHY_BARE);
        return heads;
    }
    html_note(grid->walk, "", WHY_FIRST);
    return 1;
}

/* What the rows from `first` to `last` say in a column, each once; appended, behind a tab. */
static void append_column(const struct grid *grid, guint first, guint last, unsigned column,
                          GString *plain, GString *marked)
{
    const char *before = NULL;
    for (guint r = first; r <= last; r++) {
        const GArray *row = grid_row(grid, r);
        if (!is_taken(row, column))
            continue;
        const struct cell *cell = &g_array_index(row, struct cell, column);
        if (!*cell->plain || (before && strcmp(before, cell->plain) == 0))
            continue;
        g_string_append_printf(plain, "%s%s", before ? " " : "", cell->plain);
        g_string_append_printf(marked, "%s%s", before ? " " : "", cell->marked);
        before = cell->plain;
    }
}

/* How the cells of a column are aligned below its name, if all are alike; ' ': not alike. */
static char column_align(const struct grid *grid, unsigned heads, unsigned column)
{
    char sign = 0;
    for (guint r = heads; r < grid->rows->len; r++) {
        const GArray *row = grid_row(grid, r);
        if (!is_taken(row, column))
            continue;
        const struct cell *cell = &g_array_index(row, struct cell, column);
        if (sign && sign != cell->align)
            return ' ';
        sign = cell->align ? cell->align : ' ';
    }
    return sign ? sign : ' ';
}

/* A letter for each column; lent by the source. */
static const char *align_columns(const struct grid *grid, unsigned heads)
{
    g_autoptr(GString) signs = g_string_new(NULL);
    for (unsigned c = 0; c < grid->columns; c++)
        g_string_append_c(signs, column_align(grid, heads, c));
    return g_string_chunk_insert_const(grid->walk->source->strings, signs->str);
}

static bool is_coloured(const GArray *row, bool named)
{
    for (guint i = 0; i < row->len; i++) {
        const struct cell *cell = &g_array_index(row, struct cell, i);
        if (cell->coloured || (cell->ground && !named))
            return true;
    }
    return false;
}

static void write_rows(const struct grid *grid, guint first, guint last, bool named)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    GString *marked = g_string_new(NULL);
    for (unsigned c = 0; c < grid->columns; c++) {
        g_string_append(plain, c ? "\t" : "");
        g_string_append(marked, c ? "\t" : "");
        append_column(grid, first, last, c, plain, marked);
    }
    for (guint r = first; r <= last; r++)
        if (is_coloured(grid_row(grid, r), named))
            html_note(grid->walk, "", WHY_COLOUR);
    struct input_line *line =
        html_add(grid->walk, LINE_ROW, g_array_index(grid->numbers, int, first), plain->str,
                 g_string_free(marked, FALSE));
    line->level = named;
    line->columns = grid->aligned;
}

static void write_grid(struct grid *grid)
{
    if (grid->joined)
        html_note(grid->walk, "", WHY_JOINED);
    if (grid->listed)
        html_note(grid->walk, "", WHY_LIST);
    if (grid->tabled)
        html_note(grid->walk, "", WHY_TABLE);
    unsigned heads = count_heads(grid);
    grid->aligned = align_columns(grid, heads);
    if (heads > 0)
        write_rows(grid, 0, heads - 1, true);
    for (guint r = heads; r < grid->rows->len; r++)
        write_rows(grid, r, r, false);
    html_flush_block(grid->walk);
}

/* A cell that is a paragraph beside the table. */
static void write_alone(struct walk *w, const xmlNode *cell)
{
    struct grid grid = {.walk = w};
    struct cell words = read_cell(&grid, cell);
    if (*words.plain) {
        html_add(w, LINE_TEXT, (int)xmlGetLineNo(cell), words.plain, g_strdup(words.marked));
        html_flush_block(w);
    }
    cell_clear(&words);
}

/* The paragraph above the table says the same. */
static bool is_said_above(const xmlNode *caption, const xmlNode *table)
{
    const xmlNode *above = xmlPreviousElementSibling((xmlNode *)table);
    if (!html_is(above, "p"))
        return false;
    g_autofree char *own = html_words(caption), *other = html_words(above);
    return strcmp(own, other) == 0;
}

static void write_caption(struct walk *w, const xmlNode *table)
{
    for (const xmlNode *n = table->children; n; n = n->next)
        if (html_is(n, "caption") && !is_said_above(n, table))
            write_alone(w, n);
}

static void write_foot_notes(struct walk *w, const xmlNode *table)
{
    for (const xmlNode *n = table; n; n = html_after(n, table, !html_is(n, "tr")))
        if (html_is(n, "tr") && foot_note(n))
            write_alone(w, foot_note(n));
}

static bool holds_table(const xmlNode *table, const struct grid *grid)
{
    unsigned cells = 0;
    bool heads = false;
    for (const xmlNode *n = table; n; n = html_after(n, table, true)) {
        heads |= html_is(n, "th");
        cells += html_is(n, "td") || html_is(n, "th");
    }
    return cells > grid->rows->len && (grid->rows->len > 1 || heads);
}

bool html_read_table(struct walk *w, const xmlNode *table)
{
    struct grid grid = {.walk = w,
                        .rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
                        .numbers = g_array_new(FALSE, FALSE, sizeof(int))};
    bool data = html_is_data(table);
    if (data)
        add_rows(&grid, table);
    data = data && holds_table(table, &grid);
    if (data) {
        html_flush_block(w);
        write_caption(w, table);
        read_rows(&grid, table);
        write_grid(&grid);
        write_foot_notes(w, table);
    }
    w->placed |= !data;
    g_ptr_array_unref(grid.rows);
    g_array_unref(grid.numbers);
    return data;
}
