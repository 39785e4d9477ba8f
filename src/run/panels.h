/*
 * What every panel on the market would make of the clinic's articles: from how far their smallest
 * letters can be read.
 */
#ifndef HANDOUT_RUN_PANELS_H
#define HANDOUT_RUN_PANELS_H

#include "publish/build.h"

#include <stdio.h>

/*
 * Lays the screens out for 144 panels (six diagonals, six viewing distances, two heights of the
 * lowest line, both ways to hang them) and prints a table, row by row as it is known; on standard
 * error the errors, each once, and progress where that is a terminal. `options` say what and with
 * which fonts. The exit status: the worst of all panels.
 */
int panels_print(const struct build_options *options, FILE *out);

#endif
