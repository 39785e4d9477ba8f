/*
 * All strips beside a picture stay together, so that one of them can hold it: the one that it is
 * read behind.
 */
#include "layout/beside.h"

#include "layout/picture.h"

static bool opens_section(const struct block *block)
{
    return block_is_heading(block) && block->text_kind == TEXT_HEADING_2;
}

static bool is_high(const struct block *block)
{
    return block->kind == BLOCK_IMAGE && block->as.image->height_px > block->as.image->width_px;
}

/* Text and lists flow around a picture; all else wants the whole column. */
static bool flows(const struct block *block)
{
    return block->kind == BLOCK_TEXT || block->kind == BLOCK_LIST;
}

/* The picture of the section that begins at `index`, if nothing but text stands before it. */
static const struct block *picture_of(const GPtrArray *blocks, guint index)
{
    for (guint i = index; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        if ((i > index && opens_section(block)) || block->part != PART_BODY)
            return NULL;
        if (is_high(block)) /* a caption wants the whole column, too */
            return i > index && block->children->len == 0 ? block : NULL;
        if (!flows(block))
            return NULL;
    }
    return NULL;
}

/* [letters] The least that a line beside a picture holds, on average. */
static bool is_wide_enough(const struct column *column, double width)
{
    const struct setter *setter = column->setter;
    double letter = fonts_primary(setter->fonts, false)->average_width * setter->body;
    return width >= picture_look.beside * letter;
}

void beside_begin(struct beside *beside, struct column *column, const GPtrArray *blocks,
                  guint index)
{
    const struct block *block = blocks->pdata[index];
    if (!column->setter->profile->scale || beside->picture || !opens_section(block))
        return;
    const struct block *picture = picture_of(blocks, index);
    if (!picture)
        return;
    struct strip *strip = picture_strip(column->setter, picture, column->width);
    double taken = g_array_index(strip->items, struct item, 0).box.width + picture_look.gutter;
    if (!is_wide_enough(column, column->width - taken)) {
        strip_free(strip);
        return;
    }
    *beside = (struct beside){picture, strip, column->strips->len, 0, taken};
    column->width -= taken;
    if (column->setter->document->rtl)
        column->x += taken;
}

bool beside_holds(struct beside *beside, const struct column *column, const struct block *block)
{
    if (!beside->strip || beside->picture != block)
        return false;
    beside->anchor = column->strips->len - 1;
    return true;
}

static void widen(struct beside *beside, struct column *column)
{
    column->width += beside->taken;
    if (column->setter->document->rtl)
        column->x -= beside->taken;
}

/* What is missing to the picture's height, so that nothing below runs into it. */
static void fill_up(const struct beside *beside, struct column *column, double lack)
{
    column->after = 0;
    column_append(column, strip_new(lack, beside->picture->pos), 0);
}

void beside_end(struct beside *beside, struct column *column, bool last)
{
    if (!beside->strip)
        return;
    double height = strips_height(column->strips, beside->first, column->strips->len);
    double picture = beside->strip->height;
    if (height < picture && !last)
        return;
    bool rtl = column->setter->document->rtl;
    widen(beside, column);
    double x = rtl ? column->x : column->x + column->width;
    x -= rtl ? 0 : g_array_index(beside->strip->items, struct item, 0).box.width;
    guint anchor = beside->anchor > 0 ? beside->anchor : column->strips->len - 1;
    double above = strips_height(column->strips, beside->first, anchor + 1) -
                   ((const struct strip *)column->strips->pdata[anchor])->height;
    double own = g_array_index(beside->strip->items, struct item, 0).box.x;
    strip_absorb(column->strips->pdata[anchor], beside->strip, x - own, -above);
    double after = column->after;
    if (height < picture)
        fill_up(beside, column, picture - height);
    column->after = after;
    for (guint i = beside->first; i + 1 < column->strips->len; i++)
        ((struct strip *)column->strips->pdata[i])->keep = true;
    g_clear_pointer(&beside->strip, strip_free);
    beside->picture = NULL;
}
