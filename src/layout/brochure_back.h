/*
 * The back of a brochure: who we are and where to get help, white on the accent.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_BACK_H
#define HANDOUT_LAYOUT_BROCHURE_BACK_H

#include "layout/frames.h"

/* Moves the strips into the frame, on a dark ground; on the paper itself where they hold a line to
 * write on. */
void brochure_back_fill(const struct setter *setter, const struct frame *frame, GPtrArray *strips,
                        unsigned *order);

#endif
