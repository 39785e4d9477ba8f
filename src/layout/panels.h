/*
 * The six panels of a tri-fold brochure on the two sides of one landscape sheet.
 */
#ifndef HANDOUT_LAYOUT_PANELS_H
#define HANDOUT_LAYOUT_PANELS_H

#include "content/style.h"

/* In reading order, whatever the fold. */
enum panel_role {
    PANEL_COVER,
    PANEL_TEXT_1,
    PANEL_TEXT_2,
    PANEL_TEXT_3,
    PANEL_FLAP, /* roll fold: seen beside the first text panel when the cover opens */
    PANEL_BACK,
    PANEL_COUNT
};

enum sheet_side { SIDE_OUTSIDE, SIDE_INSIDE, SIDE_COUNT };

struct panel {
    enum sheet_side side;
    double x, width;  /* [pt] between folds and edges */
    struct rect text; /* [pt] on the sheet; as wide on every panel, so that text flows from one to
                         the next */
};

struct brochure_sheet {
    double width, height; /* [pt] landscape */
    struct panel panels[PANEL_COUNT];
};

/*
 * Panel widths: print-standards 3.1. In a roll fold the panel that is tucked in is 1/16 in (Letter)
 * or 8.5 pt (A4, 100 and 97 mm) narrower than the others; in a Z fold all three are equal. Text
 * keeps 0.25 in from folds and from the long edges, 0.5 in from the short edges, where the printer
 * feeds the sheet (3.3). `rtl` mirrors all of it.
 */
void brochure_sheet_init(struct brochure_sheet *sheet, enum paper paper, enum fold fold, bool rtl);

/* Those that text runs through when the sheet is open. */
enum { INSIDE_PANELS = 3 };

#endif
