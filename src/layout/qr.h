/*
 * QR codes.
 */
#ifndef HANDOUT_LAYOUT_QR_H
#define HANDOUT_LAYOUT_QR_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The code of a block of kind QR as a strip as high as the code is wide, quiet zone and all, owned
 * by the caller; NULL, reported as RULE_OVERFLOW, when its words are too long for one. */
struct strip *qr_strip(struct setter *setter, const struct block *block);

#endif
