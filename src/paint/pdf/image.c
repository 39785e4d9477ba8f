/*
 * Pictures: a JPEG file goes in as it is, anything else as compressed RGB pixels. Both are device
 * colours, which the output intent turns into sRGB.
 */
#include "paint/pdf/image.h"

struct pdf_images {
    struct pdf *pdf;
    /* struct image * -> number of its object; only looked up, so its order is no matter */
    GHashTable *numbers;
};

struct pdf_images *pdf_images_new(struct pdf *pdf)
{
    struct pdf_images *images = g_new0(struct pdf_images, 1);
    images->pdf = pdf;
    images->numbers = g_hash_table_new(NULL, NULL);
    return images;
}

void pdf_images_free(struct pdf_images *images)
{
    if (!images)
        return;
    g_hash_table_unref(images->numbers);
    g_free(images);
}

static void set_jpeg(struct pdf *pdf, struct pdf_ref picture, const struct image *image)
{
    pdf_set_number(pdf, picture, "Height", image->height_px);
    pdf_set_number(pdf, picture, "Width", image->width_px);
    pdf_set_name(pdf, picture, "ColorSpace", image->jpeg_gray ? "DeviceGray" : "DeviceRGB");
}

static void set_pixels(struct pdf *pdf, struct pdf_ref picture, const struct image *image)
{
    pdf_set_name(pdf, picture, "ColorSpace", "DeviceRGB");
    pdf_set_number(pdf, picture, "Width", image->width_px);
    pdf_set_number(pdf, picture, "Height", image->height_px);
}

/* An image XObject (ISO 32000-1 8.9.5). */
static struct pdf_ref store(struct pdf *pdf, const struct image *image)
{
    GBytes *bytes = image->jpeg ? image->jpeg : image->rgb;
    gsize size = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    struct pdf_ref picture =
        pdf_stream_new(pdf, data, size, image->jpeg ? PDF_FILTER_JPEG : PDF_FILTER_DEFLATE);
    pdf_set_name(pdf, picture, "Type", "XObject");
    pdf_set_name(pdf, picture, "Subtype", "Image");
    if (image->jpeg)
        set_jpeg(pdf, picture, image);
    else
        set_pixels(pdf, picture, image);
    pdf_set_number(pdf, picture, "BitsPerComponent", 8);
    return picture;
}

struct pdf_ref pdf_images_get(struct pdf_images *images, const struct image *image)
{
    unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(images->numbers, image));
    if (known)
        return (struct pdf_ref){known};
    struct pdf_ref object = store(images->pdf, image);
    g_hash_table_insert(images->numbers, (gpointer)image, GUINT_TO_POINTER(object.number));
    return object;
}
