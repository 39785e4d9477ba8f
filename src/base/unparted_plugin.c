/*
 * ICU has dictionaries of Chinese, Japanese, Thai, Lao, Khmer and Burmese, the same for all
 * languages. It brings 30 MB of data and the library of C++.
 */
#include "base/unparted_plugin.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

static void close_iterator(gpointer iterator)
{
    ubrk_close(iterator);
}

/* One a thread, since it takes long to open; NULL: there is none. */
static UBreakIterator *iterator_of_words(void)
{
    static GPrivate kept = G_PRIVATE_INIT(close_iterator);
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = g_private_get(&kept);
    if (iterator)
        return iterator;
    iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &error);
    if (U_FAILURE(error))
        return NULL;
    g_private_set(&kept, iterator);
    return iterator;
}

static GArray *edges_of(const char *text)
{
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = iterator_of_words();
    if (!iterator)
        return NULL;
    UText *bytes = utext_openUTF8(NULL, text, -1, &error);
    ubrk_setUText(iterator, bytes, &error);
    GArray *edges = U_SUCCESS(error) ? g_array_new(FALSE, FALSE, sizeof(int)) : NULL;
    for (int at = ubrk_first(iterator); edges && at != UBRK_DONE; at = ubrk_next(iterator))
        g_array_append_val(edges, at);
    utext_close(bytes);
    return edges;
}

G_MODULE_EXPORT const struct unparted_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .edges = edges_of,
};
