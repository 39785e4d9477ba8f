/*
 * QR codes in a column.
 */
#include "layout/code.h"

#include "layout/qr.h"
#include "layout/text.h"

static void append_square(struct column *column, struct strip *strip)
{
    const struct trim *trim = setter_trim(column->setter);
    if (column->setter->document->rtl) {
        struct rect box = g_array_index(strip->items, struct item, 0).box;
        strip_shift(strip, column->width - box.width - 2 * box.x, 0);
    }
    strip->keep = true;
    column_append(column, strip, column_lines(column, trim->qr.before));
    column->after = column_lines(column, trim->qr.after);
}

/* The caption stands beside the code, halfway up; below, it would cost lines that large print does
 * not have. */
static void add_caption(struct column *column, struct strip *code, const struct block *caption)
{
    double side = code->height, height = 0;
    g_autoptr(GPtrArray) words = text_set(column->setter, caption->spans, caption->text_kind,
                                          column->width - side, ALIGN_START);
    for (guint i = 0; i < words->len; i++)
        height += ((const struct strip *)words->pdata[i])->height;
    double y = MAX(side - height, 0) / 2;
    for (guint i = 0; i < words->len; i++) {
        struct strip *line = words->pdata[i];
        strip_absorb(code, line, column->setter->document->rtl ? 0 : side, y);
        y += line->height;
    }
    code->height = MAX(side, height);
}

static bool is_caption(const struct block *block)
{
    return block->kind == BLOCK_TEXT && block->text_kind == TEXT_CAPTION;
}

guint code_append(struct column *column, const struct block *block, const struct block *next)
{
    struct strip *strip = qr_strip(column->setter, block);
    if (!strip)
        return 1;
    double least = setter_trim(column->setter)->qr.caption * column->width;
    bool beside = next && is_caption(next) && column->width - strip->height >= least;
    append_square(column, strip);
    if (beside)
        add_caption(column, strip, next);
    return beside ? 2 : 1;
}
