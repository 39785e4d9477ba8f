/*
 * The screens of a build in a few lines: one for each article.
 */
#ifndef HANDOUT_PUBLISH_REPORT_SCREENS_H
#define HANDOUT_PUBLISH_REPORT_SCREENS_H

#include "publish/report.h"

/* How many screens each article has, in the order of the show, with what is least of all of them:
 * how high the letters are and how strong the contrast. Those that play twice count twice. */
void report_print_screens(const struct report *report, FILE *out);

#endif
