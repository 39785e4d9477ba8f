/*
 * List markers: solid discs, numbers as big as the text (rule T18), boxes to tick. Discs and boxes
 * are drawn, because few faces have them; their elements say in words what they stand for.
 */
#include "layout/marker.h"

#include "layout/text.h"

static GPtrArray *number_strips(const struct column *column, const struct block *item)
{
    struct span span = {
        .text = item->as.item.number, .element = item->as.item.label, .pos = item->pos};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_set(column->setter, spans, TEXT_BODY, column->width, ALIGN_START);
}

static double number_width(const struct column *column, const struct block *item)
{
    struct span span = {.text = item->as.item.number};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_widths(column->setter, spans, TEXT_BODY).line;
}

static double item_space(const struct column *column, const struct block *item)
{
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body;
    switch (item->as.item.marker) {
    case MARKER_DISC:
        return trim->markers.disc_space * em;
    case MARKER_NUMBER:
        return number_width(column, item) + trim->markers.number_gap * em;
    case MARKER_BOX:
    case MARKER_CHECKED_BOX:
        return trim->markers.box_space * em;
    case MARKER_NONE:
    case MARKER_COUNT:
        break;
    }
    return 0;
}

double marker_space(const struct column *column, const struct block *list)
{
    double space = setter_trim(column->setter)->markers.disc_space * column->setter->body;
    for (guint i = 0; i < list->children->len; i++) {
        double own = item_space(column, list->children->pdata[i]);
        space = MAX(space, own);
    }
    return space;
}

/* Baseline of the first line of text in the strip; where text of the body would have it when there
 * is none. */
static double first_baseline(const struct column *column, const struct strip *strip)
{
    for (guint i = 0; i < strip->items->len; i++) {
        const struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            return item->as.run.baseline;
    }
    const struct face *face = fonts_primary(column->setter->fonts, false);
    return (column->setter->leading + face->cap_height * column->setter->body) / 2;
}

static void prepend_path(const struct column *column, const struct block *item, struct strip *strip,
                         struct path *path, struct rect box)
{
    strip_prepend(strip,
                  (struct item){.kind = ITEM_FILL,
                                .element = item->as.item.label,
                                .box = box,
                                .as.fill = {.path = path, .color = column->setter->style->accent}});
}

static void add_disc(const struct column *column, const struct block *item, struct strip *strip,
                     double x, double baseline)
{
    double em = column->setter->body;
    double radius = setter_trim(column->setter)->markers.disc * em / 2;
    double height = fonts_primary(column->setter->fonts, false)->x_height * em / 2;
    struct point center = {x + radius, baseline - height};
    struct path *path = path_new();
    path_add_disc(path, center, radius);
    prepend_path(column, item, strip, path,
                 (struct rect){center.x - radius, center.y - radius, 2 * radius, 2 * radius});
}

static void add_tick(struct path *path, struct rect r)
{
    double s = r.width;
    struct point tick[] = {{r.x + 0.20 * s, r.y + 0.52 * s}, {r.x + 0.30 * s, r.y + 0.42 * s},
                           {r.x + 0.43 * s, r.y + 0.56 * s}, {r.x + 0.70 * s, r.y + 0.22 * s},
                           {r.x + 0.82 * s, r.y + 0.31 * s}, {r.x + 0.45 * s, r.y + 0.78 * s}};
    path_add_polygon(path, tick, G_N_ELEMENTS(tick));
}

static void add_box(const struct column *column, const struct block *item, struct strip *strip,
                    double x, double baseline)
{
    const struct trim *trim = setter_trim(column->setter);
    double side = trim->markers.box * column->setter->body;
    struct rect box = {x, baseline - side, side, side};
    struct path *path = path_new();
    path_add_frame(path, box, trim->markers.box_line * column->setter->body);
    if (item->as.item.marker == MARKER_CHECKED_BOX)
        add_tick(path, box);
    prepend_path(column, item, strip, path, box);
}

/* The number is read before the item's text, so its runs go before the strip's own items. */
static void add_number(const struct column *column, const struct block *item, struct strip *strip,
                       double x, double baseline)
{
    g_autoptr(GPtrArray) lines = number_strips(column, item);
    struct strip *number = lines->pdata[0];
    double left = G_MAXDOUBLE;
    for (guint i = 0; i < number->items->len; i++)
        left = MIN(left, g_array_index(number->items, struct item, i).box.x);
    strip_shift(number, x - left, baseline - first_baseline(column, number));
    strip_absorb(number, strip, 0, 0);
    strip_absorb(strip, number, 0, 0);
}

void marker_add(const struct column *column, const struct block *item, struct strip *strip,
                double x, double width)
{
    double baseline = first_baseline(column, strip);
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body;
    bool rtl = column->setter->document->rtl;
    switch (item->as.item.marker) {
    case MARKER_DISC:
        add_disc(column, item, strip, rtl ? x + width - trim->markers.disc * em : x, baseline);
        break;
    case MARKER_BOX:
    case MARKER_CHECKED_BOX:
        add_box(column, item, strip, rtl ? x + width - trim->markers.box * em : x, baseline);
        break;
    case MARKER_NUMBER:
        add_number(column, item, strip, rtl ? x + width - number_width(column, item) : x, baseline);
        break;
    case MARKER_NONE:
    case MARKER_COUNT:
        break;
    }
}
