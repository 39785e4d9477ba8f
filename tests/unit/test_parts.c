/* Even parts, compared with every other way to divide a few pieces. */
#include "scratch.h"

#include "layout/parts.h"
#include "layout/pieces.h"

#define MOST_PIECES 9

struct puzzle {
    guint n;
    unsigned words[MOST_PIECES];
    guint paragraphs[MOST_PIECES]; /* that each piece is of */
    guint ends[MOST_PIECES];       /* of the longest stretch from each piece */
};

/* Pieces of few or many words and of heights that have nothing to do with them, as of pictures and
 * headings; a part holds as many as fit `room`, but at least one. */
static struct puzzle new_puzzle(GRand *rand)
{
    struct puzzle puzzle = {.n = (guint)g_rand_int_range(rand, 1, MOST_PIECES + 1)};
    int room = g_rand_int_range(rand, 5, 60), heights[MOST_PIECES],
        most = g_rand_int_range(rand, 1, 4);
    guint paragraph = 0;
    for (guint i = 0; i < puzzle.n; i++) {
        puzzle.words[i] = (unsigned)g_rand_int_range(rand, 0, i % 2 ? 100 : 10);
        heights[i] = g_rand_int_range(rand, 1, 21);
        puzzle.paragraphs[i] = paragraph += g_rand_int_range(rand, 0, most) == 0;
    }
    for (guint from = 0; from < puzzle.n; from++) {
        int height = heights[from];
        guint end = from + 1;
        while (end < puzzle.n && height + heights[end] <= room)
            height += heights[end++];
        puzzle.ends[from] = end;
    }
    return puzzle;
}

/* Parts of a division, paragraphs that go on from one to the next, and how uneven they are: the sum
 * of the squares of how far their words are from the even share of so few parts as can be. */
struct score {
    unsigned parts, tears;
    double off;
};

/* One part more is worse than a torn paragraph, and better than two. */
static int compare(const struct score *one, const struct score *other)
{
    double a = one->parts + 0.55 * one->tears, b = other->parts + 0.55 * other->tears;
    if (a != b)
        return a < b ? -1 : 1;
    return one->off < other->off - 1e-6 ? -1 : one->off > other->off + 1e-6;
}

static double even_share(const struct puzzle *puzzle)
{
    unsigned words = 0, parts = 0;
    for (guint i = 0; i < puzzle->n; i++)
        words += puzzle->words[i];
    for (guint at = 0; at < puzzle->n; at = puzzle->ends[at])
        parts++;
    return words / (double)parts;
}

static struct score score_of(const struct puzzle *puzzle, const guint *ends, guint n)
{
    struct score score = {.parts = n};
    double share = even_share(puzzle);
    for (guint part = 0, i = 0; part < n; part++) {
        unsigned words = 0;
        for (; i < ends[part]; i++)
            words += puzzle->words[i];
        score.off += (words - share) * (words - share);
        score.tears += i < puzzle->n && puzzle->paragraphs[i - 1] == puzzle->paragraphs[i];
    }
    return score;
}

/* The division that has a cut behind piece i where bit i of `cuts` is set; false: not allowed. */
static bool divide(const struct puzzle *puzzle, unsigned cuts, guint *ends, guint *n)
{
    guint from = 0;
    *n = 0;
    for (guint i = 0; i < puzzle->n; i++) {
        if (i + 1 < puzzle->n && !(cuts >> i & 1))
            continue;
        if (i + 1 > puzzle->ends[from])
            return false;
        ends[(*n)++] = from = i + 1;
    }
    return true;
}

static struct score best_score(const struct puzzle *puzzle)
{
    struct score best = {.parts = G_MAXUINT};
    for (unsigned cuts = 0; cuts < 1u << (puzzle->n - 1); cuts++) {
        guint ends[MOST_PIECES], n;
        if (!divide(puzzle, cuts, ends, &n))
            continue;
        struct score own = score_of(puzzle, ends, n);
        if (compare(&own, &best) < 0)
            best = own;
    }
    return best;
}

static GArray *solve(const struct puzzle *puzzle)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, TRUE, sizeof(struct piece));
    static const struct block blocks[MOST_PIECES + 1];
    for (guint i = 0; i < puzzle->n; i++) {
        struct piece piece = {.block = &blocks[puzzle->paragraphs[i]], .words = puzzle->words[i]};
        g_array_append_val(pieces, piece);
    }
    return parts_even(pieces, puzzle->ends);
}

static void parts_are_few_then_whole_then_even(void **state)
{
    (void)state;
    GRand *rand = g_rand_new_with_seed(1);
    for (int round = 0; round < 2000; round++) {
        struct puzzle puzzle = new_puzzle(rand);
        g_autoptr(GArray) parts = solve(&puzzle);
        struct score found = score_of(&puzzle, (guint *)(void *)parts->data, parts->len);
        struct score best = best_score(&puzzle);
        assert_int_equal(compare(&found, &best), 0);
        for (guint i = 0, from = 0; i < parts->len; from = g_array_index(parts, guint, i++)) {
            assert_true(g_array_index(parts, guint, i) > from);
            assert_true(g_array_index(parts, guint, i) <= puzzle.ends[from]);
        }
        assert_int_equal(g_array_index(parts, guint, parts->len - 1), puzzle.n);
    }
    g_rand_free(rand);
}

static void pieces_without_words_are_no_trouble(void **state)
{
    (void)state;
    struct puzzle puzzle = {.n = 3, .ends = {2, 3, 3}};
    g_autoptr(GArray) parts = solve(&puzzle);
    assert_int_equal(parts->len, 2);
    assert_int_equal(g_array_index(parts, guint, 1), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_few_then_whole_then_even),
        cmocka_unit_test(pieces_without_words_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
