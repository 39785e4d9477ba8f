/*
 * Blocks that say the same part the columns into rows. In a row the strips stand beside each other
 * one by one, which are lines for the most part; the column that has fewer of them waits.
 */
#include "layout/columns.h"

#include "layout/setter.h"

struct leveling {
    const struct set_column *left, *right;
    GPtrArray *left_strips, *right_strips; /* the result */
    guint left_done, right_done;           /* strips of each that are in it */
};

static struct strip *blank_like(const struct strip *other)
{
    struct strip *blank = strip_new(other->height, other->pos);
    blank->separator = other->separator;
    return blank;
}

/* Headers to show again are as high on both sides; what has none gets white space for one. */
static void level_repeats(struct strip *left, struct strip *right)
{
    struct strip *sides[] = {left, right};
    for (int i = 0; i < 2; i++)
        if (!sides[i]->repeat && sides[1 - i]->repeat)
            sides[i]->repeat = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; left->repeat && i < MAX(left->repeat->len, right->repeat->len); i++) {
        for (int side = 0; side < 2; side++)
            if (i >= sides[side]->repeat->len)
                g_ptr_array_add(sides[side]->repeat, strip_new(0, left->pos));
        struct strip *one = left->repeat->pdata[i], *other = right->repeat->pdata[i];
        one->height = other->height = MAX(one->height, other->height);
    }
}

/* Letters of several scripts stand on one line. */
static void level_baselines(struct strip *left, struct strip *right)
{
    double one = strip_baseline(left), other = strip_baseline(right);
    if (one <= 0 || other <= 0)
        return;
    struct strip *higher = one < other ? left : right;
    double down = ABS(one - other);
    strip_shift(higher, 0, down);
    higher->height += down; /* with what stands at its foot */
}

static void grow(struct strip *strip, double height)
{
    for (guint i = strip->items->len - strip->standing; i < strip->items->len; i++)
        item_shift(&g_array_index(strip->items, struct item, i), 0, height - strip->height);
    strip->height = height;
}

static void level(struct strip *left, struct strip *right)
{
    level_baselines(left, right);
    level_repeats(left, right);
    double height = MAX(left->height, right->height);
    grow(left, height);
    grow(right, height);
    left->gap = right->gap = MAX(left->gap, right->gap);
    left->keep = right->keep = left->keep || right->keep;
    left->listed = right->listed = left->listed || right->listed;
    left->paired = right->paired = left->paired || right->paired;
    left->bound = right->bound = left->bound || right->bound;
    left->opens = right->opens = left->opens || right->opens;
    left->whole = right->whole = left->whole || right->whole;
    left->separator = right->separator = left->separator && right->separator;
}

static struct strip *next_of(const struct set_column *column, guint *done, guint end)
{
    return *done < end ? column->strips->pdata[(*done)++] : NULL;
}

/* Up to those strips of each column. */
static void add_row(struct leveling *l, guint left_end, guint right_end)
{
    while (l->left_done < left_end || l->right_done < right_end) {
        struct strip *left = next_of(l->left, &l->left_done, left_end);
        struct strip *right = next_of(l->right, &l->right_done, right_end);
        left = left ? left : blank_like(right);
        right = right ? right : blank_like(left);
        level(left, right);
        g_ptr_array_add(l->left_strips, left);
        g_ptr_array_add(l->right_strips, right);
    }
}

/* From 1; 0: it begins nowhere, as what was left out or stands inside of something else. */
static guint start_of(const struct set_column *column, const struct block *block)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(column->starts, block));
}

static void level_pair(struct leveling *l, const struct block *own, const struct block *beside);

static void level_children(struct leveling *l, const GPtrArray *own, const GPtrArray *beside)
{
    if (!own || !beside || own->len != beside->len)
        return;
    for (guint i = 0; i < own->len; i++)
        level_pair(l, own->pdata[i], beside->pdata[i]);
}

static const GPtrArray *cards_of(const struct block *block)
{
    return block->kind == BLOCK_TABLE ? block->as.table.cards : NULL;
}

static void level_pair(struct leveling *l, const struct block *own, const struct block *beside)
{
    guint left = start_of(l->left, own), right = start_of(l->right, beside);
    if (left > l->left_done && right > l->right_done)
        add_row(l, left - 1, right - 1);
    if (own->kind != beside->kind)
        return;
    level_children(l, own->children, beside->children);
    level_children(l, cards_of(own), cards_of(beside));
}

/* The strips have passed to `strips`. */
static void take(struct set_column *column, GPtrArray *strips)
{
    g_ptr_array_set_free_func(column->strips, NULL);
    g_ptr_array_unref(column->strips);
    column->strips = strips;
}

void columns_level(struct set_column *left, struct set_column *right, const GArray *pairs)
{
    struct leveling l = {.left = left,
                         .right = right,
                         .left_strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free),
                         .right_strips =
                             g_ptr_array_new_with_free_func((GDestroyNotify)strip_free)};
    for (guint i = 0; i < pairs->len; i++) {
        const struct block_pair *pair = &g_array_index(pairs, struct block_pair, i);
        level_pair(&l, pair->own, pair->beside);
    }
    add_row(&l, left->strips->len, right->strips->len);
    take(left, l.left_strips);
    take(right, l.right_strips);
}
