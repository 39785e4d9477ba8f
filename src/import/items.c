/*
 * Items of lists in plain text, by their signs and by how far they are set in. Awkward: signs at
 * the start of a line are words too when they stand inside a wrapped sentence ("in the year⏎1998.
 * Then …"), so a list only starts where a paragraph could, below a colon, deeper than what is
 * above, or with several items, and its numbers must count.
 */
#include "base/pattern.h"
#include "content/list_sign.h"
#include "import/parts.h"

#include <stdlib.h>
#include <string.h>

/* The longest number that a list marker has: years and sums are none. */
#define MARKER_DIGITS 3
/* Signs of one list begin so far from each other at most: "9." and "10." end together. [characters]
 */
#define SLACK 1
/* How far above an item the one before it in its list is looked for: items of other lists stand
 * between them. [chunks] */
#define ITEMS_BETWEEN 32
/* How far below the first item of a list, whose number is not 1, the second one is. [lines] */
#define LINES_BETWEEN 8

/* The text after a bullet, with the sign if that says something of it; NULL: there is none. */
static const char *after_bullet(const char *text)
{
    static const char *const typed[] = {"- ", "* ", "+ ", "\u2013 "};
    for (size_t i = 0; i < G_N_ELEMENTS(typed); i++)
        if (g_str_has_prefix(text, typed[i]))
            return text + strlen(typed[i]);
    if (list_mark_length(text) > 0)
        return text[list_mark_length(text)] == ' ' ? text : NULL;
    size_t bullet = list_sign_length(text, LIST_SIGN_BULLET);
    bool item = bullet > 0 && text[bullet] == ' ' &&
                list_sign_length(text + bullet + 1, LIST_SIGN_BULLET) == 0; /* a row is a measure */
    return item ? text + bullet + 1 : NULL;
}

/* The text after "12. " or "12) ", the number in `*number`; or NULL. */
static const char *after_number(const char *text, int *number)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > MARKER_DIGITS ||
        !(g_str_has_prefix(text + digits, ". ") || g_str_has_prefix(text + digits, ") ")))
        return NULL;
    *number = atoi(text);
    /* Zeros would be lost: a list of ours counts from 1, and drops what leads a number. */
    return *text == '0' ? NULL : text + digits + 2;
}

static struct holder *holder_of(const GPtrArray *chunks)
{
    const struct chunk *last = chunks->len ? chunks->pdata[chunks->len - 1] : NULL;
    return last ? last->holder : NULL;
}

/* The line, and one soon below it, begin with the letter o where text begins: no sentence does. */
static bool is_round_list(const struct source *source, const struct input_line *line)
{
    const struct input_line *above = line->order ? source->lines->pdata[line->order - 1] : NULL;
    if (above && above->kind == LINE_TEXT && !g_str_has_suffix(above->text, ":"))
        return false;
    for (guint i = line->order + 1; i <= line->order + LINES_BETWEEN; i++) {
        const struct input_line *below = i < source->lines->len ? source->lines->pdata[i] : NULL;
        if (!below || below->kind != LINE_TEXT)
            return false;
        if (below->indent == line->indent)
            return g_str_has_prefix(below->text, "o ");
    }
    return false;
}

/* The letter o stands for a bullet where it is set in deeper than the words of the item above, or
 * beside an item that others stand in. In some languages it is a word. */
static bool is_round_bullet(const struct source *source, const struct input_line *line,
                            const struct holder *last)
{
    if (!g_str_has_prefix(line->text, "o "))
        return false;
    for (const struct holder *item = last; item; item = item->parent) {
        bool beside = line->indent == item->indent;
        if (line->indent > item->words + SLACK || (beside && (item->round || item != last)))
            return true;
    }
    return is_round_list(source, line);
}

/* The level of a list that word processors have the sign for: what is saved as text may have lost
 * how far it was set in. */
