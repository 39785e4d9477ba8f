/*
 * Cards. What runs along the words is a rail; the upper and lower edges, with their round corners,
 * are strips of their own, which reach below the rails so that no seam shows.
 */
#include "layout/card.h"

#include "layout/field.h"

/* [pt] by which an edge reaches into what is beside it. */
enum { SEAM = 1 };

static double em(const struct column *column, double n)
{
    return n * column->setter->body;
}

static double frame(const struct column *column)
{
    return em(column, setter_trim(column->setter)->table.card_frame);
}

static bool is_dark(const struct column *column)
{
    return column->setter->profile->card_head >= 1;
}

static struct color head_ground(const struct column *column)
{
    return is_dark(column) ? column->setter->style->accent
                           : column_tint(column, column->setter->profile->card_head);
}

/* Room above or below words. */
static struct strip *pad_strip(const struct column *column, const struct block *card)
{
    const struct trim *trim = setter_trim(column->setter);
    return strip_new(column_lines(column, trim->table.card_pad), card->pos);
}

static void add_shape(struct strip *strip, struct rect box, double top, double bottom,
                      struct color color)
{
    struct path *path = path_new();
    path_add_round_rect(path, box, top, bottom);
    strip_add_mark(strip, path, color);
}

/* The upper or lower edge: the frame, and the ground inside of it. */
static struct strip *edge_strip(const struct column *column, const struct block *card, bool top)
{
    struct strip *strip = pad_strip(column, card);
    double line = frame(column);
    double radius = em(column, setter_trim(column->setter)->table.card_radius);
    strip->height = top ? MAX(strip->height, radius) : radius;
    double height = strip->height + SEAM;
    double y = top ? 0 : -SEAM, inner = MAX(radius - line, 0);
    struct rect box = {0, y, column->width, height};
    struct rect inside = {line, top ? line : y - SEAM, column->width - 2 * line,
                          height - line + SEAM};
    add_shape(strip, box, top ? radius : 0, top ? 0 : radius, column->setter->style->accent);
    add_shape(strip, inside, top ? inner : 0, top ? 0 : inner,
              top ? head_ground(column) : column->setter->ground);
    return strip;
}

/* Words on a dark ground. */
static void invert(const struct column *column, GPtrArray *strips)
{
    for (guint i = 0; is_dark(column) && i < strips->len; i++) {
        GArray *items = ((struct strip *)strips->pdata[i])->items;
        for (guint n = 0; n < items->len; n++)
            if (g_array_index(items, struct item, n).kind == ITEM_RUN)
                g_array_index(items, struct item, n).as.run.color = column->setter->ground;
    }
}

static void narrow(struct column *column, double side)
{
    column->x += side;
    column->width -= 2 * side;
}

void card_open(struct column *column, const struct block *card, double side)
{
    const struct block *name = card->children->pdata[0];
    struct color accent = column->setter->style->accent;
    double line = frame(column);
    double before =
        column->after_heading ? 0 : column_lines(column, column->setter->profile->around);
    column_entitle(column);
    column_append(column, edge_strip(column, card, true), before);
    column_add_rail(column, name, line, column->width - 2 * line, head_ground(column));
    column_add_rail(column, card, 0, line, accent);
    column_add_rail(column, card, column->width - line, line, accent);
    if (name->kind != BLOCK_TEXT)
        return;
    GPtrArray *strips = field_set_name(column, name, column->width - 2 * side);
    invert(column, strips);
    narrow(column, side);
    column_append_lines(column, strips, 0);
    narrow(column, -side);
}

void card_close_name(struct column *column, const struct block *card)
{
    column->after = 0;
    column_append(column, pad_strip(column, card), 0);
    column_end_rails(column, card->children->pdata[0]);
}

void card_space_field(struct column *column)
{
    column->after = column_lines(column, setter_trim(column->setter)->table.card_field);
}

void card_append_field(struct column *column, const struct block *field, double side, bool first,
                       bool last)
{
    const struct trim *trim = setter_trim(column->setter);
    double pad = column_lines(column, trim->table.card_field);
    GPtrArray *strips = field_set(column, field);
    if (strips->len == 0) { /* its words stand on other screens */
        g_ptr_array_unref(strips);
        return;
    }
    struct strip *top = strips->pdata[0], *bottom = strips->pdata[strips->len - 1];
    strip_shift(top, 0, pad);
    top->height += pad;
    bottom->height += last ? pad / 2 : pad; /* the lower edge gives the rest */
    if (!first) {
        double line = frame(column);
        struct rect rule = {line - side, 0, column->width + 2 * (side - line), trim->rules.hair};
        add_shape(top, rule, 0, 0, column_line_color(column, trim->table.rule_tint));
    }
    column->after = 0;
    column_append_lines(column, strips, 0);
}

/* The name once more, to be shown above what goes on in another frame. */
static GPtrArray *name_again(struct column *column, const struct block *card, double side)
{
    const struct block *name = card->children->pdata[0];
    if (name->kind != BLOCK_TEXT)
        return NULL;
    struct trial trial = trial_begin(column->setter); /* what ails it has been said */
    GPtrArray *strips = field_set_name(column, name, column->width - 2 * side);
    trial_end(column->setter, &trial);
    for (guint i = 0; i < strips->len; i++)
        strip_shift(strips->pdata[i], column->x + side, 0);
    return strips;
}

void card_close(struct column *column, const struct block *card, double side, guint first,
                guint fields)
{
    g_autoptr(GPtrArray) name = name_again(column, card, side);
    column_end_rails(column, card);
    column->after = 0;
    column_append(column, edge_strip(column, card, false), 0);
    guint last = column->strips->len - 1;
    for (guint i = first; i <= last; i++) {
        struct strip *strip = column->strips->pdata[i];
        strip->keep = i < last;
        strip->bound = i < last && (strip->bound || i < fields || i + 1 == last);
        if (i > fields && name)
            strip->repeat = g_ptr_array_ref(name);
    }
    column->after = column_lines(column, column->setter->profile->around);
}
