/*
 * The formulas, one row each, over counts made in one pass. Awkward: Fog and Dale-Chall leave out
 * names, which can only be told by their capital inside a sentence.
 */
#include "examine/readability.h"

#include "base/lang.h"
#include "base/letter.h"
#include "base/sentence.h"
#include "examine/lexeme.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct counting {
    struct reading reading;
    const struct language_checks *language;
};

static double per_word(double count, const struct reading *r)
{
    return count / r->words;
}

static double words_per_sentence(const struct reading *r)
{
    return (double)r->words / r->sentences;
}

static double flesch_kincaid(const struct reading *r)
{
    return 0.39 * words_per_sentence(r) + 11.8 * per_word(r->syllables, r) - 15.59;
}

static double smog(const struct reading *r)
{
    return 1.0430 * sqrt(r->long_words * 30.0 / r->sentences) + 3.1291;
}

static double flesch(const struct reading *r)
{
    return 206.835 - 1.015 * words_per_sentence(r) - 84.6 * per_word(r->syllables, r);
}

static double fog(const struct reading *r)
{
    return 0.4 * (words_per_sentence(r) + 100 * per_word(r->fog_words, r));
}

static double coleman_liau(const struct reading *r)
{
    return 5.88 * per_word(r->letters, r) - 29.6 * per_word(r->sentences, r) - 15.8;
}

static double ari(const struct reading *r)
{
    return 4.71 * per_word(r->letters, r) + 0.5 * words_per_sentence(r) - 21.43;
}

static double dale_chall(const struct reading *r)
{
    double hard = 100 * per_word(r->hard_words, r);
    return 0.1579 * hard + 0.0496 * words_per_sentence(r) + (hard > 5 ? 3.6365 : 0);
}

static double huerta(const struct reading *r)
{
    return 206.84 - 60 * per_word(r->syllables, r) - 1.02 * words_per_sentence(r);
}

static double inflesz(const struct reading *r)
{
    return 206.835 - 62.3 * per_word(r->syllables, r) - words_per_sentence(r);
}

static double long_words(const struct reading *r)
{
    return 100 * per_word(r->long_words, r);
}

static const struct measure_info measures[] = {
    [MEASURE_GRADE] = {"Flesch-Kincaid grade", "en", 6.9, false, RULE_READING_GRADE,
                       flesch_kincaid},
    [MEASURE_SMOG] = {"SMOG grade", "en", 8, false, RULE_READING_SMOG, smog},
    [MEASURE_EASE] = {"Flesch reading ease", "en", 70, true, RULE_READING_EASE, flesch},
    [MEASURE_FOG] = {"Gunning Fog", "en", 0, false, RULE_COUNT, fog},
    [MEASURE_COLEMAN_LIAU] = {"Coleman-Liau", "en", 0, false, RULE_COUNT, coleman_liau},
    [MEASURE_ARI] = {"automated readability index", "en", 0, false, RULE_COUNT, ari},
    [MEASURE_DALE_CHALL] = {"Dale-Chall (estimate, own word list)", "en", 0, false, RULE_COUNT,
                            dale_chall},
    [MEASURE_HUERTA] = {"Fernández Huerta", "es", 0, true, RULE_COUNT, huerta},
    [MEASURE_INFLESZ] = {"INFLESZ", "es", 65, true, RULE_READING_INFLESZ, inflesz},
    [MEASURE_SENTENCE] = {"words in a sentence, mean", NULL, 15, false, RULE_SENTENCE_MEAN,
                          words_per_sentence},
    [MEASURE_LONG_WORDS] = {"words of 3 and more syllables, %", "en", 8, false, RULE_LONG_WORDS,
                            long_words},
};
static_assert(G_N_ELEMENTS(measures) == MEASURE_COUNT, "every measure has a row");

const struct measure_info *measure_get(enum measure measure)
{
    g_assert((unsigned)measure < MEASURE_COUNT);
    return &measures[measure];
}

bool measure_applies(enum measure measure, const struct reading *reading, const char *lang)
{
    const char *made_for = measure_get(measure)->lang;
    bool known = measure != MEASURE_SENTENCE || sentence_ends_are_marked(lang);
    return known && reading->words >= READING_WORDS_MIN &&
           (!made_for || lang_matches(made_for, lang));
}

double measure_value(enum measure measure, const struct reading *reading)
{
    return measure_get(measure)->value(reading);
}

bool measure_is_met(enum measure measure, double value)
{
    const struct measure_info *info = measure_get(measure);
    if (info->limit == 0)
        return true;
    return info->higher_is_better ? value >= info->limit : value <= info->limit;
}

const char *grade_in_words(double grade)
{
    if (grade < 7)
        return "most adults";
    if (grade < 9)
        return "the average adult";
    if (grade < 13)
        return "high school readers";
    return grade < 17 ? "college readers" : "readers with a university degree";
}

static void count_word(struct counting *counting, const struct word *word, bool first)
{
    struct reading *r = &counting->reading;
    struct lexeme lexeme = lexeme_of(word, counting->language);
    bool name = !first && letter_is_upper(letter_at(word->start));
    r->words++;
    r->letters += word->letters;
    r->syllables += lexeme.syllables;
    r->long_words += lexeme.syllables >= 3;
    r->fog_words += lexeme.fog && !name;
    r->hard_words += !lexeme.everyday && !name;
}

static void count_passage(struct counting *counting, const struct passage *passage)
{
    guint at = 0;
    for (guint i = 0; i < passage->sentences->len; i++) {
        guint first = at, end = at + g_array_index(passage->sentences, struct sentence, i).words;
        for (; at < end; at++)
            count_word(counting, &g_array_index(passage->found, struct word, at), at == first);
    }
    counting->reading.sentences += passage->sentences->len;
}

struct reading reading_of(const struct prose *prose, const char *lang)
{
    struct counting counting = {.language = language_checks_for(lang)};
    for (guint i = 0; i < prose->passages->len; i++) {
        const struct passage *passage = prose_passage(prose, i);
        if (passage_is_running(passage))
            count_passage(&counting, passage);
    }
    return counting.reading;
}
