/*
 * Words are what blanks part, in Unicode's sense of a blank: the line separators of hard breaks are
 * among them. Text written without blanks counts as one word.
 */
#include "base/words.h"

#include <glib.h>
#include <stdbool.h>

unsigned words_count(const char *text, size_t length)
{
    unsigned words = 0;
    bool inside = false;
    for (const char *end = text + length; text < end; text = g_utf8_next_char(text)) {
        bool blank = g_unichar_isspace(g_utf8_get_char(text));
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}
