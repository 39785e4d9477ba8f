/*
 * Opening hours as people say them beside the words of the labels: by the language's list
 * (LABELS_HOURS_WORDS), by figures with the sign of an hour ("9時30分"), and days of one sign.
 * Awkward: such a sign ("日") is a letter of anything else, so it is a day only where no letter
 * touches it but signs of its kind ("土日").
 */
#include "base/pattern.h"
#include "content/hours_parts.h"

#include <stdlib.h>
#include <string.h>

#define PLACE   "{hour}"
#define EVENING "evening"

/* One entry of the list: what people say, owned by it, and what it is, lent. */
struct said {
    char *words;
    const char *is;
};

/* A clinic's own list may hold what says nothing: then there are no words. */
static struct said said_of(const char *entry)
{
    const char *equals = strrchr(entry, '=');
    return equals ? (struct said){g_strndup(entry, (gsize)(equals - entry)), equals + 1}
                  : (struct said){g_strdup(""), ""};
}

/* A day that has one sign for its name. */
static bool is_sign(const char *words)
{
    return g_utf8_strlen(words, -1) == 1 && g_unichar_iswide(g_utf8_get_char(words));
}

static bool is_between(const char *is)
{
    return g_str_equal(is, "-") || g_str_equal(is, ",");
}

/* Words of one or two letters are looked for by themselves alone: "V", "Ma". */
static bool has_words(const char *text, const char *words)
{
    bool brief = g_utf8_strlen(words, -1) <= 2 && !g_unichar_iswide(g_utf8_get_char(words));
    for (const char *at = text; (at = strstr(at, words)); at = g_utf8_next_char(at)) {
        const char *behind = at + strlen(words);
        bool goes_on = at > text && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at)));
        if (!brief || !(goes_on || g_unichar_isalpha(g_utf8_get_char(behind))))
            return true;
    }
    return false;
}

bool hours_has_said(const char *text, const struct labels *labels)
{
    bool has = false;
    for (const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS); !has && *entry;
         entry++) {
        struct said said = said_of(*entry);
        g_auto(GStrv) around = g_strsplit(said.words, PLACE, 2);
        const char *part = around[0] && (*around[0] || !around[1]) ? around[0] : around[1];
        g_autofree char *words = g_utf8_strdown(part ? part : "", -1);
        g_strstrip(words);
        has = *words && !is_between(said.is) && !is_sign(words) && has_words(text, words);
        g_free(said.words);
    }
    return has;
}

bool hours_say_open(const struct labels *labels, const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    bool open = false;
    for (const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS); !open && *entry;
         entry++) {
        struct said said = said_of(*entry);
        g_autofree char *words = g_utf8_strdown(said.words, -1);
        open = strcmp(said.is, "open") == 0 && has_words(lower, words);
        g_free(said.words);
    }
    return open;
}

/* Minutes after the last twelve o'clock of a time that is written "9:30" or "12". */
static int minutes_of(const char *time)
{
    const char *colon = strchr(time, ':');
    return atoi(time) % 12 * 60 + (colon ? atoi(colon + 1) : 0);
}

/* A time and what half of the day it is of; in "上午9:00-11:30" the second time is of the same,
 * where it is the later one. */
static gboolean halve(const GMatchInfo *match, GString *out, gpointer half)
{
    g_autofree char *first = g_match_info_fetch(match, 1), *second = g_match_info_fetch(match, 2);
    g_string_append_printf(out, "%s %s", first, (const char *)half);
    if (!second || !*second)
        g_string_append_c(out, ' ');
    else if (atoi(second) < 12 && minutes_of(second) > minutes_of(first))
        g_string_append_printf(out, "-%s %s ", second, (const char *)half);
    else
        g_string_append_printf(out, "-%s ", second);
    return FALSE;
}

/* "下午2:00", "{hour} صباحًا": `half` a day of the hours to twelve, with that itself if `twelve`;
 * beside later ones it says nothing. */
