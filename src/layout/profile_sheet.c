/*
 * The numbers of what is designed of handouts: the heads of their first pages, contact bands,
 * panels and marks. Chosen by eye where no source is named.
 */
#include "layout/profile.h"

#define MM POINTS_PER_MM

const struct scale scale_standard = {
    .name = {15, 1.22, true, BREAKING_BALANCED},
    .number = {14, 1.22, true, BREAKING_FULL},
    .titles = {{28, 1.14, true, BREAKING_BALANCED},
               {24, 1.14, true, BREAKING_BALANCED},
               {20, 1.14, true, BREAKING_BALANCED}},
    .lead = {16, 1.35, false, BREAKING_BALANCED},
    .small = {12, 1.38, false, BREAKING_FULL},
    .strong = {12, 1.38, true, BREAKING_FULL},
    .label = {14, 1.3, true, BREAKING_FULL},
    .telephone = {30, 1.1, true, BREAKING_FULL},
    .crisis = {18, 1.15, true, BREAKING_FULL},
    .panel_head = {18, 1.22, true, BREAKING_BALANCED},
    .panel_text = {14, 1.43, false, BREAKING_FULL},
    .call = {24, 1.15, true, BREAKING_FULL},
    .crisis_number = {47, 0.95, true, BREAKING_FULL},
    .least_telephone = 20,
    .band = 36,
    .motif = 108,
    .icon = 1,
    .columns = true,
    .calls = true,
};

const struct scale scale_large = {
    .name = {18, 1.22, true, BREAKING_BALANCED},
    .number = {18, 1.22, true, BREAKING_FULL},
    .titles = {{34, 1.14, true, BREAKING_BALANCED},
               {29, 1.14, true, BREAKING_BALANCED},
               {24, 1.14, true, BREAKING_BALANCED}},
    .lead = {20, 1.35, false, BREAKING_BALANCED},
    .small = {18, 1.38, false, BREAKING_FULL},
    .strong = {18, 1.38, true, BREAKING_FULL},
    .label = {18, 1.3, true, BREAKING_FULL},
    .telephone = {34, 1.1, true, BREAKING_FULL},
    .crisis = {22, 1.15, true, BREAKING_FULL},
    .panel_head = {23, 1.22, true, BREAKING_BALANCED},
    .panel_text = {18, 1.43, false, BREAKING_FULL},
    .call = {30, 1.15, true, BREAKING_FULL},
    .crisis_number = {52, 0.95, true, BREAKING_FULL},
    .least_telephone = 24,
    .band = 44,
    .motif = 100,
    .icon = 1.3,
    .columns = false,
    .calls = false,
};

const struct scale scale_giant = {
    .name = {24, 1.22, true, BREAKING_BALANCED},
    .number = {24, 1.22, true, BREAKING_FULL},
    .titles = {{40, 1.14, true, BREAKING_BALANCED},
               {34, 1.14, true, BREAKING_BALANCED},
               {30, 1.14, true, BREAKING_BALANCED}},
    .lead = {24, 1.35, false, BREAKING_BALANCED},
    .small = {24, 1.38, false, BREAKING_FULL},
    .strong = {24, 1.38, true, BREAKING_FULL},
    .label = {24, 1.3, true, BREAKING_FULL},
    .telephone = {40, 1.1, true, BREAKING_FULL},
    .crisis = {28, 1.15, true, BREAKING_FULL},
    .panel_head = {30, 1.22, true, BREAKING_BALANCED},
    .panel_text = {24, 1.43, false, BREAKING_FULL},
    .call = {36, 1.15, true, BREAKING_FULL},
    .crisis_number = {56, 0.95, true, BREAKING_FULL},
    .least_telephone = 28,
    .band = 52,
    .motif = 0,
    .icon = 1.6,
    .columns = false,
    .calls = false,
};

const struct scale scale_brochure = {
    .name = {15, 1.22, true, BREAKING_BALANCED},
    .titles = {{25, 1.16, true, BREAKING_BALANCED},
               {22, 1.16, true, BREAKING_BALANCED},
               {18, 1.16, true, BREAKING_BALANCED}},
    .lead = {16, 1.3, false, BREAKING_BALANCED},
    .small = {12, 1.38, false, BREAKING_FULL},
    .strong = {12, 1.38, true, BREAKING_FULL},
    .label = {12, 1.38, true, BREAKING_FULL},
    .telephone = {28, 1.1, true, BREAKING_FULL},
    .crisis = {14, 1.15, true, BREAKING_FULL},
    .panel_head = {16, 1.22, true, BREAKING_BALANCED},
    .call = {22, 1.15, true, BREAKING_FULL},
    .least_telephone = 16,
    .icon = 1.2,
};

/* Of many facts: closer lines. */
const struct scale scale_brochure_tight = {
    .small = {12, 1.2, false, BREAKING_FULL},
    .strong = {12, 1.2, true, BREAKING_FULL},
    .label = {12, 1.2, true, BREAKING_FULL},
    .telephone = {24, 1.1, true, BREAKING_FULL},
    .crisis = {14, 1.15, true, BREAKING_FULL},
    .least_telephone = 16,
    .icon = 1,
};

