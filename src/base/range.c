/*
 * What parts of a text touch.
 */
#include "base/range.h"

#include "base/letter.h"

#include <glib.h>
#include <string.h>

static bool is_word(gunichar c)
{
    return letter_is_alnum(c) || c == '_';
}

static bool word_ends(const char *text, size_t at)
{
    return at > 0 && is_word(letter_at(g_utf8_prev_char(text + at)));
}

static bool word_starts(const char *text, size_t at)
{
    return is_word(letter_at(text + at));
}

static bool is_code(gunichar c)
{
    return is_word(c) && (LETTER_IS_ASCII(c) || !g_unichar_isalpha(c) || g_unichar_isupper(c) ||
                          g_unichar_islower(c) || g_unichar_istitle(c));
}

bool range_code_ends(const char *text, size_t at)
{
    return at > 0 && is_code(letter_at(g_utf8_prev_char(text + at)));
}

bool range_code_starts(const char *text, size_t at)
{
    return is_code(letter_at(text + at));
}

/* The first place at or behind `text` where the phrase stands with any of the capitals of ASCII. */
static const char *find_any_case(const char *text, const char *phrase)
{
    char first[] = {g_ascii_tolower(*phrase), g_ascii_toupper(*phrase), '\0'};
    size_t length = strlen(phrase);
    while ((text = strpbrk(text, first)) && g_ascii_strncasecmp(text, phrase, length) != 0)
        text++;
    return text;
}

const char *range_find_phrase(const char *text, const char *phrase, bool any_case)
{
    bool opens_with_word = word_starts(phrase, 0);
    for (const char *p = text; (p = any_case ? find_any_case(p, phrase) : strstr(p, phrase)); p++) {
        size_t start = (size_t)(p - text);
        bool apart = !opens_with_word || !word_ends(text, start);
        if (apart && !word_starts(text, start + strlen(phrase)))
            return p;
    }
    return NULL;
}

bool range_is_phrase(const char *text, size_t at, const char *phrase, bool any_case)
{
    size_t length = strlen(phrase);
    bool same = any_case ? g_ascii_strncasecmp(text + at, phrase, length) == 0
                         : strncmp(text + at, phrase, length) == 0;
    return same && !(word_starts(phrase, 0) && word_ends(text, at)) &&
           !word_starts(text, at + length);
}

char *range_next_line(const char *line)
{
    char *end = strchr(line, '\n');
    return end ? end + 1 : NULL;
}
