/*
 * What handouts give up to save paper, and what of white space is left then.
 */
#include "layout/handout_parts.h"

void handout_spare(struct handout *handout, enum effort effort)
{
    struct setter *setter = &handout->setter;
    const struct profile *own = handout->own;
    bool close = effort >= EFFORT_CLOSE;
    setter->spaces = close                     ? handout_look.close.spaces
                     : effort >= EFFORT_SPACES ? handout_look.tight_spaces
                                               : 1;
    setter->pads = close ? handout_look.close.pads : 1;
    setter->small_pictures = effort >= EFFORT_LEADING;
    handout->profile.leading =
        effort >= EFFORT_LEADING ? MIN(handout_look.tight_leading, own->leading) : own->leading;
    handout->scale = *own->scale;
    if (close) {
        handout->scale.small.leading = handout->scale.strong.leading = handout_look.close.small;
        handout->scale.label.leading = handout_look.close.label;
    }
    handout->profile.scale = &handout->scale;
    setter_use_size(setter, handout->profile.body);
}

guint handout_title_step(enum effort effort)
{
    return effort >= EFFORT_TITLE ? 2 : effort == EFFORT_ART ? 1 : 0;
}

double handout_above_band(const struct handout *handout)
{
    return handout_look.above_band * handout->setter.pads;
}

double handout_below_masthead(const struct handout *handout)
{
    return handout_look.below_masthead * handout->setter.pads;
}
