/*
 * Pages that do not keep to the encoding that they declare. libxml2 stops at the first byte that is
 * none, and all words behind it would be lost; so such a page is converted here, where a byte that
 * means nothing is one sign (U+FFFD) and no more.
 */
#include "import/html_parts.h"

#include <errno.h>
#include <string.h>

/* [bytes] of converted text at a time */
#define PIECE 4096

static void append_piece(GString *out, GIConv converter, char **in, gsize *left)
{
    char piece[PIECE], *at = piece;
    gsize room = sizeof piece;
    gsize done = g_iconv(converter, in, left, &at, &room);
    int error = errno;
    g_string_append_len(out, piece, at - piece);
    if (done != (gsize)-1 || error == E2BIG || *left == 0)
        return;
    g_string_append_unichar(out, 0xFFFD);
    (*in)++;
    (*left)--;
}

char *html_convert(const char *html, size_t size, const char *charset)
{
    GIConv converter = charset ? g_iconv_open("UTF-8", charset) : (GIConv)-1;
    if (converter == (GIConv)-1)
        return g_utf8_make_valid(html, (gssize)size);
    GString *out = g_string_new(NULL);
    char *in = (char *)html;
    gsize left = size;
    while (left > 0)
        append_piece(out, converter, &in, &left);
    g_iconv_close(converter);
    return g_string_free(out, FALSE);
}

/* Behind the sign that starts here; NULL: none does. */
static const char *behind_condition(const char *at, const char *end)
{
    if (end - at < 6 ||
        (g_ascii_strncasecmp(at, "<![if", 5) != 0 && g_ascii_strncasecmp(at, "<![en", 5) != 0))
        return NULL;
    const char *close = memchr(at, '>', (size_t)(end - at));
    return close && close[-1] == ']' ? close + 1 : NULL;
}

char *html_hide_conditions(const char *html, size_t size)
{
    char *out = g_malloc(size + 1);
    memcpy(out, html, size);
    out[size] = '\0';
    const char *end = html + size;
    for (const char *at = html; (at = memchr(at, '<', (size_t)(end - at))); at++) {
        const char *behind = behind_condition(at, end);
        for (const char *p = at; behind && p < behind; p++)
            if (*p != '\n')
                out[p - html] = ' ';
    }
    return out;
}
