/*
 * The words of what steers the show, for scripts.
 */
#ifndef HANDOUT_PLAYER_WORDING_H
#define HANDOUT_PLAYER_WORDING_H

#include "base/json.h"
#include "content/labels.h"

/* As members of the object that is open. */
void wording_add(JsonBuilder *builder, const struct labels *labels);

#endif
