/*
 * Method: the two rarest of symbols and nodes become a node until one is left, the root. Symbols in
 * order of their counts and nodes in the order in which they were made both rise, so the rarest is
 * always the first of one or the other. Only how many codes have each length is taken from the
 * tree: where codes are too long, others become longer until there is room, and the most frequent
 * symbols then get the shortest codes.
 */
#include "base/huffman.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define NODES (2 * HUFFMAN_SYMBOLS)

struct leaf {
    uint32_t count;
    uint16_t symbol;
};

/* Leaves first, in order of their counts, then nodes. */
struct tree {
    struct leaf leaves[HUFFMAN_SYMBOLS];
    size_t n_leaves;
    uint32_t counts[NODES];
    uint16_t parents[NODES];
};

static int compare_leaves(const void *a, const void *b)
{
    const struct leaf *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (int)x->symbol - (int)y->symbol;
}

static void add_leaf(struct tree *tree, uint32_t count, size_t symbol)
{
    tree->leaves[tree->n_leaves++] = (struct leaf){count, (uint16_t)symbol};
}

static void take_leaves(struct tree *tree, const uint32_t *counts, size_t n)
{
    tree->n_leaves = 0;
    for (size_t i = 0; i < n; i++)
        if (counts[i])
            add_leaf(tree, counts[i], i);
    for (size_t i = 0; i < n && tree->n_leaves < 2; i++)
        if (!counts[i])
            add_leaf(tree, 1, i);
    qsort(tree->leaves, tree->n_leaves, sizeof *tree->leaves, compare_leaves);
    for (size_t i = 0; i < tree->n_leaves; i++)
        tree->counts[i] = tree->leaves[i].count;
}

/* Returns where the root stands. */
static size_t join(struct tree *tree)
{
    size_t leaf = 0, node = tree->n_leaves, end = node, root = 2 * tree->n_leaves - 2;
    for (; end <= root; end++) {
        tree->counts[end] = 0;
        for (int child = 0; child < 2; child++) {
            bool is_leaf =
                leaf < tree->n_leaves && (node == end || tree->counts[leaf] <= tree->counts[node]);
            size_t rarest = is_leaf ? leaf++ : node++;
            tree->counts[end] += tree->counts[rarest];
            tree->parents[rarest] = (uint16_t)end;
        }
    }
    return root;
}

/* How many leaves lie how deep; those below `longest` as if they were there. */
static void count_depths(const struct tree *tree, size_t root, unsigned longest,
                         unsigned per_length[])
{
    uint8_t depths[NODES];
    depths[root] = 0;
    for (size_t i = root; i-- > 0;) {
        depths[i] = (uint8_t)(depths[tree->parents[i]] + 1);
        if (i < tree->n_leaves)
            per_length[depths[i] < longest ? depths[i] : longest]++;
    }
}

/* Makes room: all codes together may take no more than there are of the longest. A code that is
 * shorter becomes two that are one longer, of which the second is one of the longest's. */
static void shorten(unsigned per_length[], unsigned longest)
{
    uint64_t taken = 0, room = UINT64_C(1) << longest;
    for (unsigned length = 1; length <= longest; length++)
        taken += (uint64_t)per_length[length] << (longest - length);
    for (; taken > room; taken--) {
        unsigned length = longest - 1;
        while (!per_length[length])
            length--;
        per_length[longest]--;
        per_length[length]--;
        per_length[length + 1] += 2;
    }
}

static uint16_t reversed(unsigned code, unsigned length)
{
    unsigned result = 0;
    for (; length > 0; length--, code >>= 1)
        result = result << 1 | (code & 1);
    return (uint16_t)result;
}

/* Codes of one length follow each other in the order of their symbols, behind all shorter ones. */
static void number_codes(struct huffman *huffman, size_t n, const unsigned per_length[])
{
    unsigned next[HUFFMAN_LONGEST + 1] = {0};
    for (unsigned length = 1, code = 0; length <= HUFFMAN_LONGEST; length++) {
        code = (code + per_length[length - 1]) << 1;
        next[length] = code;
    }
    for (size_t i = 0; i < n; i++) {
        unsigned length = huffman->lengths[i];
        if (length)
            huffman->codes[i] = reversed(next[length]++, length);
    }
}

void huffman_make(struct huffman *huffman, const uint32_t *counts, size_t n, unsigned longest)
{
    struct tree tree;
    unsigned per_length[HUFFMAN_LONGEST + 1] = {0};
    take_leaves(&tree, counts, n);
    count_depths(&tree, join(&tree), longest, per_length);
    shorten(per_length, longest);
    memset(huffman, 0, sizeof *huffman);
    size_t rarest = 0;
    for (unsigned length = longest; length > 0; length--)
        for (unsigned i = 0; i < per_length[length]; i++)
            huffman->lengths[tree.leaves[rarest++].symbol] = (uint8_t)length;
    number_codes(huffman, n, per_length);
}
