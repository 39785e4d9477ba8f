/*
 * One walk over a text finds its parts, which are words or, between the same blanks, halves of one:
 * letters, numbers, addresses. Counting takes the words, reading takes the parts of letters.
 * Awkward: where a script parts no words, a part is one word of it, and asking Pango for it costs
 * more than all the rest, so only a short stretch is shown to it.
 */
#include "base/words.h"

#include "base/letter.h"
#include "base/sentence.h"
#include "base/signs.h"

#include <string.h>

/* Letters from the start of a word that are looked at to find its end: longer than Thai words
 * are. */
#define LOOK_AHEAD 24

enum part_kind { PART_LETTERS, PART_UNPARTED, PART_NUMBER, PART_ADDRESS };

/* Scripts that part no words, and the most letters that a word has. */
static const struct {
    GUnicodeScript script;
    unsigned letters;
} unparted[] = {
    {G_UNICODE_SCRIPT_HAN, 2},           {G_UNICODE_SCRIPT_HIRAGANA, 2},
    {G_UNICODE_SCRIPT_KATAKANA, 2},      {G_UNICODE_SCRIPT_LAO, 5},
    {G_UNICODE_SCRIPT_KHMER, 5},         {G_UNICODE_SCRIPT_MYANMAR, 5},
    {G_UNICODE_SCRIPT_THAI, LOOK_AHEAD},
};

/* The first letter of a script that parts no words is one of Thai. */
#define THAI 0x0e00

/* The most letters of a word in the script of the letter `c`, which does not stand before those;
 * 0: blanks part its words. */
static unsigned letters_of_script(gunichar c)
{
    enum { LONG_VOWEL = 0x30fc };
    if (!(letter_is_alpha(c) || letter_is_mark(c)))
        return 0;
    GUnicodeScript script = c == LONG_VOWEL ? G_UNICODE_SCRIPT_KATAKANA : g_unichar_get_script(c);
    for (size_t i = 0; i < G_N_ELEMENTS(unparted); i++)
        if (unparted[i].script == script)
            return unparted[i].letters;
    return 0;
}

static inline unsigned unparted_letters(gunichar c)
{
    return c < THAI ? 0 : letters_of_script(c);
}

bool words_unparted(gunichar letter)
{
    return unparted_letters(letter) > 0;
}

gsize words_final_bracket(const char *words, unsigned before, unsigned within)
{
    const char *bracket = strrchr(words, '(');
    if (!bracket || bracket == words || bracket[-1] != ' ' || !g_str_has_suffix(bracket, ")"))
        return 0;
    glong letters = g_utf8_strlen(words, bracket - words - 1), inside = g_utf8_strlen(bracket, -1);
    bool parted = strchr(bracket, '\n') || strstr(words, LINE_SEPARATOR_TEXT);
    return letters > (glong)before || inside > (glong)within || parted ? 0
                                                                       : (gsize)(bracket - words);
}

bool words_have_address_sign(const char *text, gsize length)
{
    return memchr(text, '@', length) || memmem(text, length, "://", strlen("://"));
}

static bool is_address(const char *stretch, gsize length)
{
    while (length > 0 && g_ascii_ispunct(*stretch) && *stretch != '@') {
        stretch++;
        length--;
    }
    return words_have_address_sign(stretch, length) ||
           (length > 4 && g_ascii_strncasecmp(stretch, "www.", 4) == 0);
}

/* The bytes of the address that starts at `p` and goes on up to the next blank or letter of a
 * script without blanks; 0: there is none, as in most places, which hold no sign of one. */
static gsize address_length(const char *p, const char *end)
{
    const char *q = p;
    bool sign = false;
    for (; q < end; q = g_utf8_next_char(q)) {
        if (g_ascii_isalnum(*q)) /* as most are */
            continue;
        gunichar c = letter_at(q);
        if (letter_is_space(c) || unparted_letters(c))
            break;
        sign |= c == '@' || c == ':' || c == '.';
    }
    return sign && is_address(p, (gsize)(q - p)) ? (gsize)(q - p) : 0;
}

/* Characters that join two halves of a word: well-being, don't. */
static bool joins(gunichar c)
{
    return c == '-' || c == '\'' || c == 0x2019 || c == 0x2011;
}

static bool is_parted_alnum(gunichar c)
{
    return letter_is_alnum(c) && !unparted_letters(c);
}

/* Reads letters and digits from `p`. */
static enum part_kind read_letters(const char *p, const char *end, struct word *out)
{
    bool letter = false;
    *out = (struct word){.start = p};
    while (p < end) {
        if (g_ascii_isalnum(*p)) { /* as most are */
            letter |= g_ascii_isalpha(*p++);
            out->letters++;
            continue;
        }
        gunichar c = letter_at(p);
        const char *next = g_utf8_next_char(p);
        bool alnum = is_parted_alnum(c);
        bool inner = joins(c) && next < end && is_parted_alnum(letter_at(next));
        if (!alnum && !letter_is_mark(c) && !inner)
            break;
        letter |= letter_is_alpha(c);
        out->letters += alnum;
        p = next;
    }
    out->length = (gsize)(p - out->start);
    return letter && !g_ascii_isdigit(*out->start) ? PART_LETTERS : PART_NUMBER;
}

