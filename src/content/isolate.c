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

#define BLANK "[ \u00a0\u202f]"
/* Between two words of a fact: "988 Suicide & Crisis Lifeline". */
#define GAP  BLANK "(?:(?<=\\p{Latin}" BLANK ")&" BLANK "(?=\\p{Latin}))?"
#define DASH "[-\u2010-\u2014\u2212×÷]"

/* What goes with a number behind it: "5A", "50%", "37°". */
#define UNIT "[\\p{Latin}\\p{Nd}²³⁰-⁹%‰\u066a°′″]"

/* "½" */
#define FRACTION "[\u00bc-\u00be\u2150-\u215e]"

/* A number or its "%", "°", "€" just before: what stands here parts two numbers. */
#define BEHIND_NUMBER "\\p{Nd}|\\p{Nd}[%‰\u066a°′″\\p{Sc}]|\\p{Nd}" BLANK "[%‰\u066a\\p{Sc}]"

/* "+5", "≥ 65", "+/- 2", "$5". A hyphen that ends a word is no sign: Hebrew joins a small word to
 * its number by one ("ב-3"), and "ب-12" is a name. Arabic joins none so, hence behind "and" or
 * "then", which cling to what follows, it is one ("و-3 °C"); the other signs are so behind any. */
#define SIGN                                                                                       \
    "(?:(?<!" BEHIND_NUMBER ")(?:\\+/[-\u2212]" BLANK "?|[±~≈<>≤≥]" BLANK                          \
    "?|[+\u2212])|(?<!\\p{L}|" BEHIND_NUMBER                                                       \
    ")-|(?<=[وف])(?<![\\p{L}\\p{Nd}][وف])-)?(?:\\p{Sc}" BLANK "?)?"

/* "1,250.7", "10:30", "12/05/2026", "2026-05-12", "1½", "10^9" */
#define FIGURES                                                                                    \
    "(?:" FRACTION "|\\p{Nd}+(?:(?:[-\u2011.]\\p{Nd}+){2,}|(?:[.,:/\u066b\u066c]\\p{Nd}+)*)"       \
    "(?:\\^[+\u2212-]?\\p{Nd}+|" BLANK "?" FRACTION ")?)"

/* "3x/day", "20 €", "15 %", "1#" */
#define NUMBER SIGN FIGURES UNIT "*(?:/" UNIT "+)*(?:" BLANK "?[\\p{Sc}%‰\u066a]|#)?"

/* "5' 11"", as those write it who have no other signs */
#define FEET "\\p{Nd}+['’′]" BLANK "?\\p{Nd}+[\"”″]?"

/* "#12-345", "*67", "#31#" */
#define CODE "(?:[#№]" BLANK "?|\\*)\\p{Nd}+(?:[-.*#]\\p{Nd}+)*#?"

#define TOKEN       "(?:" LATIN "|" CODE "|" FEET "|" NUMBER ")"
#define ROW(signs)  TOKEN "(?:" signs TOKEN ")*"
#define PART(signs) "(?:" ROW(signs) "|\\(" ROW(signs) "\\))"

/* Not within a word of Latin letters, nor behind its '@'. */
#define FACT(signs) "(?<![\\p{Latin}\\p{Nd}_@])" PART(signs) "(?:" signs PART(signs) ")*"

/* Where a range is one fact, and where its numbers are facts of their own. */
static struct pattern with_ranges =
    PATTERN(FACT("(?:" GAP "|" BLANK "?(?:" DASH "|[<>≤≥=≈])" BLANK "?)"));
static struct pattern without_ranges = PATTERN(FACT(GAP));

/* "12 Hill Road, Suite 210", "May 12-14, 2026": where Latin letters stand before it, a comma reads
 * from left to right with the Latin word or the year behind it. A number behind it is the next of a
 * list, which reads as the words about it do. */
