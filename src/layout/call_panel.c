/*
 * The number repeats what the contact band says, so it is decoration; the heading and the list are
 * the author's.
 */
#include "layout/call_panel.h"

#include "base/clip.h"
#include "document/contact.h"
#include "layout/dark.h"
#include "layout/icon.h"
#include "layout/type.h"

static struct color dark_words(const struct column *column)
{
    return dark_ink(column->setter, column->setter->style->accent);
}

static double icons(const struct column *column)
{
    return column->setter->profile->scale->icon;
}

static double side_of(const struct column *column)
{
    return column_side(column, column->setter->profile->outdent);
}

double call_panel_room(const struct column *column)
{
    return column->width + 2 * (column->setter->profile->outdent - side_of(column));
}

/* The heading on the dark bar. Returns the bar's height. [pt] */
static double add_head(struct column *column, struct strip *strip, const struct block *heading,
                       double width)
{
    const struct scale *scale = column->setter->profile->scale;
    bool rtl = column->setter->document->rtl;
    double side = side_of(column), icon = call_look.icon * icons(column);
    double start = side + icon + call_look.icon_gap, room = width - start - side;
    GPtrArray *lines = type_set(column->setter, heading->spans, &scale->panel_head,
                                dark_words(column), room, ALIGN_START);
    double height = MAX(call_look.head * icons(column), type_height(lines) + 2 * call_look.pad);
    struct patch bar = {{0, 0, width, height}, masthead_look.radius, masthead_look.radius, 0, 0};
    dark_add(strip, column->setter, bar, column->setter->style->accent);
    struct rect box = {rtl ? width - side - icon : side, (height - icon) / 2, icon, icon};
    icon_add_call(strip, box, dark_words(column));
    type_stack(strip, lines, rtl ? side : start, (height - type_height(lines)) / 2);
    return height;
}

/* Right edge of the words. [pt] */
static double words_end(const struct strip *strip)
{
    double end = 0;
    for (guint i = 0; i < strip->lines->len; i++) {
        const struct line *line = &g_array_index(strip->lines, struct line, i);
        end = MAX(end, line->x + line->width);
    }
    return end;
}

static double words_start(const struct strip *strip, double width)
{
    double start = width;
    for (guint i = 0; i < strip->lines->len; i++)
        start = MIN(start, g_array_index(strip->lines, struct line, i).x);
    return start;
}

/* The telephone number at the end side; NULL: the clinic gives none. */
static GPtrArray *set_number(struct column *column, double width)
{
    const struct scale *scale = column->setter->profile->scale;
    const char *number = contact_telephone(column->setter->document);
    if (!number)
        return NULL;
    GPtrArray *lines =
        type_set_words(column->setter, labels_get(column->setter->document->labels, LABEL_CALL_US),
                       NULL, &scale->label, column->setter->style->accent, width, ALIGN_END);
    struct span span = {.text = (char *)number};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    struct type type = type_fit(column->setter, spans, scale->call, width, scale->label.size,
                                contact_look.telephone_step);
    GPtrArray *large =
        type_set(column->setter, spans, &type, column->setter->style->ink, width, ALIGN_END);
    g_ptr_array_extend_and_steal(lines, large);
    type_decorate(lines, ARTIFACT_LAYOUT);
    return lines;
}

/* The list, and the number beside its end where both fit, else below. Returns their height. [pt] */
static double add_body(struct column *column, struct strip *strip, GPtrArray *list, double y)
{
    bool rtl = column->setter->document->rtl;
    double side = side_of(column), width = column->width - 2 * side;
    struct strip *words = strips_join(list);
    GPtrArray *number = set_number(column, width);
    double height = words->height;
    if (number) {
        double used = rtl ? width - words_start(words, width) : words_end(words);
        double needed = type_widest(number);
        bool beside = used + needed + masthead_look.name_gap <= width;
        double own = type_height(number);
        height = beside ? MAX(height, own) : height + own + call_look.pad;
        type_stack(strip, number, side, y + height - own);
    }
    strip_absorb(strip, words, side, y);
    strip_free(words);
    return height;
}

bool call_panel_append(struct column *column, const struct block *heading, GPtrArray *list)
{
    double outdent = column_widen(column), width = column->width, line = call_look.line;
    struct strip *head = strip_new(0, heading->pos), *body = strip_new(0, heading->pos);
    double top = add_head(column, head, heading, width);
    double height = top + call_look.pad;
    height += add_body(column, body, list, height) + call_look.pad;
    if (height > column->setter->frame_height) {
        column_narrow(column, outdent);
        strip_free(head);
        strip_free(body);
        return false;
    }
    struct strip *strip = strip_new(height, heading->pos);
    struct patch outer = patch_round((struct rect){0, 0, width, height}, masthead_look.radius);
    struct patch inner = patch_round((struct rect){line, line, width - 2 * line, height - 2 * line},
                                     masthead_look.radius - line);
    strip_add_mark(strip, patch_path(&outer), column->setter->style->accent);
    strip_add_mark(strip, patch_path(&inner), column->setter->ground);
    strip_absorb(strip, head, 0, 0);
    strip_absorb(strip, body, 0, 0);
    strip_free(head);
    strip_free(body);
    strip->opens = true;
    double around = column_lines(column, column->setter->profile->around);
    column_append(column, strip, around);
    column_narrow(column, outdent);
    column->after = around;
    return true;
}
