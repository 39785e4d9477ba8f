/*
 * What the files of postal addresses share. Internal to content/postal*.c.
 */
#ifndef HANDOUT_CONTENT_POSTAL_PARTS_H
#define HANDOUT_CONTENT_POSTAL_PARTS_H

/* How a country's addresses are written: %A street, %C town, %S region, %Z code, '|' a new line;
 * signs between two parts of a line stand only where both are given. */
struct postal_order {
    const char *country; /* ISO 3166-1 */
    const char *own;     /* in the country's own letters */
    const char *latin;   /* in Latin letters; NULL: the same */
    /* The signs of a code without blanks and hyphens, '|' between shapes: '#' a figure, '@' a
     * letter of our alphabet, '*' either. NULL: there are none, or nobody knows. */
    const char *codes;
    const char *code; /* one of them, as it is written there */
};

/* NULL: not known. */
const struct postal_order *postal_order_find(const char *country);

#endif
