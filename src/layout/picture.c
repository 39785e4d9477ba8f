/*
 * Pictures. As large as its pixels allow, a picture is never wider than the text, nor so high that
 * its text must leave the page.
 */
#include "layout/picture.h"

#include "layout/text.h"

#include <math.h>

/* Straight lines that a round corner is made of. */
enum { CORNER_STEPS = 12 };

/* Smaller where paper is short. [pt] */
static double most_width(const struct setter *setter, const struct image *image)
{
    bool wide = image->width_px > image->height_px, spare = setter->pictures == PICTURES_SPARE;
    if (image->width_px > picture_look.widest * image->height_px ||
        setter->pictures == PICTURES_FULL)
        return G_MAXDOUBLE;
    if (wide && spare && setter->small_pictures)
        return picture_look.smallest_wide;
    if (spare && setter->spaces < 1)
        return wide ? picture_look.least_wide : picture_look.least;
    return wide ? picture_look.wide.width : picture_look.high.width;
}

struct rect picture_box_of(const struct strip *strip)
{
    return g_array_index(strip->items, struct item, 0).box;
}

/* What is painted over one corner, and a little around it, since pixels at the edges of a picture
 * are only partly its own and would show as a line: `x` and `y` point from it into the picture. */
static struct path *corner(struct point at, double x, double y)
{
    struct point out = {at.x - x * picture_look.seam, at.y - y * picture_look.seam};
    struct point points[4 + CORNER_STEPS] = {out, {at.x + x, out.y}};
    for (int i = 0; i <= CORNER_STEPS; i++) {
        double angle = i * G_PI_2 / CORNER_STEPS;
        points[2 + i] = (struct point){at.x + x * (1 - sin(angle)), at.y + y * (1 - cos(angle))};
    }
    points[3 + CORNER_STEPS] = (struct point){out.x, at.y + y};
    struct path *path = path_new();
    path_add_polygon(path, points, G_N_ELEMENTS(points));
    return path;
}

void picture_round(struct strip *strip, struct rect box, double radius)
{
    double right = box.x + box.width, foot = box.y + box.height;
    strip_add_mark(strip, corner((struct point){box.x, box.y}, radius, radius), COLOR_WHITE);
    strip_add_mark(strip, corner((struct point){right, box.y}, -radius, radius), COLOR_WHITE);
    strip_add_mark(strip, corner((struct point){box.x, foot}, radius, -radius), COLOR_WHITE);
    strip_add_mark(strip, corner((struct point){right, foot}, -radius, -radius), COLOR_WHITE);
}

GPtrArray *picture_caption(struct setter *setter, const struct block *block, double width)
{
    if (block->children->len == 0)
        return g_ptr_array_new();
    const struct block *caption = block->children->pdata[0];
    return text_set(setter, caption->spans, caption->text_kind, width, ALIGN_START);
}

bool picture_caption_beside(struct setter *setter, struct strip *strip, const struct block *block,
                            double width)
{
    struct rect box = picture_box_of(strip);
    double gutter = picture_look.caption.gutter, room = width - box.width - gutter;
    bool rtl = setter->document->rtl;
    if (block->children->len == 0 || box.width <= box.height ||
        room < picture_look.caption.least * setter->body)
        return false;
    struct trial trial = trial_begin(setter);
    setter->parting = PARTING_NONE;
    g_autoptr(GPtrArray) caption = picture_caption(setter, block, room);
    double above = picture_look.caption.rule + picture_look.caption.gap;
    double height = strips_height(caption, 0, caption->len);
    if (trial_end(setter, &trial) || height + above > box.height)
        return false;
    double x = rtl ? 0 : box.width + gutter, top = box.height - height - above;
    struct path *rule = path_new();
    path_add_rect(rule, (struct rect){x, top, room, picture_look.caption.rule});
    strip_add_mark(strip, rule, setter->style->accent);
    struct strip *words = strips_join(caption);
    strip_absorb(strip, words, x, top + above);
    strip_free(words);
    return true;
}

/* Room that the caption takes below the picture. */
static double caption_height(struct setter *setter, const struct block *block, double width)
{
    g_autoptr(GPtrArray) lines = picture_caption(setter, block, width);
    double before = lines->len > 0 ? setter_look(setter, TEXT_CAPTION)->before : 0;
    return strips_height(lines, 0, lines->len) + before * setter->leading;
}

static struct rect picture_box(struct setter *setter, const struct block *block, double most)
{
    const struct image *image = block->as.image;
    const struct trim *trim = setter_trim(setter);
    double natural = image->width_px * POINTS_PER_INCH / trim->picture.dpi;
    double width = setter->enlarge_images ? most : MIN(natural, most);
    double height = width * image->height_px / image->width_px;
    bool full = setter->pictures == PICTURES_FULL || setter->profile->picture <= 0;
    double share = full ? trim->picture.highest : setter->profile->picture;
    double highest = setter->frame_height * share - caption_height(setter, block, most);
    if (setter->profile->scale) {
        bool wide = image->width_px > image->height_px;
        width = MIN(width, most_width(setter, image));
        height = width * image->height_px / image->width_px;
        if (setter->pictures != PICTURES_FULL)
            highest = MIN(highest, wide ? picture_look.wide.height : picture_look.high.height);
    }
    if (height > highest) {
        width *= highest / height;
        height = highest;
    }
    return (struct rect){setter->document->rtl ? most - width : 0, 0, width, height};
}

struct strip *picture_strip(struct setter *setter, const struct block *block, double width)
{
    struct rect box = picture_box(setter, block, width);
    struct strip *strip = strip_new(box.height, block->pos);
    const struct element *link = element_link(block->element);
    strip_add(strip, (struct item){.kind = ITEM_IMAGE,
                                   .element = block->element,
                                   .box = box,
                                   .as.image = block->as.image});
    if (link)
        strip_add(strip, (struct item){.kind = ITEM_LINK, .element = link, .box = box});
    return strip;
}

const struct image *picture_middle(struct layout *layout, const struct image *image,
                                   double width_px, double height_px)
{
    struct image *part = image_cut(image, (int)(image->width_px - width_px) / 2,
                                   (int)(image->height_px - height_px) / 2, MAX(1, (int)width_px),
                                   MAX(1, (int)height_px));
    g_ptr_array_add(layout->images, part);
    return part;
}
