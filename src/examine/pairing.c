/*
 * The pairing of the highest score in which nothing crosses. Portions of several kinds are never a
 * pair; what is recorded outweighs all else.
 */
#include "examine/pairing.h"

#include "base/align.h"

/* What a pair is worth. */
#define SCORE_RECORDED 1000.0
#define SCORE_KIND     10.0
#define SCORE_LEVEL    4.0
#define SCORE_LENGTH   8.0
#define SCORE_DIGITS   20.0

struct pairing {
    const GPtrArray *source, *translated;
    GHashTable *numbers, *recorded; /* sets of those of the source, and of what it was made from */
    double ratio;                   /* of the lengths of both as a whole */
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
static double score(const void *pairing, gsize i, gsize j)
{
    const struct pairing *p = pairing;
    const struct portion *s = source_at(p, i), *t = translated_at(p, j);
    if (t->from && g_str_equal(t->from, s->number))
        return SCORE_RECORDED;
    bool elsewhere = (t->from && g_hash_table_contains(p->numbers, t->from)) ||
                     g_hash_table_contains(p->recorded, s->number);
    return elsewhere ? 0 : score_by_looks(p, s, t);
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
                        .ratio = length_of(translated) / length_of(source)};
    note_numbers(&p);
    g_autoptr(GArray) found = align_sequences(source->len, translated->len, score, &p);
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct pair));
    for (guint i = 0; i < found->len; i++) {
        const struct aligned *at = &g_array_index(found, struct aligned, i);
        struct pair pair = {at->one == ALIGNED_NONE ? NULL : source_at(&p, at->one),
                            at->other == ALIGNED_NONE ? NULL : translated_at(&p, at->other)};
        g_array_append_val(pairs, pair);
    }
    return pairs;
}

GArray *pairing_lines(const struct article *source, const struct article *translated)
{
    g_autoptr(GPtrArray) of_source = portions_of(source);
    g_autoptr(GPtrArray) of_translated = portions_of(translated);
    g_autoptr(GArray) pairs = pairing_of(of_source, of_translated);
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct twin_lines));
    for (guint i = 0; i < pairs->len; i++) {
        const struct pair *pair = &g_array_index(pairs, struct pair, i);
        if (!pair->source || !pair->translated || !pair->translated->node)
            continue;
        struct twin_lines twins = {pair->source->node->pos.line, pair->translated->node->pos.line};
        g_array_append_val(lines, twins);
    }
    return lines;
}
