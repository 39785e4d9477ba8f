/*
 * Shades: what the manifest calls the colours of a ground, so that the player can draw a slide in
 * those of the night, or of high contrast, instead.
 */
#ifndef HANDOUT_PLAYER_SHADES_H
#define HANDOUT_PLAYER_SHADES_H

#include "base/json.h"
#include "content/style.h"
#include "content/tones.h"
#include "layout/page.h"

/* The colours of the grounds as the keys of an object "palette": light, with "tint" and "deep" in
 * it, night and contrast. */
void shades_add_palettes(JsonBuilder *builder, const struct style *style);

/* The colours of the ground "paper" in the three palettes, and those of motifs on it, as custom
 * properties of pages whose root says which palette it has (data-palette). Owned by the caller. */
char *shades_css(const struct style *style);

/* "paper", "tint" or "deep". Static. */
const char *shades_ground(enum ground_kind ground);

/* The colour of a shade among `tones`. */
struct color shades_color(const char *shade, const struct tones *tones);

/* The shade of an item's colour among `tones`; static; NULL: it is none of theirs. */
const char *shades_of(const struct item *item, const struct tones *tones);

#endif
