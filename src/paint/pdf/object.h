/*
 * One PDF file in the making: objects, streams, values and the first failure.
 *
 * Every indirect object is registered in libharu's cross-reference table when it is made, so that
 * anything may refer to it from then on; its entries may be written later. Nothing here returns a
 * failure: the first one is kept in `struct pdf` and ends the painting when the file is saved.
 */
#ifndef HANDOUT_PAINT_PDF_OBJECT_H
#define HANDOUT_PAINT_PDF_OBJECT_H

#include <glib.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdbool.h>

/* Longest string of ISO 19005-2 6.1.13. [bytes] */
#define PDF_STRING_LIMIT 32767

struct pdf {
    HPDF_Doc doc;
    char *failure; /* what went wrong first; NULL: nothing */
};

/* An empty PDF 1.7 document. To be closed, whether it failed or not. */
void pdf_open(struct pdf *pdf);
void pdf_close(struct pdf *pdf);

/* Keeps the message unless an earlier one is there. */
void pdf_fail(struct pdf *pdf, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The whole file, or NULL when anything failed. To be called once, at the end. */
GBytes *pdf_save(struct pdf *pdf);

/* A new indirect dictionary, owned by the document. Its entries are the text of its body, to which
 * anyone may append until the file is saved. */
HPDF_Dict pdf_object_new(struct pdf *pdf);
GString *pdf_object_body(HPDF_Dict object);

/* The number N of an indirect object, for "N 0 R". */
unsigned pdf_object_number(const void *object);

/* A new stream object holding a copy of `data`. Entries are added by HPDF_Dict_Add and its kin. */
HPDF_Dict pdf_stream_new(struct pdf *pdf, const void *data, size_t size, bool compress);

/* A text string as a value for HPDF_Dict_Add. */
HPDF_Binary pdf_text_new(struct pdf *pdf, const char *text);

/* Values as text. A number is rounded to `decimals` digits and never uses an exponent or a locale.
 */
void pdf_put_number(GString *out, double value, unsigned decimals);
void pdf_put_name(GString *out, const char *name);
/* A byte string in parentheses. */
void pdf_put_string(GString *out, const char *bytes);
/* A text string: parentheses for ASCII, else UTF-16BE with a byte order mark. */
void pdf_put_text(struct pdf *pdf, GString *out, const char *text);
/* Four hexadecimal digits, without brackets. */
void pdf_put_hex(GString *out, unsigned unit);
/* Hexadecimal UTF-16BE code units, without brackets or mark. U+FEFF is left out: it is not a
 * character of any word, and ISO 14289-1 7.21.7 forbids it. */
void pdf_put_utf16(GString *out, const char *text, size_t length);

#endif
