/*
 * What stands in each place of a brochure: title, text, what the flap has, and the back.
 */
#include "layout/brochure_intro.h"
#include "layout/brochure_parts.h"
#include "layout/contact.h"
#include "layout/contact_panel.h"
#include "layout/cover.h"
#include "layout/flow.h"

bool brochure_begins_on_flap(const struct brochure *brochure)
{
    return brochure->back >= BACK_HALF;
}

/* The first section from its rule on. */
static GPtrArray *set_sections(struct brochure *brochure, const GPtrArray *blocks, guint from)
{
    struct setter *setter = &brochure->setter;
    g_autoptr(GPtrArray) rest = g_ptr_array_new();
    for (guint i = from; i < blocks->len; i++)
        g_ptr_array_add(rest, blocks->pdata[i]);
    GPtrArray *strips = flow_blocks(setter, rest, brochure_width(brochure));
    if (from > 0 && strips->len > 0)
        ((struct strip *)strips->pdata[0])->gap =
            setter_look(setter, TEXT_HEADING_2)->before * setter->leading;
    return strips;
}

/* The text, with what stands before its first section on a ground if that is wanted and there is
 * such. */
static GPtrArray *set_text(struct brochure *brochure, const GPtrArray *blocks)
{
    guint intro = brochure->intro ? brochure_intro_blocks(blocks) : 0;
    brochure->intro = intro > 0;
    GPtrArray *strips = set_sections(brochure, blocks, intro);
    if (intro > 0)
        g_ptr_array_insert(
            strips, 0,
            brochure_intro_set(&brochure->setter, blocks, intro, brochure_width(brochure)));
    return strips;
}

/* Name and title; the summary, where it leaves room for the art. */
static GPtrArray *set_cover(struct brochure *brochure)
{
    struct setter *setter = &brochure->setter;
    double width = brochure_width(brochure);
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    struct strip *name = cover_set_name(setter, &scale_brochure, width);
    struct strip *title =
        cover_set_title(setter, &scale_brochure, width, brochure->summary_on_cover);
    if (name)
        g_ptr_array_add(strips, name);
    title->gap = cover_look.title_gap;
    g_ptr_array_add(strips, title);
    return strips;
}

/* Below what a cover holds there is room for art. */
static bool leaves_art(struct brochure *brochure, bool summary)
{
    struct trial trial = trial_begin(&brochure->setter);
    brochure->summary_on_cover = summary;
    g_autoptr(GPtrArray) strips = set_cover(brochure);
    double room = brochure_height(brochure) - brochure_look.art.gap - brochure_look.art.smallest;
    return !trial_end(&brochure->setter, &trial) && brochure_height_of(strips) <= room;
}

/* The cover takes the summary where art has room below it, too; and the article's picture, where
 * that has: else it stands in the text. */
void brochure_choose_cover(struct brochure *brochure)
{
    bool summary = leaves_art(brochure, true);
    brochure->picture_on_cover = cover_takes_picture(&brochure->setter, brochure_width(brochure),
                                                     brochure_look.art.smallest) &&
                                 (summary || leaves_art(brochure, false));
    brochure->summary_on_cover = summary;
}

/* What stands on the cover in the place of a motif. */
static unsigned picture_part(const struct brochure *brochure)
{
    return brochure->picture_on_cover ? PART_SET(PART_PICTURE) : 0;
}

/* What stands on the flap, where the contact block leaves it. */
static GPtrArray *flap_blocks(const struct document *document, bool summary_on_cover)
{
    GPtrArray *blocks = document_blocks(document, PART_SET(PART_LEAD) | PART_SET(PART_QUESTIONS));
    for (guint i = blocks->len; i > 0; i--)
        if (cover_holds(blocks->pdata[i - 1], summary_on_cover))
            g_ptr_array_remove_index(blocks, i - 1);
    return blocks;
}

void matter_clear(struct matter *matter)
{
    g_clear_pointer(&matter->cover, g_ptr_array_unref);
    g_clear_pointer(&matter->text, g_ptr_array_unref);
    g_clear_pointer(&matter->flap, g_ptr_array_unref);
    g_clear_pointer(&matter->back, g_ptr_array_unref);
}

/* The ground of the panel stands out of the text where the fold leaves room for it. */
double brochure_outset(const struct brochure *brochure)
{
    /* Folded like an accordion it lies at an edge of the sheet, which printers do not reach. */
    return brochure->setter.style->fold == FOLD_ROLL ? back_look.outset : 0;
}

/* The contact panel, in closer lines where that is what it takes; NULL: the facts have no room on
 * one. `*panel`: what it holds. */
static struct strip *set_panel(struct brochure *brochure, struct contact_panel *panel)
{
    *panel =
        (struct contact_panel){.scale = &scale_brochure,
                               .width = brochure_width(brochure) + 2 * brochure_outset(brochure),
                               .height = brochure_height(brochure)};
    return contact_panel_fit(&brochure->setter, panel, &scale_brochure_tight);
}

