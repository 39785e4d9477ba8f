/*
 * Signs that Markdown would eat. What an author means as a sign (2*250, >38 °C, ___/___) is put out
 * of the parser's sight before it reads the text: each such byte becomes a control character, which
 * no text file may hold, and becomes itself again in what the parser gives back. The text keeps its
 * length, so all places stay true. Awkward: what stands in code is changed and changed back, too,
 * which does no harm and spares a second parser of blocks.
 */
#include "content/article_parts.h"

#include <string.h>

/* The signs, and what stands for each of them meanwhile. */
static const char signs[] = "*_>~";
static const char hidden[] = "\x0E\x0F\x10\x11";
G_STATIC_ASSERT(sizeof signs == sizeof hidden);

static char hide(char sign)
{
    return hidden[strchr(signs, sign) - signs];
}

gunichar sign_shown(gunichar c)
{
    const char *at = c && c < 0x80 ? strchr(hidden, (int)c) : NULL;
    return at ? (gunichar)signs[at - hidden] : c;
}

void signs_show(char *text)
{
    for (char *p = text; *p; p++)
        *p = (char)((unsigned char)*p < 0x80 ? sign_shown((gunichar)*p) : (unsigned char)*p);
}

static bool is_number(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_OTHER_NUMBER;
}

static gunichar char_before(const char *text, const char *at)
{
    const char *before = g_utf8_find_prev_char(text, at);
    return before ? g_utf8_get_char(before) : '\n';
}

/* 2*250, 10~~20 and, for a single sign, mg*2: between what is counted and a number stands no
 * emphasis. */
static bool multiplies(gunichar before, gunichar after, size_t length)
{
    return (is_number(before) || (length == 1 && g_unichar_isalpha(before))) && is_number(after);
}

/* Beside a blank to fill in stand nothing or what parts the fields of a form. */
static bool parts_fields(gunichar c)
{
    return c == '\0' || g_unichar_isspace(c) || (c < 0x80 && strchr("/-.:,|%", (int)c));
}

static void hide_run(char *run, size_t length)
{
    memset(run, hide(*run), length);
}

/* Runs of '*', '~' and '_' that are signs. */
static void hide_inline_signs(char *text)
{
    for (char *p = text; *p;) {
        size_t length = strspn(p, "*") + strspn(p, "~") + strspn(p, "_");
        if (length == 0) {
            p++;
            continue;
        }
        gunichar before = char_before(text, p), after = g_utf8_get_char(p + length);
        bool blank =
            *p == '_' && (length >= BLANK_LEAST || (parts_fields(before) && parts_fields(after)));
        if (before != '\\' && (blank || (*p != '_' && multiplies(before, after, length))))
            hide_run(p, length);
        p += length;
    }
}

/* Bytes of blanks, quotation signs and list markers at the start of a line. */
static size_t markers_length(const char *text)
{
    for (const char *line = text;;) {
        line += strspn(line, " \t");
        size_t digits = strspn(line, "0123456789");
        bool bullet = strchr("-+*", *line) && *line && strchr(" \t", line[1]);
        bool number = digits > 0 && strchr(".)", line[digits]) && line[digits] &&
                      strchr(" \t", line[digits + 1]);
        if (bullet && line[1])
            line += 2;
        else if (number && line[digits + 1])
            line += digits + 2;
        else if (*line == '>' && strchr(" \t>", line[1]) && line[1])
            line++;
        else
            return (size_t)(line - text);
    }
}

/* ">38", ">=5" and ">½" at the start of a line are no quotation. */
static void hide_comparison(char *line)
{
    char *at = line + markers_length(line);
    if (*at == '>' && (is_number(g_utf8_get_char(at + 1)) || (at[1] && strchr("=.", at[1]))))
        *at = hide('>');
}

char *signs_hide(const char *body)
{
    char *text = g_strdup(body);
    hide_inline_signs(text);
    for (char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
        hide_comparison(line);
    return text;
}