static struct pattern with_commas =
    PATTERN("(?<![\\p{Latin}\\p{Nd}_@°µ])" LATIN "(?:(?:" GAP "|" BLANK "?" DASH BLANK "?|," BLANK
            "(?=\\p{Latin}|\\p{Nd}{4}(?!\\p{Nd})))" PART("(?:" BLANK "|" DASH ")") ")*");

/* "Take 2 tablets, 3 times a day; then 1": in a phrase that begins with a Latin letter all of it
 * reads from left to right, as it would without isolates (UAX 9, N1 and W7). Behind a number, as in
 * "500 mg, 20 mg", letters are its unit. */
static struct pattern phrases =
    PATTERN("(?<![\\p{Latin}\\p{Nd}_@/°µ])(?<!\\p{Nd}" BLANK ")" LATIN "(?:(?:[,;:]?" GAP "|" BLANK
            "?" DASH BLANK "?)" PART("(?:" BLANK "|" DASH ")") ")*");

/* "clinic.example/a?b=1&c=2": an address as screens and brackets show it, without its scheme. */
static struct pattern bare_addresses =
    PATTERN("(?<![\\p{Latin}\\p{Nd}_@.-])(?:[\\p{Latin}\\p{Nd}-]+\\.)+\\p{Latin}{2,}(?::\\p{Nd}+)?"
            "[/?#](?:[^\\s<>\\p{Arabic}\\p{Hebrew}]*[\\p{Latin}\\p{Nd}/])?");

/* "A+", "AB-", "HIV+", "C++": kinds of blood and what was found. */
static struct pattern signed_words = PATTERN("(?<![\\p{Latin}\\p{Nd}_@°µ])\\p{Latin}[\\p{Latin}\\p{"
                                             "Nd}]*(?:\\+{1,3}|[-\u2212])(?![\\p{L}\\p{Nd}])");

/* The last figures of more telephones in a row: "234 5678–80". */
static struct pattern more_lines =
    PATTERN(BLANK "?[\u2010-\u2015]" BLANK "?\\p{Nd}{1,4}(?!\\p{Nd})");

/* Latin letters: a unit, or words of hours. */
static struct pattern has_latin = PATTERN("[\\p{Latin}µ]");

/* Two numbers beside a hyphen: a range, or the code of a room. */
static struct pattern pairs =
    PATTERN("(?<![\\p{L}\\p{Nd}.,/:-])\\p{Nd}+-\\p{Nd}+(?![\\p{L}\\p{Nd}/:-]|[.,]\\p{Nd})");

/* A number with another one beyond a dash. */
static struct pattern in_range = PATTERN("\\p{Nd}" BLANK "?" DASH BLANK "?\\p{Nd}");

/* "39 °C. Hillside Clinic", "5 mg. Then": the stop behind a unit ends the sentence, and the fact.
 * Units begin with a small letter or a sign of degree; "12 St. Mary's Road" has none. */
static struct pattern ended_units =
    PATTERN("\\p{Nd}" BLANK "(?:[°º]|\\p{Ll}|µ)[\\p{Latin}\\p{Nd}²³]*(?:/[\\p{Latin}\\p{Nd}²³]+)*"
            "(?=\\." BLANK "[\\p{Lu}\\p{Nd}(])");

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

/* The number at a text and its figures; what is too long for a number is no small one. */
static int read_number(const char *text, unsigned *figures)
{
    int number = 0;
    for (*figures = 0; g_unichar_isdigit(g_utf8_get_char(text)); text = g_utf8_next_char(text)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(text));
        number = ++*figures > 8 ? number : number * 10 + digit;
    }
    return number;
}

/* What falls is no range, nor what rises from a floor to one of its rooms: "104-2", "2-104". Ranges
 * that rise so far end with a round number: "1-100". */
static bool is_code(const char *pair)
{
    unsigned first, second;
    int from = read_number(pair, &first), to = read_number(strchr(pair, '-') + 1, &second);
    return to < from || (first < 3 && second >= 3 && to % 10 != 0);
}

