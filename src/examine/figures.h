/*
 * What a text says in figures, whatever language it is in: numbers with their units, times of day
 * and telephone numbers, read by the signs and the digits of that language, so that a text and its
 * translation can be held against each other.
 */
#ifndef HANDOUT_EXAMINE_FIGURES_H
#define HANDOUT_EXAMINE_FIGURES_H

#include "content/labels.h"

#include <stdbool.h>

enum figure_kind { FIGURE_NUMBER, FIGURE_TIME, FIGURE_TELEPHONE, FIGURE_KIND_COUNT };

struct figure {
    enum figure_kind kind;
    char *text;       /* as it is written, in European digits */
    double value;     /* of a number; of a time its minutes after midnight */
    const char *unit; /* of a number: its sign ("mg", "week"), interned; NULL: none that is known */
    bool counts;      /* a number that a word without blanks touches: "1回", "1번" */
    bool spelled;     /* in letters: "twice" */
    bool halved;      /* a time: the half of the day is said, or the hour is of the clock of 24 */
    bool paired;      /* while two texts are compared: both measure as often in its unit */
};

struct figures {
    GPtrArray *found;    /* of struct figure *, owned, in the order of the text by kind */
    unsigned months[12]; /* how often each is named: others write its number there */
    unsigned dated;      /* a bit for each that stands beside a day or year, January the lowest */
};

struct figures *figures_of(const char *text, const struct labels *labels);
void figures_free(struct figures *figures);

/* True where each names a month beside a day that the other does not. */
bool figures_differ_in_months(const struct figures *one, const struct figures *other);

/* True for units that medicines are measured in. */
bool figures_is_dose(const char *unit);

/* True where doses in one unit stand in another order. Asked before anything is taken out, of texts
 * that have the same figures otherwise. */
bool figures_differ_in_order(const struct figures *one, const struct figures *other);

/* Takes what both say out of them; what is left is said by one alone. Numbers in letters that
 * nothing in the other may stand for are taken out, too: no list has all words for them ("both").
 * But parts of tablets stay: "half a tablet". */
void figures_cancel(struct figures *one, struct figures *other);

#endif