const struct scale scale_booklet = {
    .name = {18, 1.22, true, BREAKING_BALANCED},
    .titles = {{28, 1.16, true, BREAKING_BALANCED},
               {25, 1.16, true, BREAKING_BALANCED},
               {22, 1.16, true, BREAKING_BALANCED}},
    .lead = {18, 1.3, false, BREAKING_BALANCED},
    .small = {18, 1.36, false, BREAKING_FULL},
    .strong = {18, 1.36, true, BREAKING_FULL},
    .label = {16, 1.36, true, BREAKING_FULL},
    .telephone = {36, 1.1, true, BREAKING_FULL},
    .crisis = {22, 1.15, true, BREAKING_FULL},
    .panel_head = {20, 1.22, true, BREAKING_BALANCED},
    .panel_text = {18, 1.36, false, BREAKING_FULL},
    .call = {28, 1.15, true, BREAKING_FULL},
    .crisis_number = {47, 0.95, true, BREAKING_FULL},
    .least_telephone = 22,
    .icon = 1.3,
};

/* Of many facts: closer lines, and no words under what a booklet may have. */
const struct scale scale_booklet_tight = {
    .small = {16, 1.15, false, BREAKING_FULL},
    .strong = {16, 1.15, true, BREAKING_FULL},
    .label = {16, 1.15, true, BREAKING_FULL},
    .telephone = {26, 1.1, true, BREAKING_FULL},
    .crisis = {18, 1.15, true, BREAKING_FULL},
    .least_telephone = 22,
    .icon = 1,
};

const struct bilingual_look bilingual_look = {
    .margin = 54, .gutter = 46, .outdent = 14, .between_bands = 6, .poor = 0.5};

const struct handout_look handout_look = {
    .top = 36,
    .head_rule = 6,
    .body_top = 78,
    .below_masthead = 18,
    .body_foot = 68,
    .foot = 36,
    .foot_rule = 6,
    .band_foot = 72,
    .sheet_band_foot = 61,
    .above_band = 16,
    .head_items = 1000,
    .tight_leading = 1.35,
    .tight_spaces = 0.72,
    .close = {{1, 0, 0}, {0.8, 1.3, 1.2}, {0.58, 1.2, 1.15}},
    .beside = {.most = 0.35, .gap = 20},
    .short_of = 0.1,
    .wide_spaces = 1.3,
    .full = 0.8,
    .less_lack = 0.05,
    .half_empty = 0.2,
    .closest_spaces = 0.8,
    .few_pages = 8,
};

const struct masthead_look masthead_look = {
    .radius = 10,
    .pad = 14,
    .lead_gap = 6,
    .least = 78,
    .icon = 15,
    .icon_gap = 8,
    .name_gap = 20,
    .logo = {.more = 12,
             .around = 6,
             .least = 48,
             .most = 140,
             .radius = 6,
             .air = 4,
             .side = 8,
             .gap = 14},
};

const struct contact_look contact_look = {
    .pad = 13,
    .row_gap = 9,
    .email_gap = 4,
    .hours_gap = 3,
    .days_gap = 14,
    .left = 226,
    .right = 250,
    .column_gap = 16,
    .spare = 16,
    .telephone_step = 1,
    .write_in = 12 * MM, /* print-standards 5.2 */
    .write_line = 0.9,
    .plate = 2,
    .code_gap = 12,
    .widest_days = 0.5,
    .widest_hours = 1.5,
    .few_hours = 6,
    .part_step = 0.05,
    .strip_pad = 8,
    .ring = 20,
    .ring_gap = 10,
    .way_gap = 14,
    .way_space = 2,
};

const struct picture_look picture_look = {
    .wide = {372, 250},
    .high = {192, 256},
    .least = 162,
    .least_wide = 300,
    .smallest_wide = 240,
    .gutter = 28,
    .as_high = 0.75,
    .caption_gap = 6,
    .caption = {.gutter = 20, .least = 6.7, .rule = 1.5, .gap = 6},
    .widest = 2,
    .radius = 8,
    .seam = 0.08,
    .beside = 30};

const struct call_look call_look = {
    .head = 44,
    .icon = 22,
    .icon_gap = 11,
    .pad = 11,
    .line = 2,
    .ring = 54,
    .ring_gap = 20,
    .least_words = 160,
    .crisis_pad = 22,
    .crisis_line = 1.5,
    .crisis_gap = 3,
};

const struct panels_look panels_look = {
    .pad = 12,
    .gap = 16,
    .least_words = 160,
    .tick = 17,
    .tick_space = 10,
    .kinds = {{.line = 1.5},
              {.line = 0.75, .gutter = 52, .icon = 22},
              {.line = 1.5, .gutter = 52, .icon = 22},
              {.line = 2, .gutter = 50, .icon = 30}},
};

const struct mark_look mark_look = {
    .width = 6, .height = 1, .disc = 24 / 14.84, .disc_space = 10 / 14.84};

const struct about_look about_look = {.row_gap = 3};

const struct dark_look dark_look = {.line = 1.5};

const struct cover_look cover_look = {
    .logo_width = 150,
    .logo_height = 48,
    .bar = 6,
    .bar_gap = 10,
    .title_gap = 26,
    .subtitle_gap = 8,
    .title_lines = 4,
    .cut_off = 0.08,
    .quiet = 0.16,
    .credit_gap = 6,
};

const struct back_look back_look = {
    .pad = 12,
    .side = 12,
    .row_gap = 7,
    .around_rule = 10,
    .step = 0.5,
    .outset = 10,
    .qr_module = 0.6 * MM,
    .plate = 2,
    .light = 5,
    .shade = 0.35,
};

const struct questions_look questions_look = {.first = 26,
                                              .pitch = 30,
                                              .line = 0.9,
                                              .foot = 8,
                                              .after = 0.9,
                                              .whole = 0.5,
                                              .each = 2,
                                              .most = 8,
                                              .least = 2};
