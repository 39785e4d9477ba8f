/*
 * Filler: words that stand where a fact should be.
 */
#ifndef HANDOUT_EXAMINE_PLACEHOLDER_H
#define HANDOUT_EXAMINE_PLACEHOLDER_H

/*
 * The first filler in `text` (into it), or NULL: notes to oneself, Latin that nobody reads,
 * example.com and its like (RFC 2606), US numbers set aside for fiction (555-0100 to 555-0199).
 * `*out_length` is its bytes.
 */
const char *placeholder_find(const char *text, unsigned long *out_length);

#endif
