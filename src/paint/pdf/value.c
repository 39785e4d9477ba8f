/*
 * Values as text (ISO 32000-1 7.3).
 */
#include "paint/pdf/value.h"

#include <string.h>

#define BYTE_ORDER_MARK 0xFEFF

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
    bool plain = pdf_is_ascii(text);
    g_string_append_c(out, '(');
    for (const char *p = text; plain && *p; p++) {
        char byte[PDF_BYTE_ROOM];
        pdf_put_bytes(out, byte, (size_t)(pdf_spell_byte(byte, *p) - byte));
    }
    if (!plain)
        pdf_put_unit(out, BYTE_ORDER_MARK);
    for (const char *p = text; !plain && *p; p = g_utf8_next_char(p))
        put_character(out, g_utf8_get_char(p), pdf_put_unit);
    g_string_append_c(out, ')');
    pdf_check_length(pdf, out->len - start);
}

void pdf_put_hex(GString *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                   digits[unit & 15]};
    pdf_put_bytes(out, hex, sizeof hex);
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
