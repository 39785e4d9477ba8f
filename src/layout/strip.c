/*
 * Strips and the filling of frames. Filling is greedy: it takes the longest run of strips that fits
 * and ends at a place where a break is allowed. That keeps pages full, and the rules on what must
 * stay together live in the strips.
 */
#include "layout/strip.h"

#include "base/ahead.h"
#include "base/words.h"
#include "layout/strip_spare.h"

#include <string.h>

/* Rounding of sums of line heights must never push a line to the next page. [pt] */
#define SLACK 0.01

struct strip *strip_new(double height, struct pos pos)
{
    struct strip *strip = strip_spare_take();
    *strip =
        (struct strip){.height = height, .pos = pos, .items = strip->items, .lines = strip->lines};
    return strip;
}

void strip_free(struct strip *strip)
{
    if (!strip)
        return;
    g_clear_pointer(&strip->rails, g_array_unref);
    g_clear_pointer(&strip->repeat, g_ptr_array_unref);
    g_clear_pointer(&strip->entries, g_array_unref);
    strip_spare_give(strip);
}

/* Remembers that its arrays have become long. */
static void note_length(struct strip *strip)
{
    enum { MANY = 8 };
    strip->large = strip->large || strip->items->len > MANY || strip->lines->len > MANY;
}

void strip_add(struct strip *strip, struct item item)
{
    g_array_append_val(strip->items, item);
    note_length(strip);
}

void strip_prepend(struct strip *strip, struct item item)
{
    g_array_prepend_val(strip->items, item);
    note_length(strip);
    for (guint i = 0; i < strip->lines->len; i++) {
        struct line *line = &g_array_index(strip->lines, struct line, i);
        line->first++;
        line->last++;
    }
}

void strip_add_rails(struct strip *strip, const GArray *rails)
{
    if (rails->len == 0)
        return;
    if (!strip->rails)
        strip->rails = g_array_new(FALSE, FALSE, sizeof(struct rail));
    g_array_append_vals(strip->rails, rails->data, rails->len);
}

void strip_add_line(struct strip *strip, struct line line)
{
    g_array_append_val(strip->lines, line);
}

void strip_add_mark(struct strip *strip, struct path *path, struct color color)
{
    strip_add(strip, (struct item){.kind = ITEM_FILL,
                                   .artifact = ARTIFACT_LAYOUT,
                                   .box = path_bounds(path),
                                   .as.fill = {.path = path, .color = color}});
}

struct item strip_unseen(const struct item *like, const char *words, bool at_end)
{
    struct item unseen = *like;
    struct run *run = &unseen.as.run;
    run->x += at_end && !run->rtl ? run->width : 0;
    run->text = g_ref_string_new(words);
    run->glyphs = NULL;
    run->moves = NULL;
    run->n_glyphs = 0;
    run->width = unseen.box.width = 0;
    return unseen;
}

double strip_baseline(const struct strip *strip)
{
    return strip->lines->len > 0 ? g_array_index(strip->lines, struct line, 0).baseline : 0;
}

void strip_shift(struct strip *strip, double dx, double dy)
{
    for (guint i = 0; i < strip->items->len; i++)
        item_shift(&g_array_index(strip->items, struct item, i), dx, dy);
    for (guint i = 0; i < strip->lines->len; i++)
        line_shift(&g_array_index(strip->lines, struct line, i), dx, dy);
    for (guint i = 0; strip->rails && i < strip->rails->len; i++)
        g_array_index(strip->rails, struct rail, i).x += dx;
}

void strip_grow(struct strip *strip, double growth)
{
    strip_shift(strip, 0, growth / 2);
    strip->ink_top += growth / 2;
    strip->ink_foot += growth / 2;
    strip->height += growth;
}

/* Items move by value; the array forgets them without freeing what they own. Lines go with them. */
static void forget_items(struct strip *strip)
{
    g_array_set_clear_func(strip->items, NULL);
    g_array_set_size(strip->items, 0);
    g_array_set_size(strip->lines, 0);
    g_array_set_clear_func(strip->items, (GDestroyNotify)item_clear);
}

void strip_absorb(struct strip *strip, struct strip *from, double dx, double dy)
{
    strip_shift(from, dx, dy);
    lines_append(strip->lines, from->lines, strip->items->len);
    g_array_append_vals(strip->items, from->items->data, from->items->len);
    note_length(strip);
    forget_items(from);
}

