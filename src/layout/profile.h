/*
 * Profiles: all numbers about how text looks, in one table a product. No number about appearance
 * stands anywhere else in layout/ but the shapes of marks themselves.
 *
 * Sizes are Arial-equivalent points: real size = nominal × 0.528 / x-height ratio of the face, so
 * that 18 pt is as large in every face (print-standards 1.3). Gaps are in lines of body text.
 */
#ifndef HANDOUT_LAYOUT_PROFILE_H
#define HANDOUT_LAYOUT_PROFILE_H

#include "document/document.h"
#include "layout/font.h"

/* x-height ratio of Arial's metrics: what nominal sizes refer to (print-standards 1.3). */
#define ARIAL_X_HEIGHT 0.528

/* How one kind of text looks, relative to the body. */
struct look {
    double ratio; /* size ÷ body size */
    bool bold;
    bool accent; /* in the accent colour, else in ink */
    double before,
        after; /* [lines of body] white space; between two blocks the larger one counts */
};

struct profile {
    double body;            /* [pt, Arial-equivalent] */
    double floor;           /* [pt, Arial-equivalent] no text is ever smaller */
    double furniture;       /* [pt, Arial-equivalent] page numbers and running titles */
    double leading;         /* [em] baseline distance of body text */
    double heading_leading; /* [em] baseline distance of text larger than the body */
    unsigned measure;       /* [characters] longest line */
    double margin;          /* [pt] on all four sides */
    double qr_module;       /* [pt] side of one QR module */
    struct look looks[TEXT_KIND_COUNT];
};

/* Print profiles (print-standards 1.5). */
extern const struct profile profile_standard, profile_large, profile_giant, profile_brochure,
    profile_booklet;

/* Screens: sizes follow from the panel, not from here; only ratios and gaps are read. */
extern const struct profile profile_screen;

/* Real em size of `nominal` Arial-equivalent points in `face`. [pt] */
double profile_size(double nominal, const struct face *face);

/* Real width of the longest line that the profile allows in `face` at its body size. [pt] */
double profile_measure(const struct profile *profile, const struct face *face);

#endif
