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

/* The sign that a control stands for in Windows-1252, which browsers take Latin-1 for, and numbers
 * of characters, too (HTML 13.2.5.80); owned by the caller; NULL: for none. */
static char *meant_by(gunichar c)
{
    char byte = (char)c;
    return c > 0x7F && c <= 0x9F ? g_convert(&byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL)
                                 : NULL;
}

static void settle_text(xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (!text || !strchr(text, '\xC2'))
        return;
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        g_autofree char *sign = meant_by(g_utf8_get_char(p));
        if (sign)
            g_string_append(out, sign);
        else
            g_string_append_len(out, p, g_utf8_next_char(p) - p);
    }
    if (strcmp(out->str, text) != 0)
        xmlNodeSetContent(node, (const xmlChar *)out->str);
}

static void settle_element(xmlNode *node)
{
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        for (xmlNode *value = attribute->children; value; value = value->next)
            if (value->type == XML_TEXT_NODE)
                settle_text(value);
}

void html_settle_signs(xmlNode *root)
{
    for (xmlNode *node = root; node;) {
        if (node->type == XML_ELEMENT_NODE)
            settle_element(node);
        else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            settle_text(node);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
}
