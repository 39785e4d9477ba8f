/*
 * Tables of pandoc, whose columns stand below groups of dashes: simple ones, with a row a line, and
 * those between two rulers, with empty lines between rows; and tables drawn with "+---+". Awkward:
 * blanks are all that parts the cells, so a line that does not keep to the columns is no row, and
 * what holds one is kept as it is.
 */
#include "import/dialect.h"

#include <string.h>

#define WHY_TABLE "columns of text were taken for a table: check its cells"
#define WHY_KEPT  "columns that cannot be read as a table: they are kept as they are, make a new one"

/* A table is no longer than that. [lines] */
#define LINES_MOST 400
/* The ruler above and below a table with empty lines between its rows. [dashes] */
#define RULER_LEAST 8
/* From that ruler on, names of columns take no more lines than so many, before the dashes. */
#define NAME_LINES_MOST 8

/* A place in lines of the input. */
struct ruled {
    char **lines;
    guint n;      /* of them that the table takes */
    guint dashes; /* the line that gives the columns */
    bool parted;  /* empty lines part its rows */
    bool drawn;   /* with "+" and "|" */
};

static bool is_empty(const char *line)
{
    return line[strspn(line, " \t")] == '\0';
}

/* Groups of the sign with blanks between; 0: it is no such line. */
static guint count_signs(const char *line, char sign)
{
    const char both[] = {' ', sign, '\0'}, one[] = {sign, '\0'};
    if (!line || line[strspn(line, both)])
        return 0;
    guint groups = 0;
    for (const char *p = line + strspn(line, " "); *p; p += strspn(p, " ")) {
        p += strspn(p, one);
        groups++;
    }
    return groups;
}

static guint count_groups(const char *line)
{
    return MAX(count_signs(line, '-'), count_signs(line, '='));
}

/* Groups of "=" above and below the names of the columns (reStructuredText). */
static bool is_framed(char **lines)
{
    return count_signs(lines[0], '=') > 1 && lines[1] && lines[2] && count_signs(lines[2], '=') > 1;
}

static bool is_ruler(const char *line)
{
    return count_signs(line, '-') == 1 && strlen(line) >= RULER_LEAST;
}

static bool is_edge(const char *line)
{
    return line && (g_str_has_prefix(line, "+-") || g_str_has_prefix(line, "+=")) &&
           line[strspn(line, "+-=: ")] == '\0';
}

/* Up to the first line that is empty, or is neither an edge nor a row of a drawn table. */
static guint count_lines(char **lines, bool drawn)
{
    guint n = 0;
    while (lines[n] && n < LINES_MOST && !is_empty(lines[n]) &&
           (!drawn || *lines[n] == '+' || *lines[n] == '|'))
        n++;
    return n;
}

/* The lines down to the ruler below the table; 0: there is none. */
static guint count_parted(char **lines)
{
    for (guint n = 1; lines[n] && n < LINES_MOST; n++)
        if (is_ruler(lines[n]))
            return n + 1;
    return 0;
}

/* The table that begins with the first line; n is 0 when there is none. */
static struct ruled find_table(char **lines)
{
    struct ruled table = {.lines = lines, .drawn = is_edge(lines[0])};
    bool ruler = is_ruler(lines[0]);
    guint limit = ruler ? NAME_LINES_MOST : 2; /* simple: the dashes, or names above them */
    for (guint i = 0; i < limit && lines[i] && !table.drawn; i++)
        if (count_groups(lines[i]) > 1) {
            table.dashes = i == 0 && is_framed(lines) ? 2 : i;
            table.parted = ruler;
            table.n = ruler ? count_parted(lines) : count_lines(lines, false);
            return table;
        }
    table.n = table.drawn ? count_lines(lines, true) : 0;
    return table;
}

/* Where the columns begin; of int [characters]; owned by the caller. */
static GArray *find_columns(const struct ruled *table)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
    const char *line = table->lines[table->dashes];
    for (int at = 0; line[at]; at++) {
        char sign = table->drawn        ? '+'
                    : strchr(line, '=') ? '='
                                        : '-',
             before = at > 0 ? line[at - 1] : ' ';
        bool starts =
            table->drawn ? line[at] == sign && line[at + 1] : line[at] == sign && before == ' ';
        if (starts)
            g_array_append_val(columns, at);
    }
    return columns;
}

/* The words of the line between two of its characters; owned by the caller. */
static char *words_between(const char *line, int from, int to)
{
    int length = (int)g_utf8_strlen(line, -1);
    from = MIN(from, length);
    to = MIN(to, length);
    const char *start = g_utf8_offset_to_pointer(line, from);
    const char *end = g_utf8_offset_to_pointer(line, to);
    return g_strstrip(g_strndup(start, (gsize)(end - start)));
}

/* True when a blank, or a bar, stands before each column that the line has words in. */
static bool keeps_to(const struct ruled *table, const char *line, const GArray *columns)
{
    for (guint i = 0; i < columns->len; i++) {
        int at = g_array_index(columns, int, i) - !table->drawn;
        if (at < 0 || at >= (int)g_utf8_strlen(line, -1))
            continue;
        char sign = *g_utf8_offset_to_pointer(line, at);
        if (sign != (table->drawn ? '|' : ' '))
            return false;
    }
    return true;
}

