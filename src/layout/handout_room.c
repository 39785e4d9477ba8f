/*
 * The room that a handout's pages have, and what it gives up of white space for more.
 */
#include "layout/handout_parts.h"

struct rect handout_wide_frame(const struct handout *handout)
{
    struct rect wide = handout->frame;
    wide.x -= handout->setter.profile->outdent;
    wide.width += 2 * handout->setter.profile->outdent;
    return wide;
}

double handout_text_height(const GPtrArray *strips, const GArray *ends, guint index)
{
    return strips_height(strips, frames_start(ends, index), g_array_index(ends, guint, index));
}

double handout_page_room(const struct handout *handout, guint index)
{
    return handout->frame.height - (index == 0 ? handout->taken : 0);
}

void handout_close(struct handout *handout, bool close)
{
    handout->setter.pads = close ? handout_look.close.white : 1;
    handout->scale = *handout->own->scale;
    handout->profile.scale = &handout->scale;
    if (!close)
        return;
    handout->scale.small.leading = handout->scale.strong.leading = handout_look.close.small;
    handout->scale.label.leading = handout_look.close.label;
}

void handout_spare(struct handout *handout, enum effort effort)
{
    struct setter *setter = &handout->setter;
    const struct profile *own = handout->own;
    bool close = effort >= EFFORT_CLOSE;
    setter->spaces = close                     ? handout_look.close.white
                     : effort >= EFFORT_SPACES ? handout_look.tight_spaces
                                               : 1;
    handout_close(handout, close);
    setter->small_pictures = effort >= EFFORT_LEADING;
    handout->profile.leading =
        effort >= EFFORT_LEADING ? MIN(handout_look.tight_leading, own->leading) : own->leading;
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
