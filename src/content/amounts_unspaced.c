/*
 * The labels that hours are told by, turned into a pattern that finds what they told.
 */
#include "content/amounts_unspaced.h"

#include "base/pattern.h"

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

/* Both ends of a range, each with what clings to it: a line may end between them. */
static void add_ends(GString *list, char *range, const char *const fields[2], const char *what)
{
    g_autofree char *owned = range;
    const char *last = strstr(owned, fields[1]);
    if (last) {
        char *first = g_strstrip(g_strndup(owned, (gsize)(last - owned)));
        add(list, replace(first, fields[0], what));
        add(list, replace(g_strdup(last), fields[1], what));
    }
    add(list, g_strdup(what));
}

static const char *const days_fields[] = {"\\{first\\}", "\\{last\\}"};
static const char *const times_fields[] = {"\\{from\\}", "\\{to\\}"};

static char *pattern_of(const struct labels *labels)
{
    GString *list = g_string_new(NULL);
    g_autofree char *time = a_time(labels), *day = a_day(labels);
    add(list, replace(escape(labels, LABEL_TIME_OPEN_END), times_fields[0], time));
    add_ends(list, escape(labels, LABEL_TIME_RANGE), times_fields, time);
    add_ends(list, escape(labels, LABEL_DAY_RANGE), days_fields, day);
    return g_string_free(list, FALSE);
}

void amounts_find_unspaced(const char *text, const struct labels *labels, facts_visit *visit,
                           void *data)
{
    if (!has_wide(labels_get(labels, LABEL_DAY_RANGE)) || !has_wide(text))
        return;
    g_autofree char *pattern = pattern_of(labels);
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_of_text(pattern), text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start, end;
        g_match_info_fetch_pos(match, 0, &start, &end);
        visit((size_t)start, (size_t)end, data);
    }
}
