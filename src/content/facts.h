/*
 * Facts inside running text that a reader must find unbroken: telephone numbers, e-mail addresses,
 * dates, doses, times (rule T07, UKAAF G003: "single facts not split over lines").
 */
#ifndef HANDOUT_CONTENT_FACTS_H
#define HANDOUT_CONTENT_FACTS_H

#include <stddef.h>

/* Called for every fact found, with its byte range in the text. Ranges may overlap. */
typedef void facts_visit(size_t start, size_t end, void *data);

/* `abbreviations`: the language's (LABELS_ABBREVIATIONS); NULL: none. */
void facts_find(const char *text, const char *const *abbreviations, facts_visit *visit, void *data);

/* Blanks to fill in, each with the words that say what goes there; a blank without them is a fact
 * by itself. */
void facts_find_asked(const char *text, facts_visit *visit, void *data);

/* The end of the word at a byte of the text: a blank, a line's end or the text's. */
size_t facts_word_end(const char *text, size_t at);

#endif
