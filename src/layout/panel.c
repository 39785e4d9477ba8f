/*
 * A panel stands out of the column at either side, as tables do. Its kinds are rows of a table of
 * looks (profile.c).
 */
#include "layout/panel.h"

#include "base/clip.h"
#include "content/tones.h"
#include "layout/dark.h"
#include "layout/icon.h"

static const struct panel_shape *shape_of(enum panel_kind kind)
{
    return &panels_look.kinds[kind];
}

static double icons(const struct column *column)
{
    return column->setter->profile->scale->icon;
}

static double side_of(const struct column *column)
{
    return column_side(column, column->setter->profile->outdent);
}

/* From the outer edge where lines start to the words. [pt] */
static double start_of(const struct column *column, enum panel_kind kind)
{
    double gutter = shape_of(kind)->gutter;
    return gutter > 0 ? gutter * icons(column) + panels_look.gap : side_of(column);
}

bool panel_is_due(const struct column *column)
{
    return column->setter->profile->scale && column->width >= column->full;
}

double panel_width(const struct column *column, enum panel_kind kind)
{
    double outdent = column->setter->profile->outdent;
    return column->width + 2 * outdent - start_of(column, kind) - side_of(column);
}

static struct color line_color(const struct column *column, enum panel_kind kind)
{
    const struct style *style = column->setter->style;
    switch (kind) {
    case PANEL_NOTE:
        return tint_color(style->accent, TINT_64);
    case PANEL_WARNING:
        return style->ink;
    case PANEL_KEY_POINTS:
    case PANEL_IMPORTANT:
        return style->accent;
    case PANEL_KIND_COUNT:
        break;
    }
    g_assert_not_reached();
}

static struct color ground_color(const struct column *column, enum panel_kind kind)
{
    struct color accent = column->setter->style->accent;
    return kind == PANEL_NOTE ? tint_color(accent, TINT_8) : column->setter->ground;
}

/* The frame, and inside of it the ground. */
static void add_frame(const struct column *column, struct strip *strip, enum panel_kind kind,
                      double width)
{
    double line = shape_of(kind)->line, radius = masthead_look.radius;
    struct patch outer = patch_round((struct rect){0, 0, width, strip->height}, radius);
    struct rect inside = {line, line, width - 2 * line, strip->height - 2 * line};
    struct patch inner = patch_round(inside, radius - line);
    strip_add_mark(strip, patch_path(&outer), line_color(column, kind));
    strip_add_mark(strip, patch_path(&inner), ground_color(column, kind));
}

static void add_slab(const struct column *column, struct strip *strip, double width, double slab)
{
    bool rtl = column->setter->document->rtl;
    double radius = masthead_look.radius;
    struct patch patch = {{rtl ? width - slab : 0, 0, slab, strip->height},
                          rtl ? 0 : radius,
                          rtl ? radius : 0,
                          rtl ? radius : 0,
                          rtl ? 0 : radius};
    dark_add(strip, column->setter, patch, column->setter->style->ink);
}

/* In the gutter: a warning's in the middle of its slab, a note's beside the first line. */
static void add_icon(const struct column *column, struct strip *strip, enum panel_kind kind,
                     double width, double first_line)
{
    double gutter = shape_of(kind)->gutter * icons(column);
    double side = shape_of(kind)->icon * icons(column);
    bool rtl = column->setter->document->rtl;
    double middle = kind == PANEL_WARNING ? strip->height / 2 : first_line;
    struct rect box = {(rtl ? width - gutter / 2 : gutter / 2) - side / 2, middle - side / 2, side,
                       side};
    struct color ground = ground_color(column, kind);
    if (kind == PANEL_WARNING)
        icon_add_alarm(strip, box, dark_ink(column->setter, column->setter->style->ink),
                       dark_ground(column->setter, column->setter->style->ink));
    else
        icon_add_note(strip, box, column->setter->style->accent, ground);
}

/* Half as high as the first line's capitals. [pt from the top of the words] */
static double first_middle(const struct strip *words)
{
    if (words->lines->len == 0)
        return words->height / 2;
    const struct line *line = &g_array_index(words->lines, struct line, 0);
    const struct item *item = &g_array_index(words->items, struct item, line->first);
    return line->baseline - item->as.run.face->cap_height * line->size / 2;
}

bool panel_append(struct column *column, enum panel_kind kind, GPtrArray *strips, struct pos pos)
{
    const struct panel_shape *shape = shape_of(kind);
    double pad = panels_look.pad * column->setter->pads;
    double height = strips_height(strips, 0, strips->len) + 2 * pad;
    double gutter = shape->gutter * icons(column);
    height = MAX(height, gutter);
    if (height > column->setter->frame_height)
        return false;
    bool rtl = column->setter->document->rtl;
    double outdent = column_widen(column), width = column->width;
    struct strip *words = strips_join(strips), *strip = strip_new(height, pos);
    add_frame(column, strip, kind, width);
    if (kind == PANEL_WARNING)
        add_slab(column, strip, width, gutter);
    double top = (height - words->height) / 2;
    if (gutter > 0)
        add_icon(column, strip, kind, width, top + first_middle(words));
    strip_absorb(strip, words, rtl ? side_of(column) : start_of(column, kind), top);
    strip_free(words);
    double around = column_lines(column, column->setter->profile->around);
    column_append(column, strip, around);
    column_narrow(column, outdent);
    column->after = around;
    return true;
}

struct strip *panel_join_beside(const struct column *column, GPtrArray *heading, GPtrArray *list,
                                double start, double width)
{
    bool rtl = column->setter->document->rtl;
    double most = width * handout_look.beside.most;
    struct strip *words = strips_join(list), *head = strips_join(heading);
    struct strip *strip = strip_new(words->height, head->pos);
    strip_absorb(strip, head, rtl ? width - most : 0, strip_baseline(words) - strip_baseline(head));
    strip_absorb(strip, words, rtl ? 0 : start, 0);
    strip_free(head);
    strip_free(words);
    return strip;
}

enum panel_kind panel_of_callout(enum callout callout)
{
    switch (callout) {
    case CALLOUT_NOTE:
    case CALLOUT_TIP:
        return PANEL_NOTE;
    case CALLOUT_IMPORTANT:
        return PANEL_IMPORTANT;
    case CALLOUT_WARNING:
    case CALLOUT_CAUTION:
        return PANEL_WARNING;
    case CALLOUT_COUNT:
        break;
    }
    g_assert_not_reached();
}

bool panel_is_key_points(const GPtrArray *blocks, guint index)
{
    const struct block *block = blocks->pdata[index];
    const struct block *next = index + 1 < blocks->len ? blocks->pdata[index + 1] : NULL;
    return block->part == PART_LEAD && block_is_heading(block) && next && next->part == PART_LEAD &&
           next->kind == BLOCK_LIST;
}
