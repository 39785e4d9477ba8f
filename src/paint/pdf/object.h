/*
 * One PDF file in the making: its objects, pages and the first failure. All that the painter knows
 * of the library which writes the file; no type of that library is seen from outside.
 *
 * An indirect object is known by its number and may be referred to as soon as it is made; what it
 * holds may be written later, until the file is saved. Dictionaries come in two kinds. Those of
 * `pdf_dict_new` are text, to which anyone may append entries (value.h writes values); structure
 * trees and widths become large, and text is the smallest form of them. Those that belong to the
 * frame of the file (catalog, information, pages, annotations, outline entries) and those of
 * streams get their entries one by one, in the order of the calls; a key that is set again keeps
 * its place.
 *
 * Nothing here returns a failure: the first one is kept, and ends the painting when the file is
 * saved. Whatever is done to no object fails too, so callers may go on with what they were given.
 * Keys and names are given without the solidus. One file is for one thread.
 */
#ifndef HANDOUT_PAINT_PDF_OBJECT_H
#define HANDOUT_PAINT_PDF_OBJECT_H

#include <glib.h>
#include <stdbool.h>

struct pdf;

/* An indirect object: "N 0 R" in the file. A plain value that owns nothing. */
struct pdf_ref {
    unsigned number; /* N; 0: none */
};

/* An area of a page in the file's own space (ISO 32000-1 8.3.2.3): origin bottom left, y up. */
struct pdf_box {
    double left, bottom, right, top; /* [pt] */
};

/* ISO 32000-1, and ISO 32000-2. */
enum pdf_version { PDF_1_7, PDF_2_0, PDF_VERSION_COUNT };

/* An empty document. To be closed, whether it failed or not. */
struct pdf *pdf_open(enum pdf_version version);
enum pdf_version pdf_version(const struct pdf *pdf);
void pdf_close(struct pdf *pdf);

/* Keeps the message unless an earlier one is there. */
void pdf_fail(struct pdf *pdf, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* What went wrong first, lent; NULL: nothing so far. */
const char *pdf_failure(const struct pdf *pdf);

/* Fails for a string of `size` bytes that is longer than ISO 19005-2 6.1.13 allows. */
void pdf_check_length(struct pdf *pdf, size_t size);

/* The whole file, or NULL when anything failed. Its identifier is made of its own bytes, so the
 * same calls give the same file. To be called once, at the end. */
GBytes *pdf_save(struct pdf *pdf);

/* The dictionaries that every file has: where readers begin, and what the file is called. */
struct pdf_ref pdf_catalog(const struct pdf *pdf);
struct pdf_ref pdf_info(const struct pdf *pdf);

/* A new, empty dictionary; and its entries, lent as text to append to. */
struct pdf_ref pdf_dict_new(struct pdf *pdf);
GString *pdf_dict_body(struct pdf *pdf, struct pdf_ref dict);

/* What stands in the file for the bytes of a stream. */
enum pdf_filter {
    PDF_FILTER_NONE,    /* they themselves */
    PDF_FILTER_DEFLATE, /* they are deflated for it */
    PDF_FILTER_PACKED,  /* they are deflated already, by pdf_pack (paint/pdf/file.h) */
    PDF_FILTER_JPEG,    /* they are a whole JPEG file already, which readers decode */
    PDF_FILTER_COUNT
};

/* A new stream; takes the bytes over. */
struct pdf_ref pdf_stream_new(struct pdf *pdf, GBytes *bytes, enum pdf_filter filter);

/* Sets one entry of a dictionary: to a name, an integer, a string of bytes that ASCII spells, a
 * text string (ASCII, else UTF-16 with its mark), another object, an empty dictionary. */
void pdf_set_name(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *name);
void pdf_set_number(struct pdf *pdf, struct pdf_ref dict, const char *key, long number);
void pdf_set_string(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *bytes);
void pdf_set_text(struct pdf *pdf, struct pdf_ref dict, const char *key, const char *text);
void pdf_set_ref(struct pdf *pdf, struct pdf_ref dict, const char *key, struct pdf_ref object);
void pdf_set_empty(struct pdf *pdf, struct pdf_ref dict, const char *key);

/* Appends one value to the array that is an entry of a dictionary; the first one makes it. */
void pdf_add_real(struct pdf *pdf, struct pdf_ref dict, const char *key, double real);
void pdf_add_ref(struct pdf *pdf, struct pdf_ref dict, const char *key, struct pdf_ref object);

/* A new, empty page at the end; sizes in points, which the library bounds (3 to 14400). */
struct pdf_ref pdf_page_new(struct pdf *pdf, double width, double height);

/* The page made as number `index`, from 0. */
struct pdf_ref pdf_page_at(struct pdf *pdf, unsigned index);

/* Sets the operators of what a page shows, packed (pdf_pack), which it takes over. */
void pdf_page_write(struct pdf *pdf, struct pdf_ref page, GBytes *operators);

/* Lets the operators of a page use a font as /NAME; again and again does no harm. */
void pdf_page_use_font(struct pdf *pdf, struct pdf_ref page, const char *name, struct pdf_ref font);

/* Lets the operators of a page use a picture; gives its name there, lent by the file. NULL, with
 * the failure kept, for no picture. */
const char *pdf_page_use_picture(struct pdf *pdf, struct pdf_ref page, struct pdf_ref picture);

/* A new link annotation without a border, the page's next annotation. `uri`: ASCII. */
struct pdf_ref pdf_page_add_link(struct pdf *pdf, struct pdf_ref page, struct pdf_box box,
                                 const char *uri);

/* A new entry of the outline below `parent` (none: at its top level), after those that are there;
 * where it leads is for the caller to set: `action`, a dictionary. */
struct pdf_ref pdf_outline_add(struct pdf *pdf, struct pdf_ref parent, const char *title);

#endif
