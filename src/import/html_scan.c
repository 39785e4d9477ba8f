/*
 * Where strings, addresses, brackets and blocks of a style sheet end: no sign within them is one of
 * the sheet's grammar.
 */
#include "import/html_css.h"

#include <string.h>

static size_t string_length(const char *text)
{
    const char *p = text + 1;
    while (*p && *p != *text && *p != '\n')
        p += *p == '\\' && p[1] ? 2 : 1;
    return (size_t)(p - text) + (*p == *text);
}

size_t css_step(const char *text)
{
    if (*text == '"' || *text == '\'')
        return string_length(text);
    if (*text == '\\' && text[1])
        return 2;
    if (g_ascii_strncasecmp(text, "url(", 4) != 0)
        return 1;
    size_t blanks = 4 + strspn(text + 4, " \t\r\n");
    if (text[blanks] == '"' || text[blanks] == '\'')
        return 3;
    size_t length = blanks + strcspn(text + blanks, ")");
    return length + (text[length] != '\0');
}

size_t css_length(const char *text, const char *stops)
{
    int depth = 0;
    const char *p = text;
    while (*p && (depth > 0 || !strchr(stops, *p))) {
        depth += strchr("([{", *p) != NULL;
        depth -= depth > 0 && strchr(")]}", *p);
        p += css_step(p);
    }
    return (size_t)(p - text);
}

/* Old browsers were told to pass over sheets by signs of HTML. */
void css_blank_comments(char *sheet)
{
    for (char *p = sheet; *p;) {
        const char *end = g_str_has_prefix(p, "/*") ? strstr(p + 2, "*/") : NULL;
        size_t length = 0;
        if (g_str_has_prefix(p, "/*"))
            length = end ? (size_t)(end + 2 - p) : strlen(p);
        else if (g_str_has_prefix(p, "<!--"))
            length = strlen("<!--");
        else if (g_str_has_prefix(p, "-->"))
            length = strlen("-->");
        memset(p, ' ', length);
        p += length > 0 ? length : css_step(p);
    }
}

/* An address is no look, and may be long. */
char *html_plain_style(const char *style)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = style; *p; p++) {
        if (g_ascii_strncasecmp(p, "url(", 4) == 0) {
            g_string_append(plain, "url(");
            p += 3 + css_length(p + 4, ")");
        } else if (!g_ascii_isspace(*p))
            g_string_append_c(plain, g_ascii_tolower(*p));
    }
    return g_string_free(plain, FALSE);
}
