/*
 * The heading, then for each line its name and, at the end side, the ways to reach it in large
 * letters; below the name where they do not fit beside it. Calls and texts to one number are said
 * once, as one way.
 */
#include "layout/crisis_strip.h"

#include "base/clip.h"
#include "document/contact.h"
#include "layout/dark.h"
#include "layout/icon.h"
#include "layout/text.h"
#include "layout/type.h"

#include <string.h>

struct crisis {
    struct setter *setter;
    const struct scale *scale;
    const struct type *named; /* of what ways are called */
    const GPtrArray *facts;   /* all there are, lent */
    char *both;               /* what a way is called that takes calls and texts; owned */
    struct strip *strip;
    double width, start, side; /* [pt] of the strip; from its edges to its words, at their end */
    double y;                  /* [pt] below what is set */
};

/* A name is one span; a way is a label and what it names. */
static bool is_name(const struct block *block)
{
    return block->spans->len == 1;
}

static const char *number_of(const struct block *way)
{
    return ((const struct span *)way->spans->pdata[1])->text;
}

/* What stands at `index` leads to the number of the way before it. */
static bool repeats(const GPtrArray *facts, guint index)
{
    const struct block *block = facts->pdata[index], *before = facts->pdata[index - 1];
    return !is_name(block) && !is_name(before) && strcmp(number_of(block), number_of(before)) == 0;
}

/* The way stands for calls and texts. */
static bool is_both(const struct crisis *crisis, const struct block *way)
{
    guint index;
    return g_ptr_array_find((GPtrArray *)crisis->facts, way, &index) &&
           index + 1 < crisis->facts->len && repeats(crisis->facts, index + 1);
}

/* The facts without the second of two ways to one number; the array is the caller's. */
static GPtrArray *said_once(const GPtrArray *facts)
{
    GPtrArray *said = g_ptr_array_new();
    for (guint i = 0; i < facts->len; i++)
        if (i == 0 || !repeats(facts, i))
            g_ptr_array_add(said, facts->pdata[i]);
    return said;
}

const char *crisis_only_number(const GPtrArray *facts)
{
    g_autoptr(GPtrArray) said = said_once(facts);
    return said->len == 3 && !is_name(said->pdata[2]) ? number_of(said->pdata[2]) : NULL;
}

static struct color strip_ink(const struct crisis *crisis)
{
    return dark_ink(crisis->setter, crisis->setter->style->accent);
}

static double end_of(const struct crisis *crisis)
{
    return crisis->width - crisis->side;
}

static double room_of(const struct crisis *crisis)
{
    return end_of(crisis) - crisis->start;
}

/* Words at the start side, from `x` on in the direction of reading. */
static double add_words(struct crisis *crisis, const GPtrArray *spans, const struct type *type,
                        double x, double y, double width)
{
    bool rtl = crisis->setter->document->rtl;
    GPtrArray *lines = type_set(crisis->setter, spans, type, strip_ink(crisis), width, ALIGN_START);
    return type_stack(crisis->strip, lines, rtl ? crisis->width - x - width : x, y);
}

/* What a way is called; the array frees its span, whose text is lent. */
static GPtrArray *way_label(const struct crisis *crisis, const struct block *way)
{
    GPtrArray *spans = g_ptr_array_new_with_free_func(g_free);
    struct span *label = g_memdup2(way->spans->pdata[0], sizeof *label);
    label->text = is_both(crisis, way) ? crisis->both : label->text;
    g_ptr_array_add(spans, label);
    return spans;
}

/* The number that it leads to. */
static GPtrArray *way_number(const struct block *way)
{
    GPtrArray *spans = g_ptr_array_new();
    for (guint i = 1; i < way->spans->len; i++)
        g_ptr_array_add(spans, way->spans->pdata[i]);
    return spans;
}

static double label_width(const struct crisis *crisis, const struct block *way)
{
    g_autoptr(GPtrArray) label = way_label(crisis, way);
    return type_width(crisis->setter, label, crisis->named) + contact_look.way_space;
}

static double number_width(const struct crisis *crisis, const struct block *way)
{
    g_autoptr(GPtrArray) number = way_number(way);
    return type_width(crisis->setter, number, &crisis->scale->crisis) + 1;
}

static double way_width(const struct crisis *crisis, const struct block *way)
{
    return label_width(crisis, way) + number_width(crisis, way);
}

static double part_baseline(const GPtrArray *lines)
{
    return lines->len > 0 ? strip_baseline(lines->pdata[0]) : 0;
}

/* How far a line of `width` reaches from the side where it starts. [pt] */
static double line_reach(const struct strip *line, bool rtl, double width)
{
    return rtl ? width - text_line_start(line) : text_line_end(line);
}

/* In a strip that is narrower than what the way is called and its number: that stands behind the
 * last line, or below where no word would have room before it. */
