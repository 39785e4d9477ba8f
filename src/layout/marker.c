/*
 * List markers: solid discs, numbers as big as the text (rule T18), boxes to tick. Discs and boxes
 * are drawn, because few faces have them; their elements say in words what they stand for.
 */
#include "layout/flow.h"
#include "layout/text.h"

/* In em of the body. */
#define DISC_DIAMETER 0.36 /* rule T18: at least 0.35 */
#define DISC_SPACE    1.3
#define BOX_SIDE      0.72
#define BOX_LINE      0.09
#define BOX_SPACE     1.5
#define NUMBER_GAP    0.5

static GPtrArray *number_strips(struct flow *flow, const struct block *item)
{
    struct span span = {
        .text = item->as.item.number, .element = item->as.item.label, .pos = item->pos};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_set(flow->setter, spans, TEXT_BODY, flow->width, ALIGN_START);
}

static double number_width(struct flow *flow, const struct block *item)
{
    struct span span = {.text = item->as.item.number};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_widths(flow->setter, spans, TEXT_BODY).line;
}

static double marker_space(struct flow *flow, const struct block *item)
{
    double em = flow->setter->body;
    switch (item->as.item.marker) {
    case MARKER_DISC:
        return DISC_SPACE * em;
    case MARKER_NUMBER:
        return number_width(flow, item) + NUMBER_GAP * em;
    case MARKER_BOX:
    case MARKER_CHECKED_BOX:
        return BOX_SPACE * em;
    case MARKER_NONE:
    case MARKER_COUNT:
        break;
    }
    return 0;
}

double flow_marker_space(struct flow *flow, const struct block *list)
{
    double space = DISC_SPACE * flow->setter->body;
    for (guint i = 0; i < list->children->len; i++) {
        double own = marker_space(flow, list->children->pdata[i]);
        space = MAX(space, own);
    }
    return space;
}

/* Baseline of the first line of text in the strip; where text of the body would have it when there
 * is none. */
static double first_baseline(const struct flow *flow, const struct strip *strip)
{
    for (guint i = 0; i < strip->items->len; i++) {
        const struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            return item->as.run.baseline;
    }
    const struct face *face = fonts_primary(flow->setter->fonts, false);
    return (flow->setter->leading + face->cap_height * flow->setter->body) / 2;
}

static void prepend(struct strip *strip, struct item item)
{
    g_array_prepend_val(strip->items, item);
}

static void prepend_path(struct flow *flow, const struct block *item, struct strip *strip,
                         struct path *path, struct rect box)
{
    prepend(strip, (struct item){.kind = ITEM_FILL,
                                 .element = item->as.item.label,
                                 .box = box,
                                 .as.fill = {.path = path, .color = flow->setter->style->accent}});
}

static void add_disc(struct flow *flow, const struct block *item, struct strip *strip, double x,
                     double baseline)
{
    double em = flow->setter->body, radius = DISC_DIAMETER * em / 2;
    double height = fonts_primary(flow->setter->fonts, false)->x_height * em / 2;
    struct point center = {x + radius, baseline - height};
    struct path *path = path_new();
    path_add_disc(path, center, radius);
    prepend_path(flow, item, strip, path,
                 (struct rect){center.x - radius, center.y - radius, 2 * radius, 2 * radius});
}

void flow_add_box(struct path *path, struct rect r, double line)
{
    path_add_frame(path, r,
                   (struct rect){r.x + line, r.y + line, r.width - 2 * line, r.height - 2 * line});
}

static void add_tick(struct path *path, struct rect r)
{
    double s = r.width;
    struct point tick[] = {{r.x + 0.20 * s, r.y + 0.52 * s}, {r.x + 0.30 * s, r.y + 0.42 * s},
                           {r.x + 0.43 * s, r.y + 0.56 * s}, {r.x + 0.70 * s, r.y + 0.22 * s},
                           {r.x + 0.82 * s, r.y + 0.31 * s}, {r.x + 0.45 * s, r.y + 0.78 * s}};
    path_add_polygon(path, tick, G_N_ELEMENTS(tick));
}

static void add_box(struct flow *flow, const struct block *item, struct strip *strip, double x,
                    double baseline)
{
    double side = BOX_SIDE * flow->setter->body;
    struct rect box = {x, baseline - side, side, side};
    struct path *path = path_new();
    flow_add_box(path, box, BOX_LINE * flow->setter->body);
    if (item->as.item.marker == MARKER_CHECKED_BOX)
        add_tick(path, box);
    prepend_path(flow, item, strip, path, box);
}

/* The number is read before the item's text, so its runs go before the strip's own items. */
static void add_number(struct flow *flow, const struct block *item, struct strip *strip, double x,
                       double baseline)
{
    g_autoptr(GPtrArray) lines = number_strips(flow, item);
    struct strip *number = lines->pdata[0];
    double left = G_MAXDOUBLE;
    for (guint i = 0; i < number->items->len; i++)
        left = MIN(left, g_array_index(number->items, struct item, i).box.x);
    strip_shift(number, x - left, baseline - first_baseline(flow, number));
    strip_absorb(number, strip, 0, 0);
    strip_absorb(strip, number, 0, 0);
}

void flow_marker(struct flow *flow, const struct block *item, struct strip *strip, double x,
                 double width)
{
    double baseline = first_baseline(flow, strip);
    bool rtl = flow->setter->document->rtl;
    switch (item->as.item.marker) {
    case MARKER_DISC:
        add_disc(flow, item, strip, rtl ? x + width - DISC_DIAMETER * flow->setter->body : x,
                 baseline);
        break;
    case MARKER_BOX:
    case MARKER_CHECKED_BOX:
        add_box(flow, item, strip, rtl ? x + width - BOX_SIDE * flow->setter->body : x, baseline);
        break;
    case MARKER_NUMBER:
        add_number(flow, item, strip, rtl ? x + width - number_width(flow, item) : x, baseline);
        break;
    case MARKER_NONE:
    case MARKER_COUNT:
        break;
    }
}
