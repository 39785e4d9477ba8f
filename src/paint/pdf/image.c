/*
 * Pictures: a photograph goes in as a JPEG, anything else as compressed RGB pixels, neither with
 * more dots than its largest place in the file can show. Both are device colours, which the output
 * intent turns into sRGB.
 */
#include "paint/pdf/image.h"

#include "base/geometry.h"
#include "content/image_file.h"

struct pdf_images {
    struct pdf *pdf;
    const struct layout *layout;
    /* struct image * -> number of its object; only looked up, so its order is no matter */
    GHashTable *numbers;
};

struct pdf_images *pdf_images_new(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_images *images = g_new0(struct pdf_images, 1);
    images->pdf = pdf;
    images->layout = layout;
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

/* [pt] of the widest place that shows the picture. */
static double widest(const struct layout *layout, const struct image *image)
{
    double width = 0;
    for (guint i = 0; i < layout->pages->len; i++) {
        const struct page *page = layout->pages->pdata[i];
        for (guint j = 0; j < page->items->len; j++) {
            const struct item *item = &g_array_index(page->items, struct item, j);
            if (item->kind == ITEM_IMAGE && item->as.image == image)
                width = MAX(width, item->box.width);
        }
    }
    return width;
}

/* An image XObject (ISO 32000-1 8.9.5). */
static struct pdf_ref store(struct pdf_images *images, const struct image *image)
{
    struct pdf *pdf = images->pdf;
    double dpi = image->logo ? LOGO_DPI : IMAGE_DPI;
    struct image_file file =
        image_file_make(image, widest(images->layout, image) / POINTS_PER_INCH * dpi);
    struct pdf_ref picture =
        pdf_stream_new(pdf, file.bytes, file.jpeg ? PDF_FILTER_JPEG : PDF_FILTER_DEFLATE);
    pdf_set_name(pdf, picture, "Type", "XObject");
    pdf_set_name(pdf, picture, "Subtype", "Image");
    pdf_set_name(pdf, picture, "ColorSpace", file.gray ? "DeviceGray" : "DeviceRGB");
    pdf_set_number(pdf, picture, "Width", file.width_px);
    pdf_set_number(pdf, picture, "Height", file.height_px);
    pdf_set_number(pdf, picture, "BitsPerComponent", 8);
    return picture;
}

struct pdf_ref pdf_images_get(struct pdf_images *images, const struct image *image)
{
    unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(images->numbers, image));
    if (known)
        return (struct pdf_ref){known};
    struct pdf_ref object = store(images, image);
    g_hash_table_insert(images->numbers, (gpointer)image, GUINT_TO_POINTER(object.number));
    return object;
}
