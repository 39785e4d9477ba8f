/*
 * What all checks report with and look for.
 */
#include "base/paths.h"
#include "examine/check_parts.h"

#include <stdarg.h>

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
    return (struct pos){.file = paths_number(c->article->path), .line = 1};
}
