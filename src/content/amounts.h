/*
 * Amounts inside running text: numbers with what they count, "6 weeks", "4 to 6 weeks", "1 in 10
 * people", "9 am to 5 pm", "12 noon". Which words stand between the numbers of one amount is told
 * by the language's labels; shapes that hold in any language stand in facts.h.
 */
#ifndef HANDOUT_CONTENT_AMOUNTS_H
#define HANDOUT_CONTENT_AMOUNTS_H

#include "content/facts.h"
#include "content/labels.h"

/* Visits the amounts that are to stay in one piece; ranges may overlap. Years, and numbers to call,
 * count nothing. */
void amounts_find(const char *text, const struct labels *labels, facts_visit *visit, void *data);

#endif
