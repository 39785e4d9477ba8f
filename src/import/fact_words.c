/*
 * Opening hours in the language of the page, as the reader of hours knows them: days become their
 * codes, words between two days or times a dash. Awkward: words between days ("a", "y") are letters
 * of anything else, so they are looked for between days and times alone.
 */
#include "base/pattern.h"
#include "content/hours.h"
#include "content/labels.h"
#include "import/parts.h"

#include <string.h>

static const enum label days[DAY_COUNT] = {
    LABEL_MONDAY,   LABEL_TUESDAY, LABEL_WEDNESDAY,       LABEL_THURSDAY,       LABEL_FRIDAY,
    LABEL_SATURDAY, LABEL_SUNDAY,  LABEL_PUBLIC_HOLIDAYS, LABEL_SCHOOL_HOLIDAYS};

/* Replaces matches of `pattern` in capitals or not; takes `text`, the result is the caller's. */
static char *replace(char *text, const char *pattern, const char *with)
{
    g_autofree char *caseless = g_strconcat("(?i)", pattern, NULL);
    char *out = g_regex_replace(pattern_of_text(caseless), text, -1, 0, with, 0, NULL);
    if (!out)
        return text;
    g_free(text);
    return out;
}

/* Whole words; languages without blanks have none between. Takes `text`. */
static char *replace_words(char *text, const char *words, const char *with)
{
    g_autofree char *quoted = g_regex_escape_string(words, -1);
    bool spaced = !g_unichar_iswide(g_utf8_get_char(words));
    g_autofree char *pattern =
        g_strdup_printf(spaced ? "(?<!\\p{L})%s(?![\\p{L}\\p{M}])" : "%s", quoted);
    return *words ? replace(text, pattern, with) : text;
}

/* The words of a label between its places, quoted, its blanks taken off; owned by the caller. */
static char *between(const struct labels *labels, enum label label, const char *first,
                     const char *last)
{
    const char *form = labels_get(labels, label), *from = strstr(form, first);
    const char *to = from ? strstr(from, last) : NULL;
    from = to ? from + strlen(first) : form;
    g_autofree char *words = g_strndup(from, to ? (gsize)(to - from) : 0);
    return g_regex_escape_string(g_strstrip(words), -1);
}

/* The words of a label before its first place, quoted; owned by the caller. */
static char *before(const struct labels *labels, enum label label)
{
    const char *form = labels_get(labels, label);
    g_autofree char *words = g_strndup(form, strcspn(form, "{"));
    return g_regex_escape_string(g_strstrip(words), -1);
}

/* The words of a label behind its last place, quoted; owned by the caller. */
static char *behind(const struct labels *labels, enum label label)
{
    const char *last = strrchr(labels_get(labels, label), '}');
    g_autofree char *words = g_strdup(last ? last + 1 : "");
    return g_regex_escape_string(g_strstrip(words), -1);
}

#define DAY "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"

/* A range in words becomes one with `sign`; takes `text`. `end` is what stands at its ends. */
static char *join_range(char *text, const struct labels *labels, enum label label,
                        const char *const places[2], const char *end, const char *sign)
{
    g_autofree char *middle = between(labels, label, places[0], places[1]);
    g_autofree char *open = before(labels, label), *close = behind(labels, label);
    g_autofree char *pattern =
        g_strdup_printf("(?:%s)?\\s*(%s)\\s*%s\\s*(%s)\\s*(?:%s)?", open, end, middle, end, close);
    g_autofree char *with = g_strdup_printf(" \\1%s\\2 ", sign);
    return *middle ? replace(text, pattern, with) : text;
}

/* Times of languages that have signs of their own for the halves of the day. Takes `text`. */
static char *settle_halves(char *text, const struct labels *labels)
{
    static const struct {
        enum label label;
        const char *half;
    } halves[] = {{LABEL_TIME_AM, "am"}, {LABEL_TIME_PM, "pm"}};
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++) {
        g_autofree char *word = behind(labels, halves[i].label);
        g_autofree char *pattern = g_strdup_printf("(\\d)\\s*%s(?![\\p{L}\\p{M}])", word);
        g_autofree char *with = g_strdup_printf("\\1 %s", halves[i].half);
        text = *word ? replace(text, pattern, with) : text;
    }
    return text;
}

static bool names_day(const struct labels *labels, const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    for (int day = 0; day < DAY_COUNT; day++) {
        g_autofree char *name = g_utf8_strdown(labels_get(labels, days[day]), -1);
        if (*name && strstr(lower, name))
            return true;
    }
    return false;
}

char *fact_english_hours(const struct labels *labels, const char *text)
{
    static const char *const ends[] = {"{first}", "{last}"}, *const times[] = {"{from}", "{to}"};
    static const char *const both[] = {"{first}", "{second}"};
    static const char time[] = "\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?";
    static const char range[] = "\\d[\\d:.]*(?: ?[ap]m)?-\\d[\\d:.]*(?: ?[ap]m)?";
    static const char *const spelt[][2] = {{"a. m.", "am"}, {"p. m.", "pm"}};
    if (!labels || !names_day(labels, text))
        return NULL;
    char *out = g_strdup(text);
    for (int day = 0; day < DAY_COUNT; day++)
        out = replace_words(out, labels_get(labels, days[day]), hours_day_code((enum day)day));
    out = replace_words(out, labels_get(labels, LABEL_CLOSED), "closed");
    out = replace_words(out, labels_get(labels, LABEL_NOON), "12:00");
    for (size_t i = 0; i < G_N_ELEMENTS(spelt); i++)
        out = replace_words(out, spelt[i][0], spelt[i][1]);
    out = replace(out, "(\\d) ?h ?(\\d{2})(?!\\d)", "\\1:\\2");
    out = replace(out, "(\\d) ?h(?!\\p{L})", "\\1:00");
    out = settle_halves(out, labels);
    out = join_range(out, labels, LABEL_DAY_RANGE, ends, DAY, "-");
    out = join_range(out, labels, LABEL_DAY_AND, ends, DAY, ",");
    out = join_range(out, labels, LABEL_TIME_RANGE, times, time, "-");
    out = join_range(out, labels, LABEL_TIME_AND, both, range, ",");
    out = replace(out, "\uFF1A|\u1366", ": ");
    out = replace(out, "[\u3001\u060C]", ",");
    return g_strstrip(replace(out, "\\s+", " "));
}
