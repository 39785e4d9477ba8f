/*
 * Goes through the looks of two kinds of text, one of each weight, for what has no kind.
 */
#include "layout/screen_type.h"

#include "layout/text.h"
#include "layout/type.h"

static enum text_kind kind_of(bool bold)
{
    return bold ? TEXT_CALLOUT : TEXT_FACT;
}

GPtrArray *screen_type_set(struct show *show, const GPtrArray *spans,
                           const struct screen_type *type)
{
    double before = show->size;
    screen_use_size(show, type->size);
    GPtrArray *lines =
        text_set(&show->setter, spans, kind_of(type->bold), type->width, type->alignment);
    screen_use_size(show, before);
    screen_type_color(lines, type->color);
    return lines;
}

struct text_widths screen_type_widths(struct show *show, const GPtrArray *spans, bool bold,
                                      double size)
{
    double before = show->size;
    screen_use_size(show, size);
    struct text_widths widths = text_widths(&show->setter, spans, kind_of(bold));
    screen_use_size(show, before);
    return widths;
}

void screen_type_color(GPtrArray *strips, struct color color)
{
    for (guint i = 0; i < strips->len; i++) {
        GArray *items = ((struct strip *)strips->pdata[i])->items;
        for (guint n = 0; n < items->len; n++)
            if (g_array_index(items, struct item, n).kind == ITEM_RUN)
                g_array_index(items, struct item, n).as.run.color = color;
    }
}

double screen_type_height(const struct show *show, const GPtrArray *lines, double size)
{
    return lines->len > 0 ? screen_ink_height(show, lines, size) : 0;
}

void screen_type_stack(const struct show *show, struct strip *strip, GPtrArray *lines, double x,
                       double y)
{
    type_stack(strip, lines, x, y - screen_head_space(show, lines));
}

struct strip *screen_strip_new(const struct show *show, double height, struct pos pos)
{
    struct strip *strip = strip_new(height, pos);
    strip->ink_top = -screen_look.top * show->em;
    strip->ink_foot = height;
    return strip;
}
