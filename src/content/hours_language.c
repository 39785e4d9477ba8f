/*
 * Opening hours in the language of the page, as the reader of hours knows them: days become their
 * codes, words between two days or times a dash. Awkward: words between days ("a", "y") are letters
 * of anything else, so they are looked for between days and times alone.
 */
#include "base/pattern.h"
#include "content/hours_parts.h"

#include <string.h>

static const enum label days[DAY_COUNT] = {
    LABEL_MONDAY,   LABEL_TUESDAY, LABEL_WEDNESDAY,       LABEL_THURSDAY,       LABEL_FRIDAY,
    LABEL_SATURDAY, LABEL_SUNDAY,  LABEL_PUBLIC_HOLIDAYS, LABEL_SCHOOL_HOLIDAYS};

/* The words of a label before its first place, quoted; owned by the caller. */
static char *before(const struct labels *labels, enum label label)
{
    const char *form = labels_get(labels, label);
    g_autofree char *words = g_strndup(form, strcspn(form, "{"));
    return hours_pattern(g_strstrip(words));
}

/* The words of a label behind its last place, quoted; owned by the caller. */
static char *behind(const struct labels *labels, enum label label)
{
    const char *last = strrchr(labels_get(labels, label), '}');
    g_autofree char *words = g_strdup(last ? last + 1 : "");
    return hours_pattern(g_strstrip(words));
}

#define DAY "(?:" HOURS_DAYS ")"

/* A range in words becomes one with `sign`; takes `text`. `end` is what stands at its ends. */
static char *join_range(char *text, const struct labels *labels, enum label label,
                        const char *const places[2], const char *end, const char *sign)
{
    g_autofree char *middle = hours_between(labels, label, places[0], places[1]);
    g_autofree char *open = before(labels, label), *close = behind(labels, label);
    g_autofree char *from = before(labels, LABEL_TIME_RANGE);
    g_autofree char *pattern =
        g_strdup_printf("(?:%s|(?<!\\p{L})%s(?!\\p{L}))?\\s*(%s)\\s*%s\\s*(%s)\\s*(?:%s)?", open,
                        from, end, middle, end, close);
    g_autofree char *with = g_strdup_printf(" \\1%s\\2 ", sign);
    return *middle ? hours_replace(text, pattern, with) : text;
}

/* What stands before and between the two ends of a range, in the languages of the labels files that
 * have other words than these say, or more. */
static const char *const around[][2] = {
    {"de", "a"},   {"de", "à"},    {"du", "au"}, {"dal", "al"}, {"dalle", "alle"},
    {"das", "às"}, {"von", "bis"}, {"od", "do"}, {"с", "до"},   {"с", "по"}};

/* Articles and small words that stand before days in the languages of the labels files; between two
 * days one ("по") may make a range. */
#define BEFORE_DAY                                                                                 \
    "(?<!\\p{L}|" DAY " )(?:le|les|el|los|am|il|la|di|ao|aos|à|às|no|na|в|по) (?=" DAY "\\b)"

/* Ranges in such words become ones with a dash; takes `text`. */
static char *join_around(char *text, const char *end)
{
    for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
        g_autofree char *pattern = g_strdup_printf("(?:(?<!\\p{L})%s )?\\b(%s) +%s +(%s)",
                                                   around[i][0], end, around[i][1], end);
        text = hours_replace(text, pattern, "\\1-\\2");
    }
    return text;
}

/* Words that some languages write together with the day or time behind them, as in "from" and
 * "and": a pattern, owned by the caller. */
