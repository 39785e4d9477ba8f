/*
 * The numbers, and where they come from: sizes, leading, measure, heading ratios, gaps and margins
 * of print from print-standards 1.5, of screens from lobby-standards 4.2; where no source is named,
 * they were chosen by eye.
 */
#include "layout/profile.h"

#include "base/geometry.h"

#define INCH POINTS_PER_INCH
#define MM   POINTS_PER_MM

/* Of screens and of paper alike, where they are asked for. */
static const struct break_costs break_costs = {
    .fullness = 1.04,
    .small_word = 0.02,
    .letter = 0.08,
    .number = 0.15,
    .fact = 1, /* as a widow: no part of a street makes sense */
    .within = 0.08,
    .sentence = -0.015,
    .opener = 0.08,
    .opener_letters = 4,
    .clause_opener = 0.012,
    .pause = -0.004,
    .phrase = -0.08,
    .bracket = -0.03,
    .negation = 0.15, /* as a number from what it counts */
    .one_word = 0.03,
    .short_word = 0.12,
    .short_letters = 5,
    .widow = 1,
    .wide_widow = 0.06,
    .wide = 0.5,
    .wide_heading = 1.0 / 3,
    .scrap_letters = 6,
    .wide_scrap = 1.0 / 3,
    .scrap_signs = 3,
    .wide_clause = 0.6,
    .short_line = 0.45,
    .scrap = 0.15,
    .step = 0.04,
    .narrowest = 0.85,
};

/* So that no word stands alone in the last line of a heading or a caption. */
#define SHORT_BALANCED                                                                             \
    [TEXT_TITLE] = BREAKING_BALANCED, [TEXT_HEADING_2] = BREAKING_BALANCED,                        \
    [TEXT_HEADING_3] = BREAKING_BALANCED, [TEXT_HEADING_4] = BREAKING_BALANCED,                    \
    [TEXT_CAPTION] = BREAKING_BALANCED

static const struct trim trim = {
    .breaks = &break_costs,
    .rules = {.hair = 0.75, .header = 1.5, .thick = 2.5, .dash = 4, .around = 0.9}, /* rule T19 */
    .word_lines = {.thickness = 0.06, .drop = 0.13}, /* print-standards 1.2 */
    .script = {.rise = 1.0 / 3, .descent = 0.25},    /* rise: as in print by custom */
    .title_bar = {.width = 4, .height = 0.25, .before = 0.3},
    .quote = {.width = 0.22, .indent = 1.1},
    .code = {.width = 0.1, .indent = 0.8},
    /* Told apart by shape and word, not by colour: a bar beside a note, a frame around what is
     * important, a frame and a slab for a warning. */
    .callout = {.gutter = 2.75,
                .icon = 1.4,
                .icon_middle = 1.2,
                .end = 0.8,
                .pad = 0.5,
                .contrast = 7, /* WCAG 2.2, 1.4.6 */
                .kinds = {[CALLOUT_NOTE] = {.tint = 0.08, .bar = 0.3},
                          [CALLOUT_TIP] = {.tint = 0.08, .bar = 0.3},
                          [CALLOUT_IMPORTANT] = {.frame = 0.1},
                          [CALLOUT_WARNING] = {.frame = 0.14, .bar = 2.2, .alarm = true},
                          [CALLOUT_CAUTION] = {.frame = 0.14, .bar = 2.2, .alarm = true}}},
    .column = {.narrowest = 0.5},
    .contents = {.gap = 1.2, .indent = 1.3, .column_gap = 2, .many = 8, .together = 3},
    .list = {.few = 4, .apart = 9.0 / 7},
    .group = {.before = 1.5, .inside = 0.6},
    .markers = {.disc = 0.36, /* rule T18: at least 0.35 */
                .disc_space = 1.21,
                .box = 14.2 / 14.84, /* 5 mm at 14 pt */
                .box_line = 0.1,
                .box_space = 30 / 14.84,
                .choice_space = 1.3,
                .number_gap = 0.5},
    /* 200 dpi and more reads as sharp in print; at 150 a picture is neither coarse nor large. */
    .picture = {.dpi = 150, .highest = 0.6, .in_cell = 0.25},
    .table = {.column_gap = 1.2,
              .row_padding = 0.32,
              .side = 0.7,
              .below_title = 0.19,
              .radius = 0.67,
              .head_tint = 0.16,
              .row_tint = 0.08,
              .rule_tint = 0.64,
              .whole_rows = 8,
              .brief = 24,
              .note = 40,
              .card_frame = 0.08,
              .card_radius = 0.5,
              .card_pad = 0.25,
              .card_field = 0.22,
              .card_dot = 0.1,
              .card_step = 0.37,
              .card_leader = 1.35,
              .fact_gap = 1.0,
              .fact_indent = 0.8,
              .fact_before = 0.12},
    /* 12 mm: print-standards 5.2 */
    .writing = {.height = 12 * MM, .shortest = 150, .gap = 0.4, .foot = 0.3, .foot_below = 0.1},
    .notes = {.pitch = 30,
              .least = 3,
              .thickness = 0.9,
              .tint = 0.64,
              .contrast = 3}, /* WCAG 2.2, 1.4.11 */
    /* print-standards 5.6; on screens, whoever scans it stands far away */
    .qr = {.quiet_zone = 4,
           .smallest = 60, /* 21 mm: never under 20 */
           .on_screen = 0.6,
           .before = 0.5,
           .after = 0.1,
           .caption = 0.6},
    /* Printers reach 0.25 in (print-standards 3.3); this looks at ease. */
    .furniture = {.edge = 28, .gap = 0.6},
    /* Sheets of slips are cut, not bound: they may come nearer to the edges than text to read. */
    .slip = {.above = 1.2, .below = 0.6, .sheet_edge = 0.5 * INCH},
    /* Text on top of the word still stands out from it more than 7:1. */
    .sample = {.width = 0.8, .tint = 0.1},
};

