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

/* A bit for a character, the same for both cases of a letter, and for others that do not matter. */
static guint32 bit_of(char c)
{
    return 1u << (c & 0x1f);
}

/* The bits of what filler begins with. */
static guint32 first_bits(void)
{
    guint32 bits = 0;
    for (const struct filler *filler = language_fillers; filler->words; filler++)
        bits |= bit_of(*filler->words);
    return bits;
}

/* The filler that stands at `at`; NULL: none. */
static const struct filler *filler_at(const char *text, const char *at)
{
    size_t start = (size_t)(at - text);
    for (const struct filler *filler = language_fillers; filler->words; filler++)
        if (bit_of(at[0]) == bit_of(filler->words[0]) &&
            bit_of(at[1]) == bit_of(filler->words[1]) &&
            range_is_phrase(text, start, filler->words, filler->any_case) && !is_roman(text, at))
            return filler;
    return NULL;
}

const char *placeholder_find(const char *text, unsigned long *out_length)
{
    struct range number;
    bool calls = telephone_find_made_up(text, &number);
    const char *end = calls ? text + number.start : text + strlen(text);
    guint32 bits = first_bits();
    for (const char *at = text; at < end; at++) {
        bool within = at > text && g_ascii_isalnum(at[-1]) && g_ascii_isalnum(*at);
        const struct filler *filler = within || !(bits & bit_of(*at)) ? NULL : filler_at(text, at);
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
