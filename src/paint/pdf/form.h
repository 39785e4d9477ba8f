/*
 * Form fields of one file (ISO 32000-1 12.7): areas to fill in as fields, each merged with its one
 * widget annotation.
 */
#ifndef HANDOUT_PAINT_PDF_FORM_H
#define HANDOUT_PAINT_PDF_FORM_H

#include "layout/page.h"
#include "paint/pdf/tags.h"

struct pdf_form;

/* No field yet. `typing`: letters for text fields; NULL where there are none. File, tags and
 * letters must outlive the form. */
struct pdf_form *pdf_form_new(struct pdf *pdf, struct pdf_tags *tags, const struct typing *typing);
void pdf_form_free(struct pdf_form *form);

/* Adds the field of an item of `page`, which is number `number` of the layout (from 0) and `target`
 * in the file, as its next annotation. Fails for an item whose element is no Form element with a
 * name and a tooltip. */
void pdf_form_add(struct pdf_form *form, const struct page *page, unsigned number,
                  const struct item *item, struct pdf_ref target);

/* Writes the form into the catalog, after all pages; nothing when no field was added. */
void pdf_form_write(struct pdf_form *form);

#endif
