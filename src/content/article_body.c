/*
 * The lines of an article's body and their places. Awkward: cmark counts columns in bytes, people
 * count letters.
 */
#include "content/article_parts.h"

#include <string.h>

void body_init(struct body *body, const char *path, const char *text, int first_line)
{
    *body = (struct body){.path = g_intern_string(path),
                          .first_line = first_line,
                          .lines = g_array_new(FALSE, FALSE, sizeof(struct body_line))};
    for (const char *p = text; p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
        struct body_line line = {p, (int)strcspn(p, "\n")};
        g_array_append_val(body->lines, line);
    }
}

void body_clear(struct body *body)
{
    g_array_unref(body->lines);
}

struct body_line body_line(const struct body *body, int number)
{
    if (number < 1 || (unsigned)number > body->lines->len)
        return (struct body_line){"", 0};
    return g_array_index(body->lines, struct body_line, number - 1);
}

/* Code points before byte `bytes` of a line, plus 1. */
static int column_at(struct body *body, struct body_line line, int bytes)
{
    bytes = MIN(bytes, line.bytes);
    if (line.text != body->counted.text || bytes < body->counted.bytes) {
        body->counted = (struct body_line){line.text, 0};
        body->column = 1;
    }
    body->column +=
        (int)g_utf8_strlen(line.text + body->counted.bytes, bytes - body->counted.bytes);
    body->counted.bytes = bytes;
    return body->column;
}

struct pos body_pos(struct body *body, int number, int bytes)
{
    return (struct pos){.path = body->path,
                        .line = body->first_line + number - 1,
                        .col = column_at(body, body_line(body, number), bytes)};
}
