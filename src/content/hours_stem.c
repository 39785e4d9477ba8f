/*
 * What lines of opening hours leave out of the names of days, and add to figures, on their way into
 * English.
 */
#include "base/pattern.h"
#include "content/hours_parts.h"

#include <string.h>

/* Those whose names may share how they begin: in many languages Sunday has a name of its own. */
#define STEM_DAYS DAY_SUNDAY

/* Bytes that all names begin with. */
static size_t stem_of(const char *const names[DAY_WEEK])
{
    size_t length = strlen(names[0]);
    for (int day = 1; day < STEM_DAYS; day++)
        while (strncmp(names[0], names[day], length) != 0)
            length = (size_t)(g_utf8_prev_char(names[0] + length) - names[0]);
    return length;
}

/* One more way, if it is any; takes `pattern`. */
static void add_way(GString *ways, char *pattern)
{
    if (*pattern)
        g_string_append_printf(ways, "|%s", pattern);
    g_free(pattern);
}

/* What parts the days of a range or a list: a pattern, owned by the caller. */
static char *joint_of(const struct labels *labels)
{
    GString *joint = g_string_new("\\s*(?:\\p{Pd}|[~\u301C\uFF5E,\u3001\uFF0C]");
    add_way(joint, hours_between(labels, LABEL_DAY_RANGE, "{first}", "{last}"));
    add_way(joint, hours_between(labels, LABEL_DAY_AND, "{first}", "{last}"));
    for (const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS); *entry; entry++)
        if (g_str_has_suffix(*entry, "=-") || g_str_has_suffix(*entry, "=,")) {
            g_autofree char *words = g_strndup(*entry, strlen(*entry) - 2);
            add_way(joint, hours_pattern(words));
        }
    g_string_append(joint, ")\\s*");
    return g_string_free(joint, FALSE);
}

/* Each pass gives the next of a list its stem. A month of that number is no day. */
static char *complete(char *text, const char *const names[DAY_WEEK], const char *joint)
{
    size_t stem = stem_of(names);
    if (stem == 0)
        return text;
    g_autofree char *whole = g_strndup(names[0], stem), *quoted = hours_pattern(whole);
    g_autoptr(GString) rests = g_string_new(NULL);
    for (int day = 0; day < DAY_WEEK; day++)
        if (strncmp(names[day], whole, stem) == 0 && names[day][stem]) {
            g_autofree char *rest = hours_pattern(names[day] + stem);
            g_string_append_printf(rests, "%s%s", rests->len ? "|" : "", rest);
        }
    g_autofree char *pattern = g_strdup_printf("(%s(?:%s)%s)(%s)%s(?!\u6708)", quoted, rests->str,
                                               joint, rests->str, hours_word_end(names[0]));
    g_autofree char *with = g_strdup_printf("\\1%s\\2", whole);
    for (int pass = 1; pass < DAY_WEEK; pass++)
        text = hours_replace(text, pattern, with);
    return text;
}

char *hours_complete_days(char *text, const struct labels *labels)
{
    const char *names[DAY_WEEK];
    for (int day = 0; day < DAY_WEEK; day++)
        names[day] = labels_get(labels, (enum label)(LABEL_MONDAY + day));
    g_autofree char *joint = joint_of(labels);
    text = complete(text, names, joint);
    const char *const *brief = labels_list(labels, LABELS_DAYS_SHORT);
    return *brief ? complete(text, brief, joint) : text;
}

/* The hour's names in the language, where they are no signs of a span alone; ways of a pattern,
 * owned by the caller. */
static char *hour_names(const struct labels *labels)
{
    GString *units = g_string_new("");
    for (const char *const *unit = labels_list(labels, LABELS_UNITS); *unit; unit++) {
        g_auto(GStrv) names = g_strsplit(*unit, "=", -1);
        for (char **name = names; g_str_equal(names[0], "h") && *++name;) {
            if (!g_unichar_iswide(g_utf8_get_char(*name)))
                add_way(units, hours_pattern(*name));
        }
    }
    return g_string_free(units, FALSE);
}

char *hours_settle_units(char *text, const struct labels *labels)
{
    g_autofree char *names = hour_names(labels);
    g_autofree char *units = g_strdup_printf("(?:h(?:rs|s)?\\.?%s)(?!\\p{L})", names);
    g_autofree char *before = g_strdup_printf("(?<!\\p{L})(?:hrs%s) (?=\\d)", names);
    g_autofree char *alone = g_strdup_printf("^(\\D*)24 ?%s(\\D*)$", units);
    g_autofree char *behind = g_strdup_printf("(\\d[:.]\\d{2}) ?%s", units);
    g_autofree char *amid = g_strdup_printf("(\\d) ?%s ?(\\d{2})(?!\\d| ?%s)", units, units);
    g_autofree char *hour = g_strdup_printf("(?<![\\d:.])([01]?\\d|2[0-4]) ?%s", units);
    text = hours_replace(text, "(?<=\\d) ?uhr(?!\\p{L})", "");
    text = hours_replace(text, alone, "\\1 24 hours \\2");
    text = hours_replace(hours_replace(text, behind, "\\1"), amid, "\\1:\\2");
    return hours_replace(hours_replace(text, hour, "\\1:00"), before, "");
}
