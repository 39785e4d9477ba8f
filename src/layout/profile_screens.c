/*
 * The numbers of single kinds of screens, chosen by eye for the whole lobby at once.
 */
#include "layout/profile_screens.h"

#include "layout/profile.h"

const struct screen_card_look screen_card_look = {
    .key = 5.2,
    .pad = 0.4,
    .above = 0.36,
    .below = 0.1,
    .radius = 0.24,
    .rise = 0.05,
    .beside = {3, 2.5, 2, 1.7, 1.5, 1.3, 1.15},
    .band = {1.7, 1.5, 1.3, 1.15, 1},
    .middle = 0.45,
    .head = 0.75,
    .clear = 0.25,
    .gap = 0.1,
    .wide_gap = 0.95,
    .high_gap = 2,
    .air = 0.5,
    .hair = 4 / 1080.0,
    .letters = 26,
    .label_gap = 0.5,
    .short_value = 14,
};

const struct screen_list_look screen_list_look = {
    .indent = 0.95,
    .number_disc = 1.22,
    .around = 0.5,
    .number_gap = 0.33,
};

const struct screen_picture_look screen_picture_look = {
    .shares = {0.5, 0.42, 0.33},
    .below = 0.45,
    .title = {0.42, 0.4, 0.33},
    .above = 0.46,
    .gap = 0.62,
    .letters = 70,
    .corner = 0.24,
    .crop = 0.08,
    .most = 2,
    .words = {1.3, 1.15, 1},
    .lines = 3,
    .head = 0.6,
};

const struct screen_logo_look screen_logo_look = {.height = 1.2, .around = 0.24};

const struct screen_warning_look screen_warning_look = {
    .frame = 0.045,
    .side = 0.62,
    .word = 1.7,
    .words = {1.7, 1.5, 1.3, 1.15, 1},
    .below_word = 0.3,
};

const struct screen_calling_look screen_calling_look = {
    .head = 0.45,
    .icon = 1.05,
    .icon_gap = 0.4,
    .number = {1.5, 1.3, 1.15, 1},
    .around = 0.5,
    .lines = 2,
    .heading = 2,
};

const struct screen_contact_look screen_contact_look = {
    .number = {2, 1.7, 1.5, 1.3, 1.15, 1},
    .letters = 26,
    .icon = 1.15,
    .icon_gap = 0.4,
    .head = 0.45,
    .body = 0.5,
    .tab = 0.6,
    .days = {0.3, 0.35, 0.4, 0.45, 0.5},
    .least_gap = 0.15,
    .row_gap = 0.5,
    .facts = {1.5, 1.3, 1.15, 1},
    .email_gap = 0.5,
    .envelope = 1.0,
};

const struct screen_crisis_look screen_crisis_look = {
    .head = {1.5, 1.3, 1.15, 1},
    .name = {1.3, 1.15, 1},
    .largest = 6,
    .step = 0.1,
    .icon = 0.72,
    .gap = 0.6,
    .around = 0.5,
    .large = 3,
    .lines = 2,
};

const struct screen_news_look screen_news_look = {
    .title = {2, 1.7, 1.5, 1.3, 1.15, 1},
    .body = {1.3, 1.15, 1},
    .disc = 3.1,
    .disc_above = 2.4,
    .disc_gap = 0.6,
    .head = 0.55,
    .below = 0.6,
};

const struct screen_code_look screen_code_look = {
    .side = 0.6,
    .upright_side = 0.62,
    .shares = {1, 0.9, 0.8},
    .gap = 0.6,
    .words = {1.5, 1.3, 1.15, 1},
    .foot = {1.15, 1},
};

const struct screen_tiles_look screen_tiles_look = {
    .sides = 4,
    .beside = 0.45,
    .above = 0.25,
    .columns = 5,
    .rows = 4,
    .quiet_columns = 3,
    .quiet_rows = 1,
    .high_columns = 4,
    .high_quiet_rows = 2,
};

const struct urgent_look urgent_look = {
    .steps = {2, 1.7, 1.5, 1.3, 1.15, 1},
    .triangle = {.beside = 3.6, .above = 3.0, .gap = 0.8},
    .words = {.width = 7.7, .height = 4.4},
};

const struct show_look show_look = {
    .night_dim = 0.25,
    .contrast_ink = {255, 255, 255},
    .contrast_ground = {0, 0, 0},
    .contrast_accent = {255, 255, 0},
    .contrast_off = {0x76, 0x76, 0x76},
};
