/*
 * What parts of a text touch.
 */
#include "base/range.h"

#include <glib.h>
#include <string.h>

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) || c == '_';
}

static bool word_ends(const char *text, size_t at)
{
    return at > 0 && is_word(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

static bool word_starts(const char *text, size_t at)
{
    return is_word(g_utf8_get_char(text + at));
}

static bool is_code(gunichar c)
{
    return is_word(c) && (!g_unichar_isalpha(c) || g_unichar_isupper(c) || g_unichar_islower(c) ||
                          g_unichar_istitle(c));
}

bool range_code_ends(const char *text, size_t at)
{
    return at > 0 && is_code(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

bool range_code_starts(const char *text, size_t at)
{
    return is_code(g_utf8_get_char(text + at));
}

const char *range_find_phrase(const char *text, const char *phrase, bool any_case)
{
    bool opens_with_word = word_starts(phrase, 0);
    for (const char *p = text; (p = any_case ? strcasestr(p, phrase) : strstr(p, phrase)); p++) {
        size_t start = (size_t)(p - text);
        bool apart = !opens_with_word || !word_ends(text, start);
        if (apart && !word_starts(text, start + strlen(phrase)))
            return p;
    }
    return NULL;
}

char *range_next_line(const char *line)
{
    char *end = strchr(line, '\n');
    return end ? end + 1 : NULL;
}
