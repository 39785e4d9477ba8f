/*
 * Awkward: a hyphen between two numbers parts the figures of dates, codes and telephone numbers as
 * well. It is that of a range only where it stands alone, and the second number is the higher one.
 */
#include "player/speech_signs.h"

#include "base/lang.h"
#include "base/pattern.h"
#include "player/speech_figures.h"
#include "player/speech_units.h"
#include "player/spoken_sign.h"

#include <string.h>

#define BLANK  "[ \u00A0\u202F]"
#define MINUS  "[-\u2010-\u2013\u2212]"
#define NUMBER "(?:\\p{Nd}[\\p{Nd}.,:/]*+[¼-¾⅐-⅞]?|[¼-¾⅐-⅞])"

/* Its groups: the first number, what stands between it and the dash, the dash with its blanks, the
 * second number. */
static struct pattern range =
    PATTERN(PATTERN_AHEAD("0-9") "(?<![" PATTERN_CODE "\\p{Pd}+])(" NUMBER ")"
                                 "(" BLANK "?(?:[°%]" BLANK "?[CF]?|\\p{L}[\\p{L}.]{0,9}))?"
                                 "(" BLANK "?[-\u2010-\u2014]" BLANK "?)"
                                 "([€$£]?" NUMBER ")(?!" BLANK "?\\p{Pd}" BLANK "?\\p{Nd})");
/* What a sign that goes with one number stands before: the number, its unit. */
static struct pattern counted = PATTERN(
    PATTERN_AHEAD("-0-9 ") "\\G" BLANK "?(" MINUS "?" NUMBER "(?:" BLANK "?(?:°" BLANK "?[CF]?|%|"
                           "[A-Za-z]{1,4}(?:/[A-Za-z]{1,3})?(?!\\p{L})))?)");
/* A number, its unit, and the sign for "per" behind it. */
static struct pattern rate = PATTERN(PATTERN_AHEAD("0-9") "(" NUMBER ")" BLANK "?(\\p{L}+)"
                                                          "(" BLANK "?/" BLANK "?)(?=\\p{L})");

/* A dash in front of a number, which has none before it: whatever is typed for a minus. */
static struct pattern minus =
    PATTERN("\\G(?<![^\\p{Z}\\s(\\[<>≤≥])(?<!\\p{Nd}" BLANK ")" MINUS "(?=\\p{Nd})");
/* A fraction that is more of the number before it. */
static struct pattern mixed = PATTERN("\\G(?<=\\p{Nd}|\\p{Nd}" BLANK ")[¼-¾⅐-⅞]");

enum group { ALL, FIRST, UNIT, DASH, SECOND, GROUPS };

/* They mean something before a number alone. */
static const char *const leading = "< > ≤ ≥ ≈ ~ −";
#define RANGE_SIGN "–"
#define RATE_SIGN  "/"
#define MINUS_SIGN "−"

static char *cut(const char *text, struct range part)
{
    return g_strndup(text + part.start, part.end - part.start);
}

/* One of the ways to write a unit of measure. */
static bool is_unit(const struct labels *labels, const char *word)
{
    bool found = false;
    const char *const *unit = labels_list(labels, LABELS_UNITS);
    for (; *unit && !found; unit++) {
        g_auto(GStrv) names = g_strsplit(*unit, "=", -1);
        found = g_strv_contains((const char *const *)names, word);
    }
    return found;
}

static bool rises(const char *first, const char *second)
{
    return *first != '0' && strlen(first) <= strlen("2025") &&
           g_ascii_strtod(first, NULL) < g_ascii_strtod(second, NULL);
}

static bool has_blank(const char *text)
{
    return strpbrk(text, " ") || strstr(text, "\u00A0") || strstr(text, "\u202F");
}

