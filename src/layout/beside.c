/*
 * All strips beside a picture stay together, so that one of them can hold it: the one that it is
 * read behind. A picture that is read before all of them has a strip of its own, without height.
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

/* Text and lists of the article flow around a picture; all else wants the whole column. */
bool beside_flows(const struct block *block)
{
    bool article = block->part == PART_BODY || block->part == PART_ACTION;
    return article && (block->kind == BLOCK_TEXT || block->kind == BLOCK_LIST);
}

/* The article's own at `index`, or that of the section that begins there, if nothing but text
 * stands before it. */
static const struct block *picture_of(const GPtrArray *blocks, guint index)
{
    const struct block *first = blocks->pdata[index];
    if (first->part == PART_PICTURE)
        return is_high(first) ? first : NULL;
    for (guint i = index; opens_section(first) && i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        if (block->part != PART_BODY || (i > index && opens_section(block)))
            return NULL;
        if (is_high(block))
            return block;
        if (!beside_flows(block))
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

/* The picture with its caption below it. */
static struct strip *set_picture(struct column *column, const struct block *block, double most,
                                 double *width)
{
    struct strip *strip = picture_strip(column->setter, block, MIN(most, column->width));
    struct rect box = picture_box_of(strip);
    picture_round(strip, box, picture_look.radius);
    GPtrArray *caption = picture_caption(column->setter, block, box.width);
    strip_shift(strip, -box.x, 0);
    double y = strip->height + (caption->len > 0 ? picture_look.caption_gap : 0);
    g_autoptr(GPtrArray) lines = caption;
    for (guint i = 0; i < lines->len; i++) {
        struct strip *line = lines->pdata[i];
        y += i > 0 ? line->gap : 0;
        strip_absorb(strip, line, 0, y);
        y += line->height;
    }
    strip->height = y;
    *width = box.width;
    return strip;
}

static void open_beside(struct beside *beside, struct column *column)
{
    column->width -= beside->taken;
    if (column->setter->document->rtl)
        column->x += beside->taken;
}

void beside_begin(struct beside *beside, struct column *column, const GPtrArray *blocks,
                  guint index, beside_measure *measure)
{
    const double widths[] = {picture_look.high.width, picture_look.least};
    const struct block *picture =
        column->setter->profile->scale && !beside->strip ? picture_of(blocks, index) : NULL;
    for (size_t i = 0; picture && picture != beside->picture && i < G_N_ELEMENTS(widths); i++) {
        double width;
        struct trial trial = trial_begin(column->setter);
        struct strip *strip = set_picture(column, picture, widths[i], &width);
        bool failed = trial_end(column->setter, &trial);
        double rest = column->width - width - picture_look.gutter;
        if (!failed && is_wide_enough(column, rest) &&
            measure(column, blocks, index, rest, strip->height) >=
                picture_look.as_high * strip->height) {
            *beside = (struct beside){
                picture, strip, column->strips->len, BESIDE_NOT_YET, width + picture_look.gutter,
                width};
            open_beside(beside, column);
            return;
        }
        strip_free(strip);
    }
}

bool beside_holds(struct beside *beside, struct column *column, const struct block *block)
{
    if (beside->picture != block)
        return false;
    if (beside->strip && column->strips->len == beside->first)
        column_append(column, strip_new(0, block->pos), 0);
    if (beside->strip && beside->anchor == BESIDE_NOT_YET)
        beside->anchor = column->strips->len - 1;
    return true;
}

static void close_beside(struct beside *beside, struct column *column)
{
    column->width += beside->taken;
    if (column->setter->document->rtl)
        column->x -= beside->taken;
}

/* What is missing to the picture's height, so that nothing below runs into it. A heading above it
 * still stays with what it is the heading of. */
static void fill_up(const struct beside *beside, struct column *column, double lack)
{
    const struct strip *above = column->strips->pdata[column->strips->len - 1];
    struct strip *filler = strip_new(lack, beside->picture->pos);
    filler->keep = above->keep;
    column->after = 0;
    column_append(column, filler, 0);
}

/* Nothing stands above the words beside a picture that is read before them. */
static void level(struct beside *beside, struct column *column)
{
    guint next = beside->first + 1;
    if (beside->anchor == beside->first && next < column->strips->len)
        ((struct strip *)column->strips->pdata[next])->gap = 0;
}

static void place(struct beside *beside, struct column *column)
{
    double x =
        column->setter->document->rtl ? column->x : column->x + column->width - beside->width;
    guint anchor = beside->anchor != BESIDE_NOT_YET ? beside->anchor : column->strips->len - 1;
    double above = strips_height(column->strips, beside->first, anchor + 1) -
                   ((const struct strip *)column->strips->pdata[anchor])->height;
    strip_absorb(column->strips->pdata[anchor], beside->strip, x, -above);
}

void beside_end(struct beside *beside, struct column *column, bool last)
{
    if (!beside->strip)
        return;
    level(beside, column);
    double height = strips_height(column->strips, beside->first, column->strips->len);
    double picture = beside->strip->height, after = column->after;
    if (height < picture && !last)
        return;
    close_beside(beside, column);
    place(beside, column);
    if (height < picture)
        fill_up(beside, column, picture - height);
    column->after = after;
    for (guint i = beside->first; i + 1 < column->strips->len; i++)
        ((struct strip *)column->strips->pdata[i])->keep = true;
    g_clear_pointer(&beside->strip, strip_free);
}
