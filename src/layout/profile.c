/*
 * The profile table. Body, floor, leading, measure, heading ratios and gaps: print-standards 1.5.
 * Margins of 1 in: the same table. QR modules of 0.6 mm, 0.8 mm in large print:
 * print-standards 5.6.
 */
#include "layout/profile.h"

#include "base/geometry.h"

#define INCH POINTS_PER_INCH

const struct profile profile_standard = {
    .body = 14,
    .floor = 12,
    .furniture = 14,
    .leading = 1.45,
    .heading_leading = 1.32,
    .measure = 65,
    .margin = 1 * INCH,
    .qr_module = 0.6 * POINTS_PER_MM,
    .looks =
        {
            [TEXT_CLINIC] = {1.1, true, true, 0, 0},
            [TEXT_TITLE] = {1.6, true, false, 0.6, 1.3},
            [TEXT_SUMMARY] = {1.15, false, false, 0, 1.3},
            [TEXT_HEADING_2] = {1.3, true, true, 1.5, 0.5},
            [TEXT_HEADING_3] = {1.1, true, false, 1.2, 0.4},
            [TEXT_HEADING_4] = {1.0, true, false, 1.0, 0.3},
            [TEXT_BODY] = {1.0, false, false, 0.7, 0.7},
            [TEXT_ITEM] = {1.0, false, false, 0.4, 0.4},
            [TEXT_CODE] = {1.0, false, false, 0.7, 0.7},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
        },
};

const struct profile profile_large = {
    .body = 18,
    .floor = 16,
    .furniture = 18,
    .leading = 1.45,
    .heading_leading = 1.32,
    .measure = 60,
    .margin = 1 * INCH,
    .qr_module = 0.8 * POINTS_PER_MM,
    .looks =
        {
            [TEXT_CLINIC] = {20.0 / 18, true, true, 0, 0},
            [TEXT_TITLE] = {26.0 / 18, true, false, 0.6, 1},
            [TEXT_SUMMARY] = {20.0 / 18, false, false, 0, 1},
            [TEXT_HEADING_2] = {22.0 / 18, true, true, 1.3, 0.6},
            [TEXT_HEADING_3] = {20.0 / 18, true, false, 1, 0.5},
            [TEXT_HEADING_4] = {1.0, true, false, 1, 0.4},
            [TEXT_BODY] = {1.0, false, false, 0.8, 0.8},
            [TEXT_ITEM] = {1.0, false, false, 0.4, 0.4},
            [TEXT_CODE] = {1.0, false, false, 0.8, 0.8},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
        },
};

const struct profile profile_giant = {
    .body = 24,
    .floor = 20,
    .furniture = 24,
    .leading = 1.4,
    .heading_leading = 1.32,
    .measure = 45,
    .margin = 1 * INCH,
    .qr_module = 0.8 * POINTS_PER_MM,
    .looks =
        {
            [TEXT_CLINIC] = {1.0, true, true, 0, 0},
            [TEXT_TITLE] = {1.25, true, false, 0.5, 0.8},
            [TEXT_SUMMARY] = {1.05, false, false, 0, 1},
            [TEXT_HEADING_2] = {1.1, true, true, 1, 0.5},
            [TEXT_HEADING_3] = {1.0, true, false, 1, 0.4},
            [TEXT_HEADING_4] = {1.0, true, false, 0.8, 0.3},
            [TEXT_BODY] = {1.0, false, false, 0.8, 0.8},
            [TEXT_ITEM] = {1.0, false, false, 0.4, 0.4},
            [TEXT_CODE] = {1.0, false, false, 0.8, 0.8},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.2, 0.2},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
        },
};

/* The margin is that of a panel: 0.25 in from every fold and edge (print-standards 3.1, 3.3). */
const struct profile profile_brochure = {
    .body = 13,
    .floor = 12,
    .furniture = 12,
    .leading = 1.4,
    .heading_leading = 1.32,
    .measure = 65,
    .margin = 0.25 * INCH,
    .qr_module = 0.6 * POINTS_PER_MM,
    .looks =
        {
            [TEXT_CLINIC] = {1.1, true, true, 0, 0},
            [TEXT_TITLE] = {1.75, true, false, 0.8, 0.8},
            [TEXT_SUMMARY] = {1.1, false, false, 0, 0.8},
            [TEXT_HEADING_2] = {1.2, true, true, 1, 0.4},
            [TEXT_HEADING_3] = {1.0, true, false, 0.9, 0.3},
            [TEXT_HEADING_4] = {1.0, true, false, 0.8, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.6, 0.6},
            [TEXT_ITEM] = {1.0, false, false, 0.35, 0.35},
            [TEXT_CODE] = {1.0, false, false, 0.6, 0.6},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.4},
        },
};

/* Large print on half sheets; 0.5 in and the fold's side a little more (print-standards 1.5, 3.2).
 */
const struct profile profile_booklet = {
    .body = 18,
    .floor = 16,
    .furniture = 18,
    .leading = 1.45,
    .heading_leading = 1.32,
    .measure = 43,
    .margin = 0.5 * INCH,
    .qr_module = 0.8 * POINTS_PER_MM,
    .looks =
        {
            [TEXT_CLINIC] = {1.0, true, true, 0, 0},
            [TEXT_TITLE] = {24.0 / 18, true, false, 0.6, 1},
            [TEXT_SUMMARY] = {20.0 / 18, false, false, 0, 1},
            [TEXT_HEADING_2] = {22.0 / 18, true, true, 1.2, 0.5},
            [TEXT_HEADING_3] = {20.0 / 18, true, false, 1, 0.5},
            [TEXT_HEADING_4] = {1.0, true, false, 1, 0.4},
            [TEXT_BODY] = {1.0, false, false, 0.7, 0.7},
            [TEXT_ITEM] = {1.0, false, false, 0.4, 0.4},
            [TEXT_CODE] = {1.0, false, false, 0.8, 0.8},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.18, 0.18},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
        },
};

const struct profile profile_screen = {
    .looks =
        {
            [TEXT_CLINIC] = {1.0, true, true, 0, 0.3},
            [TEXT_TITLE] = {1.5, true, false, 0.5, 0.5},
            [TEXT_SUMMARY] = {1.0, false, false, 0.5, 0},
            [TEXT_HEADING_2] = {1.15, true, true, 0.4, 0.3},
            [TEXT_HEADING_3] = {1.0, true, true, 0.3, 0.2},
            [TEXT_HEADING_4] = {1.0, true, false, 0.3, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.35, 0.35},
            [TEXT_ITEM] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CODE] = {1.0, false, false, 0.3, 0.3},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.2, 0.2},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.2},
        },
};

double profile_size(double nominal, const struct face *face)
{
    return nominal * ARIAL_X_HEIGHT / (face->x_height > 0 ? face->x_height : ARIAL_X_HEIGHT);
}

double profile_measure(const struct profile *profile, const struct face *face)
{
    return profile->measure * face->average_width * profile_size(profile->body, face);
}
