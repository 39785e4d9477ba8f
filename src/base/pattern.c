/*
 * Compiled patterns, not optimized: GLib would make code of its own for them, which valgrind cannot
 * run.
 */
#include "base/pattern.h"

static gpointer compile(gpointer text)
{
    return g_regex_new(text, G_REGEX_DEFAULT, 0, NULL);
}

const GRegex *pattern_regex(struct pattern *pattern)
{
    return g_once(&pattern->compiled, compile, (gpointer)pattern->text);
}

bool pattern_find(struct pattern *pattern, const char *text, size_t from, struct range *out)
{
    g_autoptr(GMatchInfo) match = NULL;
    int start, end;
    g_regex_match_full(pattern_regex(pattern), text, -1, (gint)from, 0, &match, NULL);
    if (!g_match_info_fetch_pos(match, 0, &start, &end))
        return false;
    *out = (struct range){(size_t)start, (size_t)end};
    return true;
}
