/*
 * The numbers of what is designed of folded sheets: booklets and brochures. Chosen by eye where no
 * source is named.
 */
#include "layout/profile.h"

#include "base/geometry.h"

#define INCH POINTS_PER_INCH
#define MM   POINTS_PER_MM

const struct booklet_look booklet_look = {
    .most_pages = 20, /* ACB Large Print Guidelines: at most 20 pages saddle-stapled */
    .few_sections = 6,
    .short_of = 0.8,
    .art = {.most = 288, .least = 200, .gap = 24},
    .gutter = 9,
    /* 80 g/m² (print-standards 3.2) */
    .sheet_thickness = 0.10 * MM,
    .pressing = 1.3,
    .least_creep = 0.5 * MM,
};

const struct brochure_look brochure_look = {
    .largest = 14,
    .size_step = 0.25,
    .least_share = 0.5,
    .little_share = 0.6,
    .seam_costs = {0, 0.3, 1, 4},
    .whole_steps = 4,
    .intro_pad = 9,
    .notes_pad = 14,
    .notes_pitch = 26,
    .notes_below = 0.62,
    .card_below = 1.5,
    .notes_icon = 20,
    .notes_icon_gap = 9,
    .notes_least = 3,
    .art = {.gap = 28, .smallest = 120},
    /* print-standards 3.3: the printable 0.25 in and, above and below, room for the ticks; 0.5 in
     * where the printer feeds the sheet */
    .clearance = {.fold = 0.25 * INCH, .feed = 0.5 * INCH, .long_edge = 32},
    .wide_letter = 3.6875 * INCH, /* print-standards 3.1 */
    .wide_a4 = 100 * MM,
    .tick = {.top = 18, .length = 8, .width = 0.25},
    .proof = {.panel_line = 1, .safe_line = 0.4, .name_size = 9, .name_rise = 30},
};
