/*
 * The heading, then for each line its name and, at the end side, the ways to reach it in large
 * letters; below the name where they do not fit beside it.
 */
#include "layout/crisis_strip.h"

#include "base/clip.h"
#include "document/contact.h"
#include "layout/dark.h"
#include "layout/icon.h"
#include "layout/type.h"

struct crisis {
    struct setter *setter;
    const struct scale *scale;
    struct strip *strip;
    double width, start, side; /* [pt] of the strip; from its edges to its words, at their end */
    double y;                  /* [pt] below what is set */
};

/* A name is one span; a way is a label and what it names. */
static bool is_name(const struct block *block)
{
    return block->spans->len == 1;
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
static double add_words(struct crisis *crisis, const struct block *block, const struct type *type,
                        double x, double y, double width)
{
    bool rtl = crisis->setter->document->rtl;
    GPtrArray *lines =
        type_set(crisis->setter, block->spans, type, strip_ink(crisis), width, ALIGN_START);
    return type_stack(crisis->strip, lines, rtl ? crisis->width - x - width : x, y);
}

/* What a way is called, and the number that it leads to: the one of them in lines as wide as they
 * are. */
static GPtrArray *way_part(const struct block *way, bool number)
{
    GPtrArray *spans = g_ptr_array_new();
    for (guint i = number; i < (number ? way->spans->len : 1); i++)
        g_ptr_array_add(spans, way->spans->pdata[i]);
    return spans;
}

static double part_width(const struct crisis *crisis, const struct block *way, bool number)
{
    g_autoptr(GPtrArray) spans = way_part(way, number);
    const struct scale *scale = crisis->scale;
    return type_width(crisis->setter, spans, number ? &scale->crisis : &scale->label) +
           (number ? 1 : contact_look.way_space);
}

static double way_width(const struct crisis *crisis, const struct block *way)
{
    return part_width(crisis, way, false) + part_width(crisis, way, true);
}

static double part_baseline(const GPtrArray *lines)
{
    return lines->len > 0 ? strip_baseline(lines->pdata[0]) : 0;
}

/* The large number on the line of its name, in one row; where the strip is narrower than both, in
 * lines. */
static double add_way(struct crisis *crisis, const struct block *way, double x, double y)
{
    double room = end_of(crisis) - x, named = part_width(crisis, way, false);
    if (named + part_width(crisis, way, true) > room + 1)
        return add_words(crisis, way, &crisis->scale->label, x, y, room);
    struct setter *setter = crisis->setter;
    g_autoptr(GPtrArray) name = way_part(way, false), number = way_part(way, true);
    GPtrArray *small =
        type_set(setter, name, &crisis->scale->label, strip_ink(crisis), named, ALIGN_START);
    GPtrArray *large = type_set(setter, number, &crisis->scale->crisis, strip_ink(crisis),
                                part_width(crisis, way, true), ALIGN_START);
    double down = part_baseline(large) - part_baseline(small), height = type_height(large);
    bool rtl = setter->document->rtl;
    double second = x + named, width = part_width(crisis, way, true);
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

/* Name and ways side by side. */
static void add_row(struct crisis *crisis, const GPtrArray *blocks, guint name, guint end)
{
    double ways = ways_width(crisis, blocks, name + 1, end);
    double down = type_line_height(crisis->setter, &crisis->scale->crisis) -
                  type_line_height(crisis->setter, &crisis->scale->small);
    double named = add_words(crisis, blocks->pdata[name], &crisis->scale->small, crisis->start,
                             crisis->y + MAX(down, 0) / 2, room_of(crisis) - ways);
    double said = add_ways(crisis, blocks, name + 1, end, crisis->y);
    crisis->y = crisis->y + MAX(named, said);
}

/* The ways below the name: in one row where that holds them. */
static void add_stack(struct crisis *crisis, const GPtrArray *blocks, guint name, guint end)
{
    bool row = ways_width(crisis, blocks, name + 1, end) - contact_look.way_gap <= room_of(crisis);
    double x = crisis->start, below = 0;
    crisis->y += add_words(crisis, blocks->pdata[name], &crisis->scale->small, crisis->start,
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

static void add_line(struct crisis *crisis, const GPtrArray *blocks, guint name)
{
    guint end = line_end(blocks, name);
    const struct block *first = blocks->pdata[name];
    double words = type_width(crisis->setter, first->spans, &crisis->scale->small);
    double ways = ways_width(crisis, blocks, name + 1, end);
    if (words + ways <= room_of(crisis))
        add_row(crisis, blocks, name, end);
    else
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
    crisis->y += add_words(crisis, heading, &crisis->scale->label, crisis->start, top,
                           room_of(crisis) - ways);
    crisis->y += add_words(crisis, name, &crisis->scale->small, crisis->start, crisis->y,
                           room_of(crisis) - ways);
    double large = type_line_height(crisis->setter, &crisis->scale->crisis);
    add_ways(crisis, blocks, 2, blocks->len, (top + crisis->y - large) / 2);
    return true;
}

static void add_lines(struct crisis *crisis, const GPtrArray *blocks)
{
    if (blocks->len > 1 && add_only_line(crisis, blocks))
        return;
    crisis->y += add_words(crisis, blocks->pdata[0], &crisis->scale->label, crisis->start,
                           crisis->y, room_of(crisis));
    for (guint i = 1; i < blocks->len; i = line_end(blocks, i))
        add_line(crisis, blocks, i);
}

/* The ground below the words, and the ring. */
static struct strip *finish(struct crisis *crisis, bool alone)
{
    double height = crisis->y + contact_look.strip_pad, radius = masthead_look.radius;
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

struct strip *crisis_strip_set(struct setter *setter, double width, bool alone)
{
    g_autoptr(GPtrArray) blocks = contact_facts_of(setter->document, FACT_CRISIS);
    const struct scale *scale = setter->profile->scale;
    if (blocks->len == 0)
        return NULL;
    struct crisis crisis = {.setter = setter,
                            .scale = scale,
                            .strip = strip_new(0, (struct pos){0}),
                            .width = width,
                            .side = setter->profile->outdent,
                            .start = setter->profile->outdent + contact_look.ring * scale->icon +
                                     contact_look.ring_gap,
                            .y = contact_look.strip_pad};
    add_lines(&crisis, blocks);
    return finish(&crisis, alone);
}

struct strip *crisis_lines_set(struct setter *setter, double width)
{
    g_autoptr(GPtrArray) blocks = contact_facts_of(setter->document, FACT_CRISIS);
    struct crisis crisis = {.setter = setter,
                            .scale = setter->profile->scale,
                            .strip = strip_new(0, (struct pos){0}),
                            .width = width};
    for (guint i = 1; i < blocks->len; i = line_end(blocks, i))
        add_line(&crisis, blocks, i);
    crisis.strip->height = crisis.y;
    return crisis.strip;
}