static char *joined_words(const struct labels *labels)
{
    static const struct {
        enum label label;
        const char *place;
    } places[] = {{LABEL_DAY_RANGE, "{first}"}, {LABEL_DAY_RANGE, "{last}"},
                  {LABEL_DAY_AND, "{last}"},    {LABEL_TIME_RANGE, "{from}"},
                  {LABEL_TIME_RANGE, "{to}"},   {LABEL_TIME_AND, "{second}"}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        const char *form = labels_get(labels, places[i].label);
        const char *end = strstr(form, places[i].place), *start = end;
        while (end && start > form && !strchr(" }", start[-1]))
            start--;
        if (!end || start == end)
            continue;
        g_autofree char *words = g_strndup(start, (gsize)(end - start));
        g_autofree char *quoted = g_regex_escape_string(words, -1);
        g_string_append_printf(out, "%s%s", out->len ? "|" : "", quoted);
    }
    return g_string_free(out, FALSE);
}

/* The pattern of a time of day as the labels have it; owned by the caller; NULL: by 24 hours. */
static char *time_pattern(const char *form)
{
    if (!strstr(form, "{hour}"))
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *quoted = g_regex_escape_string(form, -1);
    g_string_append(out, quoted);
    g_string_replace(out, "\\{hour\\}", "(\\d{1,2})", 0);
    g_string_replace(out, "\\{minute\\}", "(\\d{2})", 0);
    g_string_replace(out, " ", "\\s*", 0);
    return g_strconcat(out->str, g_str_has_suffix(form, "}") ? "" : hours_word_end(form), NULL);
}

/* Times of languages that have words of their own for the halves of the day. Takes `text`. */
static char *settle_times(char *text, const struct labels *labels)
{
    static const struct {
        enum label label;
        const char *with;
    } forms[] = {{LABEL_TIME_AM_MINUTES, "\\1:\\2 am"},
                 {LABEL_TIME_PM_MINUTES, "\\1:\\2 pm"},
                 {LABEL_TIME_AM, "\\1 am"},
                 {LABEL_TIME_PM, "\\1 pm"}};
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *pattern = time_pattern(labels_get(labels, forms[i].label));
        text = pattern ? hours_replace(text, pattern, forms[i].with) : text;
    }
    return text;
}

/* Without the signs that keep directions apart, in one form of its letters, with a comma for the
 * dot of a list ("土・日"), and a hyphen alone between days of one letter ("L – V"); owned by the
 * caller. */
static char *plain_text(const char *text)
{
    char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    normal = hours_replace(normal ? normal : g_strdup(text), "[\u200E\u200F\u2066-\u2069]", "");
    normal = hours_replace(normal, "(?<=\\p{L})[\u00B7\u30FB](?=\\p{L})", ",");
    return hours_replace(normal, "(?<!\\p{L})(\\p{L})\\s*[-\u2010-\u2015]\\s*(\\p{L})(?!\\p{L})",
                         "\\1-\\2");
}

/* A day by its name, or by what stands before a hyphen in it: "segunda", "segunda-feira". Takes
 * `text`. */
static char *replace_day(char *text, const char *name, const char *joined, enum day day)
{
    g_autofree char *start = g_strndup(name, strcspn(name, "-"));
    text = hours_replace_words(text, name, joined, hours_day_code(day));
    return strcmp(start, name) == 0 ? text
                                    : hours_replace_words(text, start, joined, hours_day_code(day));
}

/* A name of one sign ("日"), or with a figure ("Th 2"), may be another word. */
static bool is_word(const char *name)
{
    return g_utf8_strlen(name, -1) > 1 && !strpbrk(name, "0123456789");
}

/* The name of an English month, too: "mar". */
static bool is_month(const char *name)
{
    struct reader r = {.at = name};
    struct dates month;
    return date_take(&r, &month);
}

/* The short name of a day where it is one of a month, too, quoted; owned by the caller; NULL: it is
 * not. */
static char *doubtful_day(const char *short_name)
{
    g_autofree char *name = g_strndup(short_name, strcspn(short_name, "."));
    return is_word(name) && is_month(name) ? g_regex_escape_string(name, -1) : NULL;
}

