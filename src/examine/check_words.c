/*
 * Words: jargon, abbreviations, whom the text speaks to, who does what. Awkward: what the
 * languages know of grammar is guessed from forms, so rates are reported and single sentences are
 * not.
 */
#include "examine/check_parts.h"

#include "base/range.h"

#include <string.h>

#define YOU_WORDS     50
#define PASSIVE_SHARE 10 /* [%] */
#define PASSIVE_MIN   3  /* fewer passive sentences are no habit */

/* Each word once, where it first stands. */
void check_jargon(const struct checking *c)
{
    if (!c->language->find_jargon)
        return;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        struct word_walk walk = passage_words(passage);
        struct word word;
        while (word_next(&walk, &word)) {
            const struct jargon *jargon = c->language->find_jargon(word.start, word.length);
            if (jargon && g_hash_table_add(seen, (gpointer)jargon))
                check_report(
                    c, RULE_JARGON, passage_pos(passage, (gsize)(word.start - passage->text)),
                    "few readers know '%.*s' (%s)", (int)word.length, word.start, jargon->plain);
        }
    }
}

/* Two to six capitals, with digits or a plural 's' perhaps: TMS, PTSD, MRIs. */
static bool is_abbreviation(const struct word *word)
{
    gsize length = word->length, capitals = 0;
    if (length > 2 && word->start[length - 1] == 's')
        length--;
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isupper(word->start[i]) && !g_ascii_isdigit(word->start[i]))
            return false;
        capitals += g_ascii_isupper(word->start[i]) != 0;
    }
    return capitals >= 2 && length <= 6;
}

/* Beside a bracket: "imaging (MRI)" or "MRI (magnetic resonance imaging)". */
static bool is_explained_here(const char *text, const struct word *word)
{
    const char *behind = word->start + word->length;
    bool inside = word->start > text && word->start[-1] == '(';
    return inside || g_str_has_prefix(behind, " (");
}

void check_abbreviations(const struct checking *c)
{
    const char *const *known = c->language->known_abbreviations;
    if (!known)
        return;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        struct word_walk walk = passage_words(passage);
        struct word word;
        while (passage_is_running(passage) && word_next(&walk, &word)) {
            if (!is_abbreviation(&word) || word_is_any(&word, known))
                continue;
            g_autofree char *letters = g_strndup(word.start, word.length);
            bool first = g_hash_table_add(seen, g_strdup(letters));
            if (first && !is_explained_here(passage->text, &word))
                check_report(c, RULE_ABBREVIATION,
                             passage_pos(passage, (gsize)(word.start - passage->text)),
                             "'%s' is not explained", letters);
        }
    }
}

void check_you(const struct checking *c)
{
    const char *const *you = c->language->you;
    if (!you)
        return;
    unsigned count = 0;
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        struct word_walk walk = passage_words(passage);
        struct word word;
        while (passage_is_running(passage) && word_next(&walk, &word))
            count += word_is_any(&word, you);
    }
    unsigned wanted = c->prose->words / YOU_WORDS;
    if (c->prose->words >= READING_WORDS_MIN && count < wanted)
        check_report(c, RULE_YOU_RATE, check_article_pos(c),
                     "%u of %u words say 'you' or 'your', at least %u are looked for", count,
                     c->prose->words, wanted);
}

/* `phrases` may be NULL. */
static void report_phrases(const struct checking *c, enum rule rule, const char *const *phrases,
                           const char *what)
{
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        for (size_t j = 0; phrases && passage_is_running(passage) && phrases[j]; j++) {
            const char *found = range_find_phrase(passage->text, phrases[j], true);
            if (found)
                check_report(c, rule, passage_pos(passage, (gsize)(found - passage->text)),
                             "'%.*s' %s", (int)strlen(phrases[j]), found, what);
        }
    }
}

void check_third_person(const struct checking *c)
{
    report_phrases(c, RULE_THIRD_PERSON, c->language->about_reader, "speaks about the reader");
}

void check_sums(const struct checking *c)
{
    report_phrases(c, RULE_SUMS, c->language->sums, "asks the reader for a sum");
}

void check_passive(const struct checking *c)
{
    if (!c->language->is_passive)
        return;
    unsigned passive = 0;
    struct pos first = check_article_pos(c);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        for (guint j = 0; passage_is_running(passage) && j < passage->sentences->len; j++) {
            const struct sentence *s = &g_array_index(passage->sentences, struct sentence, j);
            if (c->language->is_passive(passage->text, s) && passive++ == 0)
                first = passage_pos(passage, s->start);
        }
    }
    if (passive >= PASSIVE_MIN && passive * 100 > c->prose->sentences * PASSIVE_SHARE)
        check_report(c, RULE_PASSIVE_RATE, first,
                     "%u of %u sentences are passive, the first one here; the limit is %d %%",
                     passive, c->prose->sentences, PASSIVE_SHARE);
}
