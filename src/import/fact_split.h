/*
 * What a line says of telephone numbers, in parts. Only the finders of facts include this.
 */
#ifndef HANDOUT_IMPORT_FACT_SPLIT_H
#define HANDOUT_IMPORT_FACT_SPLIT_H

#include "import/source.h"

#include <stdbool.h>

/* A number to call. Its strings are owned. */
struct numbered {
    char *label;  /* what it is for; empty: not said */
    char *number; /* as it is written */
    char *hours;  /* when it is answered, as clinic.yaml wants it; NULL: not said */
    char *notes;  /* what else is said of it: "option 2"; NULL: nothing */
    bool leads;   /* the label stands before it */
    bool asked;   /* a question stands before it instead: "Fever? 503 …" */
    bool called;  /* a word before it says that it is one to call */
};

/* A text that is one number with what it is for. False, and nothing to be cleared: it is not. */
bool fact_split_number(const struct source *source, const char *part, struct numbered *out);
void fact_clear_number(struct numbered *numbered);

/* A text that is several such, of struct numbered *; owned by the caller; NULL: it is not. */
GPtrArray *fact_split_numbers(const struct source *source, const char *text);

/* True for a line with struck words: what was true once is no fact, and people part the two. */
bool fact_is_struck(const struct input_line *line);

/* True for a label that only says that it is the clinic's number. */
bool fact_is_plain(const char *label);

/* True for words all of which say that it is the clinic itself, or how to reach it: "Our office".
 */
bool fact_is_generic(const struct source *source, const char *words);

/* True for a heading that is a person: "Dr. Jane Roe", "Jane Roe, MD". */
bool fact_is_person(const struct source *source, const char *heading);

/* True for a heading that may say no more than that the clinic's number follows: "Questions?". */
bool fact_may_be_clinics(const struct source *source, const char *heading);

/* True for words that only say that a number to call follows: "Call us at", "Tel." */
bool fact_only_calls(const struct source *source, const char *words);

/* What a number with that label is: TELEPHONE, the clinic's own; FAX; or POINT. */
enum found_key fact_number_key(const struct source *source, const char *label);

/* True for "Tel/Fax". */
bool fact_names_both(const struct source *source, const char *label);

/* True for a word before numbers in the language of the page. */
bool fact_names_number(const struct source *source, const char *label);

/* True for a label of numbers for text telephones. */
bool fact_is_tty(const struct source *source, const char *label);

/* True for a line that ends with a colon: it says of what stands in the next one. */
bool fact_leads_on(const struct input_line *line);

/* The line above, blank ones between, that this one goes on from; lent; NULL: there is none. */
struct input_line *fact_line_above(const struct source *source, const struct input_line *line);

/* True for a label of a number that is not the clinic's: it says who made the site, or leads to
 * somebody else's. */
bool fact_is_of_others(const struct source *source, const struct input_line *line,
                       const char *label);

/* Lists numbers that links lead to and their words contradict, whose lines stay in the text, and
 * those that links to services for messages lead to and that nobody took. */
void fact_list_links(struct source *source);

/* Leaves in the article what it says of numbers and hours in its own text. */
void fact_settle_article(struct source *source);

#endif
