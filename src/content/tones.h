/*
 * Colours by rule: what is made of the clinic's accent for paper and for screens, so that any
 * accent gives a set that fits together. All numbers about colour stand in tones.c; their sources
 * are WCAG 2.2 1.4.6 (text 7:1) and 1.4.11 (marks 3:1), the rest was chosen by eye.
 *
 * Paper knows tints: the accent's share of a colour on white. Screens know tones: the accent's hue
 * at a lightness of their own, with a limit to its saturation.
 */
#ifndef HANDOUT_CONTENT_TONES_H
#define HANDOUT_CONTENT_TONES_H

#include "base/geometry.h"
#include "content/art_shapes.h"

#include <stdbool.h>

/* Shares of the accent on white paper. Text stands on the first two, ink alone on the third. */
enum tint {
    TINT_8,  /* grounds to read on */
    TINT_16, /* heads of tables, discs of numbers */
    TINT_30, /* hairlines on the accent, art */
    TINT_64, /* rules, lines to write on, art */
    TINT_80, /* art */
    TINT_COUNT
};

struct color tint_color(struct color accent, enum tint tint);

/* Motifs on white. */
struct color art_color(struct color accent, enum art_ink ink);

/* What screens stand on. */
enum ground_kind { GROUND_PAPER, GROUND_TINT, GROUND_DEEP, GROUND_NIGHT, GROUND_KIND_COUNT };

/* The colours of one ground. Words are in `ink` or `top`; marks in `on`, those of what is still to
 * come in `off`; `quiet` is for shapes without meaning, `card` the ground of a table's row, `key`
 * that of what is to be remembered, with words in `key_ink` and `key_sub`. `band` is a ground
 * across the panel, with words in `band_ink` and `band_sub`, `alert` that of a band that warns: at
 * night both are as quiet as cards. `sheet` is what a warning's frame holds. */
struct tones {
    struct color ground, ink, top, on, off, quiet, card, key, key_ink, key_sub;
    struct color band, band_ink, band_sub, alert, alert_ink, sheet;
    struct color bright[3]; /* shapes without meaning on title screens; paper and tint have none and
                               repeat `quiet` */
};

/* The colours of a ground as the rule has them, the paper one being `ground` itself. The clinic's
 * own `ink` (NULL: it has none) takes the place of the rule's on light grounds. */
struct tones tones_of(struct color accent, enum ground_kind kind, const struct color *ink,
                      struct color ground);

/* The colours of web pages, by what they are for. Words in `ink` and `accent` may stand on
 * `ground`, `surface` and `surface_2`, those in `on_key` on `key`; `line` frames what can be used
 * and parts rows; `hair` and those of motifs carry no meaning. */
struct page_tones {
    struct color ground, surface, surface_2, ink, accent, line, hair, key, on_key;
    struct color art[ART_INK_COUNT];
};

/* For readers whose system is set to dark colours, and for all others, who get the clinic's `ink`.
 */
struct page_tones page_tones_dark(struct color accent);
struct page_tones page_tones_light(struct color accent, struct color ink);

/*
 * The accent itself where all that is made of it can be read (7:1 for white on it, for it on
 * TINT_16, on the tint ground, on white and on `ground`, for `top` on it); else the same hue as
 * little darker as will do. `ground` must stand out 7:1 from black.
 */
struct color accent_settle(struct color accent, struct color ground);

#endif
