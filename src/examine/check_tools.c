/*
 * What all checks report with and look for.
 */
#include "examine/check_parts.h"

#include <stdarg.h>
#include <string.h>

void check_report(const struct checking *c, enum rule rule, struct pos pos, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    diag_report(c->diag, rule, pos, "%s: %s", message, rule_get(rule)->fix);
}

struct pos check_article_pos(const struct checking *c)
{
    return (struct pos){.path = g_intern_string(c->article->path), .line = 1};
}

const char *check_find_phrase(const char *from, const char *text, const char *phrase)
{
    size_t n = strlen(phrase);
    for (const char *p = from; (p = strcasestr(p, phrase)); p++)
        if ((p == text || !g_ascii_isalnum(p[-1])) && !g_ascii_isalnum(p[n]))
            return p;
    return NULL;
}
