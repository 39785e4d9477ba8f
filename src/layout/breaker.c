/*
 * The best line ends by dynamic programming over all of them: of the ways into exactly as many
 * lines as are needed at least, the one of the least cost. No two lines that follow each other
 * would fit one, else there would be a way with fewer; so Pango, which fills lines, breaks where it
 * is told to by being forbidden to break elsewhere.
 */
#include "layout/breaker.h"

#include <math.h>

/* What is known of the lines while they are looked for. */
struct search {
    const GArray *chunks;
    guint from, to; /* those between two line ends that are there in any case */
    guint lines;    /* as few as hold them */
    double measure;
    double target; /* width that lines are to have */
    const struct break_costs *costs;
    bool heading;
};

static const struct chunk *chunk_at(const GArray *chunks, guint index)
{
    return &g_array_index(chunks, struct chunk, index);
}

/* Of a line that the chunks [from, to) make. */
static double line_width(const GArray *chunks, guint from, guint to)
{
    double width = 0;
    for (guint i = from; i < to; i++)
        width += chunk_at(chunks, i)->width + (i + 1 < to ? chunk_at(chunks, i)->blank : 0);
    return width;
}

static bool is_one_word(const GArray *chunks, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        if (chunk_at(chunks, i)->spaced || (i + 1 < to && !chunk_at(chunks, i)->joined))
            return false;
    return true;
}

static guint count_letters(const GArray *chunks, guint from, guint to)
{
    guint letters = 0;
    for (guint i = from; i < to; i++)
        letters += chunk_at(chunks, i)->letters;
    return letters;
}

/* End of the longest line from chunk `from`; `from` itself when its first chunk is too wide. */
static guint longest_end(const GArray *chunks, guint from, guint to, double measure)
{
    double width = 0;
    guint end = from;
    while (end < to && width + chunk_at(chunks, end)->width <= measure) {
        width += chunk_at(chunks, end)->width + chunk_at(chunks, end)->blank;
        end++;
    }
    return end;
}

/* The fewest lines; 0 when a chunk is too wide. */
static guint count_lines(const struct search *s)
{
    guint lines = 0;
    for (guint at = s->from; at < s->to; lines++) {
        guint end = longest_end(s->chunks, at, s->to, s->measure);
        if (end == at)
            return 0;
        at = end;
    }
    return lines;
}

/* Of a last line with one word. */
static double widow_cost(const struct search *s, double width)
{
    const struct break_costs *costs = s->costs;
    double wide = s->heading ? costs->wide_heading : costs->wide;
    return width < wide * s->measure ? costs->widow : costs->wide_widow;
}

/* Of what stands at the end of a line that another one follows. */
static double end_cost(const struct search *s, guint to)
{
    const struct break_costs *costs = s->costs;
    const struct chunk *last = chunk_at(s->chunks, to - 1), *next = chunk_at(s->chunks, to);
    return (last->small ? costs->small_word : 0) + (last->number ? costs->number : 0) +
           (last->fact ? costs->fact : 0) + (last->sentence ? costs->sentence : 0) +
           (last->pause ? costs->pause : 0) + (next->bracket ? costs->bracket : 0);
}

static double line_cost(const struct search *s, guint from, guint to, double width)
{
    const struct break_costs *costs = s->costs;
    double off = (s->target - width) / s->measure, cost = off * off;
    bool one = is_one_word(s->chunks, from, to);
    if (to == s->to)
        return cost + (one ? widow_cost(s, width) : 0);
    if (one)
        cost += count_letters(s->chunks, from, to) < costs->short_letters ? costs->short_word
                                                                          : costs->one_word;
    return cost + end_cost(s, to);
}

/* Of the first `n` lines up to a chunk, the least cost, and where the last of them begins. */
struct state {
    double cost;
    guint start;
};

static void find_line(const struct search *s, const struct state *before, struct state *after)
{
    for (guint from = s->from; from < s->to; from++) {
        double width = 0;
        if (before[from - s->from].cost == INFINITY)
            continue;
        for (guint to = from + 1; to <= s->to; to++) {
            width += chunk_at(s->chunks, to - 1)->width;
            if (width > s->measure)
                break;
            double cost = before[from - s->from].cost + line_cost(s, from, to, width);
            if (cost < after[to - s->from].cost)
                after[to - s->from] = (struct state){cost, from};
            width += chunk_at(s->chunks, to - 1)->blank;
        }
    }
}

/* Appends the ends of the lines of one stretch. */
static void find_lines(const struct search *s, GArray *ends)
{
    guint states = s->to - s->from + 1, first = ends->len, at = s->to;
    g_autofree struct state *all = g_new(struct state, (s->lines + 1) * states);
    for (guint i = 0; i < (s->lines + 1) * states; i++)
        all[i] = (struct state){i == 0 ? 0 : INFINITY, 0};
    for (guint n = 0; n < s->lines; n++)
        find_line(s, all + n * states, all + (n + 1) * states);
    g_array_set_size(ends, first + s->lines);
    for (guint n = s->lines; n > 0; n--) {
        g_array_index(ends, guint, first + n - 1) = at;
        at = all[n * states + at - s->from].start;
    }
}

GArray *breaker_find(const GArray *chunks, double measure, const struct break_costs *costs,
                     bool heading)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint from = 0, to; from < chunks->len; from = to) {
        for (to = from + 1; to < chunks->len && !chunk_at(chunks, to - 1)->last;)
            to++;
        struct search search = {chunks, from, to, 0, measure, 0, costs, heading};
        search.lines = count_lines(&search);
        if (search.lines == 0)
            return NULL;
        double even = line_width(chunks, from, to) / search.lines;
        search.target = MIN(measure, costs->fullness * even);
        find_lines(&search, ends);
    }
    return g_steal_pointer(&ends);
}

bool breaker_is_clean(const GArray *chunks, const GArray *ends, double measure,
                      const struct break_costs *costs)
{
    for (guint i = 0, from = 0; i < ends->len; from = g_array_index(ends, guint, i++)) {
        guint to = g_array_index(ends, guint, i);
        bool goes_on = !chunk_at(chunks, to - 1)->last && to < chunks->len;
        if (chunk_at(chunks, to - 1)->fact)
            return false;
        bool alone = !goes_on && (from == 0 || chunk_at(chunks, from - 1)->last);
        if (alone || !is_one_word(chunks, from, to))
            continue;
        if (count_letters(chunks, from, to) < costs->scrap_letters ||
            (!goes_on && line_width(chunks, from, to) < costs->wide * measure))
            return false;
    }
    return true;
}
