/*
 * The words of what steers the show, for scripts and for the voice.
 */
#ifndef HANDOUT_PLAYER_WORDING_H
#define HANDOUT_PLAYER_WORDING_H

#include "base/json.h"
#include "content/labels.h"

/* The seconds that are told as the question whether somebody is still there counts down
 * (browser/idle.js). */
extern const unsigned wording_told_s[];
enum { WORDING_TOLD_COUNT = 3 };

/* As members of the object that is open: each label by its key, and "told_s", the seconds. */
void wording_add(JsonBuilder *builder, const struct labels *labels);

#endif
