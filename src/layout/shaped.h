/*
 * A text that was shaped once, in no column: its lines are chosen and cut out of it, in whatever
 * width, without shaping it again. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_SHAPED_H
#define HANDOUT_LAYOUT_SHAPED_H

#include <pango/pango.h>

struct shaped {
    char *text;
    int n_chars;
    PangoLogAttr *places; /* what may end before each character, and at the end */
    GSList *runs;         /* of PangoGlyphItem *, in the order of the text */
};

/* Takes `places` and `runs` over, and copies the text. Counted: given back with shaped_unref(). */
struct shaped *shaped_new(const char *text, int n_chars, PangoLogAttr *places, GSList *runs);

/* What a layout without a width has shaped. */
struct shaped *shaped_of(PangoLayout *layout);

struct shaped *shaped_ref(struct shaped *shaped);
void shaped_unref(struct shaped *shaped);

#endif
