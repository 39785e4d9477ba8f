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

/* How close bands and panels are set. */
static guint level_of(enum effort effort)
{
    return effort >= EFFORT_CLOSER ? 2 : effort == EFFORT_CLOSE ? 1 : 0;
}

void handout_close(struct handout *handout, guint level)
{
    double small = handout_look.close[level].small, label = handout_look.close[level].label;
    struct scale *scale = &handout->scale;
    handout->level = level;
    handout->setter.pads = handout_look.close[level].white;
    *scale = *handout->own->scale;
    scale->small.leading = scale->strong.leading = small > 0 ? small : scale->small.leading;
    scale->label.leading = label > 0 ? label : scale->label.leading;
    handout->profile.scale = scale;
}

void handout_spare(struct handout *handout, enum effort effort)
{
    struct setter *setter = &handout->setter;
    const struct profile *own = handout->own;
    handout_close(handout, level_of(effort));
    setter->spaces = effort >= EFFORT_SPACES ? MIN(handout_look.tight_spaces, setter->pads) : 1;
    setter->small_pictures = effort >= EFFORT_LEADING;
    handout->profile.leading =
        effort >= EFFORT_LEADING ? MIN(handout_look.tight_leading, own->leading) : own->leading;
    setter_use_size(setter, handout->profile.body);
}

/* From the best to the last resort: letters are worth more than the motif. */
static const struct masthead heads[] = {{.step = 0}, {.step = 0, .plain = true},
                                        {.step = 1}, {.step = 1, .plain = true},
                                        {.step = 2}, {.step = 2, .plain = true}};

guint handout_head_level(enum effort effort)
{
    return effort >= EFFORT_TITLE ? 5 : effort == EFFORT_ART ? 3 : 0;
}

struct masthead handout_head(guint level)
{
    g_assert(level < G_N_ELEMENTS(heads));
    return heads[level];
}

double handout_above_band(const struct handout *handout)
{
    return handout_look.above_band * handout->setter.pads;
}

double handout_below_masthead(const struct handout *handout)
{
    return handout_look.below_masthead * handout->setter.pads;
}

bool handout_is_as_last(const struct handout *handout, const struct last_set *last)
{
    return last->set && last->level == handout->level &&
           (handout->setter.probing || !last->in_a_trial);
}

void handout_forget(struct handout *handout)
{
    for (size_t i = 0; i < G_N_ELEMENTS(handout->heads); i++)
        masthead_free(handout->heads[i].set);
    if (handout->bands.set)
        g_ptr_array_unref(handout->bands.set);
}
