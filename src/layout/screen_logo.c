/*
 * The white around a logo is part of its pixels: so it stays white by night, and in all colours
 * that displays may have. The name is a run without glyphs behind the picture.
 */
#include "layout/screen_logo.h"

#include "layout/profile_screens.h"
#include "layout/screen_type.h"

#include <math.h>

/* The same pixels serve all of the show's screens. */
static const struct image *image_of(struct show *show)
{
    const struct image *image = show->setter.document->logo->as.image;
    if (!image->holed)
        return image;
    if (!show->logo) {
        double share = screen_logo_look.around / screen_logo_look.height;
        struct image *framed = image_on_white(image, (int)lround(image->height_px * share));
        g_ptr_array_add(show->layout->images, framed);
        show->logo = framed;
    }
    return show->logo;
}

/* [pt] of a pixel of the logo: as the height asks for, no wider than the area, and not enlarged
 * more than other pictures are. */
static double scale_of(const struct show *show, const struct image *image)
{
    const struct image *bare = show->setter.document->logo->as.image;
    double pixel = show->panel.width / show->own->screen.width_px;
    double scale = screen_logo_look.height * show->em / bare->height_px;
    scale = MIN(scale, show->area.width / image->width_px);
    return MIN(scale, screen_picture_look.most * pixel);
}

static struct strip *make_strip(struct show *show, const struct strip *name, const char *words)
{
    const struct block *logo = show->setter.document->logo;
    const struct image *image = image_of(show);
    double scale = scale_of(show, image);
    double width = image->width_px * scale, height = image->height_px * scale;
    double white = (image->height_px - logo->as.image->height_px) * scale / 2;
    struct line line = g_array_index(name->lines, struct line, 0);
    struct item unseen =
        strip_unseen(&g_array_index(name->items, struct item, line.first), words, false);
    double baseline = height - white;
    struct strip *strip =
        screen_strip_new(show, MAX(height, baseline + show_descent(show, 1)), name->pos);
    double x = show->setter.document->rtl ? show->area.width - width : 0;
    strip_add(strip, (struct item){.kind = ITEM_IMAGE,
                                   .element = logo->element,
                                   .box = {x, 0, width, height},
                                   .corner = white > 0 ? screen_logo_look.around * show->em : 0,
                                   .as.image = image});
    unseen.as.run.baseline = line.baseline = baseline;
    line.first = line.last = 1;
    line.end = LINE_END_TEXT;
    strip_add(strip, unseen);
    strip_add_line(strip, line);
    return strip;
}

GPtrArray *screen_logo_for(struct show *show, GPtrArray *name, const char *words)
{
    const struct strip *first = name && name->len > 0 ? name->pdata[0] : NULL;
    if (!show->setter.document->logo || !first || first->lines->len == 0)
        return name;
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(strips, make_strip(show, first, words));
    g_ptr_array_unref(name);
    return strips;
}
