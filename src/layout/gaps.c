/*
 * A glyph is known by its silhouettes: for each of many rows how far its ink reaches to the left
 * and to the right. Two glyphs are as close as the closest points of the right silhouette of one
 * and the left one of the other; rows that are farther apart than the gap need not be looked at.
 */
#include "layout/gaps.h"

#include "layout/profile.h"

#include <hb.h>
#include <math.h>

/* Rows of a silhouette, in all, in an em, below the baseline; straight pieces of a curve. */
enum { ROWS = 128, ROWS_IN_EM = 80, ROWS_BELOW = 32, PIECES = 8 };

struct silhouette {
    double left[ROWS], right[ROWS]; /* [em] from the origin; left above right: no ink */
};

/* Least and largest advance of the first glyph of a pair. [em] */
struct reach {
    double least, most;
};

struct gaps {
    GHashTable *shapes; /* of a face and a glyph -> struct silhouette * */
    GHashTable *pairs;  /* of a face and two glyphs -> struct reach * */
};

struct key {
    const struct face *face;
    uint32_t first, second;
};

static guint key_hash(gconstpointer data)
{
    const struct key *key = data;
    return g_direct_hash(key->face) ^ (key->first * 2654435761U) ^ (key->second * 2246822519U);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
    const struct key *x = a, *y = b;
    return x->face == y->face && x->first == y->first && x->second == y->second;
}

struct gaps *gaps_new(void)
{
    struct gaps *gaps = g_new(struct gaps, 1);
    gaps->shapes = g_hash_table_new_full(key_hash, key_equal, g_free, g_free);
    gaps->pairs = g_hash_table_new_full(key_hash, key_equal, g_free, g_free);
    return gaps;
}

void gaps_free(struct gaps *gaps)
{
    if (!gaps)
        return;
    g_hash_table_unref(gaps->pairs);
    g_hash_table_unref(gaps->shapes);
    g_free(gaps);
}

/* The outline on its way into the silhouette. */
struct pen {
    struct silhouette *shape;
    double em;
    struct point at;
};

static void mark(struct silhouette *shape, int row, double x)
{
    if (row < 0 || row >= ROWS)
        return;
    shape->left[row] = MIN(shape->left[row], x);
    shape->right[row] = MAX(shape->right[row], x);
}

/* Every row that the line passes, and those of its ends. */
static void add_line(struct pen *pen, struct point to)
{
    struct point from = pen->at;
    double first = from.y * ROWS_IN_EM + ROWS_BELOW, last = to.y * ROWS_IN_EM + ROWS_BELOW;
    mark(pen->shape, (int)lround(first), from.x);
    mark(pen->shape, (int)lround(last), to.x);
    for (int row = (int)ceil(MIN(first, last)); row <= MAX(first, last); row++)
        if (first != last)
            mark(pen->shape, row, from.x + (to.x - from.x) * (row - first) / (last - first));
    pen->at = to;
}

static struct point scaled(const struct pen *pen, float x, float y)
{
    return (struct point){x / pen->em, y / pen->em};
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    pen->at = scaled(pen, x, y);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    struct pen *pen = data;
    (void)funcs, (void)state, (void)user;
    add_line(pen, scaled(pen, x, y));
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x, float y, void *user)
{
    struct pen *pen = data;
    struct point a = pen->at, b = scaled(pen, x1, y1), c = scaled(pen, x2, y2);
    struct point d = scaled(pen, x, y);
    (void)funcs, (void)state, (void)user;
    for (int i = 1; i <= PIECES; i++) {
        double t = (double)i / PIECES, u = 1 - t;
        double p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;
        add_line(pen, (struct point){p * a.x + q * b.x + r * c.x + s * d.x,
                                     p * a.y + q * b.y + r * c.y + s * d.y});
    }
}

/* As the cubic that it is. */
static void quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
                         float y1, float x, float y, void *user)
{
    struct pen *pen = data;
    float x0 = (float)(pen->at.x * pen->em), y0 = (float)(pen->at.y * pen->em);
    cubic_to(funcs, data, state, x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3,
             x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y, user);
}

static hb_draw_funcs_t *draw_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    return funcs;
}