static int rank_of(const char *text)
{
    static const struct {
        const char *sign;
        int rank;
    } ranks[] = {{"\u25E6", 1}, {"\u25AA", 2}, {"\uF0A7", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(ranks); i++)
        if (g_str_has_prefix(text, ranks[i].sign))
            return ranks[i].rank;
    return 0;
}

/* How much deeper the line stands than the item; 0: beside it. */
static int depth_below(const struct holder *item, const struct input_line *line)
{
    int deeper = line->indent - item->indent;
    return ABS(deeper) > SLACK ? deeper : rank_of(line->text) - item->rank;
}

/* The item that the line stands beside or below, of `item` and those that it stands in; the
 * outermost, when it stands before them all. NULL: `item` is. */
static struct holder *as_deep(struct holder *item, const struct input_line *line)
{
    while (item && item->parent && depth_below(item, line) < 0)
        item = item->parent;
    return item;
}

/* The item of that number, set in so far, in a list that the last chunk may go on with; NULL: none.
 * What stands in an item ends with the next one beside that. */
static struct holder *find_item(const GPtrArray *chunks, const struct input_line *line, int number)
{
    unsigned depth = G_MAXUINT;
    for (guint i = chunks->len; i > 0 && chunks->len - i < ITEMS_BETWEEN; i--) {
        const struct chunk *chunk = chunks->pdata[i - 1];
        if (!chunk->holder)
            return NULL;
        struct holder *item = as_deep(chunk->holder, line);
        depth = MIN(depth, item->depth);
        bool open = item->depth == depth;
        if (open && item->number == number && depth_below(item, line) == 0)
            return item;
    }
    return NULL;
}

/* True when an item of that number (0: with a bullet) stands some lines below, before any empty
 * one.
 */
static bool is_counted_on(const struct source *source, const struct input_line *line, int number)
{
    for (guint i = 1; i <= LINES_BETWEEN && line->order + i < source->lines->len; i++) {
        const struct input_line *below = source->lines->pdata[line->order + i];
        int other = 0;
        if (below->kind != LINE_TEXT)
            return false;
        bool item = after_bullet(below->text) || after_number(below->text, &other);
        if (item && other == number)
            return ABS(below->indent - line->indent) <= SLACK;
    }
    return false;
}

static bool is_deeper(const struct input_line *line, const struct holder *above)
{
    return above && depth_below(above, line) > 0;
}

/* True when the line above announces it, or it is set in below that. */
static bool is_announced(const struct source *source, const struct input_line *line)
{
    const struct input_line *above = line->order ? source->lines->pdata[line->order - 1] : NULL;
    return above && above->kind == LINE_TEXT &&
           (g_str_has_suffix(above->text, ":") || line->indent > above->indent + SLACK);
}

/* True when a list may start with the item. */
static bool may_start(const struct source *source, const struct input_line *line,
                      const struct holder *above, int number, bool starts_chunk)
{
    bool could = starts_chunk || is_announced(source, line);
    if (number == 0)
        return could || above || is_counted_on(source, line, 0);
    if (is_counted_on(source, line, number + 1))
        return could || above || number == 1;
    return number == 1 && (could || is_deeper(line, above));
}

/* What a new item stands in: bullets between two numbers of one list are of the first, however far
 * they are set in. `before`: the item before it in its list, or NULL. */
static struct holder *parent_of(const struct source *source, const struct input_line *line,
                                struct holder *above, const struct holder *before, int number)
{
    if (before)
        return before->parent;
    bool within =
        above && number == 0 && above->number > 0 && is_counted_on(source, line, above->number + 1);
    return is_deeper(line, above) || within ? above : above ? above->parent : NULL;
}

/* A new item below `parent` (NULL: the article), or beside it where that is as deep as any reader
 * goes. */
static struct holder *hold(struct source *source, struct holder *parent)
{
    struct holder *item = source_hold(source, HOLDER_ITEM, parent);
    return item == parent ? source_hold(source, HOLDER_ITEM, parent->parent) : item;
}

struct holder *import_item_of(struct source *source, const GPtrArray *chunks,
                              const struct input_line *line, bool starts_chunk, const char **words)
{
    int number = 0;
    const char *rest = after_bullet(line->text);
    bool round = !rest && is_round_bullet(source, line, holder_of(chunks));
    if (round)
        rest = line->text + strlen("o ");
    if (!rest)
        rest = after_number(line->text, &number);
    struct holder *above = rest ? as_deep(holder_of(chunks), line) : NULL;
    struct holder *before = NULL;
    if (above && number != 1)
        before = find_item(chunks, line, MAX(number - 1, 0));
    if (!rest || !(before || may_start(source, line, above, number, starts_chunk)))
        return NULL;
    struct holder *item = hold(source, parent_of(source, line, above, before, number));
    item->list = before ? before->list : item;
    item->number = number;
    item->indent = line->indent;
    item->words = line->words;
    item->rank = rank_of(line->text);
    item->round = round;
    *words = import_means_sign(source, line) ? line->text : rest;
    return item;
}

struct holder *import_item_above(const GPtrArray *chunks, const struct input_line *line)
{
    struct holder *item = holder_of(chunks);
    for (; item; item = item->parent)
        if (ABS(item->words - line->indent) <= SLACK && line->indent > item->indent)
            return item;
    return NULL;
}

/* Signs that count, as lists of Markdown do or otherwise. */
static bool has_counting_sign(const struct input_line *line)
{
    static struct pattern sign = PATTERN("^\\(?(?:\\p{L}|[ivx]{1,4}|\\d{1,3})[.)] ");
    struct range found;
    return pattern_find(&sign, line->text, 0, &found);
}

/* True when such a line stands some lines from that one, `step` by step, in its paragraph. */
static bool has_like(const struct source *source, const struct input_line *line, int step)
{
    guint at = line->order;
    for (int i = 0; i < LINES_BETWEEN; i++) {
        at += (guint)step; /* before the first one, too, there is none of that number */
        const struct input_line *other = at < source->lines->len ? source->lines->pdata[at] : NULL;
        if (!other || other->kind != LINE_TEXT)
            return false;
        if (has_counting_sign(other))
            return true;
    }
    return false;
}

bool import_starts_like_item(const struct source *source, const struct input_line *line)
{
    return has_counting_sign(line) && (has_like(source, line, -1) || has_like(source, line, 1));
}
