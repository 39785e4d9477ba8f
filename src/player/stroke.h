/*
 * How bold a face is: the width of the upright stroke of its capital I.
 */
#ifndef HANDOUT_PLAYER_STROKE_H
#define HANDOUT_PLAYER_STROKE_H

#include <hb.h>

/* As a share of the letter's height; 0 when the face has no I or it is no upright stroke. */
double stroke_share(hb_face_t *face);

#endif
