/*
 * Facts that read by themselves, found by their shape: rows of numbers and Latin words that begin
 * or end with a sign, and what other files of this folder know to be a fact. What overlaps becomes
 * one.
 */
#include "content/isolate.h"

#include "base/direction.h"
#include "base/lang.h"
#include "base/pattern.h"
#include "base/words.h"
#include "content/address.h"
#include "content/date.h"
#include "content/telephone.h"

#include <string.h>

/* "mg/dL", "HbA1c" */
#define LATIN "[\\p{Latin}°µ][\\p{Latin}\\p{M}\\p{Nd}²³'’./-]*"

/* "1,250.7", "10:30", "12/05/2026", "2026-05-12", "A" behind it as in "5A"; signs and currency
 * before it, per cent and the like behind it. A hyphen that ends a word is no sign. */
#define NUMBER                                                                                     \
    "(?:(?<![\\p{L}\\p{Nd}])[+\u2212±~≈<>≤≥-])?\\p{Sc}?"                                    \
    "\\p{Nd}+(?:(?:[-\u2011.]\\p{Nd}+){2,}|(?:[.,:/\u066b\u066c]\\p{Nd}+)*)"                       \
    "[\\p{Latin}\\p{Nd}²³%‰\u066a°′″]*\\p{Sc}?"

#define TOKEN       "(?:" LATIN "|" NUMBER ")"
#define ROW(signs)  TOKEN "(?:" signs TOKEN ")*"
#define PART(signs) "(?:" ROW(signs) "|\\(" ROW(signs) "\\))"

/* Not within a word of Latin letters, nor behind its '@'. */
#define FACT(signs) "(?<![\\p{Latin}\\p{Nd}_@])" PART(signs) "(?:" signs PART(signs) ")*"

#define BLANK "[ \u00a0\u202f]"
#define DASH  "[-\u2010-\u2014\u2212×÷]"

/* Where a range is one fact, and where its numbers are facts of their own. */
static struct pattern with_ranges = PATTERN(FACT("(?:" BLANK "|" BLANK "?" DASH BLANK "?)"));
static struct pattern without_ranges = PATTERN(FACT(BLANK));

/* Latin letters: a unit, or words of hours. */
static struct pattern has_latin = PATTERN("[\\p{Latin}µ]");

/* A number with another one beyond a dash. */
static struct pattern in_range = PATTERN("\\p{Nd}" BLANK "?" DASH BLANK "?\\p{Nd}");

/* Ranges read as their words do. */
static bool ranges_turn(const char *lang)
{
    return lang && lang_matches("ar", lang);
}

static gint compare(gconstpointer a, gconstpointer b)
{
    const struct range *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* Adds the range without the sentence's signs that a search for addresses takes for their end. */
static void add_range(GArray *ranges, const char *text, struct range range)
{
    while (range.end > range.start && strchr(".,;:!?'", text[range.end - 1]))
        range.end--;
    if (range.end > range.start)
        g_array_append_val(ranges, range);
}

static void add_all(GArray *ranges, struct pattern *pattern, const char *text)
{
    struct range range;
    for (size_t at = 0; pattern_find(pattern, text, at, &range); at = range.end)
        add_range(ranges, text, range);
}

/* Ranges that are one fact in any language, because they are read with their Latin unit. */
static void add_with_units(GArray *ranges, const char *text)
{
    struct range range, letter;
    for (size_t at = 0; pattern_find(&with_ranges, text, at, &range); at = range.end)
        if (pattern_find(&has_latin, text, range.start, &letter) && letter.start < range.end)
            add_range(ranges, text, range);
}

/* Here a number that is none does no harm, and a number that is missed is turned round. */
static bool may_be_dialled(const char *text, struct range row)
{
    const char *figures = text + row.start;
    size_t length = row.end - row.start;
    return telephone_count_digits(text, row) >= TELEPHONE_DIGITS_MIN &&
           !date_is_figures(figures, length) && !date_may_be_years(figures, length);
}

static void add_known(GArray *ranges, const char *text)
{
    struct range range;
    for (size_t at = 0; address_find(text, at, &range); at = range.end)
        add_range(ranges, text, range);
    for (size_t at = 0; date_find(text, at, &range); at = range.end)
        add_range(ranges, text, range);
    for (size_t at = 0; telephone_find(text, at, &range); at = range.end)
        if (may_be_dialled(text, range))
            add_range(ranges, text, range);
}

/* Puts ranges that overlap together; they are sorted. */
static GArray *join(const GArray *ranges)
{
    GArray *joined = g_array_new(FALSE, FALSE, sizeof(struct range));
    for (guint i = 0; i < ranges->len; i++) {
        struct range range = g_array_index(ranges, struct range, i);
        struct range *last =
            joined->len > 0 ? &g_array_index(joined, struct range, joined->len - 1) : NULL;
        if (last && range.start < last->end)
            last->end = MAX(last->end, range.end);
        else
            g_array_append_val(joined, range);
    }
    return joined;
}

static bool touches_range(const char *text, struct range number)
{
    struct range dash;
    for (size_t at = 0; pattern_find(&in_range, text, at, &dash); at = dash.start + 1)
        if (dash.start < number.end && number.start < dash.end)
            return true;
    return false;
}

/* Words without a number, and numbers without a sign, read right anywhere: but the ends of a range
 * whose dash may take either side. What has letters that read from right to left is no such fact.
 */
static bool turns_round(const char *text, struct range range)
{
    g_autofree char *words = g_strndup(text + range.start, range.end - range.start);
    bool number = false, sign = false;
    for (const char *c = words; *c; c = g_utf8_next_char(c)) {
        bool digit = g_unichar_isdigit(g_utf8_get_char(c));
        number |= digit;
        sign |= !digit;
    }
    if (direction_has_rtl(words))
        return false;
    return words_have_address_sign(words, strlen(words)) ||
           (number && (sign || touches_range(text, range)));
}

GArray *isolate_find(const char *text, const char *lang)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(struct range));
    add_all(ranges, ranges_turn(lang) ? &without_ranges : &with_ranges, text);
    add_with_units(ranges, text);
    add_known(ranges, text);
    g_array_sort(ranges, compare);
    GArray *facts = join(ranges);
    for (guint i = facts->len; i > 0; i--)
        if (!turns_round(text, g_array_index(facts, struct range, i - 1)))
            g_array_remove_index(facts, i - 1);
    return facts;
}

char *isolate_text(const char *text, const char *lang)
{
    if (!text || !direction_has_rtl(text))
        return g_strdup(text);
    g_autoptr(GArray) facts = isolate_find(text, lang);
    GString *out = g_string_new(text);
    for (guint i = facts->len; i > 0; i--) {
        struct range fact = g_array_index(facts, struct range, i - 1);
        g_string_insert(out, (gssize)fact.end, DIRECTION_POP);
        g_string_insert(out, (gssize)fact.start, DIRECTION_LTR_ISOLATE);
    }
    return g_string_free(out, FALSE);
}
