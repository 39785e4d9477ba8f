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
#include <stdbool.h>
#include <string.h>

/* "Part" with a thirty in Roman figures: a number behind the one word of a short heading. */
static bool is_roman(const char *text, const char *found)
{
    const char *blank = strchr(text, ' ');
    return strcmp(found, "XXX") == 0 && isupper((unsigned char)*text) && blank &&
           blank + 1 == found;
}

const char *placeholder_find(const char *text, unsigned long *out_length)
{
    struct range number;
    const char *first = NULL;
    if (telephone_find_made_up(text, &number)) {
        first = text + number.start;
        *out_length = number.end - number.start;
    }
    for (const struct filler *filler = language_fillers; filler->words; filler++) {
        const char *found = range_find_phrase(text, filler->words, filler->any_case);
        if (!found || is_roman(text, found) || (first && first <= found))
            continue;
        first = found;
        *out_length = strlen(filler->words);
    }
    return first;
}
