/*
 * The first build for a front desk that nothing was made for yet: people wait for what they can
 * hand out, so that comes a few articles at a time, each time with a report of what is there.
 */
#ifndef HANDOUT_RUN_FIRST_H
#define HANDOUT_RUN_FIRST_H

#include "publish/build.h"

/* True when no build has written the report at `path`, or none that came to its end. */
bool first_is_due(const char *path);

/* Makes the options' products of all articles and writes a report after each few; what is found on
 * the way is for the build of all of them to tell, which finds all this in the store. `progress`
 * hears of each article (NULL: nobody does). Ends early when it is told to stop. */
void first_make(const struct build_options *options, const char *path,
                const struct listener *progress);

/* All of them are there: the report of that, until the whole build writes its own. Told on standard
 * output. */
void first_end(struct report *report, const struct diag *diag, const char *path);

#endif