unsigned strips_words(const GPtrArray *strips, guint from)
{
    unsigned words = 0;
    for (guint i = from; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        for (guint n = 0; n < strip->items->len; n++) {
            const struct item *item = &g_array_index(strip->items, struct item, n);
            if (item->kind == ITEM_RUN && item->element)
                words += words_count(item->as.run.text, strlen(item->as.run.text));
        }
    }
    return words;
}

static double repeat_height(const struct strip *strip)
{
    return strip->repeat ? strips_height(strip->repeat, 0, strip->repeat->len) : 0;
}

double strips_height(const GPtrArray *strips, guint from, guint to)
{
    double height = 0;
    for (guint i = from; i < to; i++) {
        const struct strip *strip = strips->pdata[i];
        ahead_ask(strips, i);
        height += strip->height + (i > from ? strip->gap : repeat_height(strip));
    }
    return height;
}

static bool has_rail(const struct strip *strip, const void *owner)
{
    for (guint i = 0; strip && strip->rails && i < strip->rails->len; i++)
        if (g_array_index(strip->rails, struct rail, i).owner == owner)
            return true;
    return false;
}

/* Height of the bar that begins beside strip `from`. [pt] */
static double rail_height(const GPtrArray *strips, guint from, guint to, const void *owner)
{
    guint end = from;
    while (end < to && has_rail(strips->pdata[end], owner))
        end++;
    return strips_height(strips, from, end) - repeat_height(strips->pdata[from]);
}

/* The bars that begin beside strip `index`, each in one piece: parted, it would show its seams. */
static void place_rails(const GPtrArray *strips, guint index, guint to, const struct strip *above,
                        struct page *page, struct point at)
{
    const struct strip *strip = strips->pdata[index];
    for (guint i = 0; strip->rails && i < strip->rails->len; i++) {
        const struct rail *rail = &g_array_index(strip->rails, struct rail, i);
        if (has_rail(above, rail->owner))
            continue;
        struct rect r = {at.x + rail->x, at.y, rail->width,
                         rail_height(strips, index, to, rail->owner)};
        struct path *path = path_new();
        path_add_rect(path, r);
        page_add(page, (struct item){.kind = ITEM_FILL,
                                     .artifact = ARTIFACT_LAYOUT,
                                     .box = r,
                                     .as.fill = {.path = path, .color = rail->color}});
    }
}

/* Moves what the strip holds to the page. */
static void place_items(struct strip *strip, struct page *page, struct point at, unsigned *order)
{
    strip_shift(strip, at.x, at.y);
    lines_append(page->lines, strip->lines, page->items->len);
    for (guint i = 0; i < strip->items->len; i++) {
        struct item item = g_array_index(strip->items, struct item, i);
        item.order = (*order)++;
        page_add(page, item);
    }
    forget_items(strip);
}

/* What it owns is a copy, or shared. */
static struct item item_copy(const struct item *source)
{
    struct item copy = *source;
    if (copy.kind == ITEM_RUN)
        copy.as.run = run_share(&source->as.run);
    else if (copy.kind == ITEM_FILL)
        copy.as.fill.path = path_copy(source->as.fill.path);
    return copy;
}

struct strip *strip_copy(const struct strip *source)
{
    struct strip *copy = strip_spare_take();
    GArray *items = copy->items, *lines = copy->lines;
    g_assert(!source->entries);
    *copy = *source;
    copy->items = items;
    copy->lines = lines;
    for (guint i = 0; i < source->items->len; i++)
        strip_add(copy, item_copy(&g_array_index(source->items, struct item, i)));
    g_array_append_vals(lines, source->lines->data, source->lines->len);
    copy->rails = source->rails ? g_array_copy(source->rails) : NULL;
    copy->repeat = source->repeat ? g_ptr_array_ref(source->repeat) : NULL;
    return copy;
}

static struct item item_copy_as_decoration(const struct item *source)
{
    struct item copy = item_copy(source);
    copy.element = NULL;
    copy.artifact = ARTIFACT_HEADER;
    return copy;
}

/* Links are left out: decoration cannot be clicked. */
static struct strip *strip_copy_as_decoration(const struct strip *source)
{
    struct strip *copy = strip_new(source->height, source->pos);
    g_autofree guint *places = g_new(guint, source->items->len); /* of the copies */
    for (guint i = 0; i < source->items->len; i++) {
        const struct item *item = &g_array_index(source->items, struct item, i);
        places[i] = copy->items->len;
        if (item->kind != ITEM_LINK)
            strip_add(copy, item_copy_as_decoration(item));
    }
    for (guint i = 0; i < source->lines->len; i++) {
        struct line line = g_array_index(source->lines, struct line, i);
        line.element = NULL;
        line.first = places[line.first];
        line.last = places[line.last];
        strip_add_line(copy, line);
    }
    return copy;
}

