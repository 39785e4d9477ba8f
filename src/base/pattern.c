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

const GRegex *pattern_of_text(const char *text)
{
    static GMutex mutex;
    static GHashTable *known;
    g_mutex_lock(&mutex);
    if (!known)
        known = g_hash_table_new(g_str_hash, g_str_equal);
    GRegex *regex = g_hash_table_lookup(known, text);
    if (!regex) {
        regex = compile((gpointer)text);
        g_hash_table_insert(known, g_strdup(text), regex);
    }
    g_mutex_unlock(&mutex);
    return regex;
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
