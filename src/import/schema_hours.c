/*
 * Hours in the words of schema.org, as people write them. A place whose hours open and close at one
 * minute, or do not open, is closed; 23:59 is how some write the end of the day. Awkward: hours may
 * be for a season alone, which must not become those of the whole year.
 */
#include "content/date.h"
#include "import/schema.h"

#include <stdio.h>
#include <string.h>

#define DAYS_OF_WEEK 7

/* The days, as in "Monday,Tuesday"; owned by the caller. */
static char *days_of(const GPtrArray *leaves, const char *prefix)
{
    GString *days = g_string_new(NULL);
    unsigned n = 0;
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        g_autofree char *name = schema_name(leaf, prefix);
        const char *slash = strrchr(leaf->value, '/');
        const char *day = slash ? slash + 1 : leaf->value;
        if (!name || !g_str_has_prefix(name, "dayOfWeek") || strchr(name, '@'))
            continue;
        g_string_append_printf(days, "%s%s", n++ ? "," : "",
                               strcmp(day, "PublicHolidays") == 0 ? "PH" : day);
    }
    if (n == DAYS_OF_WEEK && !strstr(days->str, "PH"))
        g_string_assign(days, "Mo-Su");
    return g_string_free(days, FALSE);
}

/* A time without seconds and time zone, which some write behind it; owned by the caller. */
static char *time_of(const struct schema_leaf *leaf)
{
    int hours, minutes, length = 0;
    const char *text = leaf ? leaf->value : "";
    bool plain = sscanf(text, "%2d:%2d%n", &hours, &minutes, &length) == 2 &&
                 (text[length] == '\0' || strchr(":Z+-", text[length]));
    return plain ? g_strndup(text, (gsize)length) : g_strstrip(g_strdup(text));
}

/* The day as in "2026 Dec 24"; owned by the caller; NULL: it is none. */
static char *date_of(const struct schema_leaf *leaf)
{
    int year, month, day;
    bool whole = leaf && sscanf(leaf->value, "%4d-%2d-%2d", &year, &month, &day) == 3 &&
                 year > 999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return whole ? g_strdup_printf("%04d %s %02d", year, date_month_code(month), day) : NULL;
}

/* The season, with a blank behind it; owned by the caller. `*certain`: both its ends are known. */
static char *season_of(const GPtrArray *leaves, const char *prefix, bool *certain)
{
    const struct schema_leaf *from = schema_find(leaves, prefix, "validFrom");
    const struct schema_leaf *to = schema_find(leaves, prefix, "validThrough");
    g_autofree char *first = date_of(from), *last = date_of(to);
    *certain = (!from && !to) || (first && last);
    if (first && last && strcmp(first, last) == 0)
        return g_strdup_printf("%s ", first);
    if (first && last)
        return g_strdup_printf("%s-%s ", first, last);
    if (from)
        return g_strdup_printf("from %s: ", from->value);
    return to ? g_strdup_printf("until %s: ", to->value) : g_strdup("");
}

char *schema_hours(const GPtrArray *leaves, const char *prefix, bool *certain)
{
    const struct schema_leaf *opens = schema_find(leaves, prefix, "opens");
    const struct schema_leaf *closes = schema_find(leaves, prefix, "closes");
    g_autofree char *days = days_of(leaves, prefix), *season = season_of(leaves, prefix, certain);
    g_autofree char *from = time_of(opens), *to = time_of(closes);
    if (!*days && !*season)
        return NULL;
    const char *gap = *days ? " " : "";
    if ((!opens && !closes) || strcmp(from, to) == 0)
        return g_strdup_printf("%s%s%sclosed", season, days, gap);
    bool end = strcmp(to, "23:59") == 0;
    return g_strdup_printf("%s%s%s%s-%s", season, days, gap, from, end ? "24:00" : to);
}
