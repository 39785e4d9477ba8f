/*
 * Values as text (ISO 32000-1 7.3). Numbers are put together digit by digit: this is the hottest
 * place of the painter, and printf asks the locale for its decimal mark.
 */
#include "paint/pdf/value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BYTE_ORDER_MARK 0xFEFF

/* As g_string_append_len, of a few bytes: where there is room, as mostly, without a call. */
static void put_bytes(GString *out, const char *bytes, size_t n)
{
    if (out->allocated_len - out->len <= n) {
        g_string_append_len(out, bytes, (gssize)n);
        return;
    }
    for (size_t i = 0; i < n; i++)
        out->str[out->len++] = bytes[i];
    out->str[out->len] = '\0';
}

void pdf_put_number(GString *out, double value, unsigned decimals)
{
    static const long scales[] = {1, 10, 100, 1000, 10000};
    g_assert(decimals < G_N_ELEMENTS(scales));
    long scaled = lrint(value * (double)scales[decimals]);
    char digits[32];
    char *p = digits + sizeof digits;
    unsigned long rest = (unsigned long)labs(scaled);
    bool fraction = false;
    for (unsigned i = 0; i < decimals; i++, rest /= 10) {
        if (!fraction && rest % 10 == 0)
            continue;
        fraction = true;
        *--p = (char)('0' + rest % 10);
    }
    if (fraction)
        *--p = '.';
    for (; rest > 0 || p == digits + sizeof digits; rest /= 10)
        *--p = (char)('0' + rest % 10);
    if (scaled < 0)
        *--p = '-';
    put_bytes(out, p, (size_t)(digits + sizeof digits - p));
}

void pdf_put_name(GString *out, const char *name)
{
    g_string_append_c(out, '/');
    for (const char *p = name; *p; p++) {
        bool plain = g_ascii_isalnum(*p) || strchr("-_+.,:", *p);
        if (plain)
            g_string_append_c(out, *p);
        else
            g_string_append_printf(out, "#%02X", (guchar)*p);
    }
}

/* Of a string in parentheses, where a carriage return would be read as a line feed (ISO 32000-1
 * 7.3.4.2). */
static void put_byte(GString *out, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(out, '\\');
    if (byte == '\r')
        g_string_append(out, "\\r");
    else
        g_string_append_c(out, byte);
}

static void put_unit(GString *out, unsigned unit)
{
    put_byte(out, (char)(unit >> 8));
    put_byte(out, (char)(unit & 0xFF));
}

/* True for what PDFDocEncoding and ASCII spell alike. */
static bool is_plain_ascii(const char *text)
{
    for (const char *p = text; *p; p++)
        if (*p < 0x20 || *p > 0x7E)
            return false;
    return true;
}

/* As one code unit of UTF-16, or two. */
static void put_character(GString *out, gunichar c, void (*put)(GString *out, unsigned unit))
{
    if (c == BYTE_ORDER_MARK)
        return;
    if (c >= 0x10000) {
        put(out, 0xD800 + ((c - 0x10000) >> 10));
        put(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
        put(out, c);
    }
}

void pdf_put_text(struct pdf *pdf, GString *out, const char *text)
{
    size_t start = out->len;
    bool plain = is_plain_ascii(text);
    g_string_append_c(out, '(');
    for (const char *p = text; plain && *p; p++)
        put_byte(out, *p);
    if (!plain)
        put_unit(out, BYTE_ORDER_MARK);
    for (const char *p = text; !plain && *p; p = g_utf8_next_char(p))
        put_character(out, g_utf8_get_char(p), put_unit);
    g_string_append_c(out, ')');
    pdf_check_length(pdf, out->len - start);
}

void pdf_put_hex(GString *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                   digits[unit & 15]};
    put_bytes(out, hex, sizeof hex);
}

void pdf_put_utf16(GString *out, const char *text, size_t length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
        put_character(out, g_utf8_get_char(p), pdf_put_hex);
}

struct pdf_box pdf_box_of(struct rect rect, double page_height)
{
    return (struct pdf_box){.left = rect.x,
                            .bottom = page_height - rect.y - rect.height,
                            .right = rect.x + rect.width,
                            .top = page_height - rect.y};
}

void pdf_put_box(GString *out, struct pdf_box box, unsigned decimals)
{
    const double corners[] = {box.left, box.bottom, box.right, box.top};
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        g_string_append_c(out, i == 0 ? '[' : ' ');
        pdf_put_number(out, corners[i], decimals);
    }
    g_string_append_c(out, ']');
}
