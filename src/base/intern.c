/*
 * g_intern_string() is not for thousands of texts: each time that 2,048 more have come it lays its
 * list anew and never gives the old one back.
 */
#include "base/intern.h"

#include <glib.h>

/* Room for texts that is taken at once. [bytes] */
#define ROOM 4096

const char *intern(const char *text)
{
    static GMutex mutex;
    static GStringChunk *texts;
    if (!text)
        return NULL;
    g_mutex_lock(&mutex);
    if (!texts)
        texts = g_string_chunk_new(ROOM);
    const char *kept = g_string_chunk_insert_const(texts, text);
    g_mutex_unlock(&mutex);
    return kept;
}
