/*
 * Form fields of one file (ISO 32000-1 12.7): areas to fill in as fields, each merged with its one
 * widget annotation.
 */
#ifndef HANDOUT_PAINT_PDF_FORM_H
#define HANDOUT_PAINT_PDF_FORM_H

#include "layout/page.h"
#include "paint/pdf/tags.h"

struct pdf_form;

/* The tags must outlive the form. */
struct pdf_form *pdf_form_new(struct pdf *pdf, struct pdf_tags *tags);
void pdf_form_free(struct pdf_form *form);

/* Adds the field of an item on page `number` of the layout, as the next annotation of `target`. */
void pdf_form_add(struct pdf_form *form, const struct page *page, unsigned number,
                  const struct item *item, struct pdf_ref target);

/* Writes the form into the catalog, after all pages; nothing when no field was added. */
void pdf_form_write(struct pdf_form *form);

/* A font for words that others will type, in form_font.c: a simple one with WinAnsiEncoding,
 * because programs that fill in forms write bytes, not glyphs. None, failing, for a face without
 * TrueType outlines. */
struct pdf_ref pdf_form_font_new(struct pdf *pdf, const struct face *face);

#endif
