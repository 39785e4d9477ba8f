/*
 * What a text holds that kinds of facts cannot do without: most texts hold little of it, and
 * trying a pattern at each of their places takes longer than all else that is done with them.
 */
#ifndef HANDOUT_CONTENT_FACTS_SIGNS_H
#define HANDOUT_CONTENT_FACTS_SIGNS_H

enum facts_sign {
    FACTS_DIGIT = 1 << 0,
    FACTS_DATE = 1 << 1,    /* four digits in a row, or a letter of East Asia, as in "5月" */
    FACTS_GROUP = 1 << 2,   /* four digits or capitals in a row */
    FACTS_ADDRESS = 1 << 3, /* '@', ':' */
    FACTS_BAR = 1 << 4,     /* '/' */
    FACTS_LINE = 1 << 5,    /* '_' */
    FACTS_HYPHEN = 1 << 6,  /* '-', or U+2010 */
    FACTS_TIE = 1 << 7,     /* what is tied to a number: "5 mg", "5 000", "5′", or "J. L." */
    FACTS_LEAD = 1 << 8,    /* what may stand before a number: "AB", "(", "$" */
    FACTS_SPACED = 1 << 9,  /* a sign or a blank beside a number: "> 5", "5 – 6", "5 000" */
};

/* The signs of a text, one look at each of its characters. A sign that is not there is for certain
 * not there; whether what is there makes a fact tells its pattern. */
unsigned facts_look(const char *text);

#endif
