/*
 * Tables of plain text whose cells have bars between them, as people and programs draw them.
 * Awkward: some draw a line below each row, whose cells may then take several lines; others only
 * around the names of the columns, and then each line is a row, but one without its first cell,
 * which goes on with the row above.
 */
#include "import/text_parts.h"

#include <string.h>

/* Lines between rows are drawn below each of them from so many on: above and below all, and below
 * the names of the columns, are three. */
#define LINES_BETWEEN 4

/* Signs of drawing, U+2500 to U+257F. */
static bool is_box(gunichar c)
{
    return c >= 0x2500 && c <= 0x257F;
}

static bool is_bar(gunichar c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551;
}

bool text_is_drawn(const char *line, const char *signs)
{
    bool any = false;
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool sign = is_box(c) || (c < 0x80 && strchr(signs, (int)c));
        if (!sign && !g_unichar_isspace(c))
            return false;
        any |= sign;
    }
    return any;
}

static bool has_bar(const char *line)
{
    for (; *line; line = g_utf8_next_char(line))
        if (is_bar(g_utf8_get_char(line)))
            return true;
    return false;
}

static bool has_box(const char *line)
{
    for (; *line; line = g_utf8_next_char(line))
        if (is_box(g_utf8_get_char(line)))
            return true;
    return false;
}

/* "+---+---+", "----+----", "|---|:-:|" and their like. */
static bool is_edge(const char *line)
{
    bool crosses = strpbrk(line, "+|") || has_box(line);
    return crosses && text_is_drawn(line, "+-=|: ") && (strpbrk(line, "-=") || !has_bar(line));
}

/* The cells of a row; owned by the caller. */
static GPtrArray *split_row(const char *line)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = g_strstrip(g_strdup(line));
    const char *from = text, *p = text;
    for (; *p; p = g_utf8_next_char(p)) {
        if (!is_bar(g_utf8_get_char(p)))
            continue;
        if (p > text)
            g_ptr_array_add(cells, g_strstrip(g_strndup(from, (gsize)(p - from))));
        from = g_utf8_next_char(p);
    }
    if (*from)
        g_ptr_array_add(cells, g_strstrip(g_strdup(from)));
    return cells;
}

/* What stands from the line on, when that is known from the next line on. */
static struct text_barred with_line(const struct text_line *line, struct text_barred rest)
{
    rest.lines++;
    rest.edges += line->edge;
    if (line->edge)
        return rest;
    g_autoptr(GPtrArray) cells = split_row(line->text);
    rest.even = rest.rows == 0 || (rest.even && rest.cells == cells->len);
    rest.cells = cells->len;
    rest.rows++;
    return rest;
}

void text_find_bars(struct text_line *line, const struct text_line *next)
{
    line->bar = has_bar(line->text);
    line->edge = is_edge(line->text);
    if (line->bar || line->edge)
        line->barred = with_line(line, next ? next->barred : (struct text_barred){0});
}

static void free_cell(void *cell)
{
    g_string_free(cell, TRUE);
}

/* The words of each cell go behind those of the row above. */
static void join_line(const GPtrArray *row, const GPtrArray *cells)
{
    for (guint i = 0; i < cells->len; i++) {
        GString *cell = row->pdata[i];
        const char *more = cells->pdata[i];
        g_string_append_printf(cell, "%s%s", cell->len && *more ? " " : "", more);
    }
}

/* The row, of GString *, which began in line `at`, goes into the table, and leaves none. */
static void end_row(struct text_table *table, GPtrArray *row, unsigned at)
{
    if (row->len == 0)
        return;
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < row->len; i++)
        g_string_append_printf(text, "%s%s", i ? "\t" : "", ((GString *)row->pdata[i])->str);
    text_table_add(table, g_string_free(text, FALSE), at);
    g_ptr_array_set_size(row, 0);
}

static void read_rows(struct text_table *table, const struct text_line *lines, bool between)
{
    g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func(free_cell);
    bool after_edge = true;
    unsigned at = 0;
    for (unsigned i = 0; i < table->lines; i++) {
        if (lines[i].edge) {
            g_array_append_val(table->drawn, i);
            end_row(table, row, at);
            table->heads = table->heads ? table->heads : table->rows->len;
            after_edge = true;
            continue;
        }
        g_autoptr(GPtrArray) cells = split_row(lines[i].text);
        bool goes_on = !after_edge && (between || *(const char *)cells->pdata[0] == '\0');
        if (!goes_on) {
            end_row(table, row, at);
            at = i;
            for (guint k = 0; k < cells->len; k++)
                g_ptr_array_add(row, g_string_new(NULL));
        }
        join_line(row, cells);
        after_edge = false;
    }
    end_row(table, row, at);
}

static bool starts_with_bar(const char *line)
{
    return is_bar(g_utf8_get_char(line + strspn(line, " \t")));
}

/* True when a double line parts the names of the columns from rows that have lines below. */
static bool is_marked(const struct text_line *lines, guint n)
{
    bool marked = false, row = false;
    for (guint i = 0; i < n; i++) {
        if (lines[i].edge && row)
            return true;
        marked |= lines[i].edge && strchr(lines[i].text, '=');
        row = marked && !lines[i].edge;
    }
    return false;
}

struct text_table text_read_drawn(const struct text_line *lines)
{
    struct text_table table = text_table_new();
    struct text_barred barred = lines[0].barred;
    bool edged = barred.edges > 0;
    bool drawn = lines[0].edge || starts_with_bar(lines[0].text);
    if (barred.rows == 0 || !(drawn || edged))
        return table;
    if (barred.even && barred.cells > 1 && barred.rows > 1) {
        table.lines = barred.lines;
        bool between = is_marked(lines, barred.lines) || barred.edges >= LINES_BETWEEN;
        read_rows(&table, lines, between);
    } else if (drawn && edged)
        table.lines = barred.lines; /* as it is */
    return table;
}
