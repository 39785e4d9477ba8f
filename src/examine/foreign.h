/*
 * What other programs would understand and ours does not: the syntax of other Markdown dialects and
 * of templates, and fields that nobody has filled in. Patients would read it as it is written.
 */
#ifndef HANDOUT_EXAMINE_FOREIGN_H
#define HANDOUT_EXAMINE_FOREIGN_H

#include "base/range.h"

#include <glib.h>
#include <stdbool.h>

struct foreign_find {
    gsize start, length; /* bytes in the line */
    bool unfilled;       /* a field of a template, else foreign syntax */
    const char *what;    /* it looks like; static */
    const char *instead; /* what to write; static */
};

/*
 * What is foreign in one line of an article's body, in the order of the table (of struct
 * foreign_find); the caller's. `above`, `below`: the lines around it, "" for none.
 */
GArray *foreign_in_line(const char *line, const char *above, const char *below);

/* The same in one value of the front matter; of one that is no Markdown, fields only. */
GArray *foreign_in_value(const char *value, bool markdown);

/* Markup in a value that is plain words, where its signs would show. */
bool foreign_find_markup(const char *value, struct range *found);

#endif
