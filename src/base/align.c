/*
 * By dynamic programming (Needleman and Wunsch, 1970).
 */
#include "base/align.h"

/* Sequences of more pairs than this are aligned in order: no person reads those. */
#define PAIRS_MOST 4000000

struct table {
    gsize ones, others;
    double *best; /* worth of what comes before (i, j) */
};

static double *cell(const struct table *t, gsize i, gsize j)
{
    return &t->best[i * (t->others + 1) + j];
}

static void fill(const struct table *t, align_worth *worth, const void *user)
{
    for (gsize i = 0; i < t->ones; i++)
        for (gsize j = 0; j < t->others; j++) {
            double skip = MAX(*cell(t, i, j + 1), *cell(t, i + 1, j));
            double together = worth(user, i, j);
            *cell(t, i + 1, j + 1) = together > 0 ? MAX(skip, *cell(t, i, j) + together) : skip;
        }
}

static void add(GArray *pairs, gsize one, gsize other)
{
    struct aligned pair = {one, other};
    g_array_append_val(pairs, pair);
}

static void turn_round(GArray *pairs)
{
    for (guint from = 0, to = pairs->len; to > from + 1; from++) {
        struct aligned *one = &g_array_index(pairs, struct aligned, from);
        struct aligned *other = &g_array_index(pairs, struct aligned, --to);
        struct aligned kept = *one;
        *one = *other;
        *other = kept;
    }
}

/* From the end to the beginning. */
static void walk_back(const struct table *t, GArray *pairs)
{
    gsize i = t->ones, j = t->others;
    while (i > 0 || j > 0) {
        if (i > 0 && j > 0 && *cell(t, i, j) > *cell(t, i - 1, j) &&
            *cell(t, i, j) > *cell(t, i, j - 1)) {
            i--, j--;
            add(pairs, i, j);
        } else if (j > 0 && (i == 0 || *cell(t, i, j - 1) >= *cell(t, i - 1, j))) {
            add(pairs, ALIGNED_NONE, --j);
        } else {
            add(pairs, --i, ALIGNED_NONE);
        }
    }
    turn_round(pairs);
}

GArray *align_sequences(gsize ones, gsize others, align_worth *worth, const void *user)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct aligned));
    if ((guint64)ones * others > PAIRS_MOST) {
        for (gsize i = 0; i < MAX(ones, others); i++)
            add(pairs, i < ones ? i : ALIGNED_NONE, i < others ? i : ALIGNED_NONE);
        return pairs;
    }
    struct table table = {ones, others, g_new0(double, (ones + 1) * (others + 1))};
    fill(&table, worth, user);
    walk_back(&table, pairs);
    g_free(table.best);
    return pairs;
}
