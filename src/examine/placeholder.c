/*
 * Finds filler by phrases, and made-up telephone numbers. Awkward: the commonest filler in capitals
 * is the Spanish word for "all" in small letters, so some phrases mind their case and all mind
 * where words start and end.
 */
#include "examine/placeholder.h"

#include "base/range.h"
#include "content/telephone.h"
#include "examine/language.h"

#include <ctype.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define ROMAN "XXX"

/* "Part" with a thirty in Roman figures: a number behind the one word of a short heading. */
static bool is_roman(const char *text, const char *found)
{
    const char *blank = strchr(text, ' ');
    return strcmp(found, ROMAN) == 0 && isupper((unsigned char)*text) && blank &&
           blank + 1 == found;
}

/* The filler that stands at `at`; NULL: none. */
static const struct filler *filler_at(const char *text, const char *at)
{
    size_t start = (size_t)(at - text);
    for (const struct filler *filler = language_fillers; filler->words; filler++)
        if (g_ascii_tolower(*at) == g_ascii_tolower(*filler->words) &&
            range_is_phrase(text, start, filler->words, filler->any_case) && !is_roman(text, at))
            return filler;
    return NULL;
}

const char *placeholder_find(const char *text, unsigned long *out_length)
{
    struct range number;
    bool calls = telephone_find_made_up(text, &number);
    const char *end = calls ? text + number.start : text + strlen(text);
    for (const char *at = text; at < end; at++) {
        if (at > text && g_ascii_isalnum(at[-1]) && g_ascii_isalnum(*at))
            continue; /* within a word */
        const struct filler *filler = filler_at(text, at);
        if (!filler)
            continue;
        *out_length = strlen(filler->words);
        return at;
    }
    if (!calls)
        return NULL;
    *out_length = number.end - number.start;
    return end;
}