/* Reads a word of a script without blanks from `p`, at most `most` letters of it. */
static enum part_kind read_unparted(const char *p, const char *end, unsigned most, struct word *out)
{
    const char *q = p;
    for (int i = 0; i < LOOK_AHEAD && q < end; i++, q = g_utf8_next_char(q)) {
        gunichar c = letter_at(q);
        if (!unparted_letters(c) && !letter_is_mark(c))
            break;
    }
    gsize length = sentence_word(p, (gsize)(q - p), most);
    *out = (struct word){.start = p, .length = length, .unparted = true};
    for (q = p; q < p + out->length; q = g_utf8_next_char(q))
        out->letters += letter_is_alnum(letter_at(q));
    return PART_UNPARTED;
}

/* Moves to the next letter or digit; true when a blank was on the way. `out_stretch` is where what
 * blanks part starts. */
static bool skip_signs(struct word_walk *walk, const char **out_stretch)
{
    bool blank = false;
    *out_stretch = walk->at;
    while (walk->at < walk->end && !letter_is_alnum(letter_at(walk->at))) {
        bool here = letter_is_space(letter_at(walk->at));
        walk->at = g_utf8_next_char(walk->at);
        *out_stretch = here ? walk->at : *out_stretch;
        blank |= here;
    }
    return blank;
}

/* Finds the next part. `out_joined`: it goes on with the word that the part before it opened. */
static bool part_next(struct word_walk *walk, struct word *out, enum part_kind *out_kind,
                      bool *out_joined)
{
    const char *stretch, *end = walk->end;
    bool joined = !skip_signs(walk, &stretch) && walk->inside;
    if (walk->at >= end)
        return false;
    unsigned most = unparted_letters(letter_at(walk->at));
    gsize length = joined || most > 0 ? 0 : address_length(stretch, end);
    if (most > 0) {
        *out_kind = read_unparted(walk->at, end, most, out);
    } else if (length > 0) {
        *out_kind = PART_ADDRESS;
        *out = (struct word){.start = stretch, .length = length};
    } else {
        *out_kind = read_letters(walk->at, end, out);
    }
    *out_joined = joined && most == 0;
    walk->inside = most == 0;
    walk->at = out->start + out->length;
    return true;
}

struct word_walk word_walk(const char *start, const char *end)
{
    return (struct word_walk){.at = start, .end = end};
}

bool word_next(struct word_walk *walk, struct word *out)
{
    enum part_kind kind;
    bool joined;
    while (part_next(walk, out, &kind, &joined))
        if (kind == PART_LETTERS || kind == PART_UNPARTED)
            return true;
    return false;
}

unsigned words_count(const char *text, gsize length)
{
    struct word_walk walk = word_walk(text, text + length);
    struct word part;
    enum part_kind kind;
    bool joined;
    unsigned words = 0;
    while (part_next(&walk, &part, &kind, &joined))
        words += !joined;
    return words;
}

unsigned words_count_signs(const char *text, gsize length)
{
    unsigned signs = 0;
    bool sign = false, said = false; /* since the last blank */
    for (const char *end = text + length; text < end; text = g_utf8_next_char(text)) {
        gunichar c = letter_at(text);
        bool blank = letter_is_space(c);
        signs += blank && sign && !said;
        sign = !blank;
        said = !blank && (said || letter_is_alnum(c));
    }
    return signs + (sign && !said);
}

static bool is_plain(const struct word *word, const char *plain)
{
    return strlen(plain) == word->length &&
           g_ascii_strncasecmp(word->start, plain, word->length) == 0;
}

bool word_is_any(const struct word *word, const char *const *plain)
{
    for (; *plain; plain++)
        if (is_plain(word, *plain))
            return true;
    return false;
}

char *words_drop_soft_hyphens(char *text)
{
    size_t length = strlen(SOFT_HYPHEN_TEXT);
    for (char *at = text; at && (at = strstr(at, SOFT_HYPHEN_TEXT));)
        memmove(at, at + length, strlen(at + length) + 1);
    return text;
}

/* Letters that two words have in common from their beginning. */
static glong common_letters(const char *one, const char *other)
{
    glong n = 0;
    while (*one && letter_at(one) == letter_at(other)) {
        one = g_utf8_next_char(one);
        other = g_utf8_next_char(other);
        n++;
    }
    return n;
}

static bool differ_in_ends(const char *one, const char *other)
{
    glong longer = MAX(g_utf8_strlen(one, -1), g_utf8_strlen(other, -1));
    return 3 * common_letters(one, other) >= 2 * longer;
}

static char **words_of(const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    return g_strsplit_set(g_strstrip(folded), " \t\n", -1);
}

bool words_alike(const char *one, const char *other)
{
    g_auto(GStrv) left = words_of(one);
    g_auto(GStrv) right = words_of(other);
    guint n = g_strv_length(left);
    bool alike = n > 0 && n == g_strv_length(right);
    for (guint i = 0; alike && i < n; i++)
        alike = differ_in_ends(left[i], right[i]);
    return alike;
}
