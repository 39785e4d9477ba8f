/*
 * What the files of checks share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_EXAMINE_CHECK_PARTS_H
#define HANDOUT_EXAMINE_CHECK_PARTS_H

#include "examine/check.h"
#include "examine/language.h"
#include "examine/prose.h"

/* One article (or, with `article` NULL, the clinic alone) under examination. */
struct checking {
    const struct article *article;
    const struct prose *prose;
    const struct clinic *clinic; /* may be NULL */
    const struct labels *labels; /* of the article; NULL for the clinic */
    struct reading reading;
    enum check_depth depth;
    const struct language_checks *language; /* of the article; NULL for the clinic */
    struct diag *diag;
};

/* Reports "MESSAGE: what to do", the second part from the rule's row. */
void check_report(const struct checking *c, enum rule rule, struct pos pos, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The place of the article's first line, for what concerns all of it. */
struct pos check_article_pos(const struct checking *c);

/* Times of the day that a passage gives and clinic.yaml does not. */
void check_passage_hours(const struct checking *c, const struct passage *passage);

/* Facts (check_facts.c, check_hours.c, check_crisis.c) */
void check_clinic_placeholders(const struct checking *c);
void check_placeholders(const struct checking *c);
void check_unknown_facts(const struct checking *c);
void check_telephone(const struct checking *c);
void check_postal(const struct checking *c);
void check_contact_route(const struct checking *c);
void check_verified_on(const struct checking *c);
void check_hours(const struct checking *c);
void check_retired_hotline(const struct checking *c);
void check_crisis_line(const struct checking *c);

/* Foreign syntax and unfilled fields (check_foreign.c) */
void check_foreign(const struct checking *c);

/* Translations (check_translation.c) */
void check_unread(const struct checking *c);

/* Origin and purpose (check_origin.c) */
void check_review_interval(const struct checking *c);
void check_provenance(const struct checking *c);
void check_purpose(const struct checking *c);

/* Action (check_action.c) */
void check_next_steps(const struct checking *c);
void check_steps(const struct checking *c);
void check_tool(const struct checking *c);

/* Numbers (check_numbers.c) */
void check_numbers(const struct checking *c);

/* Shape (check_shape.c) */
void check_title(const struct checking *c);
void check_headings(const struct checking *c);
void check_sections(const struct checking *c);
void check_links(const struct checking *c);
void check_alt(const struct checking *c);
void check_capitals(const struct checking *c);
void check_lists(const struct checking *c);
void check_tables(const struct checking *c);
void check_bold(const struct checking *c);

/* Words (check_words.c) */
void check_jargon(const struct checking *c);
void check_abbreviations(const struct checking *c);
void check_you(const struct checking *c);
void check_third_person(const struct checking *c);
void check_passive(const struct checking *c);
void check_sums(const struct checking *c);

/* Readability (check_reading.c) */
void check_grade(const struct checking *c);
void check_measures(const struct checking *c);
void check_long_sentences(const struct checking *c);
void check_paragraphs(const struct checking *c);

#endif
