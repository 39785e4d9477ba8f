/*
 * Awkward: "3/4/2026" is a day in March or in April, and nobody can tell which: its figures are
 * heard, and no month. A figure above 12 tells, as full stops do, and a year that comes first.
 */
#include "player/speech_figures.h"

#include "base/pattern.h"
#include "content/date.h"
#include "player/spoken_sign.h"

#include <stdlib.h>
#include <string.h>

#define BLANK "[ \u00A0\u202F]"
/* Figures are not part of what stands before, nor of what stands behind. */
#define APART  "(?<![\\p{Latin}\\p{Nd}_.,:/+#-])"
#define ENDING "(?![\\p{Latin}\\p{Nd}_/-]|[.,:]\\p{Nd})"

/* Figures without a sign between them that no amount has, which is shorter or round: those of a
 * service for messages, of a postal code. */
static struct pattern code = PATTERN(
    PATTERN_AHEAD("0-9") APART "(?![0-9]{3,}00" ENDING ")(?:[0-9]{5}-[0-9]{4}|[0-9]{5,})" ENDING);
/* Their groups: the first figures, a sign, the second ones, the last ones. */
static struct pattern year_first =
    PATTERN(PATTERN_AHEAD("0-9") APART "([12][0-9]{3})([-/.])([0-9]{1,2})\\2([0-9]{1,2})" ENDING);
static struct pattern year_last =
    PATTERN(PATTERN_AHEAD("0-9") APART "([0-9]{1,2})([-/.])([0-9]{1,2})\\2([12][0-9]{3})" ENDING);
/* Its groups: a whole number before it, the sign and the figures about it. */
static struct pattern stroke =
    PATTERN(PATTERN_AHEAD("0-9") APART "([0-9]+" BLANK ")?([0-9]{1,3})/([0-9]{1,3})" ENDING);
static struct pattern counting = PATTERN("\\G(?:" BLANK "|-)\\p{L}");
/* Its group: what is heard figure by figure where the sign is a word. */
static struct pattern decimals = PATTERN(PATTERN_AHEAD("0-9") APART "[0-9]+([.,][0-9]+)" ENDING);
static struct pattern thousands =
    PATTERN(PATTERN_AHEAD("0-9") APART "[0-9]{1,3}(?:[\u00A0\u202F][0-9]{3})+" ENDING);
/* Behind an address. */
static struct pattern stop = PATTERN("(?<=[\\w-]{2}\\.[a-z]{2}|[\\w-]{2}\\.[a-z]{3}|"
                                     "[\\w-]{2}\\.[a-z]{4})\\.(?=[\"'”’»)\\]]*(?:\\s|$))");

enum date_group { DATE_ALL, DATE_FIRST, DATE_SIGN, DATE_SECOND, DATE_LAST, DATE_GROUPS };
enum stroke_group { STROKE_ALL, STROKE_WHOLE, STROKE_ABOVE, STROKE_BELOW, STROKE_GROUPS };

static int number_of(const char *text, struct range figures)
{
    return atoi(text + figures.start);
}

static void add(GArray *signs, struct range at, const char *words)
{
    spoken_sign_add(signs, at, words, strlen(words));
}

static void find_codes(const char *text, GArray *signs)
{
    struct range found;
    for (size_t at = 0; pattern_find(&code, text, at, &found); at = found.end)
        spoken_sign_add_figures(signs, found);
}

static void add_date(GArray *signs, struct range at, GDate date, const struct labels *labels)
{
    g_autofree char *words = date_in_words(g_date_get_year(&date), (int)g_date_get_month(&date),
                                           g_date_get_day(&date), labels);
    add(signs, at, words);
}

