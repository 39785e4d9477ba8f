/*
 * What a page says of the clinic beside its article. Only the finders of facts include this.
 */
#ifndef HANDOUT_IMPORT_FACT_AROUND_H
#define HANDOUT_IMPORT_FACT_AROUND_H

#include "import/source.h"

struct around;

/* Read off the facts so far, which it does not keep; owned by the caller. */
struct around *fact_read_around(const struct source *source);
void fact_free_around(struct around *around);

/* True when it says ways to the clinic, its address or its hours at all. */
bool fact_are_around(const struct around *around);

/* Whose a fact is that the article has. */
enum whose {
    WHOSE_NOBODYS = 1, /* nothing around says anything of the kind */
    WHOSE_OTHERS = 2,  /* what stands around says it otherwise */
    WHOSE_CLINICS = 4, /* it says this, too */
};

/* Bits of enum whose: hours may be partly one and partly the other. */
unsigned fact_whose(const struct around *around, enum found_key key, const char *value);

/* What is said of something. Strings are owned. */
struct saying {
    char *kind;  /* the something: for hours, a day */
    char *whole; /* the same in every spelling */
};

/* What a fact says, of struct saying; owned by the caller. */
GArray *fact_sayings(enum found_key key, const char *value);

/* What values that may be the same share: the end of a number that is dialled (telephone_same), or
 * the letters, whatever their case. Owned by the caller. */
char *fact_shared_part(enum found_key key, const char *value);

#endif
