/*
 * Words: jargon, abbreviations, whom the text speaks to, who does what. English only. Awkward:
 * grammar is guessed from forms ("is" + "-ed"), so rates are reported and single sentences are not.
 */
#include "examine/check_parts.h"

#include "examine/jargon.h"

#include <string.h>

#define YOU_WORDS     50
#define PASSIVE_SHARE 10 /* [%] */
#define PASSIVE_MIN   3  /* fewer passive sentences are no habit */

/* Each word once, where it first stands. */
void check_jargon(const struct checking *c)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = c->prose->passages->pdata[i];
        struct word_walk walk = passage_words(passage);
        struct word word;
        while (word_next(&walk, &word)) {
            const struct jargon *jargon = jargon_find(word.start, word.length);
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

/* Known to everybody, or read out letter by letter in daily life. */
static bool is_everyday_abbreviation(const struct word *word)
{
    static const char *const known[] = {"US",  "USA", "UK",  "TV",  "AM",  "PM", "ID",  "OK",
                                        "PDF", "PO",  "SMS", "DNA", "HIV", "CD", "DVD", NULL};
    return word_is_any(word, known);
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
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = c->prose->passages->pdata[i];
        struct word_walk walk = passage_words(passage);
        struct word word;
        while (passage_is_running(passage) && word_next(&walk, &word)) {
            if (!is_abbreviation(&word) || is_everyday_abbreviation(&word))
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
    static const char *const you[] = {"you",    "your",   "yours", "yourself", "you're",
                                      "you'll", "you've", "you'd", NULL};
    unsigned count = 0;
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = c->prose->passages->pdata[i];
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

static void report_phrases(const struct checking *c, enum rule rule, const char *const *phrases,
                           const char *what)
{
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = c->prose->passages->pdata[i];
        for (size_t j = 0; passage_is_running(passage) && phrases[j]; j++) {
            const char *found = check_find_phrase(passage->text, passage->text, phrases[j]);
            if (found)
                check_report(c, rule, passage_pos(passage, (gsize)(found - passage->text)),
                             "'%.*s' %s", (int)strlen(phrases[j]), found, what);
        }
    }
}

void check_third_person(const struct checking *c)
{
    static const char *const phrases[] = {"patients should",
                                          "patients must",
                                          "the patient should",
                                          "the patient must",
                                          "patients need to",
                                          "individuals should",
                                          NULL};
    report_phrases(c, RULE_THIRD_PERSON, phrases, "speaks about the reader");
}

void check_sums(const struct checking *c)
{
    static const char *const phrases[] = {"calculate", "multiply", "add up",
                                          "divide",    "subtract", NULL};
    report_phrases(c, RULE_SUMS, phrases, "asks the reader for a sum");
}

static bool is_participle(const struct word *word)
{
    static const char *const irregular[] = {
        "done", "given",   "taken", "made", "seen",    "found",  "shown", "known",
        "told", "caused",  "held",  "kept", "put",     "sent",   "set",   "left",
        "paid", "brought", "built", "felt", "written", "chosen", "drawn", NULL};
    bool regular =
        word->length > 4 && g_ascii_strncasecmp(word->start + word->length - 2, "ed", 2) == 0;
    return regular || word_is_any(word, irregular);
}

/* A form of "be", then a participle, at most one word between ("is often given"). */
static bool is_passive(const char *text, const struct sentence *sentence)
{
    static const char *const be[] = {"is", "are", "was", "were", "been", "be", "being", NULL};
    struct word_walk walk = sentence_words(text, sentence);
    struct word word;
    unsigned since = 9; /* words since a form of "be" */
    while (word_next(&walk, &word)) {
        if (word_is_any(&word, be))
            since = 0;
        else if (++since <= 2 && is_participle(&word))
            return true;
    }
    return false;
}

void check_passive(const struct checking *c)
{
    unsigned passive = 0;
    struct pos first = check_article_pos(c);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = c->prose->passages->pdata[i];
        for (guint j = 0; passage_is_running(passage) && j < passage->sentences->len; j++) {
            const struct sentence *s = &g_array_index(passage->sentences, struct sentence, j);
            if (is_passive(passage->text, s) && passive++ == 0)
                first = passage_pos(passage, s->start);
        }
    }
    if (passive >= PASSIVE_MIN && passive * 100 > c->prose->sentences * PASSIVE_SHARE)
        check_report(c, RULE_PASSIVE_RATE, first,
                     "%u of %u sentences are passive, the first one here; the limit is %d %%",
                     passive, c->prose->sentences, PASSIVE_SHARE);
}