/* The line's words go behind those of the row's cells, of GString *. */
static void add_line(const struct ruled *table, GPtrArray *row, const char *line,
                     const GArray *columns)
{
    for (guint i = 0; i < columns->len; i++) {
        int from = g_array_index(columns, int, i) + table->drawn;
        int to = i + 1 < columns->len ? g_array_index(columns, int, i + 1) : G_MAXINT;
        g_autofree char *words = words_between(line, i == 0 && !table->drawn ? 0 : from, to);
        size_t length = strlen(words);
        if (table->drawn && length > 0 && words[length - 1] == '|')
            words[length - 1] = '\0';
        GString *cell = row->pdata[i];
        g_strchomp(words);
        g_string_append_printf(cell, "%s%s", cell->len && *words ? " " : "", words);
    }
}

static void free_cell(void *cell)
{
    g_string_free(cell, TRUE);
}

static void free_row(void *row)
{
    g_ptr_array_unref(row);
}

static GPtrArray *new_row(const GArray *columns)
{
    GPtrArray *row = g_ptr_array_new_with_free_func(free_cell);
    for (guint i = 0; i < columns->len; i++)
        g_ptr_array_add(row, g_string_new(NULL));
    return row;
}

/* Of rows of cells, owned by the caller; NULL: a line does not keep to the columns. The first names
 * them, with nothing where the table has no names. */
static GPtrArray *read_rows(const struct ruled *table, const GArray *columns)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(free_row);
    bool named = table->dashes > (table->parted ? 1U : 0U) || table->drawn, ended = true;
    if (!named)
        g_ptr_array_add(rows, new_row(columns));
    for (guint i = 0; i < table->n; i++) {
        const char *line = table->lines[i];
        bool between = is_empty(line) || count_groups(line) > 0 || is_edge(line);
        bool alone = !table->drawn && !table->parted && i > table->dashes;
        ended |= between || alone;
        if (between)
            continue;
        if (!keeps_to(table, line, columns)) {
            g_ptr_array_unref(rows);
            return NULL;
        }
        if (ended)
            g_ptr_array_add(rows, new_row(columns));
        ended = false;
        add_line(table, rows->pdata[rows->len - 1], line, columns);
    }
    return rows;
}

/* As a row of ours; owned by the caller. */
static char *write_row(struct dialect *d, const GPtrArray *row, const struct input_line *from)
{
    GString *out = g_string_new("|");
    for (guint i = 0; i < row->len; i++) {
        g_autoptr(GString) cell = g_string_new(((GString *)row->pdata[i])->str);
        g_string_replace(cell, "\\|", "|", 0);
        g_string_replace(cell, "|", "\\|", 0);
        g_autofree char *own = dialect_line(d, cell->str, from);
        g_string_append_printf(out, " %s |", own);
    }
    return g_string_free(out, FALSE);
}

/* An empty line, if there is none yet. */
static void part(struct dialect *d)
{
    if (!g_str_has_suffix(d->out->str, "\n\n") && strcmp(d->out->str, "\n") != 0)
        dialect_put(d, "");
}

static void write_table(struct dialect *d, const GPtrArray *rows, const struct input_line *from)
{
    const GPtrArray *first = rows->pdata[0];
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *row = write_row(d, rows->pdata[i], from);
        dialect_put(d, row);
        g_autoptr(GString) dashes = g_string_new("|");
        for (guint k = 0; i == 0 && k < first->len; k++)
            g_string_append(dashes, "---|");
        if (i == 0)
            dialect_put(d, dashes->str);
    }
    source_changed(d->source, from, from->text, WHY_TABLE);
}

static void keep(struct dialect *d, const struct ruled *table, const struct input_line *from)
{
    dialect_put(d, "~~~");
    for (guint i = 0; i < table->n; i++)
        dialect_put_code(d, table->lines[i]);
    dialect_put(d, "~~~");
    source_changed(d->source, from, from->text, WHY_KEPT);
}

bool dialect_take_ruled(struct dialect *d)
{
    char **lines = d->lines + d->at;
    bool below = d->at > 0 && !is_empty(lines[-1]);
    struct ruled table = find_table(lines);
    if (d->ends || below || table.n < 3)
        return false;
    g_autoptr(GArray) columns = find_columns(&table);
    GPtrArray *rows = columns->len > 1 ? read_rows(&table, columns) : NULL;
    const struct input_line *first = NULL;
    for (guint i = 0; i < table.n; i++, d->at++) {
        struct input_line *line = dialect_add(d, lines[i]);
        bool words = line->kind != LINE_BLANK && lines[i][strspn(lines[i], "+-=: ")];
        first = first || !words ? first : line;
    }
    if (!first)
        first = d->source->lines->pdata[d->source->lines->len - 1];
    part(d);
    if (rows && rows->len > 1)
        write_table(d, rows, first);
    else
        keep(d, &table, first);
    if (d->lines[d->at] && !is_empty(d->lines[d->at]))
        part(d);
    d->at--; /* the caller goes on to the next line */
    g_clear_pointer(&rows, g_ptr_array_unref);
    return true;
}
