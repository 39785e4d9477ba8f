/*
 * The languages that the page of the front desk speaks: those that have all of its words.
 */
#ifndef HANDOUT_SERVE_TONGUE_H
#define HANDOUT_SERVE_TONGUE_H

#include "content/labels.h"

/* One that can be chosen. */
struct tongue {
    char *tag;  /* "es" */
    char *name; /* in its own words: "Español" */
};

/* All of them, of struct tongue *, by rising tags; owned by the caller, with what it holds.
 * `directory` is where the clinic's own labels stand. */
GPtrArray *tongue_all(const char *directory);

/*
 * The words of the page: in the language that somebody `asked` for, else in the first that the
 * browser `accepts` (the header Accept-Language), else in the `usual` one of the clinic, else in
 * English; the clinic's words, where no file of them is broken. Each may be NULL, and of anybody's
 * making. Owned by the caller, and never NULL.
 */
struct labels *tongue_choose(const char *directory, const char *asked, const char *accepts,
                             const char *usual);

#endif