static char *settle_half(char *text, const char *words, const char *half, bool twelve)
{
#define TIME(last) "((?:0?[1-9]|1[01" last "])(?::\\d{2})?)(?![\\d:])"
#define UNTIL      "(?:\\s*[-~\u2012-\u2014\u301C\uFF5E至到]\\s*" TIME("2") "(?!\\s*[ap]m))?"
    g_auto(GStrv) around = g_strsplit(words, PLACE, 2);
    g_autofree char *before = hours_pattern(g_strstrip(around[0]));
    g_autofree char *behind = hours_pattern(g_strstrip(around[1]));
    const char *touching = *behind ? "(?![\\p{L}\\p{M}])" : "";
    g_autofree char *halved =
        g_strdup_printf("(?i)%s%s(?<![\\d:])%s%s\\s*%s%s", before, *before ? "\\s*:?\\s*" : "",
                        twelve ? TIME("2") : TIME(""), *behind ? "" : UNTIL, behind, touching);
    g_autofree char *late = g_strdup_printf(
        "%s\\s*:?\\s*((?:1[3-9]|2\\d)(?::\\d{2})?)(?![\\d:])\\s*%s%s", before, behind, touching);
    char *settled =
        g_regex_replace_eval(pattern_of_text(halved), text, -1, 0, 0, halve, (gpointer)half, NULL);
    if (settled)
        g_free(text);
    return hours_replace(settled ? settled : text, late, "\\1 ");
#undef UNTIL
#undef TIME
}

/* Of the afternoon twelve is noon; of the morning and the evening it may be midnight. */
static char *settle_said(char *text, const struct said *said, const char *am, const char *pm)
{
    bool morning = g_str_equal(said->is, "am"), noon = g_str_equal(said->is, "pm");
    return settle_half(text, said->words, morning ? am : pm, noon);
}

/* Between two days or times. */
static char *settle_between(char *text, const struct said *said)
{
    static const char end[] = "(?:" HOURS_DAYS "|\\d|am|pm)";
    g_autofree char *quoted = hours_pattern(said->words);
    g_autofree char *pattern = g_strdup_printf("(%s)\\s*%s\\s*(?=%s)", end, quoted, end);
    g_autofree char *with = g_strconcat("\\1", said->is, NULL);
    return hours_replace(text, pattern, with);
}

/* Kinds of entries, in the order in which they are settled. */
enum said_kind { SAID_WORDS, SAID_HALF, SAID_HALF_ALONE, SAID_BETWEEN, SAID_SIGN };

/* Halves of the day, as the reader of words before times knows them, and what they are. */
static const struct said halves[] = {{(char *)"morning " PLACE, "am"},
                                     {(char *)"afternoon " PLACE, "pm"},
                                     {(char *)"evening " PLACE, EVENING}};

static bool is_half(const char *is)
{
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++)
        if (strncmp(halves[i].words, is, strlen(is)) == 0)
            return true;
    return false;
}

static enum said_kind kind_of(const struct said *said)
{
    return strstr(said->words, PLACE) ? SAID_HALF
           : is_between(said->is)     ? SAID_BETWEEN
           : is_sign(said->words)     ? SAID_SIGN
           : is_half(said->is)        ? SAID_HALF_ALONE
                                      : SAID_WORDS;
}

static char *settle_entries(char *text, const struct labels *labels, enum said_kind kind)
{
    for (const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS); *entry; entry++) {
        struct said said = said_of(*entry);
        if (*said.words && kind_of(&said) == kind)
            text = kind == SAID_HALF      ? settle_said(text, &said, "am", "pm")
                   : kind == SAID_BETWEEN ? settle_between(text, &said)
                                          : hours_replace_words(text, said.words, "", said.is);
        g_free(said.words);
    }
    return text;
}

/* "9時30分", "9点半", "9시": not so many hours ("8時間"), nor what is no hour ("低于 70 时", "7.5
 * 时": when it is below that). */
