/*
 * The whole show as files: pictures, captions, typefaces, the browser player, the manifest that it
 * draws from, and what other players read.
 */
#ifndef HANDOUT_PLAYER_SHOW_H
#define HANDOUT_PLAYER_SHOW_H

#include "player/cycle.h"

/* The file that tells of all others. */
#define SHOW_MANIFEST "manifest.json"

/* All files of the show, to be published in one folder (base/bundle.h); owned by the caller. Fills
 * the cycle's build id. */
GPtrArray *show_bundle(struct cycle *cycle);

#endif
