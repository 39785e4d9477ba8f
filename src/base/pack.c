#include "base/pack.h"

#include <string.h>

/* The length of no text. */
#define NONE (-1)

void pack_number(GString *out, gint64 number)
{
    g_string_append_len(out, (const char *)&number, sizeof number);
}

void pack_real(GString *out, double number)
{
    g_string_append_len(out, (const char *)&number, sizeof number);
}

/* With its NUL, so that it can be lent. */
void pack_text(GString *out, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    pack_number(out, text ? (gint64)length : NONE);
    if (text)
        g_string_append_len(out, text, (gssize)length + 1);
}

/* True when so many bytes are left. */
static bool holds(struct unpacking *from, gint64 size)
{
    from->torn = from->torn || size < 0 || size > from->end - from->at;
    return !from->torn;
}

static void take(struct unpacking *from, void *out, size_t size)
{
    memset(out, 0, size);
    if (!holds(from, (gint64)size))
        return;
    memcpy(out, from->at, size);
    from->at += size;
}

gint64 unpack_number(struct unpacking *from)
{
    gint64 number;
    take(from, &number, sizeof number);
    return number;
}

double unpack_real(struct unpacking *from)
{
    double number;
    take(from, &number, sizeof number);
    return number;
}

const char *unpack_text(struct unpacking *from)
{
    gint64 length = unpack_number(from);
    if (length == NONE)
        return NULL;
    if (length < 0 || length == G_MAXINT64 || !holds(from, length + 1)) {
        from->torn = true;
        return NULL;
    }
    const char *text = from->at;
    from->torn = text[length] != '\0';
    from->at += length + 1;
    return from->torn ? NULL : text;
}
