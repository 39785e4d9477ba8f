/*
 * A title is parted at its colon, which the change of size and weight replaces for the eye.
 */
#include "layout/cover.h"

#include "layout/art.h"
#include "layout/field.h"
#include "layout/picture.h"
#include "layout/type.h"

#include <string.h>

bool cover_holds(const struct block *block, bool summary)
{
    return block->part == PART_TITLE ||
           (summary && block->part == PART_LEAD && block->kind == BLOCK_TEXT &&
            block->text_kind == TEXT_SUMMARY);
}

/* Between title and subtitle: heard and copied, and not drawn. */
#define COLON ": "

static const struct block *find(const struct document *document, enum text_kind kind)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (block->kind == BLOCK_TEXT && block->text_kind == kind &&
            (block->part == PART_TITLE || block->part == PART_LEAD))
            return block;
    }
    return NULL;
}

static void add_box(struct strip *strip, struct rect box, struct color color)
{
    struct path *path = path_new();
    path_add_rect(path, box);
    strip_add_mark(strip, path, color);
}

static struct strip *set_logo(const struct setter *setter, const struct block *logo, double width)
{
    const struct image *image = logo->as.image;
    double factor = MIN(MIN(cover_look.logo_width, width) / image->width_px,
                        cover_look.logo_height / image->height_px);
    struct rect box = {0, 0, image->width_px * factor, image->height_px * factor};
    box.x = setter->document->rtl ? width - box.width : 0;
    struct strip *strip = strip_new(box.height, logo->pos);
    strip_add(
        strip,
        (struct item){.kind = ITEM_IMAGE, .element = logo->element, .box = box, .as.image = image});
    return strip;
}

static void add_words(struct setter *setter, struct strip *strip, const struct block *clinic,
                      const struct scale *scale, double width)
{
    struct color accent = setter->style->accent;
    double bar = cover_look.bar, start = bar + cover_look.bar_gap;
    bool rtl = setter->document->rtl;
    GPtrArray *name =
        type_set(setter, clinic->spans, &scale->name, accent, width - start, ALIGN_START);
    double y = strip->height > 0 ? strip->height + cover_look.bar_gap : 0, from = y;
    y += type_stack(strip, name, rtl ? 0 : start, y);
    add_box(strip, (struct rect){rtl ? width - bar : 0, from, bar, y - from}, accent);
    strip->height = y;
}

struct strip *cover_set_name(struct setter *setter, const struct scale *scale, double width)
{
    const struct block *logo = setter->document->logo;
    const struct block *clinic = find(setter->document, TEXT_CLINIC);
    struct strip *strip = logo ? set_logo(setter, logo, width) : strip_new(0, (struct pos){0});
    if (clinic)
        add_words(setter, strip, clinic, scale, width);
    if (strip->height <= 0)
        g_clear_pointer(&strip, strip_free);
    return strip;
}

/* Behind the colon; NULL: there is nothing, or the title is not plain words. */
static const char *subtitle_of(const struct block *title)
{
    const char *text = ((const struct span *)title->spans->pdata[0])->text;
    const char *colon = title->spans->len == 1 ? strstr(text, COLON) : NULL;
    return colon && colon > text && colon[strlen(COLON)] != '\0' ? colon + strlen(COLON) : NULL;
}

/* The title up to its colon, and what stands behind it. */
struct headline {
    GPtrArray *title, *subtitle; /* of lines; no subtitle: NULL */
};

static void headline_clear(struct headline *headline)
{
    g_clear_pointer(&headline->title, g_ptr_array_unref);
    g_clear_pointer(&headline->subtitle, g_ptr_array_unref);
}

static struct headline set_headline(struct setter *setter, const struct scale *scale, guint step,
                                    double width)
{
    const struct block *block = find(setter->document, TEXT_TITLE);
    const struct style *style = setter->style;
    const char *rest = subtitle_of(block);
    const struct type *type = &scale->titles[step];
    if (!rest)
        return (struct headline){
            type_set(setter, block->spans, type, style->accent, width, ALIGN_START), NULL};
    const struct span *span = block->spans->pdata[0];
    g_autofree char *first = g_strndup(span->text, (gsize)(rest - strlen(COLON) - span->text));
    struct headline headline = {
        type_set_words(setter, first, span->element, type, style->accent, width, ALIGN_START),
        type_set_words(setter, rest, span->element, &scale->lead, style->ink, width, ALIGN_START)};
    field_end_label(headline.title, COLON);
    return headline;
}