/* The contact block on the flap and the back, whose own matter goes to the text. */
static void set_halves(struct brochure *brochure, struct matter *matter)
{
    struct contact_halves halves = contact_set_halves(&brochure->setter, brochure_width(brochure),
                                                      brochure->back == BACK_HALF);
    matter->flap = halves.first;
    matter->back = halves.second;
    g_autoptr(GPtrArray) text = document_blocks(
        brochure->setter.document,
        PART_ALL & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT) & ~picture_part(brochure));
    for (guint n = text->len; n > 0; n--)
        if (cover_holds(text->pdata[n - 1], brochure->summary_on_cover))
            g_ptr_array_remove_index(text, n - 1);
    matter->text = set_text(brochure, text);
}

static void set_back(struct brochure *brochure, struct matter *matter)
{
    struct contact_panel panel;
    g_autoptr(GPtrArray) flap = flap_blocks(brochure->setter.document, brochure->summary_on_cover);
    struct strip *strip = set_panel(brochure, &panel);
    unsigned text = (PART_SET(PART_PICTURE) & ~picture_part(brochure)) | PART_SET(PART_BODY) |
                    PART_SET(PART_NOTES) | PART_SET(PART_PLACES) | PART_SET(PART_ABOUT);
    matter->back = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(matter->back, strip);
    matter->flap = flow_blocks(&brochure->setter, flap, brochure_width(brochure));
    g_autoptr(GPtrArray) blocks = document_blocks(
        brochure->setter.document, panel.action ? text : text | PART_SET(PART_ACTION));
    matter->text = set_text(brochure, blocks);
}

/* All panels begin with a rule, also where what stands first has no heading. [from, to): on one
 * panel, which may have no room for it. */
static void rule_first(const struct brochure *brochure, const GPtrArray *strips, guint from,
                       guint to)
{
    while (from < to && ((const struct strip *)strips->pdata[from])->separator)
        from++;
    struct strip *first = from < to ? strips->pdata[from] : NULL;
    const struct profile *profile = &brochure->profile;
    double taken = profile->head_rule + profile->head_rule_gap;
    if (!first || first->opens ||
        strips_height(strips, from, to) + taken > brochure_height(brochure))
        return;
    struct rect rule = {0, 0, brochure_width(brochure), profile->head_rule};
    struct path *path = path_new();
    path_add_rect(path, rule);
    strip_shift(first, 0, taken);
    first->height += taken;
    strip_prepend(
        first, (struct item){.kind = ITEM_FILL,
                             .artifact = ARTIFACT_LAYOUT,
                             .box = rule,
                             .as.fill = {.path = path, .color = brochure->setter.style->accent}});
}

void brochure_rule_panels(const struct brochure *brochure, const GPtrArray *strips,
                          const GArray *ends)
{
    for (guint i = 1; i < ends->len; i++)
        rule_first(brochure, strips, frames_start(ends, i), g_array_index(ends, guint, i));
}

void brochure_set_matter(struct brochure *brochure, struct matter *matter, double size)
{
    setter_use_size(&brochure->setter, size);
    matter->cover = set_cover(brochure);
    if (brochure_begins_on_flap(brochure))
        set_halves(brochure, matter);
    else
        set_back(brochure, matter);
    if (matter->text->len > 0 && !brochure->intro)
        rule_first(brochure, matter->text, 0, 1);
}

static bool halves_fit(struct brochure *brochure)
{
    struct contact_halves halves =
        contact_set_halves(&brochure->setter, brochure_width(brochure), true);
    bool fit =
        brochure_fits_one(brochure, halves.first) && brochure_fits_one(brochure, halves.second);
    g_ptr_array_unref(halves.first);
    g_ptr_array_unref(halves.second);
    return fit;
}

/* On a panel where that has room for it, else on two. */
void brochure_choose_back(struct brochure *brochure)
{
    struct setter *setter = &brochure->setter;
    struct trial trial = trial_begin(setter);
    struct contact_panel panel;
    setter_use_size(setter, brochure->profile.floor);
    struct strip *strip = set_panel(brochure, &panel);
    brochure->back = strip && panel.services ? BACK_WHOLE
                     : strip                 ? BACK_WITHOUT_SERVICES
                     : halves_fit(brochure)  ? BACK_HALF
                                             : BACK_HALF_WITHOUT_SERVICES;
    brochure->flap_is_text &= !brochure_begins_on_flap(brochure);
    if (strip)
        strip_free(strip);
    trial_end(setter, &trial);
}

bool brochure_has_flap_matter(const struct brochure *brochure)
{
    g_autoptr(GPtrArray) blocks =
        flap_blocks(brochure->setter.document, brochure->summary_on_cover);
    return blocks->len > 0;
}
