/*
 * The lines of an article's body and their places. Awkward: cmark counts columns in bytes, people
 * count letters.
 */
#include "content/body.h"

#include "base/range.h"

#include <string.h>

/* As few signs open or close a block of code. */
#define FENCE_LEAST 3

/* What has opened a block of code. */
struct fence {
    char sign;
    size_t length; /* 0: none is open */
};

/* The signs at the start of a line; their length is 0 where they are no fence. `*out_behind`: what
 * stands behind them. */
static struct fence fence_at(const char *line, const char **out_behind)
{
    const char *at = line + strspn(line, " \t");
    struct fence fence = {*at, strspn(at, *at == '`' ? "`" : "~")};
    *out_behind = at + fence.length;
    bool in_words = fence.sign == '`' && strcspn(*out_behind, "`") < strcspn(*out_behind, "\n");
    if (fence.length < FENCE_LEAST || in_words)
        fence.length = 0;
    return fence;
}

static bool ends_line(const char *text)
{
    text += strspn(text, " \t");
    return *text == '\n' || *text == '\0';
}

/* True when the line belongs to code; keeps `open` as it is behind the line. */
static bool pass_fence(struct fence *open, const char *line)
{
    const char *behind;
    struct fence fence = fence_at(line, &behind);
    if (open->length == 0) {
        *open = fence;
        return fence.length > 0;
    }
    if (fence.sign == open->sign && fence.length >= open->length && ends_line(behind))
        open->length = 0;
    return true;
}

/* Bytes from `at` up to the sign, or to the end of the line where it has none. */
static int bytes_before(struct body_line line, int at, const char *sign)
{
    const char *found = g_strstr_len(line.text + at, line.bytes - at, sign);
    return found ? (int)(found - line.text) - at : line.bytes - at;
}

/* Looks through the comments of a line that begins within one or not, and puts blanks into `words`,
 * a copy of it, in their place; NULL: none is wanted. `*any`: there are some. The result: the next
 * line begins within one. */
static bool pass_comments(struct body_line line, bool within, bool *any, char *words)
{
    *any = within;
    for (int at = 0; at < line.bytes;) {
        int start = within ? at : at + bytes_before(line, at, "<!--");
        if (start == line.bytes)
            return false;
        int length = bytes_before(line, start, "-->");
        within = start + length == line.bytes;
        at = start + length + (within ? 0 : (int)strlen("-->"));
        *any = true;
        if (words)
            memset(words + start, ' ', (size_t)(at - start));
    }
    return within;
}

/* True when a comment is the first thing of the line: only such a one goes on behind an empty line
 * (CommonMark 4.6); of any other it is a sign among words that nothing closes. */
static bool begins_comment(const char *line)
{
    return g_str_has_prefix(line + strspn(line, " \t>-+*0123456789.)"), "<!--");
}

void body_init(struct body *body, guint64 path, const char *text, int first_line)
{
    *body = (struct body){.path = path,
                          .first_line = first_line,
                          .lines = g_array_new(FALSE, FALSE, sizeof(struct body_line))};
    struct fence open = {0};
    bool comment = false, of_block = false;
    for (const char *p = text; p; p = range_next_line(p)) {
        struct body_line line = {
            .text = p, .bytes = (int)strcspn(p, "\n"), .code = pass_fence(&open, p)};
        comment &= of_block || strspn(p, " \t>") < (size_t)line.bytes;
        line.goes_on = comment;
        if (!comment)
            of_block = begins_comment(p);
        if (comment || !line.code)
            comment = pass_comments(line, comment, &line.comment, NULL);
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
        return (struct body_line){.text = ""};
    return g_array_index(body->lines, struct body_line, number - 1);
}

struct body_line body_line_seen(const struct body *body, int number)
{
    struct body_line line = body_line(body, number);
    if (line.bytes > 0)
        line.text = body->seen + (line.text - body_line(body, 1).text);
    return line;
}

char *body_line_text(const struct body *body, int number)
{
    struct body_line line = body_line(body, number);
    return g_strndup(line.text, (gsize)line.bytes);
}

char *body_line_words(const struct body *body, int number)
{
    struct body_line line = body_line(body, number);
    char *words = body_line_text(body, number);
    if (line.comment)
        pass_comments(line, line.goes_on, &line.comment, words);
    return words;
}

/* Code points before byte `bytes` of a line, plus 1. */
static int column_at(struct body *body, struct body_line line, int bytes)
{
    bytes = MIN(bytes, line.bytes);
    if (line.text != body->counted.text || bytes < body->counted.bytes) {
        body->counted = (struct body_line){.text = line.text};
        body->column = 1;
    }
    body->column +=
        (int)g_utf8_strlen(line.text + body->counted.bytes, bytes - body->counted.bytes);
    body->counted.bytes = bytes;
    return body->column;
}

struct pos body_pos(struct body *body, int number, int bytes)
{
    return (struct pos){.file = body->path,
                        .line = body->first_line + number - 1,
                        .col = column_at(body, body_line(body, number), bytes)};
}