static char *settle_figures(char *text)
{
#define HOUR_SIGN "(?<![\\d.,])([01]?\\d|2[0-4]) ?[点點时時시]"
    text = hours_replace(text, HOUR_SIGN " ?(\\d{2}) ?[分분]", "\\1:\\2");
    text = hours_replace(text, HOUR_SIGN " ?[半반]", "\\1:30");
    return hours_replace(text, HOUR_SIGN "(?![間间간])", "\\1:00");
#undef HOUR_SIGN
}

/* Days of one sign of the language, each with its code, of struct said. */
static GArray *day_signs(const struct labels *labels)
{
    GArray *signs = g_array_new(FALSE, FALSE, sizeof(struct said));
    const char *const *names = labels_list(labels, LABELS_DAYS_SHORT);
    for (int day = 0; names[day]; day++) {
        struct said sign = {g_strdup(names[day]), hours_day_code((enum day)day)};
        g_array_append_val(signs, sign);
    }
    const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS);
    for (; *entry; entry++) {
        struct said said = said_of(*entry);
        g_array_append_val(signs, said);
    }
    for (guint i = signs->len; i > 0; i--) {
        struct said *said = &g_array_index(signs, struct said, i - 1);
        if (is_sign(said->words) && !is_between(said->is))
            continue;
        g_free(said->words);
        g_array_remove_index(signs, i - 1);
    }
    return signs;
}

/* "月・水・金", "土日祝" */
static char *settle_signs(char *text, const struct labels *labels)
{
    g_autoptr(GArray) signs = day_signs(labels);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < signs->len; i++)
        g_string_append(all, g_array_index(signs, struct said, i).words);
    g_autofree char *row =
        g_strdup_printf("(?<![^\\P{L}%s])([%s])(?=[%s]+(?!\\p{L}))", all->str, all->str, all->str);
    text = all->len ? hours_replace(text, row, "\\1,") : text;
    for (guint i = 0; i < signs->len; i++) {
        struct said *sign = &g_array_index(signs, struct said, i);
        g_autofree char *pattern = g_strdup_printf("(?<!\\p{L})%s(?!\\p{L})", sign->words);
        text = hours_replace(text, pattern, sign->is);
        g_free(sign->words);
    }
    return text;
}

char *hours_settle_words(char *text, const struct labels *labels)
{
    return settle_entries(text, labels, SAID_WORDS);
}

char *hours_settle_said(char *text, const struct labels *labels)
{
    text = settle_entries(settle_figures(text), labels, SAID_HALF);
    text = settle_entries(text, labels, SAID_HALF_ALONE);
    return settle_entries(settle_signs(text, labels), labels, SAID_BETWEEN);
}

char *hours_settle_halves(char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++)
        text = settle_said(text, &halves[i], "am", "pm");
    return text;
}

/* The halves with their stops, which makes them no words of another language. */
char *hours_halve(const char *text, const struct labels *labels)
{
    static const struct {
        enum label label;
        const char *half;
    } known[] = {{LABEL_TIME_AM, "a.m."}, {LABEL_TIME_PM, "p.m."}};
    if (!strpbrk(text, "0123456789"))
        return g_strdup(text);
    char *halved = settle_figures(g_strdup(text));
    halved =
        hours_replace(halved, "(?<!\\d)(\\d{1,2})\\s?h\\s?([0-5]\\d)(?![\\d\\p{L}])", "\\1:\\2");
    for (const char *const *entry = labels_list(labels, LABELS_HOURS_WORDS); *entry; entry++) {
        struct said said = said_of(*entry);
        if (kind_of(&said) == SAID_HALF)
            halved = settle_said(halved, &said, "a.m.", "p.m.");
        g_free(said.words);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        const char *words = labels_get(labels, known[i].label);
        if (strstr(words, PLACE))
            halved = settle_half(halved, words, known[i].half, true);
    }
    return halved;
}
