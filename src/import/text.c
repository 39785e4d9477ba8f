/*
 * Plain text to lines. Awkward: columns that are lined up with blanks, tabs or bars mean a table,
 * and folding the blanks would put a dose beside the wrong age; so such lines become rows, and what
 * cannot be read as rows is kept as it is, or listed.
 */
#include "base/pattern.h"
#include "import/text_parts.h"

#include <string.h>

#define WHY_COLUMNS "columns of plain text were taken for a table: check its cells"
#define WHY_KEPT    "a table drawn with signs that cannot be read: it is kept as it is, make a new one"
#define WHY_DRAWN   "a line drawn with characters"
#define WHY_GAP     "a gap in a line with numbers: check whether it parts columns"
#define WHY_TORN    "a hyphen and a blank between numbers: check whether they are a range"

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* A first row without figures above rows that have some names the columns. */
static bool is_named(const struct text_table *table)
{
    return table->heads == 1 ||
           (table->heads == 0 && table->rows->len > 1 && !has_digit(table->rows->pdata[0]) &&
            has_digit(table->rows->pdata[1]));
}

static void add_rows(struct source *source, int number, const struct text_table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        int at = number + (int)g_array_index(table->at, unsigned, i);
        struct input_line *line = source_add(source, LINE_ROW, at, table->rows->pdata[i]);
        line->level = i == 0 && is_named(table);
        if (i == 0)
            source_changed(source, line, line->text, WHY_COLUMNS);
    }
}

/* Lines that only part the others. */
static void drop_drawn(struct source *source, int number, char **lines, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (!strpbrk(lines[i], "0123456789") && text_is_drawn(lines[i], "+-=|:_~*"))
            source_add(source, LINE_TEXT, number + (int)i, lines[i])->why = WHY_DRAWN;
}

static void add_as_it_is(struct source *source, int number, char **lines, unsigned n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i ? "\n" : "", lines[i]);
    struct input_line *line = source_add(source, LINE_PRE, number, text->str);
    line->marked = g_strdup(text->str);
    source_changed(source, line, line->text, WHY_KEPT);
}

/* How many lines the table that begins here takes. */
static unsigned add_table(struct source *source, int number, char **lines)
{
    struct text_table table = text_read_drawn(lines);
    if (table.lines == 0) {
        text_table_clear(&table);
        table = text_read_spaced(lines);
    }
    if (table.lines > 0) {
        source_add(source, LINE_BLANK, 0, "");
        if (table.rows->len > 0) {
            drop_drawn(source, number, lines, table.lines);
            add_rows(source, number, &table);
        } else
            add_as_it_is(source, number, lines, table.lines);
        source_add(source, LINE_BLANK, 0, "");
    }
    text_table_clear(&table);
    return table.lines;
}

static void add_line(struct source *source, int number, const char *text)
{
    static struct pattern torn = PATTERN("\\d[-\u2013] \\d");
    struct input_line *line = source_add(source, LINE_TEXT, number, text);
    struct range found;
    if (line->kind == LINE_BLANK)
        return;
    if (text_has_gap(text) && has_digit(text))
        source_changed(source, line, line->text, WHY_GAP);
    if (pattern_find(&torn, line->text, 0, &found))
        source_changed(source, line, line->text, WHY_TORN);
}

void import_read_text(struct source *source, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (unsigned i = 0; lines[i];) {
        unsigned taken = add_table(source, (int)i + 1, lines + i);
        if (taken == 0)
            add_line(source, (int)i + 1, lines[i]);
        i += MAX(taken, 1);
    }
}
