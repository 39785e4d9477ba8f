/*
 * A desk with a profile of its own for the time of one text.
 */
#include "layout/type.h"

#include "layout/text.h"

/* How the desk stood. */
struct before {
    const struct profile *profile;
    double body, leading; /* [pt] */
};

static struct before borrow(struct setter *setter, struct profile *own, const struct type *type)
{
    struct before before = {setter->profile, setter->body, setter->leading};
    *own = *setter->profile;
    own->leading = own->heading_leading = type->leading;
    own->looks[TEXT_FACT] = (struct look){.ratio = 1, .bold = type->bold};
    own->breaking[TEXT_FACT] = type->breaking;
    setter->profile = own;
    setter_use_size(setter, type->size);
    return before;
}

static void give_back(struct setter *setter, struct before before)
{
    setter->profile = before.profile;
    setter->body = before.body;
    setter->leading = before.leading;
}

/* One colour for all words, and no lines along them, which stand behind all runs. */
static void plain(struct strip *strip, struct color color)
{
    for (guint i = strip->items->len; i > 0; i--) {
        struct item *item = &g_array_index(strip->items, struct item, i - 1);
        if (item->kind == ITEM_RUN)
            item->as.run.color = color;
        else if (item->kind == ITEM_FILL)
            g_array_remove_index(strip->items, i - 1);
    }
}

GPtrArray *type_set(struct setter *setter, const GPtrArray *spans, const struct type *type,
                    struct color color, double width, enum alignment alignment)
{
    struct profile own;
    struct before before = borrow(setter, &own, type);
    GPtrArray *lines = text_set(setter, spans, TEXT_FACT, width, alignment);
    give_back(setter, before);
    for (guint i = 0; i < lines->len; i++)
        plain(lines->pdata[i], color);
    return lines;
}

GPtrArray *type_set_words(struct setter *setter, const char *words, const struct element *element,
                          const struct type *type, struct color color, double width,
                          enum alignment alignment)
{
    struct span span = {.text = (char *)words, .element = element};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return type_set(setter, spans, type, color, width, alignment);
}

double type_width(struct setter *setter, const GPtrArray *spans, const struct type *type)
{
    struct profile own;
    struct before before = borrow(setter, &own, type);
    double width = text_widths(setter, spans, TEXT_FACT).line;
    give_back(setter, before);
    return width;
}

struct type type_fit(struct setter *setter, const GPtrArray *spans, struct type type, double width,
                     double least, double step)
{
    while (type.size - step >= least && type_width(setter, spans, &type) > width)
        type.size -= step;
    return type;
}

double type_widest(const GPtrArray *lines)
{
    double widest = 0;
    for (guint i = 0; i < lines->len; i++) {
        const struct strip *strip = lines->pdata[i];
        for (guint n = 0; n < strip->lines->len; n++)
            widest = MAX(widest, g_array_index(strip->lines, struct line, n).width);
    }
    return widest;
}

double type_line_height(const struct setter *setter, const struct type *type)
{
    return type->leading * profile_size(type->size, fonts_primary(setter->fonts, false));
}

double type_height(const GPtrArray *lines)
{
    return strips_height(lines, 0, lines->len);
}

double type_stack(struct strip *strip, GPtrArray *lines, double x, double y)
{
    double from = y;
    for (guint i = 0; i < lines->len; i++) {
        struct strip *line = lines->pdata[i];
        y += i > 0 ? line->gap : 0;
        strip_absorb(strip, line, x, y);
        y += line->height;
    }
    g_ptr_array_unref(lines);
    return y - from;
}

/* Decoration leads nowhere. */
static void drop_links(struct strip *strip)
{
    for (guint i = strip->items->len; i > 0; i--) {
        if (g_array_index(strip->items, struct item, i - 1).kind != ITEM_LINK)
            continue;
        g_array_remove_index(strip->items, i - 1);
        for (guint n = 0; n < strip->lines->len; n++) {
            struct line *line = &g_array_index(strip->lines, struct line, n);
            line->first -= line->first >= i;
            line->last -= line->last >= i;
        }
    }
}

void type_decorate(GPtrArray *lines, enum artifact artifact)
{
    for (guint i = 0; i < lines->len; i++) {
        struct strip *line = lines->pdata[i];
        drop_links(line);
        for (guint n = 0; n < line->items->len; n++) {
            struct item *item = &g_array_index(line->items, struct item, n);
            item->element = NULL;
            item->artifact = artifact;
        }
        for (guint n = 0; n < line->lines->len; n++)
            g_array_index(line->lines, struct line, n).element = NULL;
    }
}
