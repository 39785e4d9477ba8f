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

bool range_word_ends(const char *text, size_t at)
{
    return at > 0 && is_word(g_utf8_get_char(g_utf8_prev_char(text + at)));
}

bool range_word_starts(const char *text, size_t at)
{
    return is_word(g_utf8_get_char(text + at));
}

char *range_next_line(const char *line)
{
    char *end = strchr(line, '\n');
    return end ? end + 1 : NULL;
}