/* Days by their short names, with a full stop or not. Takes `text`. */
static char *replace_short_days(char *text, const struct labels *labels)
{
    const char *const *names = labels_list(labels, LABELS_DAYS_SHORT);
    for (int day = 0; day < DAY_WEEK && names[day]; day++) {
        bool stopped = g_str_has_suffix(names[day], ".");
        g_autofree char *name = g_strndup(names[day], strlen(names[day]) - (stopped ? 1 : 0));
        g_autofree char *full = g_strconcat(name, ".", NULL);
        for (int i = 0; i < 2 && is_word(name) && !is_month(name); i++)
            text = hours_replace_words(text, i ? name : full, "", hours_day_code((enum day)day));
    }
    return text;
}

/* A name that an English month has, too ("mar"), beside another day: "mar. y jue.". Takes `text`.
 */
static char *replace_doubtful_days(char *text, const struct labels *labels)
{
    const char *const *names = labels_list(labels, LABELS_DAYS_SHORT);
    g_autofree char *and = hours_between(labels, LABEL_DAY_AND, "{first}", "{last}");
    g_autofree char *to = hours_between(labels, LABEL_DAY_RANGE, "{first}", "{last}");
    g_autofree char *joint = g_strdup_printf("\\s*(?:[-\u2013,]|%s|%s)\\s*", and, to);
    for (int day = 0; day < DAY_WEEK && names[day]; day++) {
        g_autofree char *name = doubtful_day(names[day]);
        if (!name)
            continue;
        const char *code = hours_day_code((enum day)day);
        g_autofree char *first = g_strdup_printf("(?<!\\p{L})%s\\.?(%s" DAY ")", name, joint);
        g_autofree char *last = g_strdup_printf("(" DAY "\\.?%s)%s\\.?(?!\\p{L})", joint, name);
        g_autofree char *with_first = g_strconcat(code, "\\1", NULL);
        g_autofree char *with_last = g_strconcat("\\1", code, NULL);
        text = hours_replace(hours_replace(text, first, with_first), last, with_last);
    }
    return text;
}

/* "abierto las 24 horas", "24 horas": the label for it, of which its figure and the word behind
 * that are enough, without blanks where a script sets none ("周五24小时开放"). Takes `text`. */
static char *replace_all_day(char *text, const struct labels *labels)
{
    const char *whole = labels_get(labels, LABEL_ALL_DAY), *figure = strstr(whole, "24 ");
    if (!figure)
        return hours_replace_words(text, whole, "", "24 hours");
    g_auto(GStrv) words = g_strsplit(whole, " ", -1);
    g_autoptr(GString) pattern =
        g_string_new("(?:(?<!\\p{L})|(?<=[\\p{Han}\\p{Hiragana}\\p{Katakana}]))");
    const char *at = whole;
    for (char **word = words; *word; at += strlen(*word) + 1, word++) {
        g_autofree char *quoted = g_regex_escape_string(*word, -1);
        bool needed = at == figure || at == figure + strlen("24 ");
        if (at <= figure)
            g_string_append_printf(pattern, needed ? "%s" : "(?:%s\\s+)?", quoted);
        else
            g_string_append_printf(pattern, needed ? "\\s*%s" : "(?:\\s+%s)?", quoted);
    }
    g_string_append(pattern, "(?!\\p{L})");
    return hours_replace(text, pattern->str, " 24 hours");
}

/* Whether `lower` holds the words as far as the first of the signs `ends`. */
static bool holds(const char *lower, const char *words, const char *ends)
{
    g_autofree char *normal =
        g_utf8_normalize(words, (gssize)strcspn(words, ends), G_NORMALIZE_NFC);
    g_autofree char *name = g_utf8_strdown(normal, -1);
    return *name && strstr(lower, name);
}

static bool names_day(const struct labels *labels, const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    const char *const *names = labels_list(labels, LABELS_DAYS_SHORT);
    for (int day = 0; day < DAY_COUNT; day++)
        if (holds(lower, labels_get(labels, days[day]), "-"))
            return true;
    for (; *names; names++)
        if (holds(lower, *names, "."))
            return true;
    return hours_has_said(lower, labels);
}

