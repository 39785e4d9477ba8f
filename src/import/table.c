/*
 * Tables as Markdown has them: rows of one length below a row that names the columns, which is
 * empty where the input has none.
 */
#include "import/parts.h"

#include <string.h>

static unsigned count_columns(char **rows)
{
    unsigned columns = 0;
    for (; *rows; rows++) {
        unsigned n = 1;
        for (const char *p = *rows; *p; p++)
            n += *p == '\t';
        columns = MAX(columns, n);
    }
    return columns;
}

static void write_row(GString *out, const char *row, unsigned columns)
{
    g_auto(GStrv) cells = g_strsplit(row, "\t", -1);
    unsigned n = g_strv_length(cells);
    for (unsigned i = 0; i < columns; i++)
        g_string_append_printf(out, "| %s ", i < n ? cells[i] : "");
    g_string_append(out, "|");
}

/* A column's part of the line of dashes. */
static const char *dashes(const char *aligned, unsigned column)
{
    char sign = aligned && column < strlen(aligned) ? aligned[column] : ' ';
    return sign == 'c' ? "|:-:" : sign == 'r' ? "|--:" : "|---";
}

void import_write_table(GString *out, const struct chunk *chunk)
{
    g_auto(GStrv) rows = g_strsplit(chunk->marked->str, "\n", -1);
    unsigned columns = count_columns(rows);
    bool named = chunk->level > 0;
    write_row(out, named ? rows[0] : "", columns);
    g_string_append_c(out, '\n');
    const char *aligned = ((const struct input_line *)chunk->lines->pdata[0])->columns;
    for (unsigned i = 0; i < columns; i++)
        g_string_append(out, dashes(aligned, i));
    g_string_append_c(out, '|');
    for (char **row = rows + named; *row; row++) {
        g_string_append_c(out, '\n');
        write_row(out, *row, columns);
    }
}