/* In the first size that parts no word and has few lines; in the last at any rate. */
static struct headline fit_headline(struct setter *setter, const struct scale *scale, double width)
{
    guint last = G_N_ELEMENTS(scale->titles) - 1;
    for (guint step = 0; step < last; step++) {
        struct trial trial = trial_begin(setter);
        setter->parting = PARTING_NONE;
        struct headline headline = set_headline(setter, scale, step, width);
        if (!trial_end(setter, &trial) && headline.title->len <= cover_look.title_lines)
            return headline;
        headline_clear(&headline);
    }
    return set_headline(setter, scale, last, width);
}

static void stack(struct strip *strip, GPtrArray *lines, double gap)
{
    strip->height += strip->height > 0 ? gap : 0;
    strip->height += type_stack(strip, lines, 0, strip->height);
}

struct strip *cover_set_title(struct setter *setter, const struct scale *scale, double width,
                              bool summary)
{
    const struct block *lead = summary ? find(setter->document, TEXT_SUMMARY) : NULL;
    struct headline headline = fit_headline(setter, scale, width);
    struct strip *strip = strip_new(0, (struct pos){0});
    stack(strip, headline.title, 0);
    if (headline.subtitle)
        stack(strip, headline.subtitle, cover_look.subtitle_gap);
    if (lead)
        stack(strip,
              type_set(setter, lead->spans, &scale->lead, setter->style->ink, width, ALIGN_START),
              cover_look.subtitle_gap);
    return strip;
}

/* The article's picture; NULL: it has none. */
static const struct block *picture_of(const struct document *document)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (block->part == PART_PICTURE && block->kind == BLOCK_IMAGE)
            return block;
    }
    return NULL;
}

bool cover_takes_picture(struct setter *setter, double width, double least)
{
    const struct block *picture = picture_of(setter->document);
    if (!picture)
        return false;
    struct trial trial = trial_begin(setter);
    g_autoptr(GPtrArray) credit = picture_caption(setter, picture, width);
    bool fits = type_height(credit) + cover_look.credit_gap <= least / 2;
    return !trial_end(setter, &trial) && (credit->len == 0 || fits);
}

/* The middle of the picture in the shape of the area; NULL: it is shown whole. */
static const struct image *cut_for(const struct setter *setter, struct layout *layout,
                                   const struct image *image, struct rect area)
{
    double shape = area.width / area.height;
    double width = MIN(image->width_px, image->height_px * shape), height = width / shape;
    double kept = MIN(width / image->width_px, height / image->height_px);
    if (!setter->document->picture_covers && kept < 1 - cover_look.cut_off)
        return NULL;
    return picture_middle(layout, image, width, height);
}

/* In the middle of the area, as large as it fits. */
static struct rect whole_box(const struct image *image, struct rect area)
{
    double factor = MIN(area.width / image->width_px, area.height / image->height_px);
    double width = image->width_px * factor, height = image->height_px * factor;
    return (struct rect){(area.width - width) / 2, (area.height - height) / 2, width, height};
}

static struct strip *set_picture(struct setter *setter, struct layout *layout, struct rect area)
{
    const struct block *block = picture_of(setter->document);
    struct strip *strip = strip_new(area.height, block->pos);
    GPtrArray *credit = picture_caption(setter, block, area.width);
    if (credit->len > 0)
        area.height -= type_height(credit) + cover_look.credit_gap;
    struct rect field = {0, 0, area.width, area.height};
    const struct image *part = cut_for(setter, layout, block->as.image, area);
    struct color quiet = color_mix(COLOR_WHITE, setter->style->accent, cover_look.quiet);
    struct path *ground = path_new();
    path_add_rect(ground, field);
    strip_add_mark(strip, ground, quiet);
    strip_add(strip, (struct item){.kind = ITEM_IMAGE,
                                   .element = block->element,
                                   .box = part ? field : whole_box(block->as.image, area),
                                   .as.image = part ? part : block->as.image});
    picture_round(strip, field, masthead_look.radius);
    type_stack(strip, credit, 0, area.height + cover_look.credit_gap);
    return strip;
}

void cover_place_art(struct setter *setter, struct layout *layout, struct page *page,
                     struct rect area, bool picture, unsigned *order)
{
    if (!picture) {
        art_place(page, setter_art(setter), area, setter->style->accent, order);
        return;
    }
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, set_picture(setter, layout, area));
    strips_place(one, 0, 1, page, (struct point){area.x, area.y}, order);
}
