/*
 * What the file says about itself: catalog entries, page labels, metadata and the colour profile.
 */
#ifndef HANDOUT_PAINT_PDF_META_H
#define HANDOUT_PAINT_PDF_META_H

#include "layout/page.h"
#include "paint/pdf/object.h"

/* All of it, after all pages. Fails without a colour profile. Dates are written only when
 * SOURCE_DATE_EPOCH is set, and are that time. */
void pdf_meta_write(struct pdf *pdf, const struct layout *layout);

#endif
