/*
 * One screen: how a stretch of a section's pieces is set on it, and whether it fits.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_FIT_H
#define HANDOUT_LAYOUT_SCREEN_FIT_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Pieces that follow each other. */
struct stretch {
    const struct section *section;
    const GArray *pieces; /* of struct piece: all of the section's */
    guint from, to;
    bool numbered; /* it is one of several, and "2 of 4" says so in a corner */
};

/* What may be given up so that it fits. */
struct screen_way {
    double line_gap; /* baseline distance ÷ capital height */
    bool bare;       /* what must not be parted may stand without its headings, which the screen
                        before it has shown */
    bool apart;      /* the headings have had a screen of their own: all may stand without */
    bool uncounted;  /* "2 of 4" may be left out */
};

enum fit {
    FIT_WELL,
    FIT_TOO_WIDE, /* a word is wider than the screen */
    FIT_TOO_HIGH,
    FIT_COUNT
};

/* End of the pieces that belong with piece `from`. */
guint stretch_unit_end(const GArray *pieces, guint from);

/* Tries the stretch, in letters of the size that its first piece asks for. */
enum fit screen_fit(struct show *show, const struct stretch *stretch, const struct screen_way *way);

/* What stands on a screen. */
struct screen_matter {
    GPtrArray *strips; /* owned */
    bool headed;       /* the headings are among them */
    bool numbered;     /* "2 of 4" has room in its corner */
};

/* Sets a stretch that fits, and remembers the words that were parted. */
struct screen_matter screen_set(struct show *show, const struct stretch *stretch,
                                const struct screen_way *way);

#endif
