/*
 * The best line ends by dynamic programming over all of them: of the ways into exactly as many
 * lines as are needed at least, the one of the least cost. No two lines that follow each other
 * would fit one, else there would be a way with fewer; so Pango, which fills lines, breaks where it
 * is told to by being forbidden to break elsewhere.
 */
#include "layout/breaker.h"

#include <math.h>

/* Chunks that a line may begin with, and its first state. */
struct bounds {
    guint earliest, latest, states;
};

/* Of the first lines up to a chunk, the least cost, and where the last of them begins. */
struct state {
    double cost;
    guint start;
};

/* What is known of the lines while they are looked for. A long text has as many ways into lines as
 * their number times its own; but a way that leaves more behind than the other lines hold, or takes
 * more than those before it, is none, and that leaves a few line ends to each line. */
struct search {
    const GArray *chunks;
    guint from, to;        /* those between two line ends that are there in any case */
    guint lines;           /* as few as hold them */
    struct bounds *bounds; /* by line; one more than there are lines */
    struct state *states;
    double measure;
    double target; /* width that lines are to have */
    const struct break_costs *costs;
    bool heading;
    double phrase; /* cost of a next line that begins a phrase; below 0 */
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

/* The chunk is the first word of a sentence that goes on behind it. */
static bool opens_sentence(const struct search *s, guint at)
{
    return at > s->from && chunk_at(s->chunks, at - 1)->sentence &&
           !chunk_at(s->chunks, at)->sentence;
}

/* The same of a clause, with small words before it ("and you"); in scripts without blanks, its
 * first few letters. */
static bool opens_clause(const struct search *s, guint at)
{
    guint letters = 0;
    for (guint i = at; i > s->from; i--) {
        const struct chunk *chunk = chunk_at(s->chunks, i), *before = chunk_at(s->chunks, i - 1);
        letters += chunk->letters;
        if (chunk->pause || chunk->sentence)
            return false;
        if (before->pause)
            return true;
        bool parted = before->blank > 0 && !before->small;
        if (parted || (before->blank == 0 && letters >= s->costs->opener_letters))
            return false;
    }
    return false;
}

static double small_cost(const struct break_costs *costs, const struct chunk *last)
{
    return !last->small ? 0 : last->letters == 1 ? costs->letter : costs->small_word;
}

/* What the line says so far is turned round by the next one. */
static bool parts_negation(const struct chunk *last, const struct chunk *next)
{
    return next->negation && !last->last && !last->sentence && !last->pause;
}

/* Of what stands at the end of a line that another one follows. */
static double end_cost(const struct search *s, guint to)
{
    const struct break_costs *costs = s->costs;
    const struct chunk *last = chunk_at(s->chunks, to - 1), *next = chunk_at(s->chunks, to);
    return small_cost(costs, last) + (last->number ? costs->number : 0) +
           (last->fact ? costs->fact : 0) + (last->sentence ? costs->sentence : 0) +
           (last->pause ? costs->pause : 0) + (last->within ? costs->within : 0) +
           (next->bracket ? costs->bracket : 0) +
           (parts_negation(last, next) ? costs->negation : 0) +
           (opens_sentence(s, to - 1) ? costs->opener : 0) +
           (opens_clause(s, to - 1) ? costs->clause_opener : 0);
}

/* A line that may be, as it grows chunk by chunk. */
struct trial {
    guint from, to;
    double width;
    guint letters;
    bool one; /* it is one word */
};

static void grow(const struct search *s, struct trial *line)
{
    const struct chunk *chunk = chunk_at(s->chunks, line->to);
    if (line->to > line->from) {
        const struct chunk *before = chunk_at(s->chunks, line->to - 1);
        line->width += before->blank;
        line->one &= before->joined;
    }
    line->width += chunk->width;
    line->letters += chunk->letters;
    line->one &= !chunk->spaced;
    line->to++;
}

/* "the same day / if you have" */
static bool parts_phrases(const struct chunk *last, const struct chunk *next)
{
    return next->phrase && !last->small && !last->phrase;
}

static double line_cost(const struct search *s, const struct trial *line)
{
    const struct break_costs *costs = s->costs;
    double off = (s->target - line->width) / s->measure, cost = off * off;
    if (line->to == s->to)
        return cost + (line->one ? widow_cost(s, line->width) : 0);
    if (line->one)
        cost += line->letters < costs->short_letters ? costs->short_word : costs->one_word;
    else if (parts_phrases(chunk_at(s->chunks, line->to - 1), chunk_at(s->chunks, line->to)))
        cost += s->phrase;
    return cost + end_cost(s, line->to);
}

/* Of the first `n` lines up to a chunk. */
static struct state *state_at(const struct search *s, guint n, guint chunk)
{
    return &s->states[s->bounds[n].states + chunk - s->bounds[n].earliest];
}

/* Line `n`, from one place where it may begin to each where the next one may. */
static void find_line(const struct search *s, guint n, guint from)
{
    const struct bounds *next = &s->bounds[n + 1];
    struct trial line = {.from = from, .to = from, .one = true};
    double so_far = state_at(s, n, from)->cost;
    while (so_far < INFINITY && line.to < next->latest) {
        grow(s, &line);
        if (line.width > s->measure)
            break;
        if (line.to < next->earliest)
            continue;
        struct state *state = state_at(s, n + 1, line.to);
        double cost = so_far + line_cost(s, &line);
        if (cost < state->cost)
            *state = (struct state){cost, from};
    }
}

/* Start of the longest line up to chunk `to`, which is not the first. */
static guint longest_start(const struct search *s, guint to)
{
    double width = chunk_at(s->chunks, to - 1)->width;
    guint start = to - 1;
    for (; start > s->from; start--) {
        const struct chunk *chunk = chunk_at(s->chunks, start - 1);
        width += chunk->width + chunk->blank;
        if (width > s->measure)
            break;
    }
    return start;
}

/* The bounds of all lines, and their states, of which only the first is known. */
static void find_bounds(struct search *s)
{
    struct bounds *bounds = s->bounds;
    guint states = 0;
    bounds[0].latest = s->from;
    for (guint n = 0; n < s->lines; n++)
        bounds[n + 1].latest = longest_end(s->chunks, bounds[n].latest, s->to, s->measure);
    bounds[s->lines].earliest = s->to;
    for (guint n = s->lines; n > 0; n--)
        bounds[n - 1].earliest = n > 1 ? longest_start(s, bounds[n].earliest) : s->from;
    for (guint n = 0; n <= s->lines; n++) {
        bounds[n].states = states;
        states += bounds[n].latest - bounds[n].earliest + 1;
    }
    s->states = g_new(struct state, states);
    for (guint i = 0; i < states; i++)
        s->states[i] = (struct state){i == 0 ? 0 : INFINITY, 0};
}

/* Appends the ends of the lines of one stretch. */
static void find_lines(struct search *s, GArray *ends)
{
    g_autofree struct bounds *bounds = g_new(struct bounds, s->lines + 1);
    guint first = ends->len, at = s->to;
    s->bounds = bounds;
    find_bounds(s);
    for (guint n = 0; n < s->lines; n++)
        for (guint from = bounds[n].earliest; from <= bounds[n].latest; from++)
            find_line(s, n, from);
    g_array_set_size(ends, first + s->lines);
    for (guint n = s->lines; n > 0; n--) {
        g_array_index(ends, guint, first + n - 1) = at;
        at = state_at(s, n, at)->start;
    }
    g_free(s->states);
}

static GArray *find_ends(const GArray *chunks, double measure, const struct break_costs *costs,
                         bool heading, double phrase)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint from = 0, to; from < chunks->len; from = to) {
        for (to = from + 1; to < chunks->len && !chunk_at(chunks, to - 1)->last;)
            to++;
        struct search search = {chunks,  from, to,    0,       NULL,  NULL,
                                measure, 0,    costs, heading, phrase};
        search.lines = count_lines(&search);
        if (search.lines == 0)
            return NULL;
        double even = line_width(chunks, from, to) / search.lines;
        search.target = MIN(measure, costs->fullness * even);
        find_lines(&search, ends);
    }
    return g_steal_pointer(&ends);
}

