/*
 * Texts shaped by a plan, in one piece or word by word. Internal to plan.c.
 */
#ifndef HANDOUT_LAYOUT_PLAN_WORDS_H
#define HANDOUT_LAYOUT_PLAN_WORDS_H

#include "layout/plan.h"

enum { PLAN_MOST_FEATURES = 32 };

struct plan {
    struct plan_key key; /* its font is counted */
    hb_font_t *font;     /* that one's */
    hb_segment_properties_t properties;
    hb_feature_t features[PLAN_MOST_FEATURES];
    guint n_features;
    hb_shape_plan_t *plan; /* NULL: nothing had to be shaped yet */
    bool grown;            /* letters were learned */
};

/* A stretch of a text; `start`: its first byte. */
struct plan_text {
    const char *text;
    int start, length; /* bytes */
};

/* Shapes a stretch in one piece; `buffer`: empty, gets the glyphs. */
void plan_shape(struct plan *plan, struct plan_text text, hb_buffer_flags_t flags,
                hb_buffer_t *buffer);

/* Its glyphs as Pango has them, put together of those of its words; owned by the caller. NULL: how
 * one of them is shaped depends on others. */
PangoGlyphString *plan_shape_words(struct plan *plan, struct vocabulary *vocabulary,
                                   struct plan_text text);

/* Who knows of the letters that words are composed of, in the vocabulary. */
const void *plan_letters(const struct plan *plan);

/* What Pango calls one glyph of HarfBuzz. */
PangoGlyphInfo plan_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *position);

#endif
