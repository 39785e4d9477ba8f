/*
 * The numbers of single kinds of screens, chosen by eye for the whole lobby at once.
 */
#include "layout/profile_screens.h"

const struct screen_card_look screen_card_look = {
    .key = 5.2,
    .pad = 0.4,
    .above = 0.36,
    .below = 0.1,
    .radius = 0.24,
    .rise = 0.05,
    .beside = {3, 2.5, 2, 1.7, 1.5, 1.3, 1.15},
    .band = {1.3, 1.15, 1},
    .middle = 0.45,
    .gap = 0.1,
    .wide_gap = 0.95,
    .hair = 4 / 1080.0,
    .letters = 26,
    .label_gap = 0.5,
    .short_value = 14,
};
