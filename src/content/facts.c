/*
 * Facts in running text: those that content knows by their shape, and by one regular expression
 * those that only stay together, doses and joined words. All of it is about shapes, not words, so
 * that it holds in every language that writes its numbers in European digits; what is short for
 * something is told by the language's list.
 */
#include "content/facts.h"

#include "base/letter.h"
#include "base/pattern.h"
#include "base/signs.h"
#include "content/address.h"
#include "content/date.h"
#include "content/facts_signs.h"
#include "content/hours.h"
#include "content/telephone.h"

#include <glib.h>
#include <string.h>

/* "1,250.7", "10⁹"; "10–12", "120/80". No pattern looks on without an end for what begins again at
 * every sign of "1.1.1.…": a search from each of them would take the square of such a row's length.
 */
#define NUMBER "\\d+(?:[.,:\u202F]\\d+){0,9}[\u2070¹²³\u2074-\u207B]*"
#define RANGE  NUMBER "(?:[-\u2012-\u2014/]" NUMBER ")?"

#define APART "(?<![" PATTERN_CODE "@])"
#define ENDED "(?![" PATTERN_CODE "])"
#define BLANK "[ \u00A0\u202F]"
#define UNIT                                                                                       \
    "(?:[µμmnpk]?[gl]|mcg|[µμkmd]?L|[mc]l|[µμmn]?mol|mEq|[cmk]?m|k?cal|kJ|mmHg|I?U|°[CF]?"  \
    "|[kM]?Hz|kPa|m?Gy|m?Sv|MBq|min|h|lb|oz|bpm)"

/* "5′ 11″", "5 ft 11 in" */
#define FEET "\\d+ ?(?:['’′]|ft) ?\\d+(?:[.,]\\d+|" BLANK "?[¼-¾⅐-⅞])?(?: ?(?:[\"”″]|''|′′|in))?"

/* Scripts without blanks between words, and a sign of a word of any other. */
#define UNSPACED                                                                                   \
    "\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}\\p{Tibetan}"

/* "20 mg", "5 mmol/L", "120/80 mmHg", "5 €", "$5–7"; "1 1/2", "1 ½"; "(TTY: 711)"; "J. L. Smith".
 */
static struct pattern joined = PATTERN(
    PATTERN_AHEAD("0-9A-Z$(") "(?:" APART "(?:" RANGE " " UNIT "(?:/(?:[mdk]?[Llg]|kg|h|min|d))?"
                              "|" RANGE "[ \u00A0]?[%\\p{Sc}]"
                              "|\\d+" BLANK "(?:\\d+/\\d+|[¼-¾⅐-⅞])"
                              "|" NUMBER "[\u2012-\u2014]" NUMBER "|" FEET "|\\p{Lu}{2,}:? " NUMBER
                              "|\\(\\p{L}[\\p{L}.]*:? " NUMBER "\\)"
                              "|(?:\\p{Lu}\\. ?){2,9}(?:\\p{Lu}\\p{L}+)?"
                              ")" ENDED "|\\p{Sc} ?" RANGE ENDED ")");

/* So much in so much: "250mg/5ml", "5 mg / 1.5 mL", "mg/5 ml". */
static struct pattern strength =
    PATTERN(APART "(?:" RANGE BLANK "?)?" UNIT BLANK "?/" BLANK "?" NUMBER BLANK "?" UNIT ENDED);

/* What blanks part around a sign, and times from one to another: "> 38 °C", "2 × 250 mg", "1 - 2",
 * "5 mg – 10 mg", "10 000 IU", "9 am–5 pm", "9:00 - 17:30". */
#define HALF "(?: ?[AaPp]\\.?[Mm]\\b\\.?)"
#define DASH "[ \u00A0]?[-\u2012-\u2014][ \u00A0]?"
static struct pattern spaced =
    PATTERN(PATTERN_AHEAD("0-9<>+") APART
            "(?:[<>≤≥±≈+−] " NUMBER "(?: " UNIT ")?" ENDED "|" NUMBER "(?: " UNIT
            ")?(?: [x×] | [-\u2012-\u2014] )" RANGE "(?: " UNIT ")?" ENDED
            "|\\d{1,3}(?:[ \u00A0]\\d{3}){1,3}(?: " UNIT ")?(?![" PATTERN_CODE "]|[ \u00A0]\\d)"
            "|\\d{1,2}(?::\\d\\d)?" HALF "?" DASH "\\d{1,2}(?::\\d\\d)?" HALF ")");

/* Words and numbers with a bar between them: "km/h", "1/2", "and/or", "mg/kg/day". Not in
 * addresses, nor where no blanks part words. */
#define SIGN "(?![" UNSPACED "])[\\p{L}\\p{M}\\p{N}%°²³]"
#define WORD "(?:" SIGN "|[.,'’-])"
static struct pattern barred = PATTERN("(?<![\\w/:@.,'’%°-])(?:" WORD "++/)+" WORD "*" SIGN);