/* Ranges of days and times, and what goes on with more of them. Takes `text`. */
static char *settle_ranges(char *text, const struct labels *labels)
{
    static const char *const ends[] = {"{first}", "{last}"}, *const times[] = {"{from}", "{to}"};
    static const char *const both[] = {"{first}", "{second}"};
    static const char time[] = "\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?";
    static const char range[] = "\\d[\\d:.]*(?: ?[ap]m)? ?[-\u2013] ?\\d[\\d:.]*(?: ?[ap]m)?";
    text = join_around(join_around(text, DAY), time);
    text = join_range(text, labels, LABEL_DAY_RANGE, ends, DAY, "-");
    text = join_range(text, labels, LABEL_DAY_AND, ends, DAY, ",");
    text = join_range(text, labels, LABEL_TIME_RANGE, times, time, "-");
    text = hours_settle_halves(text);
    return join_range(text, labels, LABEL_TIME_AND, both, range, ",");
}

bool hours_may_mean_days(const struct labels *labels, const char *text)
{
    const char *const *names = labels_list(labels, LABELS_DAYS_SHORT);
    for (int day = 0; day < DAY_WEEK && names[day]; day++) {
        g_autofree char *name = doubtful_day(names[day]);
        g_autofree char *alone =
            name ? g_strdup_printf("(?i)(?<!\\p{L}|\\d|\\d )%s(?!\\p{L})", name) : NULL;
        if (alone && g_regex_match(pattern_of_text(alone), text, 0, NULL))
            return true;
    }
    return false;
}

/* Days, and the words that the reader knows. Takes `text`. */
static char *settle_names(char *text, const struct labels *labels)
{
    g_autofree char *joined = joined_words(labels);
    char *out = hours_complete_days(text, labels);
    for (int day = 0; day < DAY_COUNT; day++)
        out = replace_day(out, labels_get(labels, days[day]), joined, (enum day)day);
    out = replace_doubtful_days(replace_short_days(out, labels), labels);
    out = hours_replace_words(out, labels_get(labels, LABEL_ALWAYS_OPEN), "", "24/7");
    out = replace_all_day(out, labels);
    out = hours_replace_words(out, labels_get(labels, LABEL_CLOSED), "", "closed");
    out = hours_replace_words(out, labels_get(labels, LABEL_BY_APPOINTMENT), "", "by appointment");
    out = hours_replace_words(out, labels_get(labels, LABEL_NOON), joined,
                              hours_count_to_twelve(labels) ? "12 pm" : "12:00");
    return hours_settle_words(out, labels);
}

char *hours_in_english(const struct labels *labels, const char *text)
{
    static const char *const spelt[][2] = {
        {"a. m.", "am"}, {"p. m.", "pm"}, {"a.m.", "am"}, {"p.m.", "pm"}};
    g_autofree char *plain = plain_text(text);
    if (!labels || !names_day(labels, plain))
        return NULL;
    char *out = settle_names(g_steal_pointer(&plain), labels);
    for (size_t i = 0; i < G_N_ELEMENTS(spelt); i++)
        out = hours_replace_words(out, spelt[i][0], "", spelt[i][1]);
    out = hours_settle_units(out, labels);
    out = hours_settle_said(out, labels);
    out = settle_times(out, labels);
    out = hours_replace(out, "[~\u301C\uFF5E]", "-"); /* waves, as in Japanese */
    out = hours_replace(out, BEFORE_DAY, "");
    out = settle_ranges(out, labels);
    out = hours_replace(out, "\uFF1A|\u1366", ": ");
    out = hours_replace(out, "[\u3001\u060C\uFF0C]", ",");
    return g_strstrip(hours_replace(out, "\\s+", " "));
}
