/*
 * Amounts: what stands behind a number is counted by it, unless it is one of the language's small
 * words; and two numbers with a word between them that ties numbers are one amount.
 */
#include "content/amounts.h"

#include "base/letter.h"
#include "base/pattern.h"
#include "base/words.h"
#include "content/amounts_hours.h"
#include "content/telephone.h"

#include <string.h>

/* "6", "1,250.5", "1½", "10–12"; no year, and nothing that starts with a zero, as codes do. */
#define FIGURES                                                                                    \
    "(?!0\\p{Nd})(?:\\p{Nd}{1,3}(?:[.,\u00A0\u202F]\\p{Nd}{3}){1,3}|\\p{Nd}{1,4})"                 \
    "(?:[.,\u066B]\\p{Nd}{1,3})?[¼-¾⅐-⅞]?"
static struct pattern counting =
    PATTERN(PATTERN_AHEAD("0-9") "(?<![\\w@.,:/+*#№-])(?!(?:19|20)\\d\\d )" FIGURES
                                 "(?:[-\u2010-\u2014/]" FIGURES ")?(?= \\p{L})");

/* So much of what follows a number in a script without blanks is looked at for its first word. */
#define GLANCE 16 /* [letters] */

/* The first byte of the word that ends at a byte. */
static size_t word_start(const char *text, size_t end)
{
    while (end > 0 && text[end - 1] != ' ')
        end--;
    return end;
}

static bool is_small(const struct labels *labels, const char *text, size_t start, size_t end)
{
    g_autofree char *word = g_strndup(text + start, end - start);
    return labels_list_has(labels, LABELS_SMALL_WORDS, word);
}

/* The end of the word that starts at a byte, in scripts without blanks as well. */
static size_t counted_end(const char *text, size_t start)
{
    size_t end = facts_word_end(text, start);
    if (!words_unparted(letter_at(text + start)))
        return end;
    const char *glance = text + start;
    for (int i = 0; i < GLANCE && glance < text + end; i++)
        glance = g_utf8_next_char(glance);
    struct word_walk walk = word_walk(text + start, glance);
    struct word word;
    return word_next(&walk, &word) ? (size_t)(word.start - text) + word.length : end;
}

/* The end of what a number counts that ends at a byte: the byte itself when it counts nothing. */
static size_t amount_end(const char *text, const struct labels *labels, size_t end)
{
    if (text[end] != ' ' || !letter_is_alpha(letter_at(text + end + 1)))
        return end;
    size_t counted = counted_end(text, end + 1);
    return is_small(labels, text, end + 1, counted) ? end : counted;
}

/* Whether any number could have such a thing behind it: most numbers of most texts have none, and
 * need no pattern. */
static bool may_count(const char *text, const struct labels *labels)
{
    for (const char *blank = text; (blank = strchr(blank, ' ')); blank++) {
        size_t end = (size_t)(blank - text);
        bool figure = end > 0 && (g_ascii_isdigit(blank[-1]) || (guchar)blank[-1] >= 0x80);
        if (figure && amount_end(text, labels, end) > end)
            return true;
    }
    return false;
}

static void visit_counted(const char *text, const struct labels *labels, facts_visit *visit,
                          void *data)
{
    struct range number, call = {0, 0};
    bool calls = true;
    for (size_t at = 0; pattern_find(&counting, text, at, &number); at = number.end) {
        while (calls && call.end <= number.start)
            calls = telephone_find(text, call.end, &call);
        size_t end = amount_end(text, labels, number.end);
        if (end > number.end && !(calls && call.start < number.end))
            visit(number.start, end, data);
    }
}

/* In scripts without blanks what is counted stands at the number itself: "20分钟", "3次". */
static struct pattern unspaced = PATTERN(PATTERN_AHEAD(
    "0-9") "(?<![\\p{Nd}\\p{Latin}@.,:/+*#№-])" FIGURES
           "(?=[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}])");

