/*
 * Where the program finds what was installed with it (base/program.h).
 */
#ifndef HANDOUT_RUN_PLACE_H
#define HANDOUT_RUN_PLACE_H

#include "run/command.h"

/* The font set: the one asked for; else fonts/fonts.conf of the working directory, a clinic's own;
 * else the installed one. Where there is none, the second, so that its absence is reported. Lent,
 * for as long as the program runs. */
const char *place_fonts(const char *asked);

/* Has this process become the helper of the command line `words`, which a NULL ends. Returns only
 * when the helper is not there: said, in the words of what the program lacks ("its front desk"). */
enum status place_become(char *const *words, const char *lack);

/* What has words spoken. */
#define SPEAKER "handout-speak"

#endif
