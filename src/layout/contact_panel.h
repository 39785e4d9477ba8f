/*
 * The contact panel: who we are and where to get help, white on the accent, as the back of what is
 * folded. The crisis lines stand at its foot.
 */
#ifndef HANDOUT_LAYOUT_CONTACT_PANEL_H
#define HANDOUT_LAYOUT_CONTACT_PANEL_H

#include "layout/setter.h"
#include "layout/strip.h"

enum contact_half {
    HALF_NONE,  /* all facts on one panel */
    HALF_REACH, /* when and where to reach the clinic */
    HALF_HELP,  /* what it does, where to read on and whom to call at once */
};

struct contact_panel {
    const struct scale *scale; /* its types; those of small words are at `size`; lent */
    double size;               /* [pt, Arial-equivalent] of small words */
    double width, height;      /* [pt] of the ground */
    bool services;             /* with their line */
    bool action;               /* with what the reader may do now above it */
    enum contact_half half;
};

/* At the largest size between the profile's body and its floor at which it fits, with what gives
 * way left out in turn: the action, then the services; in the closer lines of `tight` where that is
 * what it takes. NULL: it does not fit. `*panel` says what is there. */
struct strip *contact_panel_fit(struct setter *setter, struct contact_panel *panel,
                                const struct scale *tight);

/* The same facts on two panels of one size, no fact parted: an array of both strips, the caller's.
 * NULL: they do not fit. */
GPtrArray *contact_panel_fit_halves(struct setter *setter, struct contact_panel *panel);

#endif
