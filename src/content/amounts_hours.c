/*
 * The labels that hours are told by, turned into a pattern that finds what they told.
 */
#include "content/amounts_hours.h"

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
            time = replace(time, fields[k], PATTERN_AHEAD("0-9") "\\p{Nd}{1,2}");
        add(times, time);
    }
    return one_of(times);
}

/* What clings to a field of a range, and the field: as far as the next blanks. */
static struct range clinging(const char *range, const char *field, size_t from)
{
    const char *at = strstr(range + from, field);
    size_t start = at ? (size_t)(at - range) : from, end = start + (at ? strlen(field) : 0);
    while (start > from && range[start - 1] != ' ')
        start--;
    return (struct range){start, end + strcspn(range + end, " ")};
}

/* Both ends of a range, the first with the words before it; none where the label has them in
 * another order. */
static bool find_ends(const char *range, const char *const fields[2], struct range ends[2])
{
    const char *first = strstr(range, fields[0]), *last = strstr(range, fields[1]);
    if (!first || !last || last < first)
        return false;
    ends[0] = (struct range){0, MIN(clinging(range, fields[0], 0).end, (size_t)(last - range))};
    ends[1] = clinging(range, fields[1], ends[0].end);
    return true;
}

static char *part_of(const char *range, struct range part)
{
    return g_strndup(range + part.start, part.end - part.start);
}

static const char *const days_fields[] = {"\\{first\\}", "\\{last\\}"};
static const char *const times_fields[] = {"\\{from\\}", "\\{to\\}"};

/* Both ends of a range, each with what clings to it: a line may end between them. */
static void add_ends(GString *list, const char *range, const char *const fields[2],
                     const char *what)
{
    struct range ends[2];
    if (find_ends(range, fields, ends))
        for (int i = 0; i < 2; i++)
            add(list, replace(part_of(range, ends[i]), fields[i], what));
    add(list, g_strdup(what));
}

static char *pattern_of_days(const struct labels *labels)
{
    GString *list = g_string_new(NULL);
    g_autofree char *day = a_day(labels), *range = escape(labels, LABEL_DAY_RANGE);
    add_ends(list, range, days_fields, day);
    return g_string_free(list, FALSE);
}

static char *pattern_of_times(const struct labels *labels)
{
    GString *list = g_string_new(NULL);
    g_autofree char *time = a_time(labels), *range = escape(labels, LABEL_TIME_RANGE);
    add(list, replace(escape(labels, LABEL_TIME_OPEN_END), times_fields[0], time));
    add_ends(list, range, times_fields, time);
    return g_string_free(list, FALSE);
}

static char *pattern_of_ranges(const struct labels *labels)
{
    g_autofree char *time = a_time(labels);
    char *range = replace(escape(labels, LABEL_TIME_RANGE), times_fields[0], time);
    return replace(range, times_fields[1], time);
}

static void visit_all(char *pattern, const char *text, facts_visit *visit, void *data)
{
    g_autofree char *owned = pattern;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_of_text(owned), text, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start, end;
        g_match_info_fetch_pos(match, 0, &start, &end);
        visit((size_t)start, (size_t)end, data);
    }
}

static bool has_digit(const char *text)
{
    while (*text && !g_unichar_isdigit(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text;
}

/* A line could end within the name of a day: "Thứ Hai", "segunda-feira". */
static bool has_parted_days(const struct labels *labels)
{
    for (enum label day = LABEL_MONDAY; day <= LABEL_SUNDAY; day++)
        if (strpbrk(labels_get(labels, day), " -"))
            return true;
    return false;
}

void amounts_find_hours(const char *text, const struct labels *labels, facts_visit *visit,
                        void *data)
{
    bool wide = has_wide(labels_get(labels, LABEL_DAY_RANGE)) && has_wide(text);
    if (wide || has_parted_days(labels))
        visit_all(pattern_of_days(labels), text, visit, data);
    if (wide || has_digit(text)) {
        visit_all(pattern_of_ranges(labels), text, visit, data);
        visit_all(pattern_of_times(labels), text, visit, data);
    }
}
