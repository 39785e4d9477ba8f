/*
 * Pictures: a JPEG file goes in as it is, anything else as compressed RGB pixels. Both are device
 * colours, which the output intent turns into sRGB. The awkward fact: libharu refuses some JPEG
 * files by a NULL result alone, without an error code.
 */
#include "paint/pdf/image.h"

struct pdf_images {
    struct pdf *pdf;
    GHashTable
        *objects; /* struct image * -> HPDF_Image; only looked up, so its order is no matter */
};

struct pdf_images *pdf_images_new(struct pdf *pdf)
{
    struct pdf_images *images = g_new0(struct pdf_images, 1);
    images->pdf = pdf;
    images->objects = g_hash_table_new(NULL, NULL);
    return images;
}

void pdf_images_free(struct pdf_images *images)
{
    if (!images)
        return;
    g_hash_table_unref(images->objects);
    g_free(images);
}

static HPDF_Image load(struct pdf *pdf, const struct image *image)
{
    gsize size = 0;
    if (image->jpeg) {
        const HPDF_BYTE *file = g_bytes_get_data(image->jpeg, &size);
        return HPDF_LoadJpegImageFromMem(pdf->doc, file, (HPDF_UINT)size);
    }
    const HPDF_BYTE *pixels = g_bytes_get_data(image->rgb, &size);
    return HPDF_LoadRawImageFromMem(pdf->doc, pixels, (HPDF_UINT)image->width_px,
                                    (HPDF_UINT)image->height_px, HPDF_CS_DEVICE_RGB, 8);
}

HPDF_Image pdf_images_get(struct pdf_images *images, const struct image *image)
{
    HPDF_Image object = g_hash_table_lookup(images->objects, image);
    if (object)
        return object;
    object = load(images->pdf, image);
    if (object)
        g_hash_table_insert(images->objects, (gpointer)image, object);
    else
        pdf_fail(images->pdf, "libharu refuses a picture of %d by %d pixels", image->width_px,
                 image->height_px);
    return object;
}
