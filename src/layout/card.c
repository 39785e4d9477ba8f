/*
 * Cards. As in panels of callouts, what runs along the words is a rail and the upper and lower
 * edges are strips of their own.
 */
#include "layout/card.h"

#include "layout/text.h"

static double em(const struct column *column, double n)
{
    return n * column->setter->body;
}

double card_side(const struct column *column)
{
    return em(column, setter_trim(column->setter)->table.card_side);
}

static double frame(const struct column *column)
{
    return em(column, setter_trim(column->setter)->table.card_frame);
}

static void add_line(const struct column *column, struct strip *strip, double y, double thickness)
{
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, y, column->width, thickness});
    strip_add_mark(strip, path, column->setter->style->accent);
}

/* Room above or below words. */
static struct strip *pad_strip(const struct column *column, const struct block *card)
{
    double height = column_lines(column, setter_trim(column->setter)->table.card_pad);
    return strip_new(height, card->pos);
}

void card_open(struct column *column, const struct block *card)
{
    const struct trim *trim = setter_trim(column->setter);
    struct color accent = column->setter->style->accent;
    column_add_rail(column, card->children->pdata[0], 0, column->width,
                    column_tint(column, trim->table.card_tint));
    column_add_rail(column, card, 0, frame(column), accent);
    column_add_rail(column, card, column->width - frame(column), frame(column), accent);
    struct strip *top = pad_strip(column, card);
    add_line(column, top, 0, frame(column));
    column_append(column, top,
                  column_lines(column, setter_look(column->setter, TEXT_BODY)->before));
}

void card_close_name(struct column *column, const struct block *card)
{
    struct strip *bottom = pad_strip(column, card);
    double thickness = setter_trim(column->setter)->rules.hair;
    add_line(column, bottom, bottom->height - thickness, thickness);
    column->after = 0;
    column_append(column, bottom, 0);
    column_end_rails(column, card->children->pdata[0]);
}

void card_space_field(struct column *column, bool first)
{
    const struct trim *trim = setter_trim(column->setter);
    column->after = column_lines(column, first ? trim->table.card_pad : trim->table.card_field);
}

/* The name once more, to be shown above what goes on in another frame. */
static GPtrArray *name_again(struct column *column, const struct block *card)
{
    const struct block *name = card->children->pdata[0];
    double side = card_side(column);
    if (name->kind != BLOCK_TEXT)
        return NULL;
    struct trial trial = trial_begin(column->setter); /* what ails it has been said */
    GPtrArray *strips = text_set(column->setter, name->spans, name->text_kind,
                                 column->width - 2 * side, ALIGN_START);
    trial_end(column->setter, &trial);
    for (guint i = 0; i < strips->len; i++)
        strip_shift(strips->pdata[i], column->x + side, 0);
    return strips;
}

void card_close(struct column *column, const struct block *card, guint first, guint fields)
{
    struct strip *bottom = pad_strip(column, card);
    g_autoptr(GPtrArray) name = name_again(column, card);
    add_line(column, bottom, bottom->height - frame(column), frame(column));
    column->after = 0;
    column_append(column, bottom, 0);
    column_end_rails(column, card);
    for (guint i = first; i < column->strips->len; i++) {
        struct strip *strip = column->strips->pdata[i];
        strip->keep = i + 1 < column->strips->len;
        if (i > fields && name)
            strip->repeat = g_ptr_array_ref(name);
    }
    column->after = column_lines(column, setter_look(column->setter, TEXT_BODY)->after);
}
