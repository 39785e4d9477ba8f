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
 * lowest line, both ways to hang them) and prints a table, with progress on standard error where
 * that is a terminal. `options` say what and with which fonts. The exit status: of errors that are
 * not the panels', else that of a product that could not be laid out.
 */
int panels_print(const struct build_options *options, FILE *out);

#endif