static bool is_range(const char *text, const struct range *groups, const struct labels *labels)
{
    g_autofree char *first = cut(text, groups[FIRST]), *second = cut(text, groups[SECOND]);
    g_autofree char *dash = cut(text, groups[DASH]), *unit = cut(text, groups[UNIT]);
    bool apart = has_blank(dash);
    g_strstrip(unit);
    if (strstr(dash, "\u2013") || strstr(dash, "\u2012"))
        return !apart || !g_unichar_isalpha(g_utf8_get_char(unit)) || is_unit(labels, unit);
    return !apart && (strstr(dash, "\u2014") || rises(first, second));
}

static bool is_rate(const char *text, const struct range *groups, const struct labels *labels)
{
    g_autofree char *unit = cut(text, groups[UNIT]);
    return is_unit(labels, unit);
}

/* A sign between an amount and what is told of it. */
struct tie {
    const char *sign;
    struct pattern *pattern;
    bool (*is)(const char *text, const struct range *groups, const struct labels *labels);
};

static void find_ties(const char *text, const struct labels *labels, struct tie tie, GArray *signs)
{
    const char *words = spoken_sign_words(labels, tie.sign);
    struct range groups[GROUPS];
    size_t from = 0;
    while (words && pattern_find_groups(tie.pattern, text, from, groups, GROUPS)) {
        from = groups[DASH].end;
        if (tie.is(text, groups, labels))
            spoken_sign_add(signs, groups[DASH], words, strlen(words));
    }
}

/* A sign from `start` to `end` before a number; there are words behind that, too, where the
 * language has them so. */
static void find_leading(const char *text, struct range sign, const char *words, GArray *signs)
{
    struct range groups[2];
    const char *place = strstr(words, SPOKEN_NUMBER);
    if (!pattern_find_groups(&counted, text, sign.end, groups, G_N_ELEMENTS(groups)))
        return;
    spoken_sign_add(signs, sign, words, place ? (size_t)(place - words) : strlen(words));
    if (place)
        spoken_sign_add(signs, (struct range){groups[1].end, groups[1].end},
                        place + strlen(SPOKEN_NUMBER), strlen(place));
}

static bool is_at(struct pattern *pattern, const char *text, size_t at)
{
    struct range found;
    return pattern_find(pattern, text, at, &found);
}

static const char *words_at(const char *text, struct range place, const struct labels *labels)
{
    g_autofree char *sign = cut(text, place);
    if (g_ascii_isalnum(*sign) || strstr(" .,", sign))
        return NULL;
    if (is_at(&minus, text, place.start))
        return spoken_sign_words(labels, MINUS_SIGN);
    if (g_str_equal(sign, RANGE_SIGN) || g_str_equal(sign, RATE_SIGN))
        return NULL;
    g_autofree char *more = g_strconcat("1", sign, NULL);
    const char *words = is_at(&mixed, text, place.start) ? spoken_sign_words(labels, more) : NULL;
    return words ? words : spoken_sign_words(labels, sign);
}

static void find_single(const char *text, size_t at, const struct labels *labels, GArray *signs)
{
    struct range place = {at, (size_t)(g_utf8_next_char(text + at) - text)};
    g_autofree char *sign = cut(text, place);
    const char *words = words_at(text, place, labels);
    if (!words)
        return;
    if (strstr(leading, sign))
        find_leading(text, place, words, signs);
    else
        spoken_sign_add(signs, place, words, strlen(words));
}

GArray *speech_find_signs(const char *text, const char *lang, const struct labels *labels)
{
    static const struct tie ranges = {RANGE_SIGN, &range, is_range};
    static const struct tie rates = {RATE_SIGN, &rate, is_rate};
    GArray *signs = spoken_signs_new();
    bool own = lang_same(lang, labels_lang_of_signs(labels));
    speech_find_figures(text, labels, own, signs);
    if (own)
        speech_find_units(text, labels, spoken_sign_words(labels, RATE_SIGN), signs);
    find_ties(text, labels, ranges, signs);
    find_ties(text, labels, rates, signs);
    for (size_t at = 0; text[at]; at = (size_t)(g_utf8_next_char(text + at) - text))
        find_single(text, at, labels, signs);
    spoken_signs_sort(signs);
    return signs;
}
