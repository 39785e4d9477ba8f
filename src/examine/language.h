/*
 * What checks know of a language: its word lists, and what can be said of its words. A check asks
 * the record of the article's language; where that has no list (NULL) or no function, the check has
 * nothing to say. A language with checks is a file of its own and a row in language.c.
 *
 * Lists end with NULL and hold lower case ASCII, compared whatever the case of the text. Phrases
 * are found as words of their own.
 */
#ifndef HANDOUT_EXAMINE_LANGUAGE_H
#define HANDOUT_EXAMINE_LANGUAGE_H

#include "base/pattern.h"
#include "examine/prose.h"

/* A word that few readers know, and what to write instead. */
struct jargon {
    const char *word;  /* lower case */
    const char *plain; /* everyday words for it */
};

struct language_checks {
    const char *lang; /* the primary subtag of BCP 47; NULL: every language without a record */

    /* Readability. Words are in lower case, with straight apostrophes. */
    unsigned (*count_syllables)(const char *word); /* at least 1 */
    bool (*is_everyday)(const char *word);         /* a child of about nine reads it */

    /* Words */
    const struct jargon *(*find_jargon)(const char *word, size_t length); /* [bytes]; or NULL */
    bool (*is_passive)(const char *text, const struct sentence *sentence);
    const char *const *known_abbreviations; /* that everybody reads */
    const char *const *you;                 /* words that speak to the reader */
    const char *const *about_reader;        /* phrases that speak about the reader instead */
    const char *const *sums;                /* phrases that ask for a sum */

    /* Action */
    const char *const *asking;  /* verbs that open an instruction */
    const char *const *please;  /* words that may stand before such a verb */
    const char *const *first;   /* words that open the first of several steps */
    const char *const *later;   /* words that open one after it */
    const char *const *promise; /* phrases that promise steps */
    unsigned tool_words;        /* a text as long has a checklist or questions; 0: not looked for */

    /* Numbers: a pattern over a sentence. Its named groups are the numbers to be understood:
     * "share" (1 in 10), "dose", "percent", "decimal" and "plain"; all else that it matches is none
     * (days without a year, years, codes). */
    struct pattern *numbers;

    /* Shape */
    const char *const *vague_headings;
    const char *const *vague_links;
    const char *const *alt_empty;    /* words that say nothing of what a picture shows */
    const char *const *alt_openings; /* how words for a picture should not start */

    /* Facts and purpose */
    const char *const *opening; /* words that tell of opening hours */
    const char *const *crisis;  /* phrases of articles that should name a crisis line */
    unsigned purpose_letters;   /* of a word that says something of a purpose; 0: no check */
};

/* The record for a BCP 47 tag; never NULL. */
const struct language_checks *language_checks_for(const char *lang);

/* What records share (language_tools.c) */

/* What programs write beside a picture by themselves, in English whatever the language of the text:
 * `alt_empty` and `alt_openings` of any record. */
extern const char *const language_alt_empty[];
extern const char *const language_alt_openings[];

/* The same for what templates leave where a fact should be. */
struct filler {
    const char *words; /* NULL: behind the last */
    bool any_case;     /* else a note to oneself would be Spanish for "all" */
};
extern const struct filler language_fillers[];

/* And for fields to fill in, "[NAME]": one word in brackets is a field when templates have one of
 * that name; "[MRI]" is text. */
extern const char *const language_fields[];

/* The sum of `count` over the parts of a word that hyphens join; at least 1. */
unsigned language_sum_parts(const char *word, unsigned (*count)(const char *part));

/* The records, for language.c alone */
extern const struct language_checks language_english;
extern const struct language_checks language_spanish;

#endif
