/*
 * Goes through the looks of two kinds of text, one of each weight, for what has no kind.
 */
#include "layout/screen_type.h"

#include "layout/screen_tones.h"
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

double screen_digits_height(const struct show *show, const GPtrArray *lines, double size)
{
    return lines->len > 0 ? (show->cap_height + (lines->len - 1) * show_lead(show)) * size : 0;
}

void screen_type_stack(const struct show *show, struct strip *strip, GPtrArray *lines, double x,
                       double y)
{
    type_stack(strip, lines, x, y - screen_head_space(show, lines));
}

/* NULL where a word is too wide. */
static GPtrArray *try_set(struct show *show, const GPtrArray *spans, const struct screen_type *type,
                          enum parting parting)
{
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = parting;
    GPtrArray *lines = screen_type_set(show, spans, type);
    if (trial_end(&show->setter, &trial) && !show->setter.unprintable)
        g_clear_pointer(&lines, g_ptr_array_unref);
    return lines;
}

GPtrArray *screen_type_fit(struct show *show, const GPtrArray *spans, struct screen_type *type,
                           const double *sizes, size_t n, guint lines, double room,
                           enum parting parting)
{
    for (size_t i = 0; i < n; i++) {
        type->size = sizes[i];
        GPtrArray *set = try_set(show, spans, type, parting);
        if (set && set->len <= lines && screen_type_height(show, set, sizes[i]) <= room)
            return set;
        g_clear_pointer(&set, g_ptr_array_unref);
    }
    return NULL;
}

void screen_type_say(GPtrArray *lines, const struct span *span)
{
    struct strip *strip = lines->pdata[0];
    if (strip->lines->len == 0)
        return;
    guint first = g_array_index(strip->lines, struct line, 0).first;
    struct item unseen =
        strip_unseen(&g_array_index(strip->items, struct item, first), span->text, false);
    unseen.element = span->element;
    strip_prepend(strip, unseen);
    g_array_index(strip->lines, struct line, 0).first = 0;
}

void screen_type_end(GPtrArray *lines, const char *words)
{
    struct strip *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;
    if (!last || last->lines->len == 0)
        return;
    struct line *line = &g_array_index(last->lines, struct line, last->lines->len - 1);
    line->end = LINE_END_LABEL;
    if (!*words || line->last + 1 != last->items->len)
        return;
    const struct item *end = &g_array_index(last->items, struct item, line->last);
    strip_add(last, strip_unseen(end, words, true));
    line->last++;
}

void screen_type_place(const struct show *show, struct page *page, GPtrArray *lines,
                       struct point at, unsigned *order)
{
    at.y -= screen_head_space(show, lines);
    strips_place(lines, 0, lines->len, page, at, order);
    g_ptr_array_unref(lines);
}

void screen_fill(struct page *page, struct path *path, struct color color)
{
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .box = path_bounds(path),
                                 .as.fill = {.path = path, .color = color}});
}

void screen_fill_rect(struct page *page, struct rect box, struct color color)
{
    struct path *path = path_new();
    path_add_rect(path, box);
    screen_fill(page, path, color);
}

void screen_name_band(const struct show *show, struct page *page, guint from)
{
    const struct {
        const char *name;
        struct color color;
    } bands[] = {{"band", show->tones.band},
                 {"band_ink", show->tones.band_ink},
                 {"band_sub", show->tones.band_sub}};
    for (guint i = from; i < page->items->len; i++) {
        struct item *item = &g_array_index(page->items, struct item, i);
        struct color color = item->kind == ITEM_RUN ? item->as.run.color : item->as.fill.color;
        for (size_t n = 0; n < G_N_ELEMENTS(bands); n++)
            if (color_equal(color, bands[n].color))
                item->shade = bands[n].name;
    }
}

double screen_start(const struct show *show, double x, double width)
{
    const struct rect *area = &show->area;
    return show->setter.document->rtl ? area->x + area->width - x - width : area->x + x;
}

struct strip *screen_strip_new(const struct show *show, double height, struct pos pos)
{
    struct strip *strip = strip_new(height, pos);
    strip->ink_top = -screen_look.top * show->em;
    strip->ink_foot = height;
    return strip;
}
