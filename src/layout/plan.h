/*
 * How HarfBuzz shapes words of one kind. Finding that out takes longer than shaping a line does, so
 * it is kept.
 */
#ifndef HANDOUT_LAYOUT_PLAN_H
#define HANDOUT_LAYOUT_PLAN_H

#include "layout/vocabulary.h"

#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>

/* What a plan depends on. */
struct plan_key {
    PangoFont *font; /* lent */
    PangoLanguage *language;
    GUnicodeScript script;
    bool figures; /* of one width */
};

struct plans;

struct plans *plans_new(void);
void plans_free(struct plans *plans);

/* What its thread knows of words; lent. */
struct vocabulary *plans_vocabulary(struct plans *plans);

/* Shapes bytes of a text, which read from left to right; owned by the caller. */
PangoGlyphString *plans_shape(struct plans *plans, const struct plan_key *key, const char *text,
                              int offset, int length);

#endif
