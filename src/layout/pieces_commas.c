/*
 * Commas within a sentence: those that part clauses, and those between the entries of a list, which
 * stand close to each other.
 */
#include "layout/pieces_parts.h"

#include "base/sentence.h"
#include "base/words.h"

#include <string.h>

#define IDEOGRAPHIC_COMMA    0x3001
#define FULLWIDTH_COMMA_TEXT "\uff0c"

/* Most words of an entry of a list. */
enum { ENTRY_WORDS = 3 };

static gunichar char_before(const char *text, gsize at)
{
    return g_utf8_get_char(g_utf8_prev_char(text + at));
}

/* Behind the last comma before `at`; `start`: there is none. */
static gsize comma_before(const char *text, gsize start, gsize at)
{
    while (at > start && !sentence_is_comma(char_before(text, at)))
        at = (gsize)(g_utf8_prev_char(text + at) - text);
    return at;
}

/* The next comma; `end`: there is none. */
static gsize comma_behind(const char *text, gsize at, gsize end)
{
    while (at < end && !sentence_is_comma(g_utf8_get_char(text + at)))
        at = (gsize)(g_utf8_next_char(text + at) - text);
    return at;
}

bool pieces_comma_enters(const char *text, gsize end, gsize at)
{
    return words_count(text + at, comma_behind(text, at, end) - at) <= ENTRY_WORDS;
}

bool pieces_comma_lists(const char *text, gsize start, gsize end, gsize at)
{
    gsize comma = comma_before(text, start, at), behind = comma_behind(text, at, end);
    if (comma == start)
        return false;
    if (char_before(text, comma) == IDEOGRAPHIC_COMMA && strstr(text, FULLWIDTH_COMMA_TEXT))
        return true;
    gsize before = comma_before(text, start, (gsize)(g_utf8_prev_char(text + comma) - text));
    return (before > start && words_count(text + before, comma - before) <= ENTRY_WORDS) ||
           (behind < end && pieces_comma_enters(text, end, at));
}
