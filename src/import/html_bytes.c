/*
 * Pages that do not keep to the encoding that they declare. libxml2 stops at the first byte that is
 * none, and all words behind it would be lost; so such a page is converted here, where a byte that
 * means nothing is one sign (U+FFFD) and no more.
 */
#include "import/html_parts.h"

#include <errno.h>

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
