/*
 * Fonts of signs, which show something else than the letters that they are written with.
 */
#ifndef HANDOUT_IMPORT_FACES_H
#define HANDOUT_IMPORT_FACES_H

#include <glib.h>
#include <stdbool.h>

enum face {
    FACE_OF_LETTERS,
    FACE_SYMBOL,
    FACE_WINGDINGS,
    FACE_WINGDINGS_2,
    FACE_WEBDINGS,
    FACE_COUNT
};

/* By the name of the font, with other names behind it, as styles have them. */
enum face face_named(const char *name);

/* What the font shows for a letter, or for the number of a sign, or that in the area of Unicode
 * where programs put such signs; 0: that is not known. */
gunichar face_sign(enum face face, gunichar code);

/* True for a sign that says yes, no or beware, where others only begin an item. */
bool face_says(gunichar sign);

#endif
