/*
 * What no line end parts: facts, the way an address is reached, a note's number and its word.
 * Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_KEEPING_H
#define HANDOUT_LAYOUT_KEEPING_H

#include "layout/paragraph.h"

/* What stays in one piece while lines are looked for, given up one after the other: all but the
 * first two in what is wider than its line alone. */
enum keep { KEEP_FACTS, KEEP_PARTS_OF_FACTS, KEEP_FACTS_WITHIN, KEEP_SCHEMES, KEEP_NOTHING };

/* Bytes of the text that are wider than their line. */
struct wide {
    struct range range;
    enum keep keep; /* while this was kept */
};

struct keeping {
    struct paragraph *p;
    enum keep keep;
    GArray *wide; /* of struct wide */
};

/* Forbids the breaks that `k` tells, in what stays whole of the paragraph. */
void keeping_apply(struct keeping *k);

/* Forbids those behind which the number of a note would stand. */
void keeping_references(struct paragraph *p);

/* Forbids both in words whose line is not known yet. */
void keeping_facts(struct paragraph *p);

#endif
