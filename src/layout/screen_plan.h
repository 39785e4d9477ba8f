/*
 * Which words of a section stand on which screen.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_PLAN_H
#define HANDOUT_LAYOUT_SCREEN_PLAN_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

struct screen_plan {
    GArray *pieces; /* of struct piece: what the section is made of */
    GArray *parts;  /* of guint: for each screen the end of its pieces */
    double line_gap;
};

/*
 * Plans a section: one screen when it fits, else as few as possible with about the same number of
 * words on each, cut between sentences; in the middle of a sentence only when it overfills a screen
 * alone. False, reported, when something cannot fit at all. Free the result with
 * `screen_plan_clear` either way.
 */
bool screen_plan(struct show *show, const struct section *section, struct screen_plan *plan);
void screen_plan_clear(struct screen_plan *plan);

/* The strips of part `part` of the plan, set at the plan's line gap; owned by the caller. */
GPtrArray *screen_set_part(struct show *show, const struct section *section,
                           const struct screen_plan *plan, guint part);

#endif
