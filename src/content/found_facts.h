/*
 * The facts of texts, found once: the same words are set at several sizes, in several widths and
 * for several products, and finding what must not be parted in them takes longer than any of that.
 */
#ifndef HANDOUT_CONTENT_FOUND_FACTS_H
#define HANDOUT_CONTENT_FOUND_FACTS_H

#include "base/range.h"
#include "content/labels.h"

#include <glib.h>

struct found_facts;

/* For texts in the language of `labels`, borrowed. */
struct found_facts *found_facts_new(const struct labels *labels);
void found_facts_free(struct found_facts *facts);

/* The facts (content/facts.h) and amounts (content/amounts.h) in words without signs of direction,
 * by rising starts, of which what holds others comes first: of struct range, lent. Any thread:
 * products of one document are laid out side by side. */
const GArray *found_facts_in(struct found_facts *facts, const char *words);

#endif
