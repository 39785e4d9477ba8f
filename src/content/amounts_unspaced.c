/*
 * The labels that hours are told by, turned into a pattern that finds what they told.
 */
#include "content/amounts_unspaced.h"

#include <glib.h>
#include <string.h>

static bool has_wide(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_iswide(g_utf8_get_char(text)))
            return true;
    return false;
}

/* `text` with one thing in place of another, which is freed with it; owned by the caller. */
static char *replace(char *text, const char *old, const char *other)
{
    g_autofree char *before = text;
    g_auto(GStrv) parts = g_strsplit(before, old, -1);
    return g_strjoinv(other, parts);
}

/* A label as a pattern. */
static char *escape(const struct labels *labels, enum label label)
{
    return g_regex_escape_string(labels_get(labels, label), -1);
}

static void add(GString *list, char *pattern)
{
    g_autofree char *owned = pattern;
    g_string_append_printf(list, "%s%s", list->len > 0 ? "|" : "", owned);
}

static char *one_of(GString *list)
{
    g_autofree char *inner = g_string_free(list, FALSE);
    return g_strdup_printf("(?:%s)", inner);
}

static char *a_day(const struct labels *labels)
{
    static const enum label names[] = {
        LABEL_MONDAY,   LABEL_TUESDAY, LABEL_WEDNESDAY,       LABEL_THURSDAY,       LABEL_FRIDAY,
        LABEL_SATURDAY, LABEL_SUNDAY,  LABEL_PUBLIC_HOLIDAYS, LABEL_SCHOOL_HOLIDAYS};
    GString *days = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        add(days, escape(labels, names[i]));
    return one_of(days);
}

static char *a_time(const struct labels *labels)
{
    static const enum label names[] = {
        LABEL_TIME_AM_MINUTES, LABEL_TIME_PM_MINUTES, LABEL_TIME_AM, LABEL_TIME_PM, LABEL_NOON,
        LABEL_MIDNIGHT};
    static const char *const fields[] = {"\\{hour\\}", "\\{hour24\\}", "\\{hour24_two\\}",
                                         "\\{minute\\}"};
    GString *times = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *time = escape(labels, names[i]);
        for (size_t k = 0; k < G_N_ELEMENTS(fields); k++)
            time = replace(time, fields[k], "\\p{Nd}{1,2}");
        add(times, time);
    }
    return one_of(times);
}

/* Both ends of a range of days, each with what clings to it: a line may end between them. */
static void add_days(GString *list, const struct labels *labels, const char *day)
{
    g_autofree char *range = escape(labels, LABEL_DAY_RANGE);
    const char *last = strstr(range, "\\{last\\}");
    if (last) {
        g_autofree char *first = g_strstrip(g_strndup(range, (gsize)(last - range)));
        add(list, replace(g_strdup(first), "\\{first\\}", day));
        add(list, replace(g_strdup(last), "\\{last\\}", day));
    }
    add(list, g_strdup(day));
}

static char *pattern_of(const struct labels *labels)
{
    GString *list = g_string_new(NULL);
    g_autofree char *time = a_time(labels), *day = a_day(labels);
    char *range = replace(escape(labels, LABEL_TIME_RANGE), "\\{from\\}", time);
    add(list, replace(range, "\\{to\\}", time));
    add(list, replace(escape(labels, LABEL_TIME_OPEN_END), "\\{from\\}", time));
    add(list, g_strdup(time));
    add_days(list, labels, day);
    return g_string_free(list, FALSE);
}

/* The same, compiled once for each language; lent. */
static const GRegex *compiled(const struct labels *labels)
{
    static GMutex mutex;
    static GHashTable *known;
    char *pattern = pattern_of(labels);
    g_mutex_lock(&mutex);
    if (!known)
        known = g_hash_table_new(g_str_hash, g_str_equal);
    GRegex *regex = g_hash_table_lookup(known, pattern);
    if (!regex) {
        regex = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
        g_hash_table_insert(known, pattern, regex);
    } else {
        g_free(pattern);
    }
    g_mutex_unlock(&mutex);
    return regex;
}

void amounts_find_unspaced(const char *text, const struct labels *labels, facts_visit *visit,
                           void *data)
{
    if (!has_wide(labels_get(labels, LABEL_DAY_RANGE)) || !has_wide(text))
        return;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(compiled(labels), text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start, end;
        g_match_info_fetch_pos(match, 0, &start, &end);
        visit((size_t)start, (size_t)end, data);
    }
}
