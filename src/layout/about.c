/*
 * Each fact keeps lines of its own, so that rows are read from their start to their end.
 */
#include "layout/about.h"

#include "layout/profile_sheet.h"
#include "layout/type.h"

static bool is_due(const struct column *column, const GPtrArray *blocks, guint index)
{
    const struct block *block = index < blocks->len ? blocks->pdata[index] : NULL;
    return column->setter->profile->scale && block && block->part == PART_ABOUT &&
           block->kind == BLOCK_TEXT;
}

static void append_heading(struct column *column, const struct block *heading)
{
    struct setter *setter = column->setter;
    GPtrArray *lines = type_set(setter, heading->spans, &setter->profile->scale->label,
                                setter->style->accent, column->width, ALIGN_START);
    ((struct strip *)lines->pdata[0])->opens = true;
    for (guint i = 0; i < lines->len; i++)
        ((struct strip *)lines->pdata[i])->keep = true;
    column_append_lines(column, lines,
                        column_lines(column, setter_look(setter, TEXT_HEADING_2)->before));
    column->after_heading = true;
}

static GPtrArray *set_fact(struct column *column, const struct block *fact, double width)
{
    struct setter *setter = column->setter;
    return type_set(setter, fact->spans, &setter->profile->scale->small, setter->style->ink, width,
                    ALIGN_START);
}

/* The next fact on the only line of the first, where half of the column holds each. */
static bool append_pair(struct column *column, const struct block *fact, const struct block *next)
{
    double half = (column->width - about_look.column_gap) / 2;
    GPtrArray *one = set_fact(column, fact, half), *other = set_fact(column, next, half);
    bool fits = one->len == 1 && other->len == 1;
    if (fits) {
        bool rtl = column->setter->document->rtl;
        struct strip *row = one->pdata[0];
        double second = half + about_look.column_gap;
        strip_shift(row, rtl ? second : 0, 0);
        strip_absorb(row, other->pdata[0], rtl ? 0 : second, 0);
        column_append_lines(column, one, about_look.row_gap);
    } else {
        g_ptr_array_unref(one);
    }
    g_ptr_array_unref(other);
    return fits;
}

bool about_append(struct column *column, const GPtrArray *blocks, guint *index)
{
    if (!is_due(column, blocks, *index))
        return false;
    const struct block *block = blocks->pdata[*index];
    if (block_is_heading(block)) {
        append_heading(column, block);
        return true;
    }
    column_keep(column); /* nobody looks for the rest on the next page */
    bool next = is_due(column, blocks, *index + 1);
    if (next && append_pair(column, block, blocks->pdata[*index + 1]))
        (*index)++;
    else
        column_append_lines(column, set_fact(column, block, column->width), about_look.row_gap);
    return true;
}
