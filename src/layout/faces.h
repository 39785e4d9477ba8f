/*
 * The faces of a font set that texts have met, measured. All threads that set text in the set share
 * them: a face is one and the same whichever thread has met it.
 */
#ifndef HANDOUT_LAYOUT_FACES_H
#define HANDOUT_LAYOUT_FACES_H

#include "layout/font.h"
#include "layout/font_file.h"

struct faces;

struct faces *faces_new(void);
void faces_free(struct faces *faces);

/* The face in a file; lent. Any thread. */
const struct face *faces_get(struct faces *faces, const struct font_file *file);

/* Faces without Latin letters that are met from now on have their heights from this one. Before
 * other threads come. */
void faces_set_regular(struct faces *faces, const struct face *face);

#endif
