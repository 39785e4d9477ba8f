/*
 * Plain text to lines. Awkward: columns that are lined up with blanks mean a table, and folding the
 * blanks would put a dose beside the wrong age; so rows that have the same number of cells, one
 * below the other, stay rows. Two blanks after a sentence are no gap between columns.
 */
#include "base/pattern.h"
#include "import/parts.h"

#include <string.h>

#define WHY_COLUMNS "columns of plain text were taken for a table: check its cells"

static struct pattern gap = PATTERN("(?<=[^\\s.!?:;])(?: *\\t\\s*| {2,})(?=\\S)");

/* The cells of a row, parted by tabs; owned by the caller; NULL: it has but one. */
static char *read_row(const char *line)
{
    g_autofree char *text = g_strstrip(g_strdup(line));
    GString *row = g_string_new(NULL);
    size_t from = 0;
    struct range at = {0, 0};
    while (pattern_find(&gap, text, at.end, &at)) {
        g_string_append_len(row, text + from, (gssize)(at.start - from));
        g_string_append_c(row, '\t');
        from = at.end;
    }
    g_string_append(row, text + from);
    return g_string_free(row, from == 0);
}

static unsigned count_cells(const char *row)
{
    unsigned cells = 1;
    for (; *row; row++)
        cells += *row == '\t';
    return cells;
}

/* How many lines from `lines` on are rows of one table; their cells go to `rows`. */
static unsigned read_rows(char **lines, GPtrArray *rows)
{
    unsigned cells = 0;
    for (; *lines; lines++) {
        char *row = g_utf8_validate(*lines, -1, NULL) ? read_row(*lines) : NULL;
        if (!row || (cells && count_cells(row) != cells)) {
            g_free(row);
            break;
        }
        cells = count_cells(row);
        g_ptr_array_add(rows, row);
    }
    return rows->len;
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* A first row without figures above rows that have some names the columns. */
static void add_table(struct source *source, int number, const GPtrArray *rows)
{
    bool named = !has_digit(rows->pdata[0]) && has_digit(rows->pdata[1]);
    source_add(source, LINE_BLANK, 0, "");
    for (guint i = 0; i < rows->len; i++) {
        struct input_line *line = source_add(source, LINE_ROW, number + (int)i, rows->pdata[i]);
        line->level = named && i == 0;
        if (i == 0)
            source_changed(source, line, line->text, WHY_COLUMNS);
    }
    source_add(source, LINE_BLANK, 0, "");
}

void import_read_text(struct source *source, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (unsigned i = 0; lines[i];) {
        g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
        if (read_rows(lines + i, rows) >= 2) {
            add_table(source, (int)i + 1, rows);
            i += rows->len;
            continue;
        }
        source_add(source, LINE_TEXT, (int)i + 1, lines[i]);
        i++;
    }
}
