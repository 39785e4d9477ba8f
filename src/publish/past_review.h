/*
 * Articles past their review date. What everybody is shown goes without them: a build reports them
 * as errors. Whoever has asked the team may hand one out all the same; what is made for that lies
 * aside, in `build/past-review/` below the output directory.
 */
#ifndef HANDOUT_PUBLISH_PAST_REVIEW_H
#define HANDOUT_PUBLISH_PAST_REVIEW_H

#include "publish/build.h"

/* Whether a build has found one. */
bool past_review_is_found(const struct diag *diag);

/* Their names, as build_options has them, of all that a build has found; ended by NULL, owned by
 * the caller. */
char **past_review_names(const struct diag *diag);

/* Builds as the options say, but aside, and articles past their review date, too, which is a
 * warning. */
void past_review_run(const struct build_options *options, struct report *report, struct diag *diag);

#endif
