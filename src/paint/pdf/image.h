/*
 * Pictures of one file: each is stored once, however often it is shown.
 */
#ifndef HANDOUT_PAINT_PDF_IMAGE_H
#define HANDOUT_PAINT_PDF_IMAGE_H

#include "content/image.h"
#include "layout/page.h"
#include "paint/pdf/object.h"

struct pdf_images;

/* No picture yet. The file must outlive it, and the layout, which tells how large each is shown. */
struct pdf_images *pdf_images_new(struct pdf *pdf, const struct layout *layout);
void pdf_images_free(struct pdf_images *images);

/* The picture's object, made when it is first asked for. The image must live as long as `images`.
 */
struct pdf_ref pdf_images_get(struct pdf_images *images, const struct image *image);

#endif
