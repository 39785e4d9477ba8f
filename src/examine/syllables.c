/*
 * Counts syllables. English: groups of vowels, plus pairs of vowels that are said apart, minus
 * silent endings; what the rules get wrong stands in a list (syllables_english.c). Spanish: vowels
 * are counted as its orthography joins and parts them. Awkward: English spelling decides nothing
 * for certain, so the rules were chosen by how often they are right, and a test measures that.
 */
#include "examine/syllables.h"

#include "examine/syllables_english.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Longer "words" are addresses or noise; their rest is not looked at. */
#define WORD_LIMIT 64

/*
 * Two vowels beside each other: said apart or not. The first row that fits decides. `rest` holds
 * what may follow from the second vowel on, parted by bars; '$' stands for the end of the word.
 */
struct vowel_pair {
    const char *pair;
    const char *after; /* one of these letters stands before; NULL: any */
    const char *rest;  /* "": anything */
    unsigned extra;    /* syllables on top of the one of the group */
};

static const struct vowel_pair pairs[] = {
    {"ia", "tcsxg", "at|ast", 1},
    {"ia", "r", "age", 0},
    {"ia", "tcsxg", "", 0},
    {"ia", NULL, "", 1},
    {"io", "tscxgln", "on", 0},
    {"io", "tcxg", "ou", 0},
    {"io", NULL, "", 1},
    {"iu", NULL, "", 1},
    {"ii", NULL, "", 1},
    {"ie", NULL, "er$|est$|ers$|et$|ets$|ety$|etal$", 1},
    {"ie", "c", "enc", 1},
    {"ie", "tcrfhs", "en", 0},
    {"ie", NULL, "en", 1},
    {"ua", "qg", "", 0},
    {"ua", NULL, "", 1},
    {"uo", NULL, "", 1},
    {"ui", "g", "", 0},
    {"ui", NULL, "ity$|ities$|itous|ing$|ition", 1},
    {"ue", "g", "", 0},
    {"ue", NULL, "el$|els$|ent|enc", 1},
    {"eo", NULL, "ou|opl|opar|orge", 0},
    {"eo", "g", "on|op|or", 0},
    {"eo", NULL, "", 1},
    {"ei", NULL, "ing$|ity$|ities$", 1},
    {"eu", NULL, "um", 1},
    {"ai", NULL, "ism|ic", 1},
    {"ao", NULL, "", 1},
    {"oi", NULL, "ing$|ic$|ist", 1},
    {"oe", "h", "", 0},
    {"oe", NULL, "em$|et$|er$|ems$|ets$|ers$|etr", 1},
    {"oa", NULL, "ati|ate", 1},
};

/* Endings before which a silent 'e' stays silent: use-ful, safe-ly, home-work. */
static const char *const heads[] = {
    "ly",   "ness", "ment",  "ments", "ful",   "fully", "less",   "lessly", "man",
    "men",  "wood", "hood",  "some",  "ville", "land",  "ship",   "son",    "more",
    "wide", "work", "line",  "life",  "thing", "where", "times",  "way",    "time",
    "port", "dale", "field", "down",  "side",  "maker", "makers",
};

static bool is_vowel_letter(char c)
{
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* A 'y' at the start of a syllable and the 'u' of "qu" are no vowels. */
static bool is_vowel(const char *word, size_t i)
{
    char next = word[i + 1], before = i > 0 ? word[i - 1] : '\0';
    if (word[i] == 'y')
        return !(is_vowel_letter(next) && (i == 0 || is_vowel_letter(before)));
    return is_vowel_letter(word[i]) && !(word[i] == 'u' && before == 'q');
}

static bool is_consonant(char c)
{
    return g_ascii_isalpha(c) && c != 'y' && !is_vowel_letter(c);
}

/* True when `text` starts with one of the alternatives of a row. */
static bool follows(const char *text, const char *alternatives)
{
    if (!*alternatives)
        return true;
    for (const char *at = alternatives; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
        size_t n = strcspn(at, "|$");
        if (strncmp(text, at, n) == 0 && (at[n] != '$' || text[n] == '\0'))
            return true;
    }
    return false;
}

static bool pair_fits(const struct vowel_pair *row, const char *word, size_t i)
{
    char before = i > 0 ? word[i - 1] : '\0';
    return row->pair[0] == word[i] && row->pair[1] == word[i + 1] &&
           (!row->after || (before && strchr(row->after, before))) &&
           follows(word + i + 1, row->rest);
}

/* "ideal" and "create" part the vowels, "meal" and "seat" do not. */
static unsigned extra_of_ea(const char *word, size_t i)
{
    return i >= 3 && follows(word + i + 1, "a$|al$|als$|an$|ans$|ate$|ated$|ates$|ating|ation|"
                                           "ator|ative|ality");
}

/* Syllables that the vowels at `i` and after it have beyond the one of their group. */
static unsigned extra_of_pair(const char *word, size_t i)
{
    if (word[i] == 'y')
        return is_vowel_letter(word[i + 1]) && !follows(word + i + 1, "e$|es$|ed$|u");
    if (word[i] == 'e' && word[i + 1] == 'a')
        return extra_of_ea(word, i);
    for (size_t row = 0; row < G_N_ELEMENTS(pairs); row++)
        if (pair_fits(&pairs[row], word, i))
            return pairs[row].extra;
    return 0;
}

/* A final consonant + l or r that is a syllable of its own: ta-ble, a-cre, but not "mile". */
static bool ends_in_syllabic(const char *word, size_t end)
{
    char liquid = word[end - 1], before = end > 1 ? word[end - 2] : '\0';
    if (liquid == 'l')
        return is_consonant(before) && !strchr("lrw", before);
    return liquid == 'r' && before && strchr("bcdgktv", before) && end > 2;
}

/* 1 when the 'e' at `e` is not said: it closes a word or a part of one behind a consonant. */
static unsigned silent_e(const char *word, size_t e)
{
    return e >= 2 && is_consonant(word[e - 1]) && !ends_in_syllabic(word, e);
}

static unsigned silent_ending(const char *word, size_t n)
{
    if (n < 3)
        return 0;
    const char *last = word + n - 1;
    if (*last == 'e')
        return silent_e(word, n - 1);
    if (n > 3 && last[-1] == 'e' && *last == 's') {
        bool hissing =
            strchr("sczxg", last[-2]) || (n > 4 && last[-2] == 'h' && strchr("cs", last[-3]));
        return hissing ? 0 : silent_e(word, n - 2);
    }
    if (n > 3 && last[-1] == 'e' && *last == 'd')
        return strchr("td", last[-2]) ? 0 : silent_e(word, n - 2);
    return 0;
}

/* A silent 'e' in the middle: safe-ly, use-ful. */
static unsigned silent_middle(const char *word, size_t n)
{
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        size_t length = strlen(heads[i]);
        if (n < length + 3 || strcmp(word + n - length, heads[i]) != 0)
            continue;
        if (word[n - length - 1] == 'e' && silent_e(word, n - length - 1))
            return 1;
    }
    return g_str_has_suffix(word, "ically") ? 1 : 0;
}

