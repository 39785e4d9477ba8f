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

/* The line as it looks: blanks for its tabs, but a tab behind words stays one of them, as it parts
 * cells however narrow it is. Owned by the caller. */
static char *expand(const char *line)
{
    GString *out = g_string_new(NULL);
    int column = 0;
    bool words = false;
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        bool tab = *p == '\t';
        words |= *p != ' ' && !tab;
        g_string_append_unichar(out, tab && !words ? ' ' : g_utf8_get_char(p));
        column++;
        for (; tab && column % TAB_WIDTH != 0; column++)
            g_string_append_c(out, ' ');
    }
    return g_strchomp(g_string_free(out, FALSE));
}

/* Behind the sign of a list at the line's start, which has blanks of its own. */
static size_t skip_marker(const char *line)
{
    static struct pattern typed = PATTERN("^ *(?:[-*+\u2013]|\\d{1,3}[.)]|\\p{L}[.)])[ \t]+");
    struct range found;
    if (pattern_find(&typed, line, 0, &found))
        return found.end;
    const char *sign = line + strspn(line, " ");
    size_t length = list_sign_length(sign, LIST_SIGN_BULLET) + list_mark_length(sign);
    size_t blanks = strspn(sign + length, " \t");
    return length > 0 && blanks > 0 ? (size_t)(sign - line) + length + blanks : 0;
}

/* The cells of an expanded line; of struct text_cell, the caller's. `behind`: the sign of a list.
 */
static GArray *find_cells(const char *line, size_t behind)
{
    static struct pattern gap = PATTERN("(?:(?<=[^\\s.!?:;]) {2,}| *\t)[ \t]*(?=\\S)");
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct text_cell));
    struct range at = {0, behind};
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

static unsigned count_tabs(const char *line)
{
    unsigned tabs = 0;
    for (; *line; line++)
        tabs += *line == '\t';
    return tabs;
}

static bool may_be_row(const struct text_line *line)
{
    bool set_in = *line->text == '\t' || strspn(line->text, " ") >= INDENT_LEAST;
    bool empty_cells = g_str_has_suffix(line->text, "\t");
    return *line->wide && (line->cells->len > 1 || line->ruler || set_in || empty_cells);
}

/* What stands from the line on, when that is known from the next line on (NULL: none). */
static struct text_gapped with_line(const struct text_line *line, const struct text_line *next)
{
    struct text_gapped gapped = next ? next->gapped : (struct text_gapped){0};
    bool first = gapped.lines == 0;
    bool most = !gapped.columns || line->cells->len >= gapped.columns->len;
    gapped.lines++;
    gapped.tabbed = line->tabs > 0 && (first || (gapped.tabbed && next->tabs == line->tabs));
    if (!line->ruler && most)
        gapped.columns = line->cells;
    return gapped;
}

void text_find_gaps(struct text_line *line, const struct text_line *next)
{
    line->wide = expand(line->text);
    size_t blanks = strspn(line->wide, " "), sign = skip_marker(line->wide);
    line->indent = (int)blanks;
    line->words = (int)g_utf8_strlen(line->wide, (gssize)MAX(blanks, sign));
    line->cells = find_cells(line->wide, sign);
    line->tabs = count_tabs(line->text);
    line->ruler = text_is_drawn(line->text, "-=_");
    if (may_be_row(line))
        line->gapped = with_line(line, next);
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

/* How many columns stand before the line's cells when those fill all others, however they are set
 * in them: none, or the first, as above the names of rows. -1: the cells are fewer. */
static int columns_before(const GArray *cells, const GArray *columns)
{
    const struct text_cell *first = &g_array_index(cells, struct text_cell, 0);
    const struct text_cell *names = &g_array_index(columns, struct text_cell, 0);
    bool behind = first->column > names->column + (int)names->length;
    guint before = behind ? 1 : 0;
    return cells->len + before == columns->len ? (int)before : -1;
}

/* The line's cells, each in its column; owned by the caller; NULL: one stands in none. */
static char *place_cells(const struct text_line *line, const GArray *columns)
{
    const GArray *cells = line->cells;
    GString *row = g_string_new(NULL);
    int before = columns_before(cells, columns);
    guint next = 0;
    for (guint i = 0; i < columns->len; i++) {
        g_string_append(row, i ? "\t" : "");
        if (next == cells->len)
            continue;
        struct text_cell cell = g_array_index(cells, struct text_cell, next);
        int column = before < 0 ? column_of(columns, cell) : (int)next + before;
        if (column != (int)i)
            continue;
        g_autofree char *words = cell_text(line->wide, cell);
        g_string_append(row, words);
        next++;
    }
    return g_string_free(row, next < cells->len);
}

/* Rows up to the first line that fits no column. */
static void read_rows(struct text_table *table, const struct text_line *lines)
{
    struct text_gapped gapped = lines[0].gapped;
    for (unsigned i = 0; i < gapped.lines; i++) {
        table->lines = i;
        if (lines[i].ruler) {
            g_array_append_val(table->drawn, i);
            table->heads = table->heads ? table->heads : table->rows->len;
            continue;
        }
        char *row =
            gapped.tabbed ? g_strdup(lines[i].text) : place_cells(&lines[i], gapped.columns);
        if (!row)
            return;
        text_table_add(table, row, i);
    }
    table->lines = gapped.lines;
}

/* True when a row with a gap stands there, below a ruler or not. */
static bool starts_table(const struct text_line *lines)
{
    const struct text_line *row = lines[0].ruler ? &lines[1] : &lines[0];
    return lines[0].gapped.lines > 1 && !row->ruler && row->cells->len > 1;
}

struct text_table text_read_spaced(const struct text_line *lines)
{
    struct text_table table = text_table_new();
    if (starts_table(lines))
        read_rows(&table, lines);
    if (table.rows->len < 2)
        table.lines = 0;
    return table;
}