const struct screen_look screen_look = {
    .tracking = 0,
    .least_gap = 0.1, /* ADA 703.5.8: 10 to 35 % */
    .most_gap = 0.35,
    .gap = 1.5, /* ADA 703.5.9: 135 to 170 % */
    .deep_gap = 1.7,
    .descent = 0.3,
    .steps = {1.5, 1.3, 1.15, 1},
    .loud_steps = {2, 1.7, 1.5, 1.3, 1.15, 1},
    .loud_lines = {3, 4, 5, 6, 6, 7}, /* about as a panel that lies holds them below a topic */
    .line_letters = 11,
    .join = 2,
    .loud = 1.3,
    .tear = 0.55,    /* more than half: one screen more is better than two torn paragraphs */
    .smallest = 0.6, /* read from six tenths of the distance */
    .middle = 0.42,  /* a little above the middle, where the eye looks */
    .spine = 0.04,
    .spine_rest = 0.5,
    .spine_tab = 1.3,
    .spine_gap = 0.22,
    .spine_corner = 0.4,
    .spine_most = 9,
    .clear_spine = 0.62,
    .near_spine = 0.3,
    .few_letters = 14,
    .few_lines = 4,
    .letter = 0.55,
    .top = 0.18,
    .below_topic = 0.42,
    .topic_part = 3,
    .short_lines = 6,
    .statement = 64,
    .item_gap = 0.75,
    .close_gap = 0.2,
    .subtitle = 1.3,
    .below_title = 0.5,
};

/* QR modules: 0.6 mm, 0.8 mm in large print (print-standards 5.6). */
const struct profile profile_standard = {
    .body = 14,
    .floor = 12,
    .furniture = 12,
    .leading = 1.43,
    .heading_leading = 1.22,
    .measure = 75,
    .columns = 8,
    .margin = 60,
    .outdent = 24,
    .marked = true,
    .scale = &scale_standard,
    .card_side = 0.9,
    .card_head = 0.16,
    .card_dots = true,
    .qr_module = 0.6 * POINTS_PER_MM,
    .around = 0.94,
    .script_ratio = 12.0 / 14, /* down to the floor */
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {1.1, true, true, 0, 0},
            [TEXT_TITLE] = {1.6, true, false, 0.6, 1.3},
            [TEXT_SUMMARY] = {1.15, false, false, 0, 1.3},
            [TEXT_HEADING_2] = {18.0 / 14, true, true, 1.04, 0.33},
            [TEXT_HEADING_3] = {1.0, true, false, 0.8, 0.2},
            [TEXT_HEADING_4] = {1.0, true, false, 0.6, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.38, 0.38},
            [TEXT_ITEM] = {1.0, false, false, 0.33, 0.33},
            [TEXT_CODE] = {1.0, false, false, 0.38, 0.38},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {12.0 / 14, false, false, 0.2, 0.4},
            [TEXT_CALLOUT] = {16.0 / 14, true, false, 0, 0.15},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking = {SHORT_BALANCED, [TEXT_BODY] = BREAKING_WHOLE, [TEXT_ITEM] = BREAKING_WHOLE},
};

