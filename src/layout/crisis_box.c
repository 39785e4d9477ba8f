/*
 * One number that takes calls and texts stands at the end side, as large as it gets, or below the
 * words where the column is narrow; lines that differ stand as in the crisis strip.
 */
#include "layout/crisis_box.h"

#include "base/clip.h"
#include "document/contact.h"
#include "layout/crisis_strip.h"
#include "layout/dark.h"
#include "layout/icon.h"
#include "layout/type.h"

struct box {
    struct column *column;
    struct strip *words;
    double width, start, side; /* [pt] of the box; from its edges to the words, at their end */
    double y;                  /* [pt] below what is set */
};

static struct color words_color(const struct column *column)
{
    return dark_ink(column->setter, column->setter->style->accent);
}

static double ring_of(const struct column *column)
{
    return call_look.ring * column->setter->profile->scale->icon;
}

static double room_of(const struct box *box)
{
    return box->width - box->start - box->side;
}

static void append_words(const struct box *box, GPtrArray *lines, const struct block *block,
                         const struct type *type, double room)
{
    GPtrArray *more = type_set(box->column->setter, block->spans, type, words_color(box->column),
                               room, ALIGN_START);
    g_ptr_array_extend_and_steal(lines, more);
}

/* What to turn to, and how, in `room` points. */
static GPtrArray *set_words(const struct box *box, const GPtrArray *crisis, double room)
{
    struct setter *setter = box->column->setter;
    const struct scale *scale = setter->profile->scale;
    GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    append_words(box, lines, crisis->pdata[0], &scale->panel_head, room);
    if (crisis->len > 3) {
        const char *both = labels_get(setter->document->labels, LABEL_CRISIS_CALL_OR_TEXT);
        GPtrArray *how = type_set_words(setter, both, NULL, &scale->panel_text,
                                        words_color(box->column), room, ALIGN_START);
        g_ptr_array_extend_and_steal(lines, how);
    }
    append_words(box, lines, crisis->pdata[1], &scale->panel_text, room);
    type_decorate(lines, ARTIFACT_LAYOUT);
    return lines;
}

/* On one line: one that is parted may not be known for a number. */
static GPtrArray *set_number(const struct box *box, const char *number)
{
    struct setter *setter = box->column->setter;
    const struct scale *scale = setter->profile->scale;
    struct span span = {.text = (char *)number};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    struct type type = type_fit(setter, spans, scale->crisis_number, room_of(box),
                                scale->crisis.size, contact_look.telephone_step);
    GPtrArray *lines =
        type_set(setter, spans, &type, words_color(box->column), room_of(box), ALIGN_END);
    type_decorate(lines, ARTIFACT_LAYOUT);
    return lines;
}

/* Words at the start, the number at the end of their lines or below them. */
static void add_number(struct box *box, const GPtrArray *crisis, const char *number)
{
    bool rtl = box->column->setter->document->rtl;
    GPtrArray *large = set_number(box, number);
    double used = type_widest(large) + call_look.ring_gap, own = type_height(large);
    bool beside = room_of(box) - used >= call_look.least_words;
    double room = beside ? room_of(box) - used : room_of(box);
    GPtrArray *words = set_words(box, crisis, room);
    double said = type_height(words), height = beside ? MAX(own, said) : said + own;
    type_stack(box->words, words, rtl ? box->width - box->start - room : box->start,
               beside ? (height - said) / 2 : 0);
    type_stack(box->words, large, rtl ? box->side : box->start,
               beside ? (height - own) / 2 : height - own);
    box->y = height;
}

/* All lines, below the heading. */
static void add_lines(struct box *box, const GPtrArray *crisis)
{
    struct setter *setter = box->column->setter;
    bool rtl = setter->document->rtl;
    GPtrArray *heading = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    append_words(box, heading, crisis->pdata[0], &setter->profile->scale->panel_head, room_of(box));
    type_decorate(heading, ARTIFACT_LAYOUT);
    double top = type_height(heading);
    type_stack(box->words, heading, rtl ? box->side : box->start, 0);
    GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(lines, crisis_lines_set(setter, room_of(box)));
    type_decorate(lines, ARTIFACT_LAYOUT);
    box->y = top + type_height(lines);
    type_stack(box->words, lines, rtl ? box->side : box->start, top);
}

/* A line, white within it, and the ground. */
static void add_ground(const struct column *column, struct strip *strip, double width)
{
    const struct setter *setter = column->setter;
    struct color accent = setter->style->accent;
    double gap = call_look.crisis_line + call_look.crisis_gap, radius = masthead_look.radius;
    double line = call_look.crisis_line, height = strip->height;
    const struct patch shapes[] = {
        patch_round((struct rect){0, 0, width, height}, radius + gap),
        patch_round((struct rect){line, line, width - 2 * line, height - 2 * line},
                    radius + call_look.crisis_gap),
        patch_round((struct rect){gap, gap, width - 2 * gap, height - 2 * gap}, radius)};
    strip_add_mark(strip, patch_path(&shapes[0]), accent);
    strip_add_mark(strip, patch_path(&shapes[1]), setter->ground);
    strip_add_mark(strip, patch_path(&shapes[2]), dark_ground(setter, accent));
}

static struct strip *finish(struct box *box)
{
    const struct column *column = box->column;
    double ring = ring_of(column);
    double height = MAX(box->y, ring) + 2 * call_look.crisis_pad;
    struct strip *strip = strip_new(height, (struct pos){0});
    add_ground(column, strip, box->width);
    bool rtl = column->setter->document->rtl;
    struct rect at = {rtl ? box->width - box->side - ring : box->side, (height - ring) / 2, ring,
                      ring};
    icon_add_ring(strip, at, words_color(column),
                  dark_ground(column->setter, column->setter->style->accent));
    strip_absorb(strip, box->words, 0, (height - box->y) / 2);
    strip_free(box->words);
    return strip;
}

void crisis_box_append(struct column *column)
{
    g_autoptr(GPtrArray) crisis = contact_facts_of(column->setter->document, FACT_CRISIS);
    if (crisis->len < 3 || column->setter->profile->scale->crisis_number.size <= 0)
        return;
    double outdent = column_widen(column), side = column_side(column, outdent);
    struct box box = {.column = column,
                      .words = strip_new(0, (struct pos){0}),
                      .width = column->width,
                      .start = side + ring_of(column) + call_look.ring_gap,
                      .side = side};
    const char *number = crisis_only_number(crisis);
    if (number)
        add_number(&box, crisis, number);
    else
        add_lines(&box, crisis);
    struct strip *strip = finish(&box);
    double around = column_lines(column, column->setter->profile->around);
    if (strip->height <= column->setter->frame_height)
        column_append(column, strip, around);
    else
        strip_free(strip);
    column_narrow(column, outdent);
    column->after = around;
}
