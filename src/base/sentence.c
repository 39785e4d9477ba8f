/*
 * Sentences by the rules of Unicode as Pango applies them, then corrected: Pango says where one may
 * start, the text before that place says whether the one before is over. Awkward: Pango looks at a
 * text for all that it knows of it, lines and words among it, which takes longer than all else that
 * is asked of an article; so it is asked only where the signs about a place leave a doubt.
 */
#include "base/sentence.h"

#include "base/lang.h"
#include "base/letter.h"
#include "base/signs.h"

#include <pango/pango.h>
#include <string.h>

#define ELLIPSIS 0x2026

/* What stands before a place where a sentence may start. */
struct ending {
    gunichar mark;      /* its last character that is neither a blank nor a closer; 0: none */
    const char *stop;   /* behind that */
    const char *behind; /* behind its last character that is no blank */
    bool line_end;      /* there is a line end among the blanks */
    bool plain;         /* they are spaces, if any */
};

/* Where Pango lets sentences start in a text, asked for when it is first needed. */
struct offers {
    const char *text, *lang;
    gsize length;
    PangoLogAttr *attributes; /* one a character, and one more; NULL: not yet asked for */
};

/* Latin stops are found in names, numbers and addresses as well; all others end a sentence. */
static bool is_latin_stop(gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == ELLIPSIS;
}

/* The stops of East Asia, and Khmer's khan and bariyoosan, which Pango's tables do not have: a
 * sentence may start right behind them. */
static bool is_wide_stop(gunichar c)
{
    return c == 0x17d4 || c == 0x17d5 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff61;
}

