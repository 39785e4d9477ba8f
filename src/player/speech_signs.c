/*
 * Awkward: a hyphen between two numbers parts the figures of dates, codes and telephone numbers as
 * well. It is that of a range only where it stands alone, and the second number is the higher one.
 */
#include "player/speech_signs.h"

#include "base/pattern.h"

#include <string.h>

#define BLANK  "[ \u00A0\u202F]"
#define NUMBER "(?:\\p{Nd}[\\p{Nd}.,:/]*+[¼-¾⅐-⅞]?|[¼-¾⅐-⅞])"

/* Its groups: the first number, what stands between it and the dash, the dash with its blanks, the
 * second number. */
static struct pattern range =
    PATTERN(PATTERN_AHEAD("0-9") "(?<![" PATTERN_CODE "\\p{Pd}+])(" NUMBER ")"
                                 "(" BLANK "?(?:[°%]" BLANK "?[CF]?|\\p{L}[\\p{L}.]{0,9}))?"
                                 "(" BLANK "?[-\u2010-\u2014]" BLANK "?)"
                                 "([€$£]?" NUMBER ")(?!" BLANK "?\\p{Pd}" BLANK "?\\p{Nd})");
/* What a sign that goes with one number stands before: the number, its unit. */
static struct pattern counted =
    PATTERN(PATTERN_AHEAD("0-9 ") "\\G" BLANK "?(" NUMBER "(?:" BLANK "?(?:°" BLANK "?[CF]?|%|"
                                  "[A-Za-z]{1,4}(?:/[A-Za-z]{1,3})?(?!\\p{L})))?)");

/* The same, but for a second number. */
static struct pattern rate = PATTERN(PATTERN_AHEAD("0-9") "(" NUMBER ")" BLANK "?(\\p{L}+)"
                                                          "(" BLANK "?/" BLANK "?)(?=\\p{L})");

enum group { ALL, FIRST, UNIT, DASH, SECOND, GROUPS };

/* They mean something before a number alone. */
static const char *const leading = "< > ≤ ≥ ≈ ~ − $ € £";
#define RANGE_SIGN "–"
#define RATE_SIGN  "/"

/* An entry is the sign, a blank and its words. NULL: the language has none. */
static const char *words_of(const struct labels *labels, const char *sign)
{
    size_t length = strlen(sign);
    const char *const *entry = labels_list(labels, LABELS_SPOKEN_SIGNS);
    for (; *entry; entry++)
        if (strncmp(*entry, sign, length) == 0 && (*entry)[length] == ' ')
            return *entry + length + 1;
    return NULL;
}

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

static void add_word(GString *out, const char *words)
{
    g_string_append_printf(out, " %s ", words);
}

static char *name_ties(const char *text, const struct labels *labels, struct tie tie)
{
    const char *words = words_of(labels, tie.sign);
    GString *out = g_string_new(NULL);
    struct range groups[GROUPS];
    size_t at = 0, from = 0;
    while (words && pattern_find_groups(tie.pattern, text, from, groups, GROUPS)) {
        from = groups[DASH].end;
        if (!tie.is(text, groups, labels))
            continue;
        g_string_append_len(out, text + at, (gssize)(groups[DASH].start - at));
        add_word(out, words);
        at = from;
    }
    g_string_append(out, text + at);
    return g_string_free(out, FALSE);
}

/* The words for a sign before the byte `at`; behind it goes what they have taken in. */
static size_t add_leading(GString *out, const char *words, const char *text, size_t at)
{
    struct range groups[2];
    if (!pattern_find_groups(&counted, text, at, groups, G_N_ELEMENTS(groups)))
        return 0;
    g_autofree char *number = cut(text, groups[1]);
    const char *place = strstr(words, "{number}");
    if (!place) {
        add_word(out, words);
        return at;
    }
    g_string_append_printf(out, " %.*s%s%s ", (int)(place - words), words, number,
                           place + strlen("{number}"));
    return groups[0].end;
}

/* What the sign at `at` is told by; 0: it is left as it stands. */
static size_t add_sign(GString *out, const char *text, size_t at, const struct labels *labels)
{
    size_t end = (size_t)(g_utf8_next_char(text + at) - text);
    g_autofree char *sign = cut(text, (struct range){at, end});
    const char *words = g_ascii_isalnum(*sign) || *sign == ' ' ? NULL : words_of(labels, sign);
    if (!words || g_str_equal(sign, RANGE_SIGN) || g_str_equal(sign, RATE_SIGN))
        return 0;
    if (strstr(leading, sign))
        return add_leading(out, words, text, end);
    add_word(out, words);
    return end;
}

char *speech_name_signs(const char *text, const struct labels *labels)
{
    static const struct tie ranges = {RANGE_SIGN, &range, is_range};
    static const struct tie rates = {RATE_SIGN, &rate, is_rate};
    g_autofree char *ranged = name_ties(text, labels, ranges);
    g_autofree char *rated = name_ties(ranged, labels, rates);
    GString *out = g_string_new(NULL);
    for (size_t at = 0; rated[at];) {
        size_t end = add_sign(out, rated, at, labels);
        if (end == 0) {
            end = (size_t)(g_utf8_next_char(rated + at) - rated);
            g_string_append_len(out, rated + at, (gssize)(end - at));
        }
        at = end;
    }
    return g_string_free(out, FALSE);
}