static double add_narrow_way(struct crisis *crisis, const struct block *way, double x, double y)
{
    g_autoptr(GPtrArray) label = way_label(crisis, way), number = way_number(way);
    double room = end_of(crisis) - x, wide = number_width(crisis, way);
    struct type named = *crisis->named;
    named.breaking = BREAKING_BALANCED;
    struct trial trial = trial_begin(crisis->setter);
    crisis->setter->parting = PARTING_NONE;
    g_autoptr(GPtrArray) lines =
        type_set(crisis->setter, label, &named, strip_ink(crisis), room - wide, ALIGN_START);
    bool rtl = crisis->setter->document->rtl, fits = !trial_end(crisis->setter, &trial);
    const struct strip *last = lines->pdata[lines->len - 1];
    double end = line_reach(last, rtl, room - wide);
    if (!fits || end + contact_look.way_space + wide > room) {
        double below = add_words(crisis, label, crisis->named, x, y, room);
        return below + add_words(crisis, number, &crisis->scale->crisis, x, y + below, room);
    }
    double height = type_height(lines), second = x + end + contact_look.way_space;
    double baseline = height - last->height + strip_baseline(last);
    add_words(crisis, label, &named, x, y, room - wide);
    GPtrArray *large = type_set(crisis->setter, number, &crisis->scale->crisis, strip_ink(crisis),
                                wide, ALIGN_START);
    double down = baseline - part_baseline(large), deep = down + type_height(large);
    type_stack(crisis->strip, large, rtl ? crisis->width - second - wide : second, y + down);
    return MAX(height, deep);
}

/* The large number on the line of its name, in one row. */
static double add_way(struct crisis *crisis, const struct block *way, double x, double y)
{
    double room = end_of(crisis) - x, named = label_width(crisis, way);
    if (named + number_width(crisis, way) > room + 1)
        return add_narrow_way(crisis, way, x, y);
    struct setter *setter = crisis->setter;
    g_autoptr(GPtrArray) name = way_label(crisis, way), number = way_number(way);
    GPtrArray *small = type_set(setter, name, crisis->named, strip_ink(crisis), named, ALIGN_START);
    GPtrArray *large = type_set(setter, number, &crisis->scale->crisis, strip_ink(crisis),
                                number_width(crisis, way), ALIGN_START);
    double down = part_baseline(large) - part_baseline(small), height = type_height(large);
    bool rtl = setter->document->rtl;
    double second = x + named, width = number_width(crisis, way);
    type_stack(crisis->strip, small, rtl ? crisis->width - second : x, y + down);
    type_stack(crisis->strip, large, rtl ? crisis->width - second - width : second, y);
    return height;
}

static double ways_width(const struct crisis *crisis, const GPtrArray *blocks, guint from, guint to)
{
    double width = 0;
    for (guint i = from; i < to; i++)
        width += way_width(crisis, blocks->pdata[i]) + contact_look.way_gap;
    return width;
}

/* The ways in one row that ends where the strip's words do. Returns its height. [pt] */
static double add_ways(struct crisis *crisis, const GPtrArray *blocks, guint from, guint to,
                       double y)
{
    double x = end_of(crisis) - ways_width(crisis, blocks, from, to), height = 0;
    for (guint i = from; i < to; i++) {
        const struct block *way = blocks->pdata[i];
        x += contact_look.way_gap;
        double own = add_way(crisis, way, x, y);
        height = MAX(height, own);
        x += way_width(crisis, way);
    }
    return height;
}

static const GPtrArray *spans_of(const GPtrArray *blocks, guint index)
{
    return ((const struct block *)blocks->pdata[index])->spans;
}

/* Name and ways side by side. */
static void add_row(struct crisis *crisis, const GPtrArray *blocks, guint name, guint end)
{
    double ways = ways_width(crisis, blocks, name + 1, end);
    double down = type_line_height(crisis->setter, &crisis->scale->crisis) -
                  type_line_height(crisis->setter, &crisis->scale->small);
    double named = add_words(crisis, spans_of(blocks, name), &crisis->scale->small, crisis->start,
                             crisis->y + MAX(down, 0) / 2, room_of(crisis) - ways);
    double said = add_ways(crisis, blocks, name + 1, end, crisis->y);
    crisis->y = crisis->y + MAX(named, said);
}

/* The ways below the name: in one row where that holds them. */
static void add_stack(struct crisis *crisis, const GPtrArray *blocks, guint name, guint end)
{
    bool row = ways_width(crisis, blocks, name + 1, end) - contact_look.way_gap <= room_of(crisis);
    double x = crisis->start, below = 0;
    crisis->y += add_words(crisis, spans_of(blocks, name), &crisis->scale->small, crisis->start,
                           crisis->y, room_of(crisis));
    for (guint i = name + 1; i < end; i++) {
        const struct block *way = blocks->pdata[i];
        double height = add_way(crisis, way, x, crisis->y);
        crisis->y += row ? 0 : height;
        below = row ? MAX(below, height) : 0;
        x += row ? way_width(crisis, way) + contact_look.way_gap : 0;
    }
    crisis->y += below;
}

static guint line_end(const GPtrArray *blocks, guint name)
{
    guint end = name + 1;
    while (end < blocks->len && !is_name(blocks->pdata[end]))
        end++;
    return end;
}