/* A blank to fill in, or several that signs part, with what is counted there: "__/__/____",
 * "(___) ___-____", "____ kg", "$ ____". */
#define LINE  "\\(?(?<!_)_{2,}+\\)?"
#define FIELD "(?:\\p{Sc} ?)?" LINE "(?:(?:[-/.:\u2013]| [-/\u2013] |(?<=\\)) )" LINE ")*"
static struct pattern field =
    PATTERN(FIELD "(?: ?(?:" UNIT "(?:/(?:[mdk]?[Llg]|kg|h|min|d))?|[%°\\p{Sc}])" ENDED ")?");

/* A field with the word before it, which asks for it, else with the one behind it. */
#define ASKING "[^\\s_.!?;,]"
static struct pattern asked =
    PATTERN("(?:\\G|(?<![^\\s_]))[^\\s_]++(?<=" ASKING ") " FIELD "|" FIELD " " ASKING "+");

/* Numbers and letters in groups of four, as accounts and cards have them: "GB29 NWBK 6016 1331 9268
 * 19" (ISO 13616, 5.4.2: the paper form), "4556 7375 8689 9855". */
static struct pattern grouped =
    PATTERN(PATTERN_AHEAD("0-9A-Z") "(?<![" PATTERN_CODE "])(?:\\p{Lu}{2}\\d{2}|\\d{4})(?:" BLANK
                                    "[\\p{Lu}\\d]{4}){2,7}(?:" BLANK "[\\p{Lu}\\d]{1,3})?" ENDED);

/* How one kind of facts is found, from a byte on. */
typedef bool find_fact(const char *text, size_t from, struct range *out);

static void visit_all(find_fact *find, const char *text, facts_visit *visit, void *data)
{
    struct range fact;
    for (size_t at = 0; find(text, at, &fact); at = fact.end)
        visit(fact.start, fact.end, data);
}

static bool find_time(const char *text, size_t from, struct range *out)
{
    int minutes;
    return hours_find_time(text, from, out, &minutes);
}

static bool find_joined(const char *text, size_t from, struct range *out)
{
    return pattern_find(&joined, text, from, out);
}

static bool find_spaced(const char *text, size_t from, struct range *out)
{
    return pattern_find(&spaced, text, from, out);
}

static bool find_strength(const char *text, size_t from, struct range *out)
{
    return pattern_find(&strength, text, from, out);
}

static bool find_barred(const char *text, size_t from, struct range *out)
{
    return pattern_find(&barred, text, from, out);
}

static bool find_field(const char *text, size_t from, struct range *out)
{
    return pattern_find(&field, text, from, out);
}

static bool find_asked(const char *text, size_t from, struct range *out)
{
    return pattern_find(&asked, text, from, out);
}

static bool find_grouped(const char *text, size_t from, struct range *out)
{
    return pattern_find(&grouped, text, from, out);
}

static bool is_among(const char *const *words, const char *word, size_t length)
{
    for (; words && *words; words++)
        if (strlen(*words) == length && memcmp(*words, word, length) == 0)
            return true;
    return false;
}

size_t facts_word_end(const char *text, size_t at)
{
    size_t end = at + strcspn(text + at, " ");
    const char *line =
        memmem(text + at, end - at, LINE_SEPARATOR_TEXT, strlen(LINE_SEPARATOR_TEXT));
    return line ? (size_t)(line - text) : end;
}

/* The end of the word at a byte, or, where it is an initial, of the one behind it. */
static size_t name_end(const char *text, size_t at)
{
    size_t end = facts_word_end(text, at);
    bool initial = g_utf8_strlen(text + at, (gssize)(end - at)) == 2 && text[end - 1] == '.';
    return initial && text[end] == ' ' ? name_end(text, end + 1) : end;
}

/* An abbreviation says nothing without the word behind it, and that may be one, too: "Dr. N. Lee",
 * "No. 5". Where small letters follow it mostly ends what it goes with: "8 a.m. on". */
static void visit_abbreviations(const char *text, const char *const *abbreviations,
                                facts_visit *visit, void *data)
{
    for (const char *stop = text; (stop = strstr(stop, ". ")); stop++) {
        size_t end = (size_t)(stop - text) + 1, start = end;
        while (start > 0 && text[start - 1] != ' ')
            start--;
        if (!is_among(abbreviations, text + start, end - start))
            continue;
        gunichar next = letter_at(text + end + 1);
        if (g_unichar_isupper(next) || letter_is_digit(next) || next == '(')
            visit(start, name_end(text, end + 1), data);
    }
}

/* A sign of a word, as PCRE's `\\w` has it. */
static bool is_of_word(gunichar c)
{
    return c == '_' || letter_is_alnum(c);
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010;
}