/* Headings are looked at: their lines rather part phrases than are even, but never so that the
 * ladder of sizes finds more wrong with them. */
GArray *breaker_find(const GArray *chunks, double measure, const struct break_costs *costs,
                     bool heading)
{
    GArray *even = find_ends(chunks, measure, costs, heading, 0);
    if (!heading || !even || even->len < 2)
        return even;
    GArray *phrases = find_ends(chunks, measure, costs, heading, costs->phrase);
    bool worse = breaker_mess(chunks, phrases, measure, costs, heading) >
                 breaker_mess(chunks, even, measure, costs, heading);
    g_array_unref(worse ? phrases : even);
    return worse ? even : phrases;
}

/* No blank parts its letters, and yet they are several words. */
static bool has_no_blanks(const GArray *chunks, guint from, guint to)
{
    for (guint i = from; i + 1 < to; i++)
        if (chunk_at(chunks, i)->blank > 0 || chunk_at(chunks, i)->joined)
            return false;
    return to > from + 1;
}

/* True when a line of one word is too short to stand alone: where lines hold few letters, a short
 * word within a text fills its line. */
static bool is_scrap(const struct search *s, guint from, guint to, bool goes_on)
{
    const struct break_costs *costs = s->costs;
    bool few = count_letters(s->chunks, from, to) < costs->scrap_letters;
    double width = line_width(s->chunks, from, to);
    double wide = s->heading ? costs->wide_heading : costs->wide;
    return goes_on ? few && width < costs->wide_scrap * s->measure
                   : few || width < wide * s->measure;
}

