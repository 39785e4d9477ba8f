/*
 * Looks for listed words in a text, whatever their capitals. A word stands by itself, unless a
 * hyphen says otherwise or its language has no blanks between words. What is listed behind "!" is
 * none of them: "pa" is "not" in Haitian Creole, and "pa jou" is "a day".
 */
#include "base/words.h"
#include "content/labels.h"

#include <string.h>

/* Vowels of Indic scripts are marks ("दिन"); the points of Arabic and Hebrew, which may be left
 * out, are of no script. */
static bool is_letter(gunichar c)
{
    bool vowel = g_unichar_ismark(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_INHERITED;
    return g_unichar_isalnum(c) || vowel;
}

/* Korean has blanks between words, but puts its little ones behind a word without any. */
static bool has_blanks(gunichar c)
{
    return !words_unparted(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HANGUL;
}

static bool stands_alone(const char *title, const char *at, size_t length, bool open_start,
                         bool open_end)
{
    const char *before = g_utf8_find_prev_char(title, at);
    const char *after = at + length;
    if (!has_blanks(g_utf8_get_char(at)))
        return true;
    bool starts = open_start || !before || !is_letter(g_utf8_get_char(before));
    return starts && (open_end || !*after || !is_letter(g_utf8_get_char(after)));
}

static bool has_word(const char *title, const char *listed)
{
    size_t length = strlen(listed);
    bool open_start = listed[0] == '-', open_end = length > 1 && listed[length - 1] == '-';
    g_autofree char *bare =
        g_strndup(listed + open_start, length - (size_t)open_start - (size_t)open_end);
    g_autofree char *word = g_utf8_casefold(bare, -1);
    if (!*word)
        return false;
    for (const char *at = title; (at = strstr(at, word)); at = g_utf8_next_char(at))
        if (stands_alone(title, at, strlen(word), open_start, open_end))
            return true;
    return false;
}

/* Puts blanks in place of what is listed behind "!". */
static void drop_exceptions(char *folded, const char *const *listed)
{
    for (; *listed; listed++) {
        g_autofree char *word = **listed == '!' ? g_utf8_casefold(*listed + 1, -1) : NULL;
        for (char *at = folded; word && (at = strstr(at, word)); at = g_utf8_next_char(at))
            if (stands_alone(folded, at, strlen(word), false, false))
                memset(at, ' ', strlen(word));
    }
}

bool labels_have(const struct labels *labels, enum label_list list, const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    drop_exceptions(folded, labels_list(labels, list));
    for (const char *const *word = labels_list(labels, list); *word; word++)
        if (has_word(folded, *word))
            return true;
    return false;
}
