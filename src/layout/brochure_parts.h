/*
 * The brochure under way. Internal to the files brochure*.c.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_PARTS_H
#define HANDOUT_LAYOUT_BROCHURE_PARTS_H

#include "layout/brochure_plan.h"
#include "layout/frames.h"
#include "layout/panels.h"

/* How the contact block stands on the back. */
enum back {
    BACK_WHOLE,
    BACK_WITHOUT_SERVICES,
    BACK_HALF, /* it begins on the flap, whose matter goes to the text */
    BACK_HALF_WITHOUT_SERVICES,
    BACK_COUNT
};

struct brochure {
    struct setter setter;
    struct profile profile; /* the format's, with sizes as they fit */
    struct brochure_sheet sheet;
    struct layout *layout;
    enum back back;
    bool reading; /* panel by panel, not as a sheet to fold */
    bool summary_on_cover, picture_on_cover;
    bool flap_is_text; /* the article gives nothing for the flap, so text runs on there */
    bool intro;        /* what stands before the first section has a ground */
    bool noted;        /* there are lines to write on, with their heading */
    enum seam seam;    /* the worst that folds part in the text */
    unsigned order;
};

/* The matter of one try: strips for each place. */
struct matter {
    GPtrArray *cover, *text, *flap, *back;
};

/* The contact block takes the flap, too. */
bool brochure_begins_on_flap(const struct brochure *brochure);

/* The article gives something for the flap. */
bool brochure_has_flap_matter(const struct brochure *brochure);

/* Chooses whether the summary stands on the cover. */
void brochure_choose_cover(struct brochure *brochure);

/* Height and width of what a panel holds. [pt] */
double brochure_height(const struct brochure *brochure);
double brochure_width(const struct brochure *brochure);

/* How far the ground of the contact panel stands out of the text at either side. [pt] */
double brochure_outset(const struct brochure *brochure);

const struct panel *brochure_panel(const struct brochure *brochure, enum panel_role role);

/* From the left edge of the text to that of a panel by itself, where the text is in the middle.
 * [pt]
 */
double brochure_page_side(const struct brochure *brochure, enum panel_role role);

/* The place on a panel. */
struct frame brochure_frame(const struct brochure *brochure, enum panel_role role);

/* Chooses how the contact block stands: the first way that has room at the floor. */
void brochure_choose_back(struct brochure *brochure);

/* What stands in each place at that size; owned by the caller, as `matter_clear` frees it. */
void brochure_set_matter(struct brochure *brochure, struct matter *matter, double size);
void matter_clear(struct matter *matter);

/* Rules above what begins the panels behind the first, where they have room. */
void brochure_rule_panels(const struct brochure *brochure, const GPtrArray *strips,
                          const GArray *ends);

/* The matter at the largest size at which everything fits. False, reported: not even at the floor.
 */
bool brochure_fit(struct brochure *brochure, struct matter *matter);

/* Height of strips on one panel. [pt] */
double brochure_height_of(const GPtrArray *strips);

/* They go on one panel. */
bool brochure_fits_one(const struct brochure *brochure, const GPtrArray *strips);

/* The most panels that text may fill. */
guint brochure_most_panels(const struct brochure *brochure);

/* Ends of the panels that the text stands on, owned by the caller. `*needed`: the fewest panels
 * that hold it. */
GArray *brochure_plan_text(const struct brochure *brochure, const GPtrArray *strips, guint *needed);

/* `panels` of the panels for text, filled to `height` points. */
struct chain brochure_text_chain(const struct brochure *brochure, guint panels, double height);

#endif