/* "10 a.m." */
static bool ends_abbreviation(const char *words, size_t length)
{
    return length >= 4 && words[length - 1] == '.' && g_ascii_isalpha(words[length - 2]) &&
           words[length - 3] == '.' && g_ascii_isalpha(words[length - 4]);
}

/* Adds the range without the sentence's signs that a search for addresses takes for their end. */
static void add_range(GArray *ranges, const char *text, struct range range)
{
    while (range.end > range.start && strchr(".,;:!?'", text[range.end - 1]) &&
           !ends_abbreviation(text + range.start, range.end - range.start))
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

static void add_codes(GArray *ranges, const char *text)
{
    struct range pair;
    for (size_t at = 0; pattern_find(&pairs, text, at, &pair); at = pair.end)
        if (is_code(text + pair.start))
            add_range(ranges, text, pair);
}

/* Ranges that are one fact in any language, because they are read with their Latin unit. */
static void add_with_units(GArray *ranges, const char *text)
{
    struct range range, letter;
    struct pattern_ahead latin = {.pattern = &has_latin, .text = text};
    for (size_t at = 0; pattern_find(&with_ranges, text, at, &range); at = range.end)
        if (pattern_find_ahead(&latin, range.start, &letter) && letter.start < range.end)
            add_range(ranges, text, range);
}

/* "12/05/2026-14/05/2026", "12-14/05/2026" */
static bool is_range_of_days(const char *figures, size_t length)
{
    for (size_t i = 1; i + 1 < length; i++) {
        size_t first = i, second = i + 1;
        first -= figures[first - 1] == ' ';
        second += figures[second] == ' ';
        if (figures[i] == '-' &&
            (date_is_figures(figures, first) || date_is_figures(figures + second, length - second)))
            return true;
    }
    return false;
}

/* Here a number that is none does no harm, and a number that is missed is turned round. */
static bool may_be_dialled(const char *text, struct range row)
{
    const char *figures = text + row.start;
    size_t length = row.end - row.start;
    return telephone_count_digits(text, row) >= TELEPHONE_DIGITS_MIN &&
           !date_is_figures(figures, length) && !date_may_be_years(figures, length) &&
           !is_range_of_days(figures, length);
}

static void add_telephones(GArray *ranges, const char *text)
{
    struct range row, more;
    struct pattern_ahead lines = {.pattern = &more_lines, .text = text};
    for (size_t at = 0; telephone_find(text, at, &row); at = row.end) {
        bool goes_on = pattern_find_ahead(&lines, row.end, &more) && more.start == row.end;
        if (may_be_dialled(text, row))
            add_range(ranges, text, (struct range){row.start, goes_on ? more.end : row.end});
    }
}

static void add_known(GArray *ranges, const char *text)
{
    struct range range;
    for (size_t at = 0; address_find(text, at, &range); at = range.end)
        add_range(ranges, text, range);
    add_all(ranges, &bare_addresses, text);
    for (size_t at = 0; date_find(text, at, &range); at = range.end)
        add_range(ranges, text, range);
    add_telephones(ranges, text);
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

/* Where a fact is over within the range: before the stop behind a unit; `range.end`: at its end. */
static size_t first_end(struct pattern_ahead *units, struct range range)
{
    struct range unit;
    bool ended = pattern_find_ahead(units, range.start, &unit) && unit.end < range.end;
    return ended ? unit.end : range.end;
}

/* Parts what goes on in the next sentence. Owned by the caller. */
static GArray *part(const GArray *ranges, const char *text)
{
    GArray *facts = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct pattern_ahead units = {.pattern = &ended_units, .text = text};
    for (guint i = 0; i < ranges->len; i++) {
        struct range rest = g_array_index(ranges, struct range, i);
        for (size_t end; (end = first_end(&units, rest)) < rest.end;) {
            add_range(facts, text, (struct range){rest.start, end});
            rest.start = (size_t)(g_utf8_find_next_char(text + end + 1, NULL) - text);
        }
        add_range(facts, text, rest);
    }
    return facts;
}

/* Owned by the caller. */
static GArray *find_dashes(const char *text)
{
    GArray *dashes = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range dash;
    for (size_t at = 0; pattern_find(&in_range, text, at, &dash);) {
        g_array_append_val(dashes, dash);
        at = (size_t)(g_utf8_next_char(text + dash.start) - text);
    }
    return dashes;
}

/* The first dash that ends behind the number's start is the only one to ask: they are in order. */
static bool touches(struct range number, const GArray *dashes)
{
    guint low = 0, high = dashes->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (g_array_index(dashes, struct range, middle).end <= number.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < dashes->len && g_array_index(dashes, struct range, low).start < number.end;
}

/* Within brackets, too. */
static bool ends_in_sign(const char *words)
{
    static const char *const signs[] = {"+", "-", "\u2212", "+)", "-)", "\u2212)"};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_suffix(words, signs[i]))
            return true;
    return false;
}

/* Words without a number, and numbers without a sign, read right anywhere: but words that end in a
 * sign, and the ends of a range whose dash may take either side. What has letters that read from
 * right to left is no such fact. */
static bool turns_round(const char *text, struct range range, const GArray *dashes)
{
    g_autofree char *words = g_strndup(text + range.start, range.end - range.start);
    bool number = false, sign = false;
    for (const char *c = words; *c; c = g_utf8_next_char(c)) {
        gunichar sought = g_utf8_get_char(c);
        bool fraction = g_unichar_type(sought) == G_UNICODE_OTHER_NUMBER;
        bool digit = g_unichar_isdigit(sought) || fraction;
        number |= digit;
        sign |= !digit;
    }
    if (direction_has_rtl(words))
        return false;
    return words_have_address_sign(words, strlen(words)) || ends_in_sign(words) ||
           (number && (sign || touches(range, dashes)));
}

GArray *isolate_find(const char *text, const char *lang)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(struct range));
    add_all(ranges, ranges_turn(lang) ? &without_ranges : &with_ranges, text);
    add_with_units(ranges, text);
    add_codes(ranges, text);
    add_all(ranges, &with_commas, text);
    add_all(ranges, &phrases, text);
    add_all(ranges, &signed_words, text);
    add_known(ranges, text);
    g_array_sort(ranges, compare);
    g_autoptr(GArray) dashes = find_dashes(text);
    g_autoptr(GArray) joined = join(ranges);
    g_autoptr(GArray) facts = part(joined, text);
    GArray *turned = g_array_new(FALSE, FALSE, sizeof(struct range));
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        if (turns_round(text, fact, dashes))
            g_array_append_val(turned, fact);
    }
    return turned;
}

