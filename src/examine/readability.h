/*
 * Readability: what the usual formulas make of an article. They rank texts by the length of words
 * and sentences; they do not judge sense, lists or tables, and no value proves that a text is
 * understood.
 *
 * Counted: paragraphs and list items; not headings, tables, code, addresses and numbers. A
 * hyphenated word is one word. Formulas and thresholds: print-standards 2.4 and 2.6.
 */
#ifndef HANDOUT_EXAMINE_READABILITY_H
#define HANDOUT_EXAMINE_READABILITY_H

#include "examine/prose.h"

/* Fewer words say nothing about a text. */
#define READING_WORDS_MIN 100

/* SMOG was made for samples of 30 sentences. */
#define READING_SMOG_SENTENCES 30

struct reading {
    unsigned words, sentences, letters;
    unsigned syllables;  /* as far as its language is known to count them; else 0, as below */
    unsigned long_words; /* of three and more syllables */
    unsigned fog_words;  /* the same without names, compounds, and endings that make the third */
    unsigned hard_words; /* not among the everyday words of the language, no names */
};

enum measure {
    MEASURE_GRADE, /* Flesch-Kincaid */
    MEASURE_SMOG,
    MEASURE_EASE, /* Flesch */
    MEASURE_FOG,
    MEASURE_COLEMAN_LIAU,
    MEASURE_ARI,
    MEASURE_DALE_CHALL,
    MEASURE_HUERTA,
    MEASURE_INFLESZ,
    MEASURE_SENTENCE,
    MEASURE_LONG_WORDS,
    MEASURE_COUNT
};

struct measure_info {
    const char *name;
    const char *lang; /* the language (of a record) that it was made for; NULL: any */
    double limit;     /* 0: none known */
    bool higher_is_better;
    enum rule rule; /* RULE_COUNT: its value is printed, never complained about */
    double (*value)(const struct reading *reading);
};

/* Never NULL; the row is static. */
const struct measure_info *measure_get(enum measure measure);

/* Counts all running text of `prose`. */
struct reading reading_of(const struct prose *prose, const char *lang);

/* True when there are words enough, the measure was made for the language, and its sentences are
 * marked if the measure asks for them alone. */
bool measure_applies(enum measure measure, const struct reading *reading, const char *lang);

double measure_value(enum measure measure, const struct reading *reading);

/* True when the value is on the good side of its limit. */
bool measure_is_met(enum measure measure, double value);

/* Who reads at a grade of the US school system ("college readers"); static. */
const char *grade_in_words(double grade);

#endif
