/*
 * The pairing of the highest score in which nothing crosses, by dynamic programming (Needleman and
 * Wunsch, 1970). Portions of several kinds are never a pair; what is recorded outweighs all else.
 */
#include "examine/pairing.h"

#include <string.h>

/* What a pair is worth. */
#define SCORE_RECORDED 1000.0
#define SCORE_KIND     10.0
#define SCORE_LEVEL    4.0
#define SCORE_LENGTH   8.0
#define SCORE_DIGITS   20.0

/* Articles of more pairs than this are paired in order: no person reads those. */
#define PAIRS_MOST 4000000

struct pairing {
    const GPtrArray *source, *translated;
    GHashTable *numbers, *recorded; /* sets of those of the source, and of what it was made from */
    double ratio;                   /* of the lengths of both as a whole */
    double *best;                   /* score of what comes before (i, j) */
    gsize width;
};

static const struct portion *source_at(const struct pairing *p, gsize i)
{
    return p->source->pdata[i];
}

static const struct portion *translated_at(const struct pairing *p, gsize j)
{
    return p->translated->pdata[j];
}

/* How often each digit of any script stands in the text. */
static void count_digits(const char *text, unsigned counts[10])
{
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_type(c) == G_UNICODE_DECIMAL_NUMBER)
            counts[g_unichar_digit_value(c)]++;
    }
}

/* From 0 (none in common) to 1 (all); 0 where neither has any. */
static double digits_alike(const char *one, const char *other)
{
    unsigned a[10] = {0}, b[10] = {0}, common = 0, most = 0;
    count_digits(one, a);
    count_digits(other, b);
    for (int i = 0; i < 10; i++) {
        common += MIN(a[i], b[i]);
        most += MAX(a[i], b[i]);
    }
    return most ? (double)common / most : 0;
}

static double lengths_alike(const struct pairing *p, const char *one, const char *other)
{
    double a = (double)g_utf8_strlen(one, -1) * p->ratio, b = (double)g_utf8_strlen(other, -1);
    return MAX(a, b) > 0 ? MIN(a, b) / MAX(a, b) : 0;
}

static double score_by_looks(const struct pairing *p, const struct portion *s,
                             const struct portion *t)
{
    if (!t->node || s->node->kind != t->node->kind)
        return 0;
    bool level =
        s->node->kind == NODE_HEADING && s->node->as.heading.level == t->node->as.heading.level;
    return SCORE_KIND + SCORE_LEVEL * level + SCORE_LENGTH * lengths_alike(p, s->text, t->text) +
           SCORE_DIGITS * digits_alike(s->text, t->text);
}

/* 0: they are no pair. */
static double score(const struct pairing *p, gsize i, gsize j)
{
    const struct portion *s = source_at(p, i), *t = translated_at(p, j);
    if (t->from && g_str_equal(t->from, s->number))
        return SCORE_RECORDED;
    bool elsewhere = (t->from && g_hash_table_contains(p->numbers, t->from)) ||
                     g_hash_table_contains(p->recorded, s->number);
    return elsewhere ? 0 : score_by_looks(p, s, t);
}

static double *cell(const struct pairing *p, gsize i, gsize j)
{
    return &p->best[i * p->width + j];
}

static void fill(const struct pairing *p)
{
    for (gsize i = 0; i < p->source->len; i++)
        for (gsize j = 0; j < p->translated->len; j++) {
            double skip = MAX(*cell(p, i, j + 1), *cell(p, i + 1, j));
            double worth = score(p, i, j);
            *cell(p, i + 1, j + 1) = worth > 0 ? MAX(skip, *cell(p, i, j) + worth) : skip;
        }
}

static void add(GArray *pairs, const struct portion *source, const struct portion *translated)
{
    struct pair pair = {source, translated};
    g_array_append_val(pairs, pair);
}

/* From the end to the beginning. */
static void walk_back(const struct pairing *p, GArray *pairs)
{
    gsize i = p->source->len, j = p->translated->len;
    while (i > 0 || j > 0) {
        if (i > 0 && j > 0 && *cell(p, i, j) > *cell(p, i - 1, j) &&
            *cell(p, i, j) > *cell(p, i, j - 1)) {
            add(pairs, source_at(p, --i), translated_at(p, --j));
        } else if (j > 0 && (i == 0 || *cell(p, i, j - 1) >= *cell(p, i - 1, j))) {
            add(pairs, NULL, translated_at(p, --j));
        } else {
            add(pairs, source_at(p, --i), NULL);
        }
    }
    for (guint from = 0, to = pairs->len; to > from + 1; from++) {
        struct pair *one = &g_array_index(pairs, struct pair, from);
        struct pair *other = &g_array_index(pairs, struct pair, --to);
        struct pair kept = *one;
        *one = *other;
        *other = kept;
    }
}

static void pair_in_order(const struct pairing *p, GArray *pairs)
{
    for (gsize i = 0; i < MAX(p->source->len, p->translated->len); i++)
        add(pairs, i < p->source->len ? source_at(p, i) : NULL,
            i < p->translated->len ? translated_at(p, i) : NULL);
}

static double length_of(const GPtrArray *portions)
{
    double length = 1;
    for (guint i = 0; i < portions->len; i++)
        length += (double)g_utf8_strlen(((const struct portion *)portions->pdata[i])->text, -1);
    return length;
}

static void note_numbers(const struct pairing *p)
{
    for (guint i = 0; i < p->source->len; i++)
        g_hash_table_add(p->numbers, source_at(p, i)->number);
    for (guint j = 0; j < p->translated->len; j++)
        if (translated_at(p, j)->from)
            g_hash_table_add(p->recorded, translated_at(p, j)->from);
}

GArray *pairing_of(const GPtrArray *source, const GPtrArray *translated)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) recorded = g_hash_table_new(g_str_hash, g_str_equal);
    struct pairing p = {.source = source,
                        .translated = translated,
                        .numbers = numbers,
                        .recorded = recorded,
                        .ratio = length_of(translated) / length_of(source),
                        .width = translated->len + 1};
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct pair));
    note_numbers(&p);
    if ((guint64)source->len * translated->len > PAIRS_MOST) {
        pair_in_order(&p, pairs);
        return pairs;
    }
    p.best = g_new0(double, (source->len + 1) * p.width);
    fill(&p);
    walk_back(&p, pairs);
    g_free(p.best);
    return pairs;
}
