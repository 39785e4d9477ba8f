/*
 * Even parts, as a shortest path over the pieces: a part costs a large constant, which makes parts
 * few, plus the square of how far its words are from the even share. A paragraph that goes on in
 * the next part costs a little more than half a part does: what it says goes together ("These
 * ..."), and one part more is better than two torn paragraphs.
 */
#include "layout/parts.h"

#include "layout/pieces.h"
#include "layout/profile.h"

/* The room that a piece takes, in words. */
static unsigned weight(const GArray *pieces, guint i)
{
    const struct piece *piece = &g_array_index(pieces, struct piece, i);
    return piece->words + piece->signs;
}

static unsigned weight_between(const GArray *pieces, guint from, guint to)
{
    unsigned sum = 0;
    for (guint i = from; i < to; i++)
        sum += weight(pieces, i);
    return sum;
}

static unsigned fewest_parts(const guint *ends, guint n)
{
    unsigned parts = 0;
    for (guint at = 0; at < n; at = ends[at])
        parts++;
    return parts;
}

/* A paragraph goes on behind piece `to` - 1, but for a statement, which is apart in any case. */
static bool tears(const GArray *pieces, guint to)
{
    if (to >= pieces->len)
        return false;
    const struct piece *last = &g_array_index(pieces, struct piece, to - 1), *next = last + 1;
    return last->block == next->block && !last->lone;
}

GArray *parts_even(const GArray *pieces, const guint *ends)
{
    guint n = pieces->len;
    double share = weight_between(pieces, 0, n) / (double)fewest_parts(ends, n);
    double part_cost = (share + 1) * (share + 1) * (n + 1);
    g_autofree double *cost = g_new(double, n + 1);
    g_autofree guint *before = g_new0(guint, n + 1);
    for (guint i = 1; i <= n; i++)
        cost[i] = G_MAXDOUBLE;
    cost[0] = 0;
    for (guint from = 0; from < n; from++) {
        double words = 0;
        for (guint to = from + 1; to <= ends[from]; to++) {
            words += weight(pieces, to - 1);
            if (g_array_index(pieces, struct piece, to - 1).keep)
                continue;
            double own = cost[from] + part_cost + (words - share) * (words - share) +
                         (tears(pieces, to) ? screen_look.tear * part_cost : 0);
            if (own < cost[to]) {
                cost[to] = own;
                before[to] = from;
            }
        }
    }
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint end = n; end > 0; end = before[end])
        g_array_prepend_val(parts, end);
    return parts;
}
