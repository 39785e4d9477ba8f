/*
 * List markers: solid discs, numbers as big as the text (rule T18), boxes to tick. Discs and boxes
 * are drawn, because few faces have them; their elements say in words what they stand for.
 */
#include "layout/marker.h"

#include "content/tones.h"
#include "layout/icon.h"
#include "layout/profile_screens.h"
#include "layout/text.h"

#include <math.h>
#include <string.h>

/* Not what leads somewhere. */
static bool is_on_disc(const struct column *column, const struct block *item)
{
    bool discs = column->setter->profile->marked || column->setter->tones;
    return discs && !element_link(item->as.item.label);
}

/* On a disc a number stands alone; elsewhere with the sign that parts it from the words. */
static char *number_words(const struct column *column, const struct block *item)
{
    const char *number = item->as.item.number;
    size_t length = strlen(number);
    bool alone = is_on_disc(column, item) && length > 1;
    return g_strndup(number, alone ? length - 1 : length);
}

/* The em of what is on a disc: on screens the smallest, so that words may grow beside it. [pt] */
static double disc_em(const struct column *column)
{
    return column->setter->body / column->setter->growth;
}

/* Sets numbers in the letters of discs, where they stand on one; returns those of before. */
static double use_disc_em(const struct column *column, const struct block *item)
{
    double before = column->setter->body;
    if (is_on_disc(column, item))
        column->setter->body = disc_em(column);
    return before;
}

static GPtrArray *number_strips(const struct column *column, const struct block *item)
{
    g_autofree char *words = number_words(column, item);
    struct span span = {.text = words,
                        .element = item->as.item.label,
                        .strong = is_on_disc(column, item),
                        .pos = item->pos};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    double body = use_disc_em(column, item);
    GPtrArray *strips = text_set(column->setter, spans, TEXT_BODY, column->width, ALIGN_START);
    column->setter->body = body;
    return strips;
}

static double number_width(const struct column *column, const struct block *item)
{
    g_autofree char *words = number_words(column, item);
    struct span span = {.text = words, .strong = is_on_disc(column, item)};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    double body = use_disc_em(column, item),
           width = text_widths(column->setter, spans, TEXT_BODY).line;
    column->setter->body = body;
    return width;
}

/* Side of the disc of a number; on screens a long number makes it wider. [pt] */
static double disc_size(const struct column *column, const struct block *item)
{
    double em = disc_em(column);
    double wide = number_width(column, item) + screen_list_look.around * em;
    return column->setter->tones ? MAX(screen_list_look.number_disc * em, wide)
                                 : mark_look.disc * em;
}

/* As wide as its disc is, where that has room for it. */
static bool has_disc(const struct column *column, const struct block *item)
{
    if (column->setter->tones)
        return is_on_disc(column, item);
    double room = (mark_look.disc - mark_look.disc_space) * column->setter->body;
    return is_on_disc(column, item) && number_width(column, item) <= room;
}

/* Of the disc with a tick. [pt] */
static double tick_size(const struct column *column)
{
    return panels_look.tick * column->setter->profile->scale->icon;
}

/* From the disc of a number to the words. [pt] */
static double disc_space(const struct column *column)
{
    return (column->setter->tones ? screen_list_look.number_gap : mark_look.disc_space) *
           disc_em(column);
}

/* On a wall what is to be done has the disc of any item. */
static bool nobody_ticks(const struct column *column)
{
    return column->setter->tones;
}

/* From the edge where lines start to the words behind a disc; on a wall it is nearer to them. [pt]
 */
static double disc_indent(const struct column *column)
{
    double indent = column->setter->tones ? screen_list_look.indent
                                          : setter_trim(column->setter)->markers.disc_space;
    return indent * column->setter->body;
}

