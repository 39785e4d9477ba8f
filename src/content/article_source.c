/*
 * The lines of an article's body and their places. Awkward: cmark counts columns in bytes, people
 * count letters.
 */
#include "content/article_parts.h"

#include <string.h>

void source_init(struct source *source, const char *path, const char *body, int first_line)
{
    *source = (struct source){.path = g_intern_string(path),
                              .first_line = first_line,
                              .lines = g_array_new(FALSE, FALSE, sizeof(struct line))};
    for (const char *p = body; p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
        struct line line = {p, (int)strcspn(p, "\n")};
        g_array_append_val(source->lines, line);
    }
}

void source_clear(struct source *source)
{
    g_array_unref(source->lines);
}

struct line source_line(const struct source *source, int number)
{
    if (number < 1 || (unsigned)number > source->lines->len)
        return (struct line){"", 0};
    return g_array_index(source->lines, struct line, number - 1);
}

/* Code points before byte `bytes` of a line, plus 1. */
static int column_at(struct source *source, struct line line, int bytes)
{
    bytes = MIN(bytes, line.bytes);
    if (line.text != source->counted.text || bytes < source->counted.bytes) {
        source->counted = (struct line){line.text, 0};
        source->column = 1;
    }
    source->column +=
        (int)g_utf8_strlen(line.text + source->counted.bytes, bytes - source->counted.bytes);
    source->counted.bytes = bytes;
    return source->column;
}

struct pos source_pos(struct source *source, int number, int bytes)
{
    return (struct pos){.path = source->path,
                        .line = source->first_line + number - 1,
                        .col = column_at(source, source_line(source, number), bytes)};
}
