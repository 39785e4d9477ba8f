/*
 * Each screen is fitted for itself first; the smallest of those that may grow then holds the others
 * back.
 */
#include "layout/screen_steps.h"

#include "layout/pieces.h"

#include <math.h>

/* What is known of a section while its screens are looked at. */
struct spread {
    double least; /* of those that may grow or are parted; INFINITY: there is none */
    bool even;    /* all of them are to be alike */
};

static bool stands_apart(const struct show *show, const struct stretch *part)
{
    return !screen_may_grow(part) || screen_statement_stands_out(show, part);
}

/* True when its letters are smaller than the distance asks for, or it is cut off a sentence. */
static bool is_parted(const struct stretch *part)
{
    for (guint i = part->from; i < part->to; i++) {
        const struct piece *piece = &g_array_index(part->pieces, struct piece, i);
        if (piece->fragment || piece->size < 1)
            return true;
    }
    return false;
}

static double step_above(double size)
{
    for (size_t i = G_N_ELEMENTS(screen_look.steps); i-- > 0;)
        if (screen_look.steps[i] > size)
            return screen_look.steps[i];
    return size;
}

static double most_of(const struct spread *spread)
{
    return spread->even ? MAX(spread->least, 1) : step_above(spread->least);
}

GArray *screen_steps(struct show *show, const struct section *section,
                     const struct screen_plan *plan)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(double));
    struct spread spread = {.least = INFINITY};
    for (guint i = 0; i < plan->parts->len; i++) {
        struct stretch part = screen_plan_part(section, plan, i);
        double size = screen_fit_size(show, &part, &plan->way, INFINITY);
        bool parted = is_parted(&part);
        spread.even = spread.even || parted;
        if (parted || !stands_apart(show, &part))
            spread.least = MIN(spread.least, size);
        g_array_append_val(steps, size);
    }
    for (guint i = 0; i < plan->parts->len; i++) {
        struct stretch part = screen_plan_part(section, plan, i);
        double *size = &g_array_index(steps, double, i);
        *size = stands_apart(show, &part) ? *size : MIN(*size, most_of(&spread));
    }
    return steps;
}
