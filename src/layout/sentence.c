/*
 * Sentences by the rules of Unicode (UAX #29) as Pango applies them for the language, corrected for
 * abbreviations, which those rules cannot know.
 */
#include "layout/sentence.h"

#include <pango/pango.h>
#include <stdbool.h>
#include <string.h>

/* True when the text before `offset` ends with an abbreviation that stands as a word of its own. */
static bool ends_with_abbreviation(const char *text, gsize offset, const char *const *abbreviations)
{
    while (offset > 0 && g_ascii_isspace(text[offset - 1]))
        offset--;
    for (; *abbreviations; abbreviations++) {
        gsize length = strlen(*abbreviations);
        if (length > offset || strncmp(text + offset - length, *abbreviations, length) != 0)
            continue;
        if (length == offset || !g_ascii_isalnum(text[offset - length - 1]))
            return true;
    }
    return false;
}

GArray *sentence_ends(const char *text, const char *lang, const char *const *abbreviations)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    int n_attributes = (int)g_utf8_strlen(text, -1) + 1;
    g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, (gsize)n_attributes);
    pango_get_log_attrs(text, -1, -1, pango_language_from_string(lang), attributes, n_attributes);

    const char *at = text;
    for (int i = 0; i < n_attributes; i++) {
        gsize offset = (gsize)(at - text);
        bool last = i + 1 == n_attributes;
        bool starts = i > 0 && attributes[i].is_sentence_start;
        if (last || (starts && !ends_with_abbreviation(text, offset, abbreviations)))
            g_array_append_val(ends, offset);
        if (!last)
            at = g_utf8_next_char(at);
    }
    return ends;
}