/* A text without a letter reads as others in its language do. */
static bool is_needed(const char *text, const char *lang)
{
    return direction_has_rtl(text) || (direction_of(text) == DIRECTION_NONE && lang_is_rtl(lang));
}

/* By whoever made one text of words and facts: a second sign would say nothing more. */
static bool is_isolated(const char *text, struct range fact)
{
    size_t sign = strlen(DIRECTION_LTR_ISOLATE);
    return fact.start >= sign &&
           g_str_has_prefix(text + fact.start - sign, DIRECTION_LTR_ISOLATE) &&
           g_str_has_prefix(text + fact.end, DIRECTION_POP);
}

char *isolate_text(const char *text, const char *lang)
{
    if (!text || !is_needed(text, lang))
        return g_strdup(text);
    g_autoptr(GArray) facts = isolate_find(text, lang);
    GString *out = g_string_new(NULL);
    size_t at = 0;
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        if (is_isolated(text, fact))
            continue;
        g_string_append_len(out, text + at, (gssize)(fact.start - at));
        g_string_append(out, DIRECTION_LTR_ISOLATE);
        g_string_append_len(out, text + fact.start, (gssize)(fact.end - fact.start));
        g_string_append(out, DIRECTION_POP);
        at = fact.end;
    }
    g_string_append(out, text + at);
    return g_string_free(out, FALSE);
}