/* Shows a table's header again. Returns the height used. */
static double place_repeat(const struct strip *strip, struct page *page, struct point at,
                           unsigned *order)
{
    double y = at.y;
    for (guint i = 0; strip->repeat && i < strip->repeat->len; i++) {
        struct strip *header = strip_copy_as_decoration(strip->repeat->pdata[i]);
        place_items(header, page, (struct point){at.x, y}, order);
        y += header->height;
        strip_free(header);
    }
    return y - at.y;
}

/* Where a frame may end, from the best to the last resort. */
enum ending {
    ENDING_FREE,
    ENDING_LISTED,
    ENDING_PAIRED,
    ENDING_UNBOUND,
    ENDING_ANYWHERE,
    ENDING_COUNT
};

static bool may_end(const struct strip *strip, enum ending ending)
{
    switch (ending) {
    case ENDING_FREE:
        return !strip->keep && !strip->paired && !strip->listed;
    case ENDING_LISTED:
        return !strip->keep && !strip->paired;
    case ENDING_PAIRED:
        return !strip->keep;
    case ENDING_UNBOUND:
        return !strip->bound;
    case ENDING_ANYWHERE:
        return true;
    case ENDING_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* The end of the run of strips from `from` that fits `room`, with that share of the spaces. */
static guint fitting_end(const GPtrArray *strips, guint from, double room, enum ending ending,
                         double spaces)
{
    guint end = from;
    double used = 0;
    for (guint i = from; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        ahead_ask(strips, i);
        used += strip->height + (i > from ? strip->gap * spaces : repeat_height(strip));
        if (used > room + SLACK)
            break;
        if (may_end(strip, ending) || i + 1 == strips->len)
            end = i + 1;
    }
    return end;
}

unsigned strips_words_over(const GPtrArray *strips, double height)
{
    return strips_words(strips, fitting_end(strips, 0, height, ENDING_ANYWHERE, 1));
}

guint strips_end(const GPtrArray *strips, guint from, double height)
{
    guint end = fitting_end(strips, from, height, ENDING_FREE, 1);
    bool parts = from < strips->len && !((struct strip *)strips->pdata[from])->whole;
    for (int ending = ENDING_LISTED; parts && end == from && ending < ENDING_COUNT; ending++)
        end = fitting_end(strips, from, height, (enum ending)ending, 1);
    return end;
}

guint strips_end_closer(const GPtrArray *strips, guint from, double height, bool pairs,
                        double spaces)
{
    return fitting_end(strips, from, height, pairs ? ENDING_PAIRED : ENDING_LISTED, spaces);
}

void strips_squeeze(const GPtrArray *strips, guint from, guint to, double height)
{
    double gaps = 0, over = strips_height(strips, from, to) - height;
    for (guint i = from + 1; i < to; i++)
        gaps += ((const struct strip *)strips->pdata[i])->gap;
    for (guint i = from + 1; over > 0 && i < to; i++)
        ((struct strip *)strips->pdata[i])->gap *= MAX(1 - over / gaps, 0);
}

static bool is_separator(const GPtrArray *strips, guint index)
{
    return ((const struct strip *)strips->pdata[index])->separator;
}

void strips_place(GPtrArray *strips, guint from, guint to, struct page *page, struct point at,
                  unsigned *order)
{
    while (from < to && is_separator(strips, from))
        from++;
    while (from < to && is_separator(strips, to - 1))
        to--;
    for (guint i = from; i < to; i++) {
        struct strip *strip = strips->pdata[i];
        if (i > from)
            at.y += strip->gap;
        else
            at.y += place_repeat(strip, page, at, order);
        place_rails(strips, i, to, i > from ? strips->pdata[i - 1] : NULL, page, at);
        place_items(strip, page, at, order);
        at.y += strip->height;
    }
}

struct strip *strips_join(GPtrArray *strips)
{
    struct strip *joined = strip_new(strips_height(strips, 0, strips->len), (struct pos){0});
    struct page page = {.items = joined->items, .lines = joined->lines};
    unsigned order = 0;
    strips_place(strips, 0, strips->len, &page, (struct point){0, 0}, &order);
    note_length(joined);
    return joined;
}