static bool are_small(const GArray *chunks, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        if (!chunk_at(chunks, i)->small)
            return false;
    return true;
}

/* A line that another follows holds but a short word, or nothing but small words. */
static bool leaves_alone(const struct search *s, guint from, guint to)
{
    return count_letters(s->chunks, from, to) < s->costs->scrap_letters &&
           (is_one_word(s->chunks, from, to) || are_small(s->chunks, from, to));
}

/* A line that another follows holds but the last word of a clause ("the MRI / scanner, / a tube"),
 * which is not as wide as lines are. */
static bool ends_clause_alone(const struct search *s, guint from, guint to)
{
    const struct chunk *last = chunk_at(s->chunks, to - 1);
    const struct chunk *before = from > 0 ? chunk_at(s->chunks, from - 1) : NULL;
    return before && last->pause && is_one_word(s->chunks, from, to) && !before->last &&
           !before->sentence && !before->pause &&
           line_width(s->chunks, from, to) < s->costs->wide_clause * s->measure;
}

/* A line that goes on though there is room for a good deal more, and no reason to pause, or behind
 * the first word of a sentence, or though it says the opposite so far; or a last word that is none
 * but in a heading. */
static bool is_short(const struct search *s, guint from, guint to, bool goes_on)
{
    const struct chunk *last = chunk_at(s->chunks, to - 1);
    double width = line_width(s->chunks, from, to);
    if (!goes_on)
        return is_one_word(s->chunks, from, to) && width < s->costs->wide * s->measure;
    return leaves_alone(s, from, to) || opens_sentence(s, to - 1) ||
           ends_clause_alone(s, from, to) || parts_negation(last, chunk_at(s->chunks, to)) ||
           (!last->sentence && !last->pause && width < s->costs->short_line * s->measure);
}

static enum mess line_mess(const struct search *s, guint from, guint to)
{
    const GArray *chunks = s->chunks;
    const struct chunk *last = chunk_at(chunks, to - 1);
    bool goes_on = !last->last && to < chunks->len;
    bool alone = !goes_on && (from == 0 || chunk_at(chunks, from - 1)->last);
    bool signs = !alone && has_no_blanks(chunks, from, to) &&
                 count_letters(chunks, from, to) < s->costs->scrap_signs;
    bool word = !alone && is_one_word(chunks, from, to) && is_scrap(s, from, to, goes_on);
    if (last->fact || (goes_on && last->within) || signs || word)
        return MESS_SCRAPS;
    return !alone && is_short(s, from, to, goes_on) ? MESS_SHORT : MESS_NONE;
}

enum mess breaker_mess(const GArray *chunks, const GArray *ends, double measure,
                       const struct break_costs *costs, bool heading)
{
    const struct search search = {
        .chunks = chunks, .measure = measure, .costs = costs, .heading = heading};
    enum mess mess = MESS_NONE;
    for (guint i = 0, from = 0; i < ends->len; from = g_array_index(ends, guint, i++))
        mess = MAX(mess, line_mess(&search, from, g_array_index(ends, guint, i)));
    return mess;
}
