/*
 * One slide in the manifest. Internal to manifest*.c.
 */
#ifndef HANDOUT_PLAYER_MANIFEST_SLIDE_H
#define HANDOUT_PLAYER_MANIFEST_SLIDE_H

#include "base/json.h"
#include "player/cycle.h"

void manifest_add_slide(JsonBuilder *builder, const struct cycle *cycle, const struct slide *slide);

#endif