/* How many bytes of the text at hand are the longest of a unit's names ("min=分钟"). */
static size_t unit_length(const char *text, const char *names)
{
    size_t longest = 0;
    for (const char *name = names; *name; name += *name == '=') {
        size_t length = strcspn(name, "=");
        if (length > longest && strncmp(text, name, length) == 0)
            longest = length;
        name += length;
    }
    return longest;
}

/* Else one letter: words of counting ("个", "次", "回") have no more. */
static void visit_unspaced(const char *text, const struct labels *labels, facts_visit *visit,
                           void *data)
{
    struct range number;
    for (size_t at = 0; pattern_find(&unspaced, text, at, &number); at = number.end) {
        const char *counted = text + number.end;
        size_t longest = (size_t)(g_utf8_next_char(counted) - counted);
        for (const char *const *unit = labels_list(labels, LABELS_UNITS); *unit; unit++)
            longest = MAX(longest, unit_length(counted, *unit));
        visit(number.start, number.end + longest, data);
    }
}

static bool has_digit(const char *text, size_t start, size_t end)
{
    for (const char *at = text + start; at < text + end; at = g_utf8_next_char(at))
        if (letter_is_digit(letter_at(at)))
            return true;
    return false;
}

/* Where the number begins that ends at a byte: digits alone or, where it may have words, with a
 * unit or a word behind it ("9 am"). `end`: it is none, or a sign ends it. */
static size_t number_start(const char *text, size_t end, bool worded)
{
    const char *last = g_utf8_find_prev_char(text, text + end);
    size_t start = word_start(text, end), before = start > 1 ? word_start(text, start - 1) : start;
    if (!last || strchr(",;:!?)", *last) || (!worded && !letter_is_digit(letter_at(last))))
        return end;
    if (has_digit(text, start, end))
        return start;
    return worded && before < start && has_digit(text, before, start - 1) ? before : end;
}

/* A number starts at a byte, be it behind a sign: "$10", "≥5". */
static bool starts_number(const char *text)
{
    while (*text && *text != ' ' && !letter_is_alnum(letter_at(text)))
        text = g_utf8_next_char(text);
    return letter_is_digit(letter_at(text));
}

/* The end of the number at a byte with what it counts, "12 noon" among them; a sign behind it ends
 * it. */
static size_t tied_end(const char *text, const struct labels *labels, size_t at)
{
    static const enum label times[] = {LABEL_NOON, LABEL_MIDNIGHT};
    for (size_t i = 0; i < G_N_ELEMENTS(times); i++)
        if (g_str_has_prefix(text + at, labels_get(labels, times[i])))
            return at + strlen(labels_get(labels, times[i]));
    size_t end = facts_word_end(text, at);
    gunichar last = letter_at(g_utf8_prev_char(text + end));
    return strchr(".,;:!?)", (int)MIN(last, 0x7f)) ? end : amount_end(text, labels, end);
}

/* Words between two numbers of one amount. */
struct tie {
    const char *words; /* "to" */
    bool worded;       /* the first number may have a word behind it */
};

static void visit_tied(const char *text, const struct labels *labels, struct tie tie,
                       facts_visit *visit, void *data)
{
    size_t length = strlen(tie.words);
    for (const char *at = text; (at = strstr(at, tie.words)); at++) {
        bool blanks = at > text && at[-1] == ' ' && at[length] == ' ';
        if (!blanks || !starts_number(at + length + 1))
            continue;
        size_t before = (size_t)(at - text) - 1, behind = (size_t)(at - text) + length + 1;
        size_t start = number_start(text, before, tie.worded);
        if (start < before)
            visit(start, tied_end(text, labels, behind), data);
    }
}

/* The word between both ends of a range ("to"), owned by the caller; NULL: the language has none.
 */
static char *range_word(const char *range)
{
    const char *from = strstr(range, "{from}"), *to = strstr(range, "{to}");
    if (!from || !to || to < from)
        return NULL;
    from += strlen("{from}");
    bool word = to - from > 2 && *from == ' ' && to[-1] == ' ';
    return word ? g_strndup(from + 1, (gsize)(to - from) - 2) : NULL;
}