/* False: there is no such day. */
static bool take_day(GDate *out, int year, int month, int day)
{
    g_date_clear(out, 1);
    bool is_day =
        month <= 12 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
    if (is_day)
        g_date_set_dmy(out, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return is_day;
}

static void find_dates_by_year(const char *text, const struct labels *labels, GArray *signs)
{
    struct range part[DATE_GROUPS];
    GDate date;
    for (size_t at = 0; pattern_find_groups(&year_first, text, at, part, DATE_GROUPS);
         at = part[DATE_ALL].end)
        if (take_day(&date, number_of(text, part[DATE_FIRST]), number_of(text, part[DATE_SECOND]),
                     number_of(text, part[DATE_LAST])))
            add_date(signs, part[DATE_ALL], date, labels);
}

static void find_dates_by_day(const char *text, const struct labels *labels, GArray *signs)
{
    struct range part[DATE_GROUPS];
    for (size_t at = 0; pattern_find_groups(&year_last, text, at, part, DATE_GROUPS);
         at = part[DATE_ALL].end) {
        int one = number_of(text, part[DATE_FIRST]), other = number_of(text, part[DATE_SECOND]);
        int year = number_of(text, part[DATE_LAST]);
        GDate by_day, by_month;
        bool is_by_day = take_day(&by_day, year, other, one);
        bool is_by_month = text[part[DATE_SIGN].start] != '.' && one != other &&
                           take_day(&by_month, year, one, other);
        g_autofree char *figures = g_strdup_printf("%d, %d, %d", one, other, year);
        if (is_by_day && is_by_month)
            add(signs, part[DATE_ALL], figures);
        else if (is_by_day || is_by_month)
            add_date(signs, part[DATE_ALL], is_by_day ? by_day : by_month, labels);
    }
}

/* The words for a fraction of few parts, or NULL. */
static const char *fraction_of(const struct labels *labels, int above, int below, bool more)
{
    static const struct {
        int above, below;
        const char *sign;
    } all[] = {{1, 2, "1½"}, {1, 3, "1⅓"}, {2, 3, "1⅔"}, {1, 4, "1¼"}, {3, 4, "1¾"}};
    const char *words = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i].above == above && all[i].below == below) {
            words = more ? spoken_sign_words(labels, all[i].sign) : NULL;
            words = words ? words : spoken_sign_words(labels, all[i].sign + 1);
        }
    return words;
}

/* As pressures of blood are: the higher one first. */
static bool is_pressure(int above, int below)
{
    return above >= 70 && above <= 260 && below >= 30 && below <= 160 && above > below;
}

static void find_strokes(const char *text, const struct labels *labels, GArray *signs)
{
    const char *over = spoken_sign_words(labels, "120/80");
    struct range part[STROKE_GROUPS], word;
    for (size_t at = 0; pattern_find_groups(&stroke, text, at, part, STROKE_GROUPS);
         at = part[STROKE_ALL].end) {
        int above = number_of(text, part[STROKE_ABOVE]),
            below = number_of(text, part[STROKE_BELOW]);
        size_t end = part[STROKE_ALL].end;
        bool more = part[STROKE_WHOLE].start < part[STROKE_WHOLE].end;
        const char *fraction = fraction_of(labels, above, below, more);
        if (fraction && (more || pattern_find(&counting, text, end, &word)))
            add(signs, (struct range){part[STROKE_ABOVE].start, end}, fraction);
        else if (over && is_pressure(above, below))
            add(signs, (struct range){part[STROKE_ABOVE].end, part[STROKE_BELOW].start}, over);
    }
}

/* Where a voice passes over the sign, its word and the figures behind it one by one. */
static void find_decimals(const char *text, const struct labels *labels, GArray *signs)
{
    const char *sign = labels_get(labels, LABEL_DECIMAL_SIGN),
               *words = spoken_sign_words(labels, sign);
    struct range part[2];
    for (size_t at = 0; words && pattern_find_groups(&decimals, text, at, part, 2);
         at = part[0].end) {
        struct range figures = {part[1].start + 1, part[1].end};
        if (text[part[1].start] != *sign)
            continue;
        add(signs, (struct range){part[1].start, figures.start}, words);
        spoken_sign_add_figures(signs, figures);
    }
}

static void find_thousands(const char *text, GArray *signs)
{
    struct range found;
    for (size_t at = 0; pattern_find(&thousands, text, at, &found); at = found.end) {
        GString *joined = g_string_new(NULL);
        for (size_t i = found.start; i < found.end; i++)
            if (g_ascii_isdigit(text[i]))
                g_string_append_c(joined, text[i]);
        g_autofree char *figures = g_string_free(joined, FALSE);
        add(signs, found, figures);
    }
}

static void find_stops(const char *text, GArray *signs)
{
    struct range found;
    for (size_t at = 0; pattern_find(&stop, text, at, &found); at = found.end)
        add(signs, found, "");
}

void speech_find_figures(const char *text, const struct labels *labels, bool own, GArray *signs)
{
    find_codes(text, signs);
    find_thousands(text, signs);
    find_stops(text, signs);
    if (!own)
        return;
    find_dates_by_year(text, labels, signs);
    find_dates_by_day(text, labels, signs);
    find_strokes(text, labels, signs);
    find_decimals(text, labels, signs);
}
