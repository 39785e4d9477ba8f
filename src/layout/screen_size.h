/*
 * How large a panel is and how high its letters must be, from where it hangs and where its readers
 * stand.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SIZE_H
#define HANDOUT_LAYOUT_SCREEN_SIZE_H

#include "content/style.h"
#include "layout/font.h"

/* What a screen's time is made of, beside its words: a glance to find where they start, and the
 * longest that people stay with one screen. (lobby-standards 4.4) [s] */
#define SCREEN_GLANCE_S  2
#define SCREEN_LONGEST_S 60

/* Words that can be read at the screen's pace within the longest time. */
unsigned screen_most_words(const struct screen_setup *screen);

/* The panel's picture at its real size. [pt] */
struct rect screen_panel(const struct screen_setup *screen);

/*
 * Least height of a capital letter: max(F, 0.0122173 × distance), where 0.0122173 is the tangent of
 * EN 301 549 5.1.4's 0.7 degrees and F is the floor of ADA 703.5.5 by mounting height: 16 mm up to
 * 1780 mm, 51 mm up to 3050 mm, 75 mm above. (lobby-standards 4.2) [mm]
 */
double screen_cap_height_mm(const struct screen_setup *screen);

/* True when the lowest line of text hangs above the height up to which the first floor holds. */
bool screen_hangs_high(const struct screen_setup *screen);

/* What letters of `cap_height` points are of the least height, 1 at most. */
double screen_size_share(const struct screen_setup *screen, double cap_height);

/* How far they can be read, by the ratio above whatever the mounting height: the viewing distance,
 * or less in whole tenths, so that it is never told better than it is. [m] */
double screen_reach_m(const struct screen_setup *screen, double cap_height);

/* True when the distance asks for more than the mounting height does. */
bool screen_distance_binds(const struct screen_setup *screen);

/* The least height in points, rounded up so that the em of `face` is a whole number of the panel's
 * pixels. [pt] */
double screen_cap_height(const struct screen_setup *screen, const struct face *face);

#endif
