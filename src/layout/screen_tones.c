/*
 * Asks the rule.
 */
#include "layout/screen_tones.h"

struct tones screen_tones(const struct style *style, enum ground_kind ground)
{
    return tones_of(style->accent, ground, style->own_ink ? &style->ink : NULL, style->ground);
}