/* Syllables without a vowel letter: ris-m, tick-ling, did-n't, Mc-Cann. */
static unsigned unwritten(const char *word, size_t n)
{
    unsigned extra = g_str_has_suffix(word, "sm") || g_str_has_suffix(word, "sms") ||
                     g_str_has_suffix(word, "thm") || g_str_has_suffix(word, "thms");
    extra += n > 3 && g_str_has_suffix(word, "n't") && strchr("ds", word[n - 4]);
    extra += n > 3 && word[0] == 'm' && word[1] == 'c' && is_consonant(word[2]);
    extra += n > 5 && g_str_has_suffix(word, "ling") && strchr("bdfgkpz", word[n - 5]);
    return extra;
}

static int compare_exceptions(const void *key, const void *row)
{
    return strcmp(key, ((const struct syllable_exception *)row)->word);
}

static unsigned find_exception(const char *word)
{
    const struct syllable_exception *row = bsearch(
        word, syllable_exceptions, syllable_exceptions_count, sizeof *row, compare_exceptions);
    return row ? row->syllables : 0;
}

/* One part of a word, lower case, without hyphens. */
static unsigned count_english(const char *word)
{
    unsigned known = find_exception(word), groups = 0;
    if (known)
        return known;
    size_t n = strlen(word);
    for (size_t i = 0; i < n; i++) {
        bool vowel = is_vowel(word, i);
        groups += vowel && (i == 0 || !is_vowel(word, i - 1));
        if (vowel && i + 1 < n && is_vowel(word, i + 1))
            groups += extra_of_pair(word, i);
    }
    groups += unwritten(word, n);
    unsigned silent = silent_ending(word, n) + silent_middle(word, n);
    return groups > silent ? groups - silent : 1;
}

/* 0: no vowel; 1: weak (i, u, y); 2: strong or accented. */
static unsigned spanish_strength(gunichar c)
{
    static const gunichar strong[] = {'a', 'e', 'o', 0xe1, 0xe9, 0xed, 0xf3, 0xfa};
    for (size_t i = 0; i < G_N_ELEMENTS(strong); i++)
        if (c == strong[i])
            return 2;
    return c == 'i' || c == 'u' || c == 'y' || c == 0xfc ? 1 : 0;
}

/* "qu", "gue" and "gui" have a 'u' that is not said; 'y' is a vowel at the end of a word alone. */
static bool is_silent_spanish(gunichar before, gunichar c, gunichar next)
{
    if (c == 'u')
        return before == 'q' ||
               (before == 'g' && (next == 'e' || next == 'i' || next == 0xe9 || next == 0xed));
    return c == 'y' && next != 0 && spanish_strength(next) > 0;
}

/* A weak vowel joins a neighbour; two strong ones stand apart, an accented weak one counts as
 * strong. */
static unsigned count_spanish(const char *word)
{
    unsigned count = 0, before_strength = 0;
    gunichar before = 0;
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), next = g_utf8_get_char(g_utf8_next_char(p));
        unsigned strength = is_silent_spanish(before, c, next) ? 0 : spanish_strength(c);
        count += strength > 0 && (before_strength == 0 || before_strength + strength == 4);
        before_strength = strength;
        before = c;
    }
    return count;
}

/* Letters with marks count as the letters below them, but an accented 'e' is always said: "café".
 */
static char *plain_letters(const char *word)
{
    g_autoptr(GString) spelled = g_string_new(word);
    g_string_replace(spelled, "\u00e9", "ay", 0);
    g_autofree char *ascii = g_str_to_ascii(spelled->str, "C");
    return g_ascii_strdown(ascii, -1);
}

unsigned syllables_count(const char *word, const char *lang)
{
    bool spanish = g_str_has_prefix(lang, "es");
    g_autofree char *head = g_utf8_substring(word, 0, MIN(g_utf8_strlen(word, -1), WORD_LIMIT));
    g_autofree char *letters = spanish ? g_utf8_strdown(head, -1) : plain_letters(head);
    g_auto(GStrv) parts = g_strsplit(letters, "-", -1);
    unsigned count = 0;
    for (char **part = parts; *part; part++)
        if (**part)
            count += spanish ? count_spanish(*part) : count_english(*part);
    return MAX(count, 1);
}
