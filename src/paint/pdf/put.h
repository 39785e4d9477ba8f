/*
 * Text of a file in the making: all that the painter writes but packed bytes goes through here.
 */
#ifndef HANDOUT_PAINT_PDF_PUT_H
#define HANDOUT_PAINT_PDF_PUT_H

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* As g_string_append_len and g_string_append, of a few bytes: where there is room, as mostly,
 * without a call. */
static inline void pdf_put_bytes(GString *out, const char *bytes, size_t n)
{
    if (out->allocated_len - out->len <= n) {
        g_string_append_len(out, bytes, (gssize)n);
        return;
    }
    memcpy(out->str + out->len, bytes, n);
    out->len += n;
    out->str[out->len] = '\0';
}

static inline void pdf_put(GString *out, const char *text)
{
    pdf_put_bytes(out, text, strlen(text));
}

/* As g_string_append_printf, which looks into the locale first: knows %s, %u, %d and %zu alone. */
void pdf_put_format(GString *out, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Rounded to `decimals` digits, at most 4; never with an exponent or a locale's mark. */
void pdf_put_number(GString *out, double value, unsigned decimals);

/* Whether a text is what PDFDocEncoding and ASCII spell alike. */
bool pdf_is_ascii(const char *text);

#endif
