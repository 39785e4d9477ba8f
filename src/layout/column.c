/*
 * Columns. Between two blocks counts the larger of the white spaces that they ask for, as in good
 * typesetting by hand; so a block only says what it wants, and `column_append` decides.
 */
#include "layout/column.h"

void column_init(struct column *column, struct setter *setter, double width)
{
    double narrowest = setter_trim(setter)->column.narrowest * width;
    *column =
        (struct column){.setter = setter, .width = width, .full = width, .narrowest = narrowest};
    column->strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    column->rails = g_array_new(FALSE, FALSE, sizeof(struct rail));
}

GPtrArray *column_finish(struct column *column)
{
    g_clear_pointer(&column->rails, g_array_unref);
    return g_steal_pointer(&column->strips);
}

double column_lines(const struct column *column, double n)
{
    return n * column->setter->leading * column->setter->spaces;
}

/* Of a page: screens have spaces of their own. */
static bool is_below_heading(const struct column *column)
{
    return column->after_heading && column->setter->profile->scale;
}

double column_before(const struct column *column, double n)
{
    return is_below_heading(column) ? 0 : column_lines(column, n);
}

void column_entitle(struct column *column)
{
    if (is_below_heading(column))
        column->after = column_lines(column, setter_trim(column->setter)->table.below_title);
}

struct color column_tint(const struct column *column, double share)
{
    const struct style *style = column->setter->style;
    struct color tint = color_mix(column->setter->ground, style->accent, share);
    double least = setter_trim(column->setter)->callout.contrast;
    bool legible =
        color_contrast(style->ink, tint) >= least && color_contrast(style->accent, tint) >= least;
    return legible ? tint : column->setter->ground;
}

struct color column_line_color(const struct column *column, double share)
{
    return color_mix(column->setter->ground, column->setter->style->accent, share);
}

void column_add_rail(struct column *column, const void *owner, double x, double width,
                     struct color color)
{
    struct rail rail = {owner, column->x + x, width, color};
    g_array_append_val(column->rails, rail);
}

void column_end_rails(struct column *column, const void *owner)
{
    for (guint i = column->rails->len; i > 0; i--)
        if (g_array_index(column->rails, struct rail, i - 1).owner == owner)
            g_array_remove_index(column->rails, i - 1);
}

void column_narrow(struct column *column, double outdent)
{
    column->x += outdent;
    column->width -= 2 * outdent;
}

double column_widen(struct column *column)
{
    double outdent = column->width < column->full ? 0 : column->setter->profile->outdent;
    column_narrow(column, -outdent);
    return outdent;
}

double column_side(const struct column *column, double outdent)
{
    const struct setter *setter = column->setter;
    return outdent > 0 ? outdent : setter->profile->card_side * setter->body;
}

void column_append(struct column *column, struct strip *strip, double before)
{
    strip_shift(strip, column->x, 0);
    strip_add_rails(strip, column->rails);
    strip->gap = MAX(before, column->after);
    /* A heading keeps two lines below it, also where the first is an item or a paragraph by itself.
     */
    if (column->after_heading && strip->height < 2 * column->setter->leading)
        strip->keep = true;
    column->after_heading = false;
    column->after = 0;
    g_ptr_array_add(column->strips, strip);
}

void column_append_lines(struct column *column, GPtrArray *strips, double before)
{
    g_ptr_array_set_free_func(strips, NULL);
    for (guint i = 0; i < strips->len; i++)
        column_append(column, strips->pdata[i], i == 0 ? before : 0);
    g_ptr_array_unref(strips);
}

void column_note(struct column *column, const struct block *block)
{
    if (column->starts)
        g_hash_table_insert(column->starts, (gpointer)block,
                            GUINT_TO_POINTER(column->strips->len + 1));
}

void column_bind(struct column *column, guint first, bool goes_on)
{
    guint end = column->strips->len;
    for (guint i = first; i < end; i++)
        ((struct strip *)column->strips->pdata[i])->bound = goes_on || i + 1 < end;
}

void column_keep(struct column *column)
{
    if (column->strips->len > 0)
        ((struct strip *)column->strips->pdata[column->strips->len - 1])->keep = true;
}
