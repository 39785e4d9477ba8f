/*
 * The labels that hours are told by, turned into a pattern that finds what they told.
 */
#include "content/amounts_hours.h"

#include "base/pattern.h"

#include <glib.h>
#include <string.h>

static const enum label day_names[] = {
    LABEL_MONDAY,   LABEL_TUESDAY, LABEL_WEDNESDAY,       LABEL_THURSDAY,       LABEL_FRIDAY,
    LABEL_SATURDAY, LABEL_SUNDAY,  LABEL_PUBLIC_HOLIDAYS, LABEL_SCHOOL_HOLIDAYS};
static const enum label time_names[] = {
    LABEL_TIME_AM_MINUTES, LABEL_TIME_PM_MINUTES, LABEL_TIME_AM, LABEL_TIME_PM, LABEL_NOON,
    LABEL_MIDNIGHT};
static const enum label range_names[] = {LABEL_DAY_RANGE, LABEL_TIME_RANGE, LABEL_TIME_OPEN_END};

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
    GString *days = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(day_names); i++)
        add(days, escape(labels, day_names[i]));
    return one_of(days);
}

static char *a_time(const struct labels *labels)
{
    static const char *const fields[] = {"\\{hour\\}", "\\{hour24\\}", "\\{hour24_two\\}",
                                         "\\{minute\\}"};
    GString *times = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(time_names); i++) {
        char *time = escape(labels, time_names[i]);
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

/* What the labels of a language make; kept. */
struct hours_patterns {
    struct pattern days, ranges, times;
};

/* A line could end within the name of one: "Thứ Hai", "segunda-feira". */
static bool has_parted_days(const struct labels *labels)
{
    for (enum label day = LABEL_MONDAY; day <= LABEL_SUNDAY; day++)
        if (strpbrk(labels_get(labels, day), " -"))
            return true;
    return false;
}

/* The longest words between a label's fields: what tells that a number is a time (" am", ":"). */
static struct range fixed_words(const char *label)
{
    struct range longest = {0, 0};
    for (size_t at = 0; label[at];) {
        struct range words = {at, at + strcspn(label + at, "{")};
        if (words.end - words.start > longest.end - longest.start)
            longest = words;
        at = words.end + strcspn(label + words.end, "}");
        at += label[at] == '}';
    }
    return longest;
}

static struct hours_patterns *make_patterns(const struct labels *labels)
{
    struct hours_patterns *made = g_new(struct hours_patterns, 1);
    *made = (struct hours_patterns){.days = PATTERN(pattern_of_days(labels)),
                                    .ranges = PATTERN(pattern_of_ranges(labels)),
                                    .times = PATTERN(pattern_of_times(labels))};
    return made;
}

static void append_words(GString *words, const struct labels *labels, const enum label *names,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_string_append(words, labels_get(labels, names[i]));
        g_string_append_c(words, '\n');
    }
}

/* Of labels with the same words there is one set of patterns. */
static struct hours_patterns *patterns_of(const struct labels *labels)
{
    static GMutex mutex;
    static GHashTable *known; /* by the words that they are made of */
    g_autoptr(GString) words = g_string_sized_new(512);
    append_words(words, labels, day_names, G_N_ELEMENTS(day_names));
    append_words(words, labels, time_names, G_N_ELEMENTS(time_names));
    append_words(words, labels, range_names, G_N_ELEMENTS(range_names));
    g_mutex_lock(&mutex);
    if (!known)
        known = g_hash_table_new(g_str_hash, g_str_equal);
    struct hours_patterns *patterns = g_hash_table_lookup(known, words->str);
    if (!patterns) {
        patterns = make_patterns(labels);
        g_hash_table_insert(known, g_strdup(words->str), patterns);
    }
    g_mutex_unlock(&mutex);
    return patterns;
}

static void visit_all(struct pattern *pattern, const char *text, facts_visit *visit, void *data)
{
    struct range found;
    for (size_t at = 0; pattern_find(pattern, text, at, &found); at = found.end)
        visit(found.start, found.end, data);
}

/* Most texts with numbers tell of no time: no pattern is tried at each of their places. */
static bool may_tell_time(const struct labels *labels, const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(time_names); i++) {
        const char *label = labels_get(labels, time_names[i]);
        struct range said = fixed_words(label);
        if (memmem(text, strlen(text), label + said.start, said.end - said.start))
            return true;
    }
    return false;
}

void amounts_find_hours(const char *text, bool digits, const struct labels *labels,
                        facts_visit *visit, void *data)
{
    /* Days stand with words that have no blanks between them. */
    bool wide = has_wide(labels_get(labels, LABEL_DAY_RANGE)) && has_wide(text);
    bool days = wide || has_parted_days(labels);
    bool times = (wide || digits) && may_tell_time(labels, text);
    struct hours_patterns *patterns = days || times ? patterns_of(labels) : NULL;
    if (days)
        visit_all(&patterns->days, text, visit, data);
    if (times) {
        visit_all(&patterns->ranges, text, visit, data);
        visit_all(&patterns->times, text, visit, data);
    }
}
