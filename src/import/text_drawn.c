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

/* "+---+---+", "----+----", "|---|:-:|" and their like. */
static bool is_edge(const char *line)
{
    bool crosses = strpbrk(line, "+|") || !g_str_is_ascii(line);
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

void text_find_bars(struct text_line *line)
{
    line->bar = has_bar(line->text);
    line->edge = is_edge(line->text);
    if (!line->bar || line->edge)
        return;
    g_autoptr(GPtrArray) cells = split_row(line->text);
    line->barred = cells->len;
}

/* Lines that belong together. */
static guint count_lines(const struct text_line *lines, guint most)
{
    guint n = 0;
    while (n < most && (lines[n].edge || lines[n].bar))
        n++;
    return n;
}

struct shape {
    unsigned rows, edges, cells;
    bool even; /* all rows have as many cells */
};

static struct shape shape_of(const struct text_line *lines, guint n)
{
    struct shape shape = {.even = true};
    for (guint i = 0; i < n; i++) {
        if (lines[i].edge) {
            shape.edges++;
            continue;
        }
        shape.even &= shape.rows == 0 || lines[i].barred == shape.cells;
        shape.cells = lines[i].barred;
        shape.rows++;
    }
    return shape;
}

/* The words of each cell go behind those of the row above. */
static void join_row(struct text_table *table, const GPtrArray *cells)
{
    char **last = (char **)&table->rows->pdata[table->rows->len - 1];
    g_auto(GStrv) above = g_strsplit(*last, "\t", -1);
    GString *row = g_string_new(NULL);
    for (guint i = 0; i < cells->len; i++) {
        const char *more = cells->pdata[i];
        g_string_append_printf(row, "%s%s%s%s", i ? "\t" : "", above[i],
                               *above[i] && *more ? " " : "", more);
    }
    g_free(*last);
    *last = g_string_free(row, FALSE);
}

static void add_row(struct text_table *table, const GPtrArray *cells, unsigned at)
{
    GString *row = g_string_new(NULL);
    for (guint i = 0; i < cells->len; i++)
        g_string_append_printf(row, "%s%s", i ? "\t" : "", (const char *)cells->pdata[i]);
    text_table_add(table, g_string_free(row, FALSE), at);
}

static void read_rows(struct text_table *table, const struct text_line *lines, bool between)
{
    bool after_edge = true;
    for (unsigned i = 0; i < table->lines; i++) {
        if (lines[i].edge) {
            table->heads = table->heads ? table->heads : table->rows->len;
            after_edge = true;
            continue;
        }
        g_autoptr(GPtrArray) cells = split_row(lines[i].text);
        bool goes_on = !after_edge && (between || *(const char *)cells->pdata[0] == '\0');
        if (goes_on)
            join_row(table, cells);
        else
            add_row(table, cells, i);
        after_edge = false;
    }
}

static bool starts_with_bar(const char *line)
{
    return is_bar(g_utf8_get_char(line + strspn(line, " \t")));
}

/* True when a double line parts the names of the columns from rows that have lines between. */
static bool is_marked(const struct text_line *lines, guint n)
{
    for (guint i = 0; i < n; i++)
        if (lines[i].edge && strchr(lines[i].text, '='))
            return true;
    return false;
}

struct text_table text_read_drawn(const struct text_line *lines, guint most)
{
    struct text_table table = text_table_new();
    guint n = count_lines(lines, most);
    struct shape shape = shape_of(lines, n);
    bool drawn = lines[0].edge || starts_with_bar(lines[0].text);
    bool edged = shape.edges > 0;
    if (shape.rows == 0 || !(drawn || edged))
        return table;
    if (shape.even && shape.cells > 1 && shape.rows > 1) {
        table.lines = n;
        read_rows(&table, lines, is_marked(lines, n) || shape.edges >= LINES_BETWEEN);
    } else if (drawn && edged)
        table.lines = n; /* as it is */
    return table;
}
