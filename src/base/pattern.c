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

static void fetch_groups(const GMatchInfo *match, struct range *out, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        int start = -1, end = -1;
        g_match_info_fetch_pos(match, (int)i, &start, &end);
        out[i] = (struct range){(size_t)MAX(start, 0), (size_t)MAX(end, 0)};
    }
}

/* PCRE looks whether all that it is given is UTF-8, so a search gets a little at a time: a partial
 * match asks for more, and what is no match has not looked beyond. */
bool pattern_find_groups(struct pattern *pattern, const char *text, size_t from, struct range *out,
                         unsigned n)
{
    enum { LITTLE = 2048 };
    if (pattern->held && !strstr(text + from, pattern->held))
        return false;
    for (size_t room = LITTLE;;) {
        size_t seen = seen_of(text + from, room);
        bool ends = !text[from + seen];
        g_autoptr(GMatchInfo) match = NULL;
        g_regex_match_full(pattern_regex(pattern), text, (gssize)(from + seen), (gint)from,
                           ends ? 0 : G_REGEX_MATCH_PARTIAL_HARD, &match, NULL);
        if (g_match_info_matches(match)) {
            fetch_groups(match, out, n);
            return true;
        }
        if (ends)
            return false;
        bool more = g_match_info_is_partial_match(match);
        from += more ? 0 : seen;
        room = more ? 2 * room : LITTLE;
    }
}

bool pattern_find(struct pattern *pattern, const char *text, size_t from, struct range *out)
{
    return pattern_find_groups(pattern, text, from, out, 1);
}

bool pattern_find_ahead(struct pattern_ahead *ahead, size_t from, struct range *out)
{
    bool known = ahead->state == PATTERN_AHEAD_FOUND && ahead->found.start >= from;
    if (!known && ahead->state != PATTERN_AHEAD_OVER)
        ahead->state = pattern_find(ahead->pattern, ahead->text, from, &ahead->found)
                           ? PATTERN_AHEAD_FOUND
                           : PATTERN_AHEAD_OVER;
    *out = ahead->found;
    return ahead->state == PATTERN_AHEAD_FOUND;
}

char *pattern_replace(struct pattern *pattern, const char *text, const char *by)
{
    GString *out = g_string_new(NULL);
    struct range found;
    size_t from = 0;
    for (; pattern_find(pattern, text, from, &found) && found.end > from; from = found.end) {
        g_string_append_len(out, text + from, (gssize)(found.start - from));
        g_string_append(out, by);
    }
    g_string_append(out, text + from);
    return g_string_free(out, FALSE);
}
