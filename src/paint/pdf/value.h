/*
 * Values as text: what goes into the entries of dictionaries and the operands of operators.
 */
#ifndef HANDOUT_PAINT_PDF_VALUE_H
#define HANDOUT_PAINT_PDF_VALUE_H

#include "base/geometry.h"
#include "paint/pdf/object.h"

#include <glib.h>

/* Rounded to `decimals` digits, at most 4; never with an exponent or a locale's mark. */
void pdf_put_number(GString *out, double value, unsigned decimals);

/* With its solidus; anything but letters, digits and plain marks is escaped. */
void pdf_put_name(GString *out, const char *name);

/* A text string in parentheses: ASCII, else UTF-16BE with a byte order mark, whose bytes may be any
 * but a carriage return. Fails when it is longer than a PDF/A string may be. */
void pdf_put_text(struct pdf *pdf, GString *out, const char *text);

/* Four hexadecimal digits, without brackets. */
void pdf_put_hex(GString *out, unsigned unit);

/* `length` bytes of UTF-8 as hexadecimal UTF-16BE code units, without brackets or mark. U+FEFF is
 * left out: it is not a character of any word, and ISO 14289-1 7.21.7 forbids it. */
void pdf_put_utf16(GString *out, const char *text, size_t length);

/* A rectangle of a page of that height in the file's own space; and it as an array. */
struct pdf_box pdf_box_of(struct rect rect, double page_height);
void pdf_put_box(GString *out, struct pdf_box box, unsigned decimals);

#endif
