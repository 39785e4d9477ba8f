/*
 * Tables of plain text whose cells have blanks or tabs between them. Awkward: a row may lack a cell
 * in its middle, and then only the place where the others begin says which; two blanks after a
 * sentence, and those behind the sign of a list, are no gap between columns.
 */
#include "base/pattern.h"
#include "content/list_sign.h"
#include "import/text_parts.h"

#include <string.h>

#define TAB_WIDTH 8
/* Cells of one column begin so far from each other at most. [characters] */
#define COLUMN_SLACK 1
/* Lines without a gap that are set in so far belong to the row above. [blanks] */
#define INDENT_LEAST 2

/* Blanks for the line's tabs; owned by the caller. */
static char *expand(const char *line)
{
    GString *out = g_string_new(NULL);
    int column = 0;
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        bool tab = *p == '\t';
        do {
            g_string_append_unichar(out, tab ? ' ' : g_utf8_get_char(p));
            column++;
        } while (tab && column % TAB_WIDTH != 0);
    }
    return g_strchomp(g_string_free(out, FALSE));
}

/* Behind the sign of a list at the line's start, which has blanks of its own. */
static size_t skip_marker(const char *line)
{
    static struct pattern typed = PATTERN("^ *(?:[-*+\u2013]|\\d{1,3}[.)]|\\p{L}[.)]) +");
    struct range found;
    if (pattern_find(&typed, line, 0, &found))
        return found.end;
    const char *sign = line + strspn(line, " ");
    size_t length = list_sign_length(sign, LIST_SIGN_BULLET) + list_mark_length(sign);
    size_t blanks = strspn(sign + length, " ");
    return length > 0 && blanks > 0 ? (size_t)(sign - line) + length + blanks : 0;
}

/* The cells of an expanded line; of struct text_cell, the caller's. */
static GArray *find_cells(const char *line)
{
    static struct pattern gap = PATTERN("(?<=[^\\s.!?:;]) {2,}(?=\\S)");
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct text_cell));
    struct range at = {0, skip_marker(line)};
    for (size_t start = strspn(line, " "); line[start]; start = at.end) {
        bool more = pattern_find(&gap, line, at.end, &at);
        size_t end = more ? at.start : strlen(line);
        struct text_cell cell = {start, end - start, (int)g_utf8_strlen(line, (gssize)start)};
        g_array_append_val(cells, cell);
        if (!more)
            break;
    }
    return cells;
}

void text_find_gaps(struct text_line *line)
{
    line->wide = expand(line->text);
    line->cells = find_cells(line->wide);
}

/* Signs in a row, as people draw below the names of columns. */
static bool is_ruler(const struct text_line *line)
{
    return text_is_drawn(line->text, "-=_");
}

static bool may_be_row(const struct text_line *line)
{
    return line->cells->len > 1 || is_ruler(line) || strspn(line->text, " ") >= INDENT_LEAST ||
           *line->text == '\t';
}

static guint count_lines(const struct text_line *lines, guint most)
{
    guint n = 0;
    while (n < most && *lines[n].wide && may_be_row(&lines[n]))
        n++;
    return n;
}

static unsigned count_tabs(const char *line)
{
    unsigned tabs = 0;
    for (; *line; line++)
        tabs += *line == '\t';
    return tabs;
}

/* Lines as programs give cells to others: one tab between two of them, even empty ones. */
static bool is_tabbed(const struct text_line *lines, guint n)
{
    unsigned tabs = count_tabs(lines[0].text);
    for (guint i = 1; i < n; i++)
        if (count_tabs(lines[i].text) != tabs)
            return false;
    return tabs > 0;
}

static char *cell_text(const char *line, struct text_cell cell)
{
    return g_strndup(line + cell.start, cell.length);
}

/* In which of the columns that start there the cell stands; -1: in none. */
static int column_of(const GArray *columns, struct text_cell cell)
{
    for (guint i = 0; i < columns->len; i++)
        if (ABS(g_array_index(columns, struct text_cell, i).column - cell.column) <= COLUMN_SLACK)
            return (int)i;
    return -1;
}

/* The line's cells, each in its column; owned by the caller; NULL: one stands in none. */
static char *place_cells(const struct text_line *line, const GArray *columns)
{
    const GArray *cells = line->cells;
    GString *row = g_string_new(NULL);
    bool same = cells->len == columns->len;
    guint next = 0;
    for (guint i = 0; i < columns->len; i++) {
        g_string_append(row, i ? "\t" : "");
        if (next == cells->len)
            continue;
        struct text_cell cell = g_array_index(cells, struct text_cell, next);
        if (!same && column_of(columns, cell) != (int)i)
            continue;
        g_autofree char *words = cell_text(line->wide, cell);
        g_string_append(row, words);
        next++;
    }
    return g_string_free(row, next < cells->len);
}

/* The cells of the line that has most, lent; NULL: there are only rulers. */
static const GArray *find_columns(const struct text_line *lines, guint n)
{
    const GArray *columns = NULL;
    for (guint i = 0; i < n; i++)
        if (!is_ruler(&lines[i]) && (!columns || lines[i].cells->len > columns->len))
            columns = lines[i].cells;
    return columns;
}

/* Rows up to the first line that fits no column. */
static void read_rows(struct text_table *table, const struct text_line *lines, guint n)
{
    bool tabbed = is_tabbed(lines, n);
    const GArray *columns = find_columns(lines, n);
    for (guint i = 0; i < n; i++) {
        if (is_ruler(&lines[i])) {
            table->heads = table->heads ? table->heads : table->rows->len;
            continue;
        }
        char *row = tabbed ? g_strdup(lines[i].text) : place_cells(&lines[i], columns);
        if (!row)
            return;
        text_table_add(table, row, i);
        table->lines = i + 1;
    }
    table->lines = n;
}

struct text_table text_read_spaced(const struct text_line *lines, guint most)
{
    struct text_table table = text_table_new();
    if (lines[0].cells->len < 2 && !is_ruler(&lines[0]))
        return table;
    guint n = count_lines(lines, most);
    if (n < 2)
        return table;
    read_rows(&table, lines, n);
    if (table.rows->len < 2 || find_columns(lines, table.lines)->len < 2)
        table.lines = 0;
    return table;
}