static const struct silhouette *shape_of(struct gaps *gaps, const struct face *face, uint32_t glyph)
{
    const struct key key = {face, glyph, 0};
    struct silhouette *shape = g_hash_table_lookup(gaps->shapes, &key);
    if (shape)
        return shape;
    shape = g_new(struct silhouette, 1);
    for (int i = 0; i < ROWS; i++) {
        shape->left[i] = INFINITY;
        shape->right[i] = -INFINITY;
    }
    struct pen pen = {.shape = shape, .em = face->units_per_em};
    hb_draw_funcs_t *funcs = draw_funcs();
    hb_font_get_glyph_shape(face->font, glyph, funcs, &pen);
    hb_draw_funcs_destroy(funcs);
    g_hash_table_insert(gaps->shapes, g_memdup2(&key, sizeof key), shape);
    return shape;
}

/* The advance at which the closest points are `gap` apart. [em] -INFINITY: no rows are so near. */
static double advance_for(const struct silhouette *first, const struct silhouette *second,
                          double gap)
{
    int reach = (int)(gap * ROWS_IN_EM);
    double advance = -INFINITY;
    for (int row = 0; row < ROWS; row++) {
        if (first->right[row] < first->left[row])
            continue;
        for (int other = MAX(row - reach, 0); other <= MIN(row + reach, ROWS - 1); other++) {
            double rise = (double)(other - row) / ROWS_IN_EM;
            double across = sqrt(MAX(gap * gap - rise * rise, 0));
            advance = MAX(advance, across + first->right[row] - second->left[other]);
        }
    }
    return advance;
}

static struct reach reach_of(struct gaps *gaps, const struct face *face, uint32_t first,
                             uint32_t second)
{
    const struct key key = {face, first, second};
    const struct reach *known = g_hash_table_lookup(gaps->pairs, &key);
    if (known)
        return *known;
    const struct silhouette *one = shape_of(gaps, face, first);
    const struct silhouette *other = shape_of(gaps, face, second);
    struct reach reach = {advance_for(one, other, screen_look.least_gap * face->cap_height),
                          advance_for(one, other, screen_look.most_gap * face->cap_height)};
    g_hash_table_insert(gaps->pairs, g_memdup2(&key, sizeof key), g_memdup2(&reach, sizeof reach));
    return reach;
}

/* Letters of scripts whose letters do not join, without marks. */
static bool stands_alone(const struct run *run, size_t i)
{
    const char *c = run->text + run->glyphs[i].cluster;
    const char *next = g_utf8_next_char(c);
    GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(c));
    bool last = i + 1 == run->n_glyphs; /* but for a blank that is not drawn */
    bool whole = last ? !*next || *next == ' ' : run->text + run->glyphs[i + 1].cluster == next;
    return whole && g_unichar_isalpha(g_utf8_get_char(c)) &&
           (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
            script == G_UNICODE_SCRIPT_CYRILLIC);
}

/* [em] to be added to the advance of glyph `i`. */
static double lack(struct gaps *gaps, const struct run *run, size_t i)
{
    if (!stands_alone(run, i) || !stands_alone(run, i + 1))
        return 0;
    double advance = run->glyphs[i].advance / run->size;
    struct reach reach = reach_of(gaps, run->face, run->glyphs[i].id, run->glyphs[i + 1].id);
    if (advance < reach.least)
        return reach.least - advance;
    return isfinite(reach.most) && advance > reach.most ? reach.most - advance : 0;
}

double gaps_apply(struct gaps *gaps, struct run *run, double most)
{
    if (run->rtl || run->n_glyphs == 0)
        return 0;
    struct glyph_move *moves = run_moves(run, run->n_glyphs);
    double sum = 0;
    for (size_t i = 0; i + 1 < run->n_glyphs; i++)
        sum += moves[i].gap = lack(gaps, run, i);
    double share = sum * run->size > MAX(most, 0) ? MAX(most, 0) / (sum * run->size) : 1;
    double added = 0;
    for (size_t i = 0; i + 1 < run->n_glyphs; i++) {
        moves[i].gap *= moves[i].gap > 0 ? share : 1;
        run->glyphs[i].advance += moves[i].gap * run->size;
        added += moves[i].gap * run->size;
    }
    run->width += added;
    return added;
}

struct rect gaps_ink(const struct face *face, uint32_t glyph)
{
    hb_glyph_extents_t ink = {0};
    double em = face->units_per_em;
    hb_font_get_glyph_extents(face->font, glyph, &ink);
    return (struct rect){ink.x_bearing / em, -ink.y_bearing / em, ink.width / em, -ink.height / em};
}
