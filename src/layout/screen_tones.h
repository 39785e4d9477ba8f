/*
 * The clinic's colours on the grounds of its screens.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_TONES_H
#define HANDOUT_LAYOUT_SCREEN_TONES_H

#include "content/style.h"
#include "content/tones.h"

/* By the rule of tones.h, but for what the clinic has chosen itself. */
struct tones screen_tones(const struct style *style, enum ground_kind ground);

#endif
