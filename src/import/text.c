/*
 * Plain text to lines. Awkward: columns that are lined up with blanks, tabs or bars mean a table,
 * and folding the blanks would put a dose beside the wrong age; so such lines become rows, and what
 * cannot be read as rows is kept as it is, or listed.
 */
#include "import/text_parts.h"

#include <string.h>

#define WHY_COLUMNS "columns of plain text were taken for a table: check its cells"
#define WHY_KEPT    "a table drawn with signs that cannot be read: it is kept as it is, make a new one"
#define WHY_DRAWN   "a line drawn with characters"

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

static void drop_drawn(struct source *source, int number, const struct text_line *lines,
                       const struct text_table *table)
{
    for (guint i = 0; i < table->drawn->len; i++) {
        unsigned at = g_array_index(table->drawn, unsigned, i);
        source_add(source, LINE_TEXT, number + (int)at, lines[at].text)->why = WHY_DRAWN;
    }
}

static void add_as_it_is(struct source *source, int number, const struct text_line *lines,
                         unsigned n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i ? "\n" : "", lines[i].text);
    struct input_line *line = source_add(source, LINE_PRE, number, text->str);
    line->marked = g_strdup(text->str);
    source_changed(source, line, line->text, WHY_KEPT);
}

/* How many lines the table that begins here takes. */
static unsigned add_table(struct source *source, int number, const struct text_line *lines)
{
    struct text_table table = text_read_drawn(lines);
    if (table.lines == 0) {
        text_table_clear(&table);
        table = text_read_spaced(lines);
    }
    if (table.lines > 0) {
        source_add(source, LINE_BLANK, 0, "");
        if (table.rows->len > 0) {
            drop_drawn(source, number, lines, &table);
            add_rows(source, number, &table);
        } else
            add_as_it_is(source, number, lines, table.lines);
        source_add(source, LINE_BLANK, 0, "");
    }
    text_table_clear(&table);
    return table.lines;
}

static void clear_line(void *data)
{
    struct text_line *line = data;
    g_free(line->wide);
    g_array_unref(line->cells);
}

/* Word writes the bullets of some levels as letters of its fonts of symbols, with a tab behind. */
static void mend_bullet(char **line)
{
    size_t blanks = strspn(*line, " \t");
    const char *sign = *line + blanks;
    const char *meant = g_str_has_prefix(sign, "o\t")        ? "\u25E6"
                        : g_str_has_prefix(sign, "\u00A7\t") ? "\u25AA"
                                                             : NULL;
    if (!meant)
        return;
    g_autofree char *old = *line;
    *line = g_strdup_printf("%.*s%s%s", (int)blanks, old, meant, strchr(sign, '\t'));
}

/* Of struct text_line; owned by the caller. */
static GArray *find_lines(char **texts)
{
    GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct text_line));
    g_array_set_clear_func(lines, clear_line);
    g_array_set_size(lines, g_strv_length(texts));
    const struct text_line *next = NULL;
    for (guint i = lines->len; i > 0; i--) {
        struct text_line *line = &g_array_index(lines, struct text_line, i - 1);
        mend_bullet(&texts[i - 1]);
        line->text = texts[i - 1];
        text_find_bars(line, next);
        text_find_gaps(line, next);
        next = line;
    }
    return lines;
}

void import_read_text(struct source *source, const char *text)
{
    g_auto(GStrv) texts = g_strsplit(text, "\n", -1);
    g_autoptr(GArray) lines = find_lines(texts);
    const struct text_line *all = (const struct text_line *)lines->data;
    int width = text_find_width(all, lines->len);
    for (guint i = text_add_head(source, all, lines->len); i < lines->len;) {
        unsigned taken = add_table(source, (int)i + 1, &all[i]);
        if (taken == 0)
            text_add_line(source, (int)i + 1, all, i, lines->len, width);
        i += MAX(taken, 1);
    }
}
