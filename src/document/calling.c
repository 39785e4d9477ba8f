/*
 * Headings are compared without regard to case; a calling word ends where a word ends, but in
 * scripts without blanks.
 */
#include "document/calling.h"

#include <string.h>

static bool begins_with(const char *heading, const char *listed)
{
    g_autofree char *word = g_utf8_casefold(listed, -1);
    size_t length = strlen(word);
    if (strncmp(heading, word, length) != 0)
        return false;
    return !g_unichar_isalnum(g_utf8_get_char(heading + length)) ||
           g_unichar_iswide(g_utf8_get_char(heading));
}

static bool begins_calling(const struct document *document, const struct block *heading)
{
    g_autofree char *words = block_words(heading);
    g_autofree char *folded = g_utf8_casefold(words, -1);
    const char *const *calling = labels_list(document->labels, LABELS_CALLING_WORDS);
    for (; *calling; calling++)
        if (begins_with(folded, *calling))
            return true;
    return false;
}

static bool is_to_tick(const struct block *list)
{
    for (guint i = 0; i < list->children->len; i++) {
        const struct block *item = list->children->pdata[i];
        if (item->as.item.marker != MARKER_BOX && item->as.item.marker != MARKER_CHECKED_BOX)
            return false;
    }
    return list->children->len > 0;
}

bool calling_begins(const struct document *document, const GPtrArray *blocks, guint index)
{
    const struct block *heading = blocks->pdata[index];
    const struct block *list = index + 1 < blocks->len ? blocks->pdata[index + 1] : NULL;
    return block_is_heading(heading) && list && list->kind == BLOCK_LIST && is_to_tick(list) &&
           begins_calling(document, heading);
}
