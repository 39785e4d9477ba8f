/*
 * Which words of a section stand on which screen.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_PLAN_H
#define HANDOUT_LAYOUT_SCREEN_PLAN_H

#include "layout/screen_fit.h"

struct screen_plan {
    GArray *pieces;        /* of struct piece: what the section is made of */
    GArray *parts;         /* of guint: for each screen the end of its pieces */
    GPtrArray *topic;      /* of struct block *: what stands above them; owned */
    struct screen_way way; /* `apart`: none of them has room for it */
    bool apart;            /* the headings need a screen of their own, before these */
};

/*
 * Plans a section that has blocks: one screen when it fits, else as few as possible with about the
 * same number of words on each, cut between sentences; what overfills a screen alone climbs the
 * ladder (screen_ladder.h). False, reported, when something cannot fit at all. Free the result with
 * `screen_plan_clear` either way.
 */
bool screen_plan(struct show *show, const struct section *section, struct screen_plan *plan);
void screen_plan_clear(struct screen_plan *plan);

/* The pieces of part `part` of the plan. */
struct stretch screen_plan_part(const struct section *section, const struct screen_plan *plan,
                                guint part);

#endif