static bool is_line_end(gunichar c)
{
    return c == '\n' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

/* Quotes and brackets that close behind the stop. */
static bool is_closer(gunichar c)
{
    if (LETTER_IS_ASCII(c))
        return c && strchr("\"')]}", (int)c);
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

static bool is_opener(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* The character that ends at `at`; 0 at the start of `text`. */
static gunichar char_before(const char *text, const char *at)
{
    return at > text ? letter_at(g_utf8_prev_char(at)) : 0;
}

/* True when `abbreviation` stands at byte `from`, as a word of its own. */
static bool stands_at(const char *text, gsize from, const char *abbreviation)
{
    const char *at = text + from;
    gunichar first = letter_at(abbreviation), found = letter_at(at);
    if (found != first && found != g_unichar_toupper(first))
        return false;
    return g_str_has_prefix(g_utf8_next_char(at), g_utf8_next_char(abbreviation)) &&
           !letter_is_alnum(char_before(text, at));
}

/* True when the full stop before byte `behind` is the abbreviation's last or, as in "z. B.", one
 * within it. */
static bool is_stop_of(const char *abbreviation, const char *text, gsize behind)
{
    for (gsize i = 0; abbreviation[i] && i < behind; i++)
        if (abbreviation[i] == '.' && stands_at(text, behind - i - 1, abbreviation))
            return true;
    return false;
}

/* True when the full stop before `behind` follows a single capital letter: "J. L. Lee", "U.S.", but
 * not "39 °C." */
static bool is_stop_of_initial(const char *text, const char *behind)
{
    const char *stop = behind - 1;
    if (!g_unichar_isupper(char_before(text, stop)))
        return false;
    gunichar before = char_before(text, g_utf8_prev_char(stop));
    return !letter_is_alnum(before) && before != 0xb0;
}

static bool is_stop_of_word(const char *text, const char *behind, const char *const *abbreviations)
{
    if (is_stop_of_initial(text, behind))
        return true;
    for (; *abbreviations; abbreviations++)
        if (is_stop_of(*abbreviations, text, (gsize)(behind - text)))
            return true;
    return false;
}

/* True where Pango lets a sentence start at the character `at`, the `index`th. */
static bool ask(struct offers *offers, gsize index)
{
    if (!offers->attributes) {
        int count = (int)g_utf8_strlen(offers->text, (gssize)offers->length) + 1;
        offers->attributes = g_new0(PangoLogAttr, (gsize)count);
        pango_get_log_attrs(offers->text, (int)offers->length, -1,
                            pango_language_from_string(offers->lang), offers->attributes, count);
    }
    return offers->attributes[index].is_sentence_start;
}

/* True for what ends no sentence in any script, so that none starts behind it: most of what is no
 * sign, and the signs of ASCII that are no stops. */
static bool is_no_end(gunichar mark)
{
    if (LETTER_IS_ASCII(mark))
        return g_ascii_isgraph(mark) && !is_latin_stop(mark);
    GUnicodeType type = g_unichar_type(mark);
    return letter_is_alnum(mark) || type == G_UNICODE_DASH_PUNCTUATION ||
           type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_MATH_SYMBOL;
}

/* True where Unicode's rules let a sentence start that follows a Latin stop and blanks. Capitals do
 * start one, but a text's last letter is none to Pango; of what else stands behind a full stop the
 * next letter decides ("No. (5 mg)", SB8). */
static bool is_offered(struct offers *offers, const struct ending *ending, const char *at,
                       gsize index)
{
    return (ending->plain && g_unichar_isupper(letter_at(at)) && *g_utf8_next_char(at)) ||
           ask(offers, index);
}

/* True when the sentence that `ending` may be the end of is over, so that the character `at`, the
 * `index`th, starts one. */
static bool is_over(struct offers *offers, const struct ending *ending, const char *at, gsize index,
                    const char *const *abbreviations)
{
    gunichar mark = ending->mark, first = letter_at(at);
    if (ending->plain && is_no_end(mark))
        return false;
    if (ending->line_end)
        return ask(offers, index);
    if (letter_is_space(first))
        return false;
    if (is_wide_stop(mark))
        return is_opener(first) || letter_is_alnum(first) || ask(offers, index);
    if (!is_latin_stop(mark))
        return !is_opener(mark) && !letter_is_alnum(mark) && ask(offers, index);
    if (ending->behind == at || g_unichar_islower(first))
        return false;
    if (mark == '.' && ending->stop == ending->behind)
        return !is_stop_of_word(offers->text, ending->stop, abbreviations) &&
               is_offered(offers, ending, at, index);
    return mark == ELLIPSIS || is_offered(offers, ending, at, index);
}

static void ending_pass(struct ending *ending, const char *at)
{
    gunichar c = letter_at(at);
    const char *next = g_utf8_next_char(at);
    if (letter_is_space(c)) {
        ending->line_end |= is_line_end(c);
        ending->plain &= c == ' ';
        return;
    }
    if (!is_closer(c) || ending->behind < at) {
        ending->mark = c;
        ending->stop = next;
    }
    ending->behind = next;
    ending->line_end = false;
    ending->plain = true;
}

/* True when the character goes on with words, as most do, or is the blank between them: `ending` is
 * as it was but for that. */
static bool goes_on(struct ending *ending, const char *at)
{
    bool words = ending->plain && LETTER_IS_ASCII(ending->mark) && g_ascii_isalnum(ending->mark);
    if (!words || !g_ascii_isalnum(*at))
        return words && *at == ' ';
    ending->mark = (guchar)*at;
    ending->stop = ending->behind = at + 1;
    return true;
}

GArray *sentence_ends(const char *text, const char *lang, const char *const *abbreviations)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    struct offers offers = {.text = text, .lang = lang, .length = strlen(text)};
    struct ending ending = {.stop = text, .behind = text, .plain = true};
    const char *at = text;
    for (gsize i = 0; *at; i++, at = g_utf8_next_char(at)) {
        if (goes_on(&ending, at))
            continue;
        gsize offset = (gsize)(at - text);
        if (i > 0 && is_over(&offers, &ending, at, i, abbreviations))
            g_array_append_val(ends, offset);
        ending_pass(&ending, at);
    }
    g_array_append_val(ends, offers.length);
    g_free(offers.attributes);
    return ends;
}

static bool is_one_of(gunichar c, const gunichar *signs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c == signs[i])
            return true;
    return false;
}

bool sentence_is_full_stop(gunichar c)
{
    static const gunichar stops[] = {'.',    0x589,  0x6d4,  0x964,  0x965,  0x104b,
                                     0x1362, 0x17d4, 0x17d5, 0x3002, 0xff0e, 0xff61};
    return is_one_of(c, stops, G_N_ELEMENTS(stops));
}

bool sentence_is_stop(gunichar c)
{
    static const gunichar marks[] = {'!', '?', 0x61f, 0x1367, 0xff01, 0xff1f};
    return is_one_of(c, marks, G_N_ELEMENTS(marks)) || sentence_is_full_stop(c);
}

bool sentence_is_colon(gunichar c)
{
    static const gunichar colons[] = {':', 0x1366, 0x17d6, 0xff1a};
    return is_one_of(c, colons, G_N_ELEMENTS(colons));
}

bool sentence_announces(const char *words)
{
    const char *last = words + strlen(words);
    while ((last = g_utf8_find_prev_char(words, last)))
        if (!letter_is_space(letter_at(last)))
            return sentence_is_colon(letter_at(last));
    return false;
}

bool sentence_is_comma(gunichar c)
{
    static const gunichar commas[] = {',', 0x60c, 0x1363, 0x3001, 0xff0c};
    return is_one_of(c, commas, G_N_ELEMENTS(commas));
}

bool sentence_is_semicolon(gunichar c)
{
    static const gunichar semicolons[] = {';', 0x61b, 0x1364, 0xff1b};
    return is_one_of(c, semicolons, G_N_ELEMENTS(semicolons));
}

bool sentence_ends_are_marked(const char *lang)
{
    static const char *const unmarked[] = {"th", "lo"};
    for (size_t i = 0; i < G_N_ELEMENTS(unmarked); i++)
        if (lang_matches(unmarked[i], lang))
            return false;
    return true;
}

/* Signs of Khmer and Burmese that put the next letter below, which Pango takes for an edge. */
static bool is_stacker(gunichar c)
{
    return c == 0x17d2 || c == 0x1039;
}

gsize sentence_word(const char *run, gsize length, unsigned most)
{
    int n_attributes = (int)g_utf8_strlen(run, (gssize)length) + 1;
    g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, (gsize)n_attributes);
    pango_get_log_attrs(run, (int)length, -1, NULL, attributes, n_attributes);

    const char *at = g_utf8_next_char(run);
    for (int i = 1; i + 1 < n_attributes; i++, at = g_utf8_next_char(at)) {
        const PangoLogAttr *here = &attributes[i];
        bool full =
            (unsigned)i >= most && here->is_cursor_position && !is_stacker(char_before(run, at));
        if (full || here->is_word_start || here->is_word_end)
            break;
    }
    return (gsize)(at - run);
}
