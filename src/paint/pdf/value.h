/*
 * Values as text: what goes into the entries of dictionaries and the operands of operators.
 */
#ifndef HANDOUT_PAINT_PDF_VALUE_H
#define HANDOUT_PAINT_PDF_VALUE_H

#include "base/geometry.h"
#include "paint/pdf/object.h"
#include "paint/pdf/put.h"

#include <glib.h>

/* With its solidus; anything but letters, digits and plain marks is escaped. */
void pdf_put_name(GString *out, const char *name);

/* A text string in parentheses: ASCII, else UTF-16BE with a byte order mark, whose bytes may be any
 * but a carriage return. Fails when it is longer than a PDF/A string may be. */
void pdf_put_text(struct pdf *pdf, GString *out, const char *text);

/* Most bytes that one of a string in parentheses takes. */
#define PDF_BYTE_ROOM 2

/* Writes a byte of such a string, where a carriage return would be read as a line feed (ISO 32000-1
 * 7.3.4.2); gives where the next one goes. */
static inline char *pdf_spell_byte(char *to, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *to++ = '\\';
    *to++ = byte == '\r' ? 'r' : byte;
    return to;
}

/* Two of them, the higher first. */
static inline void pdf_put_unit(GString *out, unsigned unit)
{
    char bytes[2 * PDF_BYTE_ROOM];
    if (out->allocated_len - out->len > sizeof bytes) {
        char *to = out->str + out->len;
        to = pdf_spell_byte(pdf_spell_byte(to, (char)(unit >> 8)), (char)(unit & 0xFF));
        *to = '\0';
        out->len = (gsize)(to - out->str);
        return;
    }
    char *end = pdf_spell_byte(pdf_spell_byte(bytes, (char)(unit >> 8)), (char)(unit & 0xFF));
    g_string_append_len(out, bytes, end - bytes);
}

/* Four hexadecimal digits, without brackets. */
void pdf_put_hex(GString *out, unsigned unit);

/* `length` bytes of UTF-8 as hexadecimal UTF-16BE code units, without brackets or mark. U+FEFF is
 * left out: it is not a character of any word, and ISO 14289-1 7.21.7 forbids it. */
void pdf_put_utf16(GString *out, const char *text, size_t length);

/* A rectangle of a page of that height in the file's own space; and it as an array. */
struct pdf_box pdf_box_of(struct rect rect, double page_height);
void pdf_put_box(GString *out, struct pdf_box box, unsigned decimals);

#endif