/* In smaller words where that leaves it one row. */
static void add_line(struct crisis *crisis, const GPtrArray *blocks, guint name)
{
    const struct type *types[] = {&crisis->scale->label, &crisis->scale->strong};
    guint end = line_end(blocks, name);
    double words = type_width(crisis->setter, spans_of(blocks, name), &crisis->scale->small);
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        crisis->named = types[i];
        if (words + ways_width(crisis, blocks, name + 1, end) <= room_of(crisis)) {
            add_row(crisis, blocks, name, end);
            return;
        }
    }
    crisis->named = &crisis->scale->label;
    add_stack(crisis, blocks, name, end);
}

/* The only line: its ways stand beside heading and name. */
static bool add_only_line(struct crisis *crisis, const GPtrArray *blocks)
{
    if (line_end(blocks, 1) != blocks->len)
        return false;
    const struct block *heading = blocks->pdata[0], *name = blocks->pdata[1];
    double words = MAX(type_width(crisis->setter, heading->spans, &crisis->scale->label),
                       type_width(crisis->setter, name->spans, &crisis->scale->small));
    double ways = ways_width(crisis, blocks, 2, blocks->len);
    if (words + ways > room_of(crisis))
        return false;
    double top = crisis->y;
    crisis->y += add_words(crisis, heading->spans, &crisis->scale->label, crisis->start, top,
                           room_of(crisis) - ways);
    crisis->y += add_words(crisis, name->spans, &crisis->scale->small, crisis->start, crisis->y,
                           room_of(crisis) - ways);
    double large = type_line_height(crisis->setter, &crisis->scale->crisis);
    add_ways(crisis, blocks, 2, blocks->len, (top + crisis->y - large) / 2);
    return true;
}

static void add_lines(struct crisis *crisis, const GPtrArray *blocks)
{
    if (blocks->len > 1 && add_only_line(crisis, blocks))
        return;
    crisis->y += add_words(crisis, spans_of(blocks, 0), &crisis->scale->label, crisis->start,
                           crisis->y, room_of(crisis));
    for (guint i = 1; i < blocks->len; i = line_end(blocks, i))
        add_line(crisis, blocks, i);
}

static double strip_pad(const struct crisis *crisis)
{
    return contact_look.strip_pad * crisis->setter->pads;
}

/* The ground below the words, and the ring. */
static struct strip *finish(struct crisis *crisis, bool alone)
{
    double height = crisis->y + strip_pad(crisis), radius = masthead_look.radius;
    double icon = contact_look.ring * crisis->scale->icon, side = crisis->side;
    bool rtl = crisis->setter->document->rtl;
    struct color accent = crisis->setter->style->accent;
    struct strip *strip = strip_new(height, (struct pos){0});
    double top = alone ? radius : 0;
    struct patch ground = {{0, 0, crisis->width, height}, top, top, radius, radius};
    dark_add(strip, crisis->setter, ground, accent);
    struct rect box = {rtl ? crisis->width - side - icon : side, (height - icon) / 2, icon, icon};
    icon_add_ring(strip, box, strip_ink(crisis), dark_ground(crisis->setter, accent));
    strip_absorb(strip, crisis->strip, 0, 0);
    strip_free(crisis->strip);
    return strip;
}

static struct crisis crisis_open(struct setter *setter, const GPtrArray *facts, double width)
{
    const struct scale *scale = setter->profile->scale;
    const char *both = labels_get(setter->document->labels, LABEL_CRISIS_CALL_OR_TEXT);
    return (struct crisis){.setter = setter,
                           .scale = scale,
                           .named = &scale->label,
                           .facts = facts,
                           .both = g_strconcat(both, " ", NULL),
                           .strip = strip_new(0, (struct pos){0}),
                           .width = width};
}

struct strip *crisis_strip_set(struct setter *setter, double width, bool alone)
{
    g_autoptr(GPtrArray) facts = contact_facts_of(setter->document, FACT_CRISIS);
    if (facts->len == 0)
        return NULL;
    g_autoptr(GPtrArray) said = said_once(facts);
    struct crisis crisis = crisis_open(setter, facts, width);
    double ring = contact_look.ring * crisis.scale->icon;
    crisis.side = setter->profile->outdent;
    crisis.start = crisis.side + ring + contact_look.ring_gap;
    crisis.y = strip_pad(&crisis);
    add_lines(&crisis, said);
    g_free(crisis.both);
    return finish(&crisis, alone);
}

struct strip *crisis_lines_set(struct setter *setter, double width)
{
    g_autoptr(GPtrArray) facts = contact_facts_of(setter->document, FACT_CRISIS);
    g_autoptr(GPtrArray) said = said_once(facts);
    struct crisis crisis = crisis_open(setter, facts, width);
    for (guint i = 1; i < said->len; i = line_end(said, i))
        add_line(&crisis, said, i);
    crisis.strip->height = crisis.y;
    g_free(crisis.both);
    return crisis.strip;
}