/* A letter or digit of a script with blanks between its words (the others: UNSPACED). */
static bool is_spaced(gunichar c)
{
    static const GUnicodeScript unspaced[] = {G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA,
                                              G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_THAI,
                                              G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,
                                              G_UNICODE_SCRIPT_MYANMAR,  G_UNICODE_SCRIPT_TIBETAN};
    enum { LONG_VOWEL = 0x30fc }; /* of two scripts, so of none by itself */
    if (LETTER_IS_ASCII(c))
        return g_ascii_isalnum((char)c);
    for (size_t i = 0; i < G_N_ELEMENTS(unspaced); i++)
        if (g_unichar_get_script(c) == unspaced[i])
            return false;
    return c != LONG_VOWEL && (g_unichar_isalpha(c) || g_unichar_isdigit(c));
}

/* Numbers and hyphens, and then a letter: "3-in-1". So many are looked through, lest a long row of
 * them be looked through from each. */
static bool has_letter_ahead(const char *at)
{
    enum { MOST = 40 };
    for (int i = 0; i < MOST && (is_hyphen(letter_at(at)) || letter_is_digit(letter_at(at))); i++)
        at = g_utf8_next_char(at);
    return is_spaced(letter_at(at)) && !letter_is_digit(letter_at(at));
}

/* The last end of a number or word at or before `end` that no sign touches; `start`: there is none.
 */
static const char *last_end(const char *start, const char *end)
{
    while (end > start && range_code_starts(end, 0))
        end = g_utf8_prev_char(end);
    return end;
}

/* The end of the words with hyphens that start at `start`; `start`: there are none. */
static const char *hyphened_end(const char *start)
{
    const char *end = start;
    for (const char *at = start, *part = at;; at = g_utf8_next_char(at), part = at) {
        while (is_spaced(letter_at(at)))
            at = g_utf8_next_char(at);
        const char *last = part > start ? last_end(part, at) : part;
        end = last > part ? last : end;
        if (at == part || !is_hyphen(letter_at(at)))
            return end;
    }
}

/* Words with hyphens between them. */
static bool find_hyphened(const char *text, size_t from, struct range *out)
{
    const char *lowest = text + from;
    for (const char *at = lowest; *at; at = g_utf8_next_char(at)) {
        if (!is_hyphen(letter_at(at)))
            continue;
        const char *start = at;
        while (start > lowest && is_of_word(letter_at(g_utf8_prev_char(start))))
            start = g_utf8_prev_char(start);
        gunichar before = start > text ? letter_at(g_utf8_prev_char(start)) : 0;
        if (before == '@' || is_of_word(before) || !has_letter_ahead(start))
            continue;
        const char *end = hyphened_end(start);
        if (end > start) {
            *out = (struct range){(size_t)(start - text), (size_t)(end - text)};
            return true;
        }
    }
    return false;
}

/* The first that one of both finds. What was found stays known while it is not behind `from`. */
static void visit_joined(const char *text, bool numbers, bool words, facts_visit *visit, void *data)
{
    struct range number = {0, 0}, word = {0, 0};
    numbers = numbers && find_joined(text, 0, &number);
    words = words && find_hyphened(text, 0, &word);
    while (numbers || words) {
        struct range first = numbers && (!words || number.start <= word.start) ? number : word;
        visit(first.start, first.end, data);
        if (numbers && number.start < first.end)
            numbers = find_joined(text, first.end, &number);
        if (words && word.start < first.end)
            words = find_hyphened(text, first.end, &word);
    }
}

void facts_find(const char *text, const char *const *abbreviations, facts_visit *visit, void *data)
{
    static const struct {
        find_fact *find;
        unsigned signs;
    } kinds[] = {{date_find, FACTS_DIGIT | FACTS_DATE},
                 {find_spaced, FACTS_DIGIT | FACTS_SPACED},
                 {find_strength, FACTS_DIGIT | FACTS_BAR},
                 {find_grouped, FACTS_DIGIT | FACTS_GROUP},
                 {find_barred, FACTS_BAR},
                 {find_field, FACTS_LINE}};
    unsigned signs = facts_look(text);
    bool digits = signs & FACTS_DIGIT;
    visit_abbreviations(text, abbreviations, visit, data);
    if (signs & FACTS_ADDRESS)
        visit_all(address_find, text, visit, data);
    if (digits) {
        visit_all(telephone_find, text, visit, data);
        visit_all(find_time, text, visit, data);
    }
    visit_joined(text, (signs & FACTS_TIE) || (digits && (signs & FACTS_LEAD)),
                 signs & FACTS_HYPHEN, visit, data);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if ((signs & kinds[i].signs) == kinds[i].signs)
            visit_all(kinds[i].find, text, visit, data);
}

void facts_find_asked(const char *text, facts_visit *visit, void *data)
{
    if (strchr(text, '_'))
        visit_all(find_asked, text, visit, data);
}