const struct profile profile_large = {
    .body = 18,
    .floor = 16,
    .furniture = 18,
    .leading = 1.41,
    .heading_leading = 1.22,
    .measure = 60,
    .columns = 3,
    .cell_lines = 3,
    .margin = 60,
    .outdent = 24,
    .marked = true,
    .scale = &scale_large,
    .card_side = 0.9,
    .card_head = 0.16,
    .card_dots = true,
    .qr_module = 0.8 * POINTS_PER_MM,
    .around = 0.855,
    .script_ratio = 1,
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {20.0 / 18, true, true, 0, 0},
            [TEXT_TITLE] = {26.0 / 18, true, false, 0.6, 1},
            [TEXT_SUMMARY] = {20.0 / 18, false, false, 0, 1},
            [TEXT_HEADING_2] = {23.0 / 18, true, true, 0.94, 0.30},
            [TEXT_HEADING_3] = {1.0, true, false, 0.7, 0.2},
            [TEXT_HEADING_4] = {1.0, true, false, 0.6, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.34, 0.34},
            [TEXT_ITEM] = {1.0, false, false, 0.3, 0.3},
            [TEXT_CODE] = {1.0, false, false, 0.34, 0.34},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
            [TEXT_CALLOUT] = {21.0 / 18, true, false, 0, 0.15},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking = {SHORT_BALANCED, [TEXT_BODY] = BREAKING_WHOLE, [TEXT_ITEM] = BREAKING_WHOLE},
};

const struct profile profile_giant = {
    .body = 24,
    .floor = 20,
    .furniture = 24,
    .leading = 1.4,
    .heading_leading = 1.22,
    .measure = 45,
    .margin = 60,
    .outdent = 24,
    .marked = true,
    .scale = &scale_giant,
    .card_side = 0.9,
    .card_head = 0.16,
    .card_dots = true,
    .qr_module = 0.8 * POINTS_PER_MM,
    .around = 0.73,
    .script_ratio = 1,
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {1.0, true, true, 0, 0},
            [TEXT_TITLE] = {1.25, true, false, 0.5, 0.8},
            [TEXT_SUMMARY] = {1.05, false, false, 0, 1},
            [TEXT_HEADING_2] = {30.0 / 24, true, true, 0.8, 0.26},
            [TEXT_HEADING_3] = {1.0, true, false, 0.6, 0.2},
            [TEXT_HEADING_4] = {1.0, true, false, 0.5, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.29, 0.29},
            [TEXT_ITEM] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CODE] = {1.0, false, false, 0.29, 0.29},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.2, 0.2},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
            [TEXT_CALLOUT] = {28.0 / 24, true, false, 0, 0.1},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking = {SHORT_BALANCED, [TEXT_BODY] = BREAKING_WHOLE, [TEXT_ITEM] = BREAKING_WHOLE},
};

const struct profile profile_brochure = {
    .body = 13,
    .floor = 12,
    .furniture = 12,
    .leading = 1.41,
    .heading_leading = 1.22,
    .measure = 65,
    .columns = 2,
    .scale = &scale_brochure,
    .card_side = 0.9,
    .card_head = 0.16,
    .card_dots = true,
    .head_rule = 3.5,
    .head_rule_gap = 5,
    .qr_module = 0.6 * POINTS_PER_MM,
    .picture = 0.36,
    .around = 0.94,
    .script_ratio = 1,
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {1.1, true, true, 0, 0},
            [TEXT_TITLE] = {1.75, true, false, 0.8, 0.8},
            [TEXT_SUMMARY] = {1.1, false, false, 0, 0.8},
            [TEXT_HEADING_2] = {16.0 / 14, true, true, 0.7, 0.2},
            [TEXT_HEADING_3] = {1.0, true, false, 0.9, 0.3},
            [TEXT_HEADING_4] = {1.0, true, false, 0.8, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.4, 0.4},
            [TEXT_ITEM] = {1.0, false, false, 0.35, 0.35},
            [TEXT_CODE] = {1.0, false, false, 0.6, 0.6},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.25, 0.25},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.4},
            [TEXT_CALLOUT] = {1.1, true, false, 0, 0.2},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking = {SHORT_BALANCED, [TEXT_BODY] = BREAKING_WHOLE, [TEXT_ITEM] = BREAKING_WHOLE},
};

