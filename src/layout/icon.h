/*
 * Icons: small pictures that tell panels apart without colour. They are decoration: words beside
 * them say the same.
 */
#ifndef HANDOUT_LAYOUT_ICON_H
#define HANDOUT_LAYOUT_ICON_H

#include "layout/strip.h"

/* Each fills the square `box` of the strip in `color`, on `ground`, above what the strip holds. */
void icon_add_call(struct strip *strip, struct rect box, struct color color); /* a handset */
void icon_add_ring(struct strip *strip, struct rect box, struct color color,
                   struct color ground); /* a life ring */
void icon_add_tick(struct strip *strip, struct rect box, struct color color,
                   struct color ground); /* a disc with a tick */
void icon_add_alarm(struct strip *strip, struct rect box, struct color color,
                    struct color ground); /* a triangle with "!" */
void icon_add_note(struct strip *strip, struct rect box, struct color color,
                   struct color ground); /* a disc with "i" */
void icon_add_question(struct strip *strip, struct rect box, struct color color,
                       struct color ground); /* a bubble with "?" */

#endif
