/*
 * Whether visitors reach what they are to touch. The keys are at the foot of the panel; where that
 * hangs, the clinic says by the height of the lowest line of text. What is touched above them
 * (tiles, lists of languages) a key of the bar brings down into reach, where the panel is higher
 * than that.
 */
#ifndef HANDOUT_PLAYER_REACH_H
#define HANDOUT_PLAYER_REACH_H

#include "base/diag.h"
#include "content/style.h"

/* Heights above the floor that everybody reaches from the front, also out of a wheelchair: 15 and
 * 48 in (ADA 308.2.1; EN 301 549 8.3). [mm] */
#define REACH_LOWEST_MM  380.0
#define REACH_HIGHEST_MM 1220.0

/* Heights above the floor. [mm] */
struct reach {
    double panel_from_mm, panel_to_mm; /* the picture's edges */
    double keys_to_mm;                 /* the upper edge of the keys at its foot, that of the last
                                          part of an article (the one that prints) among them */
};

struct reach reach_of(const struct screen_setup *screen);

bool reach_is_enough(const struct reach *reach);

/* How much of the panel's height, from its foot, everybody reaches. 0: the clinic does not say
 * where it hangs, or all of it, or not even the keys. */
double reach_share(const struct screen_setup *screen);

/* The least size of what is read by who touches the panel, in shares of its width: capitals of 0.7
 * degrees at arm's length, 500 mm (EN 301 549 5.1.4; 508 402.4), are those of letters of 8.7 mm. */
double reach_letter(const struct screen_setup *screen);

/* Reports keys that are out of reach, where the clinic says how high the panel hangs. */
void reach_check(const struct screen_setup *screen, struct diag *diag);

#endif
