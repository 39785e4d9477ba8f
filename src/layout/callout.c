/*
 * Panels of callouts. Ground, bar and the sides of the frame are rails, so they follow the words
 * over pages; top and bottom are strips of their own, which carry the rest of the frame.
 */
#include "layout/callout.h"

#include "layout/icon.h"

static const struct panel_look *look_of(const struct column *column, const struct block *callout)
{
    return &setter_trim(column->setter)->callout.kinds[callout->as.callout];
}

static double em(const struct column *column, double n)
{
    return n * column->setter->body;
}

double callout_start(const struct column *column)
{
    return em(column, setter_trim(column->setter)->callout.gutter);
}

double callout_end(const struct column *column)
{
    return em(column, setter_trim(column->setter)->callout.end);
}

static struct color mark_color(const struct column *column, const struct panel_look *look)
{
    const struct style *style = column->setter->style;
    return look->alarm ? style->ink : style->accent;
}

/* The ground of the panel; the page's own where words would not stand out from a tint. */
static struct color ground_of(const struct column *column, const struct panel_look *look)
{
    return column_tint(column, look->tint);
}

static void add_rail(struct column *column, const struct block *callout, double from_start,
                     double width, struct color color)
{
    bool rtl = column->setter->document->rtl;
    double x = rtl ? column->x + column->width - from_start - width : column->x + from_start;
    struct rail rail = {callout, x, width, color};
    if (width > 0)
        g_array_append_val(column->rails, rail);
}

static void add_rails(struct column *column, const struct block *callout)
{
    const struct panel_look *look = look_of(column, callout);
    struct color color = mark_color(column, look);
    double frame = em(column, look->frame);
    if (look->tint > 0)
        add_rail(column, callout, 0, column->width, ground_of(column, look));
    add_rail(column, callout, 0, em(column, look->bar), color);
    add_rail(column, callout, 0, frame, color);
    add_rail(column, callout, column->width - frame, frame, color);
}

/* The room above or below the words, with the frame's line at its outer edge. */
static struct strip *edge_strip(const struct column *column, const struct block *callout, bool top)
{
    const struct panel_look *look = look_of(column, callout);
    double height = column_lines(column, setter_trim(column->setter)->callout.pad);
    double line = em(column, look->frame);
    struct strip *strip = strip_new(height, callout->pos);
    if (line > 0) {
        struct path *path = path_new();
        path_add_rect(path, (struct rect){0, top ? 0 : height - line, column->width, line});
        strip_add_mark(strip, path, mark_color(column, look));
    }
    return strip;
}

void callout_open(struct column *column, const struct block *callout)
{
    const struct look *body = setter_look(column->setter, TEXT_BODY);
    add_rails(column, callout);
    column_append(column, edge_strip(column, callout, true), column_lines(column, body->before));
}

/* Middle of the capitals of the first line in the strip. */
static double middle_of(const struct strip *strip)
{
    for (guint i = 0; i < strip->items->len; i++) {
        const struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            return item->as.run.baseline - item->as.run.face->cap_height * item->as.run.size / 2;
    }
    return strip->height / 2;
}

static void add_icon(const struct column *column, const struct block *callout, struct strip *strip)
{
    const struct panel_look *look = look_of(column, callout);
    double side = em(column, setter_trim(column->setter)->callout.icon);
    double middle = em(column, setter_trim(column->setter)->callout.icon_middle);
    bool rtl = column->setter->document->rtl;
    double x = rtl ? column->x + column->width - middle : column->x + middle;
    struct rect box = {x - side / 2, middle_of(strip) - side / 2, side, side};
    struct color mark = mark_color(column, look), ground = ground_of(column, look);
    if (look->alarm)
        icon_add_alarm(strip, box, ground, mark); /* on the slab */
    else
        icon_add_note(strip, box, mark, ground);
}

/* The word stands close to what it names. */
static void close_up(const struct column *column, guint first)
{
    if (first + 2 < column->strips->len)
        ((struct strip *)column->strips->pdata[first + 2])->gap =
            column_lines(column, setter_look(column->setter, TEXT_CALLOUT)->after);
}

void callout_close(struct column *column, const struct block *callout, guint first)
{
    add_icon(column, callout, column->strips->pdata[first + 1]);
    close_up(column, first);
    column->after = 0;
    column_append(column, edge_strip(column, callout, false), 0);
    for (guint i = column->rails->len; i > 0; i--)
        if (g_array_index(column->rails, struct rail, i - 1).owner == callout)
            g_array_remove_index(column->rails, i - 1);
    for (guint i = first; i < column->strips->len; i++)
        ((struct strip *)column->strips->pdata[i])->keep = i + 1 < column->strips->len;
    column->after = column_lines(column, setter_look(column->setter, TEXT_BODY)->after);
}
