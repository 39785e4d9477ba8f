/*
 * Knows UTF-16. Without a mark it is known by zeros, which no text of 8 bits has: each Latin sign
 * and each line's end has one, in its first half or in its second.
 */
#include "base/wide.h"

#include <stdbool.h>
#include <string.h>

/* "UTF-16LE" or "UTF-16BE"; NULL: it is neither for sure. */
static const char *order_of(const char *data, gsize size)
{
    gsize zeros[2] = {0, 0};
    if (size < 2 || size % 2 != 0)
        return NULL;
    if (memcmp(data, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (memcmp(data, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    for (gsize i = 0; i < size; i++)
        zeros[i % 2] += data[i] == '\0';
    if ((zeros[0] == 0) == (zeros[1] == 0))
        return NULL;
    return zeros[0] == 0 ? "UTF-16LE" : "UTF-16BE";
}

/* No controls but those between words, lines and pages. */
static bool is_text(const char *text, gsize size)
{
    for (const char *p = text; p < text + size; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isdefined(c) || (g_unichar_iscntrl(c) && !g_unichar_isspace(c)))
            return false;
    }
    return true;
}

GBytes *wide_in_utf8(GBytes *bytes)
{
    gsize size, length;
    const char *data = g_bytes_get_data(bytes, &size), *order = order_of(data, size);
    char *text = order ? g_convert(data, (gssize)size, "UTF-8", order, NULL, &length, NULL) : NULL;
    if (text && is_text(text, length))
        return g_bytes_new_take(text, length);
    g_free(text);
    return g_bytes_ref(bytes);
}
