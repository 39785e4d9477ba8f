/*
 * Sections take turns, so that a new one is seen to begin; what comes before the first is quiet. A
 * section's first statement stands out of it, no other: a show that changes its ground with every
 * screen has no rhythm. Where headings have screens of their own, these stand out of a light show.
 */
#include "layout/screen_grounds.h"

#include "layout/pieces.h"

static enum ground_kind section_ground(const struct show *show)
{
    static const enum ground_kind turns[] = {GROUND_TINT, GROUND_DEEP, GROUND_PAPER};
    static const enum ground_kind light[] = {GROUND_TINT, GROUND_PAPER};
    if (show->turns == 0)
        return GROUND_PAPER;
    if (show_lines(show) < screen_look.short_lines)
        return light[(show->turns - 1) % G_N_ELEMENTS(light)];
    return turns[(show->turns - 1) % G_N_ELEMENTS(turns)];
}

/* Behind a rule words without a heading begin anew, but for those before the first heading. */
void screen_ground_turn(struct show *show, const struct section *section)
{
    bool anew = show->turns > 0 && !section->callout;
    show->turns += anew || section->headings->len > 0;
}

static const struct piece *first_of(const struct stretch *part)
{
    return &g_array_index(part->pieces, struct piece, part->from);
}

/* True when screen `n` is a statement, and none before it is. */
static bool is_first_statement(const struct show *show, const struct section *section,
                               const struct screen_plan *plan, guint n)
{
    for (guint i = 0; i <= n; i++) {
        struct stretch part = screen_plan_part(section, plan, i);
        if (screen_statement_stands_out(show, &part))
            return i == n;
    }
    return false;
}

/* Cards are light on any ground. */
enum ground_kind screen_ground(const struct show *show, const struct section *section,
                               const struct screen_plan *plan, guint n)
{
    struct stretch part = screen_plan_part(section, plan, n);
    const struct piece *first = first_of(&part);
    enum ground_kind ground = section_ground(show);
    if (show->bands || first->block->fact == FACT_CODE)
        return GROUND_TINT;
    if (is_first_statement(show, section, plan, n))
        return ground == GROUND_DEEP ? GROUND_PAPER : GROUND_DEEP;
    return first->holder && first->holder->kind == BLOCK_CARD ? GROUND_TINT : ground;
}
