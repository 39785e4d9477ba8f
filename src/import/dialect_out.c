/*
 * Where the lines of a translated draft go.
 */
#include "import/dialect.h"

void dialect_put(struct dialect *d, const char *text)
{
    unsigned quotes = d->ends != NULL;
    for (gsize i = 0; i < d->fences->len; i++)
        quotes += d->fences->str[i] == '>';
    for (; quotes > 0; quotes--)
        g_string_append(d->out, quotes > 1 || *text ? "> " : ">");
    g_string_append_printf(d->out, "%s\n", text);
    d->line++;
}

void dialect_put_code(struct dialect *d, const char *text)
{
    g_autofree char *shown = import_without_pictures(text);
    dialect_put(d, shown);
}

struct input_line *dialect_add(struct dialect *d, const char *text)
{
    struct input_line *line = source_add(d->source, LINE_TEXT, (int)d->at + 1, text);
    line->draft = d->line;
    return line;
}