/* Large print on half sheets; 0.5 in and the fold's side a little more (print-standards 1.5, 3.2).
 */
const struct profile profile_booklet = {
    .body = 18,
    .floor = 16,
    .furniture = 16,
    .leading = 1.41,
    .heading_leading = 1.22,
    .measure = 43,
    .columns = 2,
    .margin = 0.5 * INCH,
    .marked = true,
    .scale = &scale_booklet,
    .card_side = 0.9,
    .card_head = 0.16,
    .card_dots = true,
    .head_rule = 4,
    .head_rule_gap = 5,
    .qr_module = 0.8 * POINTS_PER_MM,
    .around = 0.94,
    .script_ratio = 1,
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {1.0, true, true, 0, 0},
            [TEXT_TITLE] = {24.0 / 18, true, false, 0.6, 1},
            [TEXT_SUMMARY] = {20.0 / 18, false, false, 0, 1},
            [TEXT_HEADING_2] = {21.0 / 18, true, true, 0.75, 0.2},
            [TEXT_HEADING_3] = {1.0, true, false, 0.6, 0.2},
            [TEXT_HEADING_4] = {1.0, true, false, 0.5, 0.2},
            [TEXT_BODY] = {1.0, false, false, 0.34, 0.34},
            [TEXT_ITEM] = {1.0, false, false, 0.3, 0.3},
            [TEXT_CODE] = {1.0, false, false, 0.8, 0.8},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.18, 0.18},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.5},
            [TEXT_CALLOUT] = {20.0 / 18, true, false, 0, 0.3},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking = {SHORT_BALANCED, [TEXT_BODY] = BREAKING_WHOLE, [TEXT_ITEM] = BREAKING_WHOLE},
};

const struct profile profile_screen = {
    .measure = 80, /* WCAG 2.2, 1.4.8 */
    .lines = 12,
    .card_side = 0.4,
    .card_head = 1,
    .around = 0.9,
    .script_ratio = 1,
    .trim = &trim,
    .looks =
        {
            [TEXT_CLINIC] = {1.0, false, false, 0, 0},
            [TEXT_TITLE] = {1.0, true, false, 0, 0},
            [TEXT_SUMMARY] = {1.0, false, false, 0, 0.36},
            [TEXT_HEADING_2] = {1.0, true, true, 0, 0},
            [TEXT_HEADING_3] = {1.0, true, true, 0, 0},
            [TEXT_HEADING_4] = {1.0, true, true, 0, 0},
            [TEXT_BODY] = {1.0, false, false, 0.36, 0.36},
            [TEXT_ITEM] = {1.0, false, false, 0.36, 0.36},
            [TEXT_CODE] = {1.0, false, false, 0.3, 0.3},
            [TEXT_CELL] = {1.0, false, false, 0, 0},
            [TEXT_HEADER_CELL] = {1.0, true, false, 0, 0},
            [TEXT_FACT] = {1.0, false, false, 0.2, 0.2},
            [TEXT_CAPTION] = {1.0, false, false, 0.2, 0.2},
            [TEXT_CALLOUT] = {1.0, true, true, 0, 0},
            [TEXT_ENTRY] = {1.0, false, false, 0.1, 0.1},
        },
    .breaking =
        {
            [TEXT_CLINIC] = BREAKING_EVEN,
            [TEXT_TITLE] = BREAKING_EVEN,
            [TEXT_SUMMARY] = BREAKING_EVEN,
            [TEXT_HEADING_2] = BREAKING_EVEN,
            [TEXT_HEADING_3] = BREAKING_EVEN,
            [TEXT_HEADING_4] = BREAKING_EVEN,
            [TEXT_BODY] = BREAKING_EVEN,
            [TEXT_ITEM] = BREAKING_EVEN,
            [TEXT_FACT] = BREAKING_EVEN,
            [TEXT_CAPTION] = BREAKING_EVEN,
            [TEXT_CALLOUT] = BREAKING_EVEN,
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

const double tick_pen = 0.13;
