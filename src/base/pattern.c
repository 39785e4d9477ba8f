/*
 * Compiled patterns, not optimized: GLib would make code of its own for them, which valgrind cannot
 * run.
 */
#include "base/pattern.h"

#include <string.h>

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

/* Bytes up to the edge of a character that are at most `room`. */
static size_t seen_of(const char *text, size_t room)
{
    size_t seen = strnlen(text, room);
    while (seen == room && seen > 0 && ((guchar)text[seen] & 0xC0) == 0x80)
        room = --seen;
    return seen;
}

/* PCRE looks whether all that it is given is UTF-8, so a search gets a little at a time: a partial
 * match asks for more, and what is no match has not looked beyond. */
bool pattern_find(struct pattern *pattern, const char *text, size_t from, struct range *out)
{
    enum { LITTLE = 2048 };
    for (size_t room = LITTLE;;) {
        size_t seen = seen_of(text + from, room);
        bool ends = !text[from + seen];
        g_autoptr(GMatchInfo) match = NULL;
        g_regex_match_full(pattern_regex(pattern), text, (gssize)(from + seen), (gint)from,
                           ends ? 0 : G_REGEX_MATCH_PARTIAL_HARD, &match, NULL);
        int start, end;
        if (g_match_info_matches(match) && g_match_info_fetch_pos(match, 0, &start, &end)) {
            *out = (struct range){(size_t)start, (size_t)end};
            return true;
        }
        if (ends)
            return false;
        bool more = g_match_info_is_partial_match(match);
        from += more ? 0 : seen;
        room = more ? 2 * room : LITTLE;
    }
}