/* Words that stand as the labels have them: "12 noon". */
static void visit_words(const char *text, const char *words, facts_visit *visit, void *data)
{
    for (const char *at = text; strchr(words, ' ') && (at = strstr(at, words));) {
        visit((size_t)(at - text), (size_t)(at - text) + strlen(words), data);
        at += strlen(words);
    }
}

static void visit_listed(const char *text, const struct labels *labels, enum label_list list,
                         facts_visit *visit, void *data)
{
    for (const char *const *word = labels_list(labels, list); *word; word++) {
        struct tie tie = {*word, list == LABELS_NUMBER_TIES};
        visit_tied(text, labels, tie, visit, data);
    }
}

/* What gets the amounts that part no name of a time and no telephone number. */
struct sieve {
    const char *text;
    const struct labels *labels;
    GArray *calls; /* the telephone numbers of the text, of struct range */
    facts_visit *visit;
    void *data;
};

/* True where one begins or ends within such words, and does not hold them: "8 to 12" in "8 to 12 at
 * noon". */
static bool parts_words(const struct sieve *sieve, const char *words, size_t start, size_t end)
{
    const char *text = sieve->text;
    size_t length = strlen(words), before = start > length ? start - length : 0;
    const char *stop = text + end + strnlen(text + end, length);
    for (const char *at = text + before;
         strchr(words, ' ') && (at = memmem(at, (size_t)(stop - at), words, length));) {
        size_t first = (size_t)(at - text), last = first + length;
        bool within = first <= start && end <= last, around = start <= first && last <= end;
        if (start < last && first < end && !within && !around)
            return true;
        at += length;
    }
    return false;
}

static GArray *find_calls(const char *text)
{
    GArray *calls = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range call;
    for (size_t at = 0; telephone_find(text, at, &call); at = call.end)
        if (telephone_count_digits(text, call) >= TELEPHONE_DIGITS_MIN)
            g_array_append_val(calls, call);
    return calls;
}

/* "+48 503 234 567 do 12": the last figures of a telephone number are the start of no amount. */
static bool parts_call(const struct sieve *sieve, size_t start, size_t end)
{
    for (guint i = 0; i < sieve->calls->len; i++) {
        const struct range *call = &g_array_index(sieve->calls, struct range, i);
        if ((call->start < start && start < call->end) || (call->start < end && end < call->end))
            return true;
    }
    return false;
}

static void sift(size_t start, size_t end, void *data)
{
    const struct sieve *sieve = data;
    if (!parts_call(sieve, start, end) &&
        !parts_words(sieve, labels_get(sieve->labels, LABEL_NOON), start, end) &&
        !parts_words(sieve, labels_get(sieve->labels, LABEL_MIDNIGHT), start, end))
        sieve->visit(start, end, sieve->data);
}

static void find_numbers(const char *text, const struct labels *labels, facts_visit *visit,
                         void *data)
{
    g_autofree char *range = range_word(labels_get(labels, LABEL_TIME_RANGE));
    g_autoptr(GArray) calls = find_calls(text);
    struct sieve sieve = {text, labels, calls, visit, data};
    if (may_count(text, labels))
        visit_counted(text, labels, sift, &sieve);
    if (!g_str_is_ascii(text))
        visit_unspaced(text, labels, sift, &sieve);
    visit_tied(text, labels, (struct tie){"\u2013", true}, sift, &sieve);
    if (range)
        visit_tied(text, labels, (struct tie){range, true}, sift, &sieve);
    visit_listed(text, labels, LABELS_NUMBER_TIES, sift, &sieve);
    visit_listed(text, labels, LABELS_NUMBER_PAIRS, sift, &sieve);
}

void amounts_find(const char *text, const struct labels *labels, facts_visit *visit, void *data)
{
    bool digits = has_digit(text, 0, strlen(text));
    if (digits)
        find_numbers(text, labels, visit, data);
    visit_words(text, labels_get(labels, LABEL_NOON), visit, data);
    visit_words(text, labels_get(labels, LABEL_MIDNIGHT), visit, data);
    amounts_find_hours(text, digits, labels, visit, data);
}
