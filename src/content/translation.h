/*
 * Articles that say the same in several languages: what a translation says of itself, and which
 * article it is a translation of. A translation names its source (`translation: {of: mri}`), or is
 * named like it and ends in its own language as "mri.es" or, by custom, as "mri-es".
 */
#ifndef HANDOUT_CONTENT_TRANSLATION_H
#define HANDOUT_CONTENT_TRANSLATION_H

#include "content/fact.h"

#include <stdbool.h>
#include <stddef.h>

struct yaml;

/* Who answers for translated words, as the mapping `translation` of a settings file says. */
struct translation {
    struct fact by;          /* who translated */
    struct fact machine;     /* "yes" or "no": whether a machine did */
    struct fact reviewed_by; /* the qualified person who read it over against its source */
    struct fact reviewed_on; /* a date */
    /* Of articles alone */
    struct fact of;             /* the file name of the source, without ".md" */
    struct fact source_version; /* the version of the source that was translated */
};

/* Reads the mapping (NULL: nothing is given), an article's or that of a labels file, in `path`.
 * False when anything in it was reported. */
bool translation_read(const struct yaml *mapping, const char *path, bool of_article,
                      struct translation *out, struct diag *diag);
void translation_clear(struct translation *translation);

/* True when a machine translated, and nobody who is named has read it over. */
bool translation_is_unread(const struct translation *translation);

#endif
