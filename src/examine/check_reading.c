/*
 * Readability: one finding for each measure that is past its limit, then the sentences that weigh
 * most, with their places. Awkward: a grade alone helps nobody, and a finding for every long
 * sentence of a long text buries all others, so at most ten sentences are named.
 */
#include "examine/check_parts.h"

#include "base/sentence.h"

#define WORST_SENTENCES  10
#define WORST_PARAGRAPHS 5

#define SENTENCE_LIMIT            20
#define PARAGRAPH_SENTENCES_LIMIT 3
#define PARAGRAPH_WORDS_LIMIT     100

/* A stretch of text and its weight. */
struct stretch {
    const struct passage *passage;
    struct sentence at;
    unsigned weight;
    guint order; /* in the article */
};

void check_grade(const struct checking *c)
{
    const struct reading *r = &c->reading;
    if (!measure_applies(MEASURE_GRADE, r, c->article->lang))
        return;
    double grade = measure_value(MEASURE_GRADE, r);
    if (!measure_is_met(MEASURE_GRADE, grade))
        check_report(c, RULE_READING_GRADE, check_article_pos(c),
                     "the text reads at grade %.1f, for %s; the limit is %.1f", grade,
                     grade_in_words(grade), measure_get(MEASURE_GRADE)->limit);
}

void check_measures(const struct checking *c)
{
    const struct reading *r = &c->reading;
    for (int i = 0; i < MEASURE_COUNT; i++) {
        const struct measure_info *info = measure_get(i);
        if (i == MEASURE_GRADE || info->rule == RULE_COUNT ||
            !measure_applies(i, r, c->article->lang) || measure_is_met(i, measure_value(i, r)))
            continue;
        bool unsure = i == MEASURE_SMOG && r->sentences < READING_SMOG_SENTENCES;
        check_report(c, info->rule, check_article_pos(c), "%s: %.1f, the limit is %.1f%s",
                     info->name, measure_value(i, r), info->limit,
                     unsure ? " (unsure: fewer than 30 sentences)" : "");
    }
}

static int heavier_first(gconstpointer a, gconstpointer b)
{
    const struct stretch *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return x->order < y->order ? -1 : 1;
}

/* The first words of a stretch, to know it again by. */
static char *opening(const struct stretch *stretch)
{
    struct word_walk walk = sentence_words(stretch->passage->text, &stretch->at);
    const char *start = walk.at;
    struct word word;
    for (int i = 0; i < 5 && word_next(&walk, &word); i++)
        continue;
    return g_strndup(start, (gsize)(walk.at - start));
}

void check_long_sentences(const struct checking *c)
{
    if (!sentence_ends_are_marked(c->article->lang))
        return;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        for (guint j = 0; passage_is_running(passage) && j < passage->sentences->len; j++) {
            struct sentence at = g_array_index(passage->sentences, struct sentence, j);
            struct stretch stretch = {passage, at, at.words, found->len};
            if (at.words > SENTENCE_LIMIT)
                g_array_append_val(found, stretch);
        }
    }
    g_array_sort(found, heavier_first);
    for (guint i = 0; i < MIN(found->len, WORST_SENTENCES); i++) {
        const struct stretch *stretch = &g_array_index(found, struct stretch, i);
        g_autofree char *words = opening(stretch);
        check_report(c, RULE_SENTENCE_LONG, passage_pos(stretch->passage, stretch->at.start),
                     "'%s …' has %u words, the limit is %d (%u of %u in length)", words,
                     stretch->weight, SENTENCE_LIMIT, i + 1, found->len);
    }
}

void check_paragraphs(const struct checking *c)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        struct stretch stretch = {passage, {0}, passage->words, found->len};
        if (passage_is_running(passage) && (passage->sentences->len > PARAGRAPH_SENTENCES_LIMIT ||
                                            passage->words > PARAGRAPH_WORDS_LIMIT))
            g_array_append_val(found, stretch);
    }
    g_array_sort(found, heavier_first);
    for (guint i = 0; i < MIN(found->len, WORST_PARAGRAPHS); i++) {
        const struct stretch *stretch = &g_array_index(found, struct stretch, i);
        check_report(c, RULE_PARAGRAPH_LONG, passage_pos(stretch->passage, 0),
                     "a paragraph of %u sentences and %u words, the limits are %d and %d",
                     stretch->passage->sentences->len, stretch->weight, PARAGRAPH_SENTENCES_LIMIT,
                     PARAGRAPH_WORDS_LIMIT);
    }
}
