/*
 * What stands in each place of a brochure: title, text, what the flap has, and the back.
 */
#include "layout/brochure_parts.h"
#include "layout/contact.h"
#include "layout/flow.h"

bool brochure_begins_on_flap(const struct brochure *brochure)
{
    return brochure->back >= BACK_HALF;
}

static GPtrArray *set_parts(struct brochure *brochure, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(brochure->setter.document, parts);
    return flow_blocks(&brochure->setter, blocks, brochure_width(brochure));
}

/* The title as large as its longest word allows; at the last size that word may be broken. */
static GPtrArray *set_cover(struct brochure *brochure)
{
    struct setter *setter = &brochure->setter;
    size_t last = G_N_ELEMENTS(brochure_look.title_ratios) - 1;
    for (size_t i = 0; i < last; i++) {
        brochure->profile.looks[TEXT_TITLE].ratio = brochure_look.title_ratios[i];
        struct trial trial = trial_begin(setter);
        setter->parting = PARTING_NONE;
        GPtrArray *strips = set_parts(brochure, PART_SET(PART_TITLE));
        if (!trial_end(setter, &trial))
            return strips;
        g_ptr_array_unref(strips);
    }
    brochure->profile.looks[TEXT_TITLE].ratio = brochure_look.title_ratios[last];
    return set_parts(brochure, PART_SET(PART_TITLE));
}

void matter_clear(struct matter *matter)
{
    g_clear_pointer(&matter->cover, g_ptr_array_unref);
    g_clear_pointer(&matter->text, g_ptr_array_unref);
    g_clear_pointer(&matter->flap, g_ptr_array_unref);
    g_clear_pointer(&matter->back, g_ptr_array_unref);
}

/* What may stand on the back, the best first. What does not ends the text. */
static const unsigned back_choices[] = {
    PART_SET(PART_ACTION) | PART_SET(PART_PLACES) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_CONTACT),
    PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_CONTACT),
};

/* The contact block by itself on the back, and on the flap if it needs both. */
static void set_tight_back(struct brochure *brochure, struct matter *matter)
{
    struct setter *setter = &brochure->setter;
    unsigned text =
        PART_ALL & ~PART_SET(PART_TITLE) & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT);
    if (brochure_begins_on_flap(brochure)) {
        struct contact_halves halves =
            contact_set_halves(setter, brochure_width(brochure), brochure->back == BACK_HALF);
        matter->flap = halves.first;
        matter->back = halves.second;
    } else {
        text &= ~FLAP_PARTS;
        matter->flap = set_parts(brochure, FLAP_PARTS);
        matter->back = contact_set_without_services(setter, brochure_width(brochure));
    }
    matter->text = set_parts(brochure, text);
}

static void set_roomy_back(struct brochure *brochure, struct matter *matter)
{
    size_t choice = 0;
    matter->flap = set_parts(brochure, FLAP_PARTS);
    matter->back = set_parts(brochure, back_choices[choice]);
    while (!brochure_fits_one(brochure, matter->back) && ++choice < G_N_ELEMENTS(back_choices)) {
        g_ptr_array_unref(matter->back);
        matter->back = set_parts(brochure, back_choices[choice]);
    }
    unsigned back = back_choices[MIN(choice, G_N_ELEMENTS(back_choices) - 1)];
    matter->text =
        set_parts(brochure, (PART_SET(PART_BODY) | PART_SET(PART_NOTES) | back_choices[0]) & ~back);
}

void brochure_set_matter(struct brochure *brochure, struct matter *matter, double size)
{
    setter_use_size(&brochure->setter, size);
    matter->cover = set_cover(brochure);
    if (brochure->back == BACK_WHOLE)
        set_roomy_back(brochure, matter);
    else
        set_tight_back(brochure, matter);
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

/* The first way for the contact block that has room at the floor; the last where none has. */
void brochure_choose_back(struct brochure *brochure)
{
    struct setter *setter = &brochure->setter;
    struct trial trial = trial_begin(setter);
    setter_use_size(setter, brochure->profile.floor);
    g_autoptr(GPtrArray) whole = set_parts(brochure, PART_SET(PART_CONTACT));
    g_autoptr(GPtrArray) less = contact_set_without_services(setter, brochure_width(brochure));
    brochure->back = brochure_fits_one(brochure, whole)  ? BACK_WHOLE
                     : brochure_fits_one(brochure, less) ? BACK_WITHOUT_SERVICES
                     : halves_fit(brochure)              ? BACK_HALF
                                                         : BACK_HALF_WITHOUT_SERVICES;
    brochure->flap_is_text &= !brochure_begins_on_flap(brochure);
    trial_end(setter, &trial);
}

bool brochure_has_flap_matter(const struct document *document)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, FLAP_PARTS);
    return blocks->len > 0;
}