static double item_space(const struct column *column, const struct block *item)
{
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body;
    switch (item->as.item.marker) {
    case MARKER_DISC:
        return column->ticks ? tick_size(column) + panels_look.tick_space : disc_indent(column);
    case MARKER_NUMBER:
        return has_disc(column, item) ? disc_size(column, item) + disc_space(column)
                                      : number_width(column, item) + trim->markers.number_gap * em;
    case MARKER_BOX:
        if (nobody_ticks(column))
            return disc_indent(column);
        return trim->markers.box_space * em;
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
    double space = disc_indent(column);
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

/* The disc is content, as any item's mark; the tick on it is not. */
static void add_tick_disc(const struct column *column, const struct block *item,
                          struct strip *strip, double x, double baseline)
{
    double side = tick_size(column);
    const struct face *face = fonts_primary(column->setter->fonts, true);
    double middle = baseline - face->cap_height * column->setter->body / 2;
    struct rect box = {x, middle - side / 2, side, side};
    struct strip *icon = strip_new(0, item->pos);
    icon_add_tick(icon, box, column->setter->style->accent, column->setter->ground);
    g_array_index(icon->items, struct item, 0).element = item->as.item.label;
    strip_absorb(icon, strip, 0, 0);
    strip_absorb(strip, icon, 0, 0);
    strip_free(icon);
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

/* The sign behind the number. */
static void add_unseen_sign(struct strip *number, const struct block *item)
{
    const struct item *run = &g_array_index(number->items, struct item, 0);
    if (number->items->len > 1 || run->kind != ITEM_RUN)
        return;
    const char *sign = item->as.item.number + strlen(run->as.run.text);
    if (!*sign)
        return;
    strip_add(number, strip_unseen(run, sign, true));
    g_array_index(number->lines, struct line, 0).last++;
}

/* What is heard and copied is the number as it is written, its sign and all. */
static void speak_number(struct strip *number, const struct block *item)
{
    for (guint i = 0; i < number->items->len; i++) {
        struct item *mark = &g_array_index(number->items, struct item, i);
        if (mark->kind == ITEM_RUN && number->items->len == 1)
            run_speak(&mark->as.run, item->as.item.number);
    }
}

/* On the disc of a screen. */
static void color_number(const struct column *column, struct strip *number)
{
    const struct tones *tones = column->setter->tones;
    for (guint i = 0; tones && i < number->items->len; i++) {
        struct item *mark = &g_array_index(number->items, struct item, i);
        mark->shade = "key_ink";
        if (mark->kind == ITEM_RUN)
            mark->as.run.color = tones->key_ink;
    }
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
    if (column->setter->tones && is_on_disc(column, item))
        add_unseen_sign(number, item);
    else
        speak_number(number, item);
    color_number(column, number);
    strip_shift(number, x - left, baseline - first_baseline(column, number));
    strip_absorb(number, strip, 0, 0);
    strip_absorb(strip, number, 0, 0);
}

/* The number on a disc as high as its line, whose edge is at `x`. */
static void add_number_disc(const struct column *column, const struct block *item,
                            struct strip *strip, double x, double baseline)
{
    double size = disc_size(column, item);
    const struct tones *tones = column->setter->tones;
    const struct face *face = fonts_primary(column->setter->fonts, false);
    double middle = baseline - face->cap_height * column->setter->body / 2;
    struct path *path = path_new();
    path_add_disc(path, (struct point){x + size / 2, middle}, size / 2);
    double lower = middle + face->cap_height * disc_em(column) / 2;
    add_number(column, item, strip, x + (size - number_width(column, item)) / 2, lower);
    struct color color = tones ? tones->key : tint_color(column->setter->style->accent, TINT_16);
    strip_prepend(strip, (struct item){.kind = ITEM_FILL,
                                       .artifact = ARTIFACT_LAYOUT,
                                       .shade = tones ? "key" : NULL,
                                       .box = path_bounds(path),
                                       .as.fill = {.path = path, .color = color}});
}

/* A rule across the column, above the words. */
static void add_rule(const struct column *column, struct strip *strip)
{
    const struct profile *profile = column->setter->profile;
    double taken = profile->head_rule + profile->head_rule_gap;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, 0, column->width, profile->head_rule});
    strip_shift(strip, 0, taken);
    strip->height += taken;
    strip_prepend(strip,
                  (struct item){.kind = ITEM_FILL,
                                .artifact = ARTIFACT_LAYOUT,
                                .box = path_bounds(path),
                                .as.fill = {.path = path, .color = column->setter->style->accent}});
}

void marker_add_heading(const struct column *column, struct strip *strip)
{
    const struct setter *setter = column->setter;
    double out = setter->profile->outdent;
    double start = setter->document->rtl ? column->full - column->width : 0;
    if (setter->profile->head_rule > 0) {
        if (!column->aside)
            add_rule(column, strip);
        return;
    }
    if (!setter->profile->marked || column->aside || fabs(column->x - start) > 0.01)
        return;
    const struct item *run = NULL;
    for (guint i = 0; !run && i < strip->items->len; i++)
        if (g_array_index(strip->items, struct item, i).kind == ITEM_RUN)
            run = &g_array_index(strip->items, struct item, i);
    if (!run)
        return;
    double size = setter_size(setter, TEXT_HEADING_2);
    double height = mark_look.height * size * setter->profile->body / setter->body;
    double middle = run->as.run.baseline - run->as.run.face->cap_height * size / 2;
    bool rtl = setter->document->rtl;
    struct rect box = {rtl ? column->width + out - mark_look.width : -out, middle - height / 2,
                       mark_look.width, height};
    struct path *path = path_new();
    path_add_rect(path, box);
    strip_prepend(strip, (struct item){.kind = ITEM_FILL,
                                       .artifact = ARTIFACT_LAYOUT,
                                       .box = box,
                                       .as.fill = {.path = path, .color = setter->style->accent}});
}

/* The left edge of a mark of that width where lines start, in the space kept for it. [pt] */
static double mark_start(const struct column *column, double x, double width, double side)
{
    return column->setter->document->rtl ? x + width - side : x;
}

void marker_add(const struct column *column, const struct block *item, struct strip *strip,
                double x, double width)
{
    double baseline = first_baseline(column, strip), em = column->setter->body;
    const struct trim *trim = setter_trim(column->setter);
    double disc = mark_start(column, x, width, trim->markers.disc * em);
    double box = mark_start(column, x, width, trim->markers.box * em);
    switch (item->as.item.marker) {
    case MARKER_DISC:
        if (column->ticks)
            add_tick_disc(column, item, strip, mark_start(column, x, width, tick_size(column)),
                          baseline);
        else
            add_disc(column, item, strip, disc, baseline);
        break;
    case MARKER_BOX:
        if (nobody_ticks(column))
            add_disc(column, item, strip, disc, baseline);
        else
            add_box(column, item, strip, box, baseline);
        break;
    case MARKER_CHECKED_BOX:
        add_box(column, item, strip, box, baseline);
        break;
    case MARKER_NUMBER:
        if (has_disc(column, item))
            add_number_disc(column, item, strip,
                            mark_start(column, x, width, disc_size(column, item)), baseline);
        else
            add_number(column, item, strip,
                       mark_start(column, x, width, number_width(column, item)), baseline);
        break;
    case MARKER_NONE:
    case MARKER_COUNT:
        break;
    }
}
