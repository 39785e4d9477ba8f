/*
 * The tri-fold brochure: one sheet, six panels. Text is set at the largest size between 12 and 14
 * pt at which all of it fits, and then spread so that the panels it needs are filled to about the
 * same height. When it does not fit at 12 pt it is an error.
 *
 * Panels are filled in reading order and land on the sheet where the fold will put them; the
 * structure tree follows the items' order and so knows nothing of the fold.
 */
#include "layout/art.h"
#include "layout/brochure_back.h"
#include "layout/brochure_empty.h"
#include "layout/brochure_proof.h"
#include "layout/brochure_ticks.h"
#include "layout/contact.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/job.h"
#include "layout/panels.h"

#include <math.h>

/* How the contact block stands on the back. */
enum back {
    BACK_WHOLE,
    BACK_WITHOUT_SERVICES,
    BACK_HALF, /* it begins on the flap, whose matter goes to the text */
    BACK_HALF_WITHOUT_SERVICES,
    BACK_COUNT
};

struct brochure {
    struct setter setter;
    struct profile profile; /* the format's, with sizes as they fit */
    struct brochure_sheet sheet;
    struct layout *layout;
    enum back back;
    bool flap_is_text; /* the article gives nothing for the flap, so text runs on there */
    unsigned order;
};

/* The matter of one try: strips for each place. */
struct matter {
    GPtrArray *cover, *text, *flap, *back;
};

static bool begins_on_flap(const struct brochure *brochure)
{
    return brochure->back >= BACK_HALF;
}

static const struct panel *panel_of(const struct brochure *brochure, enum panel_role role)
{
    return &brochure->sheet.panels[role];
}

static double panel_height(const struct brochure *brochure)
{
    return panel_of(brochure, PANEL_COVER)->text.height;
}

/* The most panels that text may fill. */
static guint most_panels(const struct brochure *brochure)
{
    return brochure->flap_is_text ? INSIDE_PANELS + 1 : INSIDE_PANELS;
}

static GPtrArray *set_parts(struct brochure *brochure, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(brochure->setter.document, parts);
    return flow_blocks(&brochure->setter, blocks, panel_of(brochure, PANEL_COVER)->text.width);
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

static void matter_clear(struct matter *matter)
{
    g_clear_pointer(&matter->cover, g_ptr_array_unref);
    g_clear_pointer(&matter->text, g_ptr_array_unref);
    g_clear_pointer(&matter->flap, g_ptr_array_unref);
    g_clear_pointer(&matter->back, g_ptr_array_unref);
}

static double full_height(const GPtrArray *strips)
{
    return strips_height(strips, 0, strips->len);
}

static bool fits_one(const struct brochure *brochure, const GPtrArray *strips)
{
    return full_height(strips) <= panel_height(brochure);
}

static struct page *side_of(const struct brochure *brochure, enum panel_role role)
{
    return brochure->layout->pages->pdata[panel_of(brochure, role)->side];
}

static struct frame panel_frame(const struct brochure *brochure, enum panel_role role)
{
    return (struct frame){.page = side_of(brochure, role), .area = panel_of(brochure, role)->text};
}

static struct frame open_text_panel(void *product, guint index)
{
    return panel_frame(product, (enum panel_role)(PANEL_TEXT_1 + index));
}

/* `panels` of the panels for text, filled to `height` points. */
static struct chain text_chain(const struct brochure *brochure, guint panels, double height)
{
    return (struct chain){height, panels, open_text_panel, (void *)brochure, 0};
}

/* What is left over when all text panels are filled: the first strip index, or the length. */
static guint fill_panels(const struct brochure *brochure, const GPtrArray *strips)
{
    struct chain chain = text_chain(brochure, most_panels(brochure), panel_height(brochure));
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    return frames_end(ends);
}

/* What stands on the flap, where the contact block leaves it. */
#define FLAP_PARTS (PART_SET(PART_LEAD) | PART_SET(PART_QUESTIONS))

/* What may stand on the back, the best first. What does not ends the text. */
static const unsigned back_choices[] = {
    PART_SET(PART_ACTION) | PART_SET(PART_PLACES) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_CONTACT),
    PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_CONTACT),
};

static double text_width(const struct brochure *brochure)
{
    return panel_of(brochure, PANEL_COVER)->text.width;
}

/* The contact block by itself on the back, and on the flap if it needs both. */
static void set_tight_back(struct brochure *brochure, struct matter *matter)
{
    struct setter *setter = &brochure->setter;
    unsigned text =
        PART_ALL & ~PART_SET(PART_TITLE) & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT);
    if (begins_on_flap(brochure)) {
        struct contact_halves halves =
            contact_set_halves(setter, text_width(brochure), brochure->back == BACK_HALF);
        matter->flap = halves.first;
        matter->back = halves.second;
    } else {
        text &= ~FLAP_PARTS;
        matter->flap = set_parts(brochure, FLAP_PARTS);
        matter->back = contact_set_without_services(setter, text_width(brochure));
    }
    matter->text = set_parts(brochure, text);
}

static void set_roomy_back(struct brochure *brochure, struct matter *matter)
{
    size_t choice = 0;
    matter->flap = set_parts(brochure, FLAP_PARTS);
    matter->back = set_parts(brochure, back_choices[choice]);
    while (!fits_one(brochure, matter->back) && ++choice < G_N_ELEMENTS(back_choices)) {
        g_ptr_array_unref(matter->back);
        matter->back = set_parts(brochure, back_choices[choice]);
    }
    unsigned back = back_choices[MIN(choice, G_N_ELEMENTS(back_choices) - 1)];
    matter->text =
        set_parts(brochure, (PART_SET(PART_BODY) | PART_SET(PART_NOTES) | back_choices[0]) & ~back);
}

static void set_matter(struct brochure *brochure, struct matter *matter, double size)
{
    setter_use_size(&brochure->setter, size);
    matter->cover = set_cover(brochure);
    if (brochure->back == BACK_WHOLE)
        set_roomy_back(brochure, matter);
    else
        set_tight_back(brochure, matter);
}

static struct pos article_pos(const struct brochure *brochure)
{
    return brochure->setter.document->root->pos;
}

static bool matter_fits(const struct brochure *brochure, const struct matter *matter)
{
    return fits_one(brochure, matter->cover) && fits_one(brochure, matter->flap) &&
           fits_one(brochure, matter->back) &&
           fill_panels(brochure, matter->text) == matter->text->len;
}

/* Says that the words of one place do not fit it, if so, and what helps. */
static void report_place(struct brochure *brochure, const GPtrArray *strips, const char *what,
                         const char *place, const char *cure)
{
    if (fits_one(brochure, strips))
        return;
    setter_overflow(
        &brochure->setter, article_pos(brochure),
        "%s does not fit the %s at %g pt, the smallest size allowed: %u words are over; "
        "%s, or print the format 'standard' instead",
        what, place, brochure->profile.floor, strips_words_over(strips, panel_height(brochure)),
        cure);
}

static void report_text(struct brochure *brochure, const GPtrArray *strips)
{
    guint left = fill_panels(brochure, strips);
    const struct strip *next = strips->pdata[left];
    if (next->height > panel_height(brochure))
        setter_overflow(&brochure->setter, next->pos.path ? next->pos : article_pos(brochure),
                        "a picture, a card or a row of a table is higher than a panel; shorten it, "
                        "or print the format 'booklet' or 'standard' instead");
    else
        setter_overflow(&brochure->setter, article_pos(brochure),
                        "%u words do not fit the six panels at %g pt, the smallest size allowed; "
                        "shorten the article, or print the format 'booklet' or, where that is too "
                        "long, 'standard' instead",
                        strips_words(strips, left), brochure->profile.floor);
}

/* Each place that is too small, with what helps there. */
static void report_overflow(struct brochure *brochure, const struct matter *matter)
{
    const char *contact = "shorten the facts in clinic.yaml, or drop 'services'";
    bool half = begins_on_flap(brochure);
    report_place(brochure, matter->cover, "the title", "cover", "shorten 'title'");
    report_place(brochure, matter->flap,
                 half ? "the contact block" : "what stands before and after the text",
                 half ? "flap and the back" : "flap",
                 half ? contact : "shorten 'summary' or 'questions'");
    report_place(brochure, matter->back, "the contact block", half ? "flap and the back" : "back",
                 contact);
    if (fill_panels(brochure, matter->text) < matter->text->len)
        report_text(brochure, matter->text);
}

static double size_of_step(const struct brochure *brochure, int step)
{
    return brochure->profile.floor + step * brochure_look.size_step;
}

static int step_of_size(const struct brochure *brochure, double nominal)
{
    return (int)lround((MIN(nominal, brochure_look.largest) - brochure->profile.floor) /
                       brochure_look.size_step);
}

/* How full the fullest place is: 1 is just full. What a larger size pushes off the back goes to the
 * text: while there is room to grow, the two are one place. */
static double share_used(const struct brochure *brochure, const struct matter *matter, bool fits)
{
    double single = MAX(full_height(matter->cover), full_height(matter->flap));
    double text = full_height(matter->text) + (fits ? full_height(matter->back) : 0);
    guint panels = most_panels(brochure) + (fits ? 1 : 0);
    return MAX(single, text / panels) / panel_height(brochure);
}

/*
 * The matter at the largest size at which everything fits: `low` fits or is -1, `high` does not.
 * Text takes up room as the square of its size, so one try tells about where the next one should
 * be. False, reported: not even the floor.
 */
static bool fit_copy(struct brochure *brochure, struct matter *matter)
{
    int low = -1, high = step_of_size(brochure, brochure_look.largest) + 1;
    double guess = brochure->profile.body;
    while (high - low > 1 && !brochure->setter.failed) {
        int step = CLAMP(step_of_size(brochure, guess), low + 1, high - 1);
        double size = size_of_step(brochure, step);
        struct matter tried = {0};
        set_matter(brochure, &tried, size);
        bool fits = matter_fits(brochure, &tried);
        guess = size / sqrt(share_used(brochure, &tried, fits));
        matter_clear(fits ? matter : &tried);
        if (fits)
            *matter = tried;
        *(fits ? &low : &high) = step;
    }
    if (low < 0 && !brochure->setter.failed) {
        set_matter(brochure, matter, size_of_step(brochure, 0));
        report_overflow(brochure, matter);
    }
    return !brochure->setter.failed;
}

/* The least height to which `panels` panels can be filled so. */
static double even_height(const struct brochure *brochure, const GPtrArray *strips, guint panels)
{
    double low = 0, high = panel_height(brochure);
    while (high - low > 1) {
        double middle = (low + high) / 2;
        struct chain chain = text_chain(brochure, panels, middle);
        if (frames_fit(&chain, strips))
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* As few panels as hold the text; more of the inside ones while that leaves each well filled, so
 * that none holds a line or two. */
static guint choose_panels(const struct brochure *brochure, const GPtrArray *strips)
{
    double height = panel_height(brochure);
    struct chain chain = text_chain(brochure, 1, height);
    while (chain.most < most_panels(brochure) && !frames_fit(&chain, strips))
        chain.most++;
    guint panels = chain.most;
    while (panels < INSIDE_PANELS &&
           even_height(brochure, strips, panels + 1) >= brochure_look.least_share * height)
        panels++;
    return panels;
}

static void place_on_panel(struct brochure *brochure, enum panel_role role, GPtrArray *strips)
{
    struct frame frame = panel_frame(brochure, role);
    frame_fill(&brochure->setter, &frame, strips, 0, strips->len, &brochure->order);
}

static void place_cover(struct brochure *brochure, GPtrArray *strips)
{
    double used = full_height(strips) + brochure_look.art.gap;
    struct rect area = panel_of(brochure, PANEL_COVER)->text;
    place_on_panel(brochure, PANEL_COVER, strips);
    area.y += used;
    area.height -= used;
    if (area.height >= brochure_look.art.smallest)
        art_place(side_of(brochure, PANEL_COVER), setter_art(&brochure->setter), area,
                  brochure->setter.style->accent, &brochure->order);
}

static void place_text(struct brochure *brochure, GPtrArray *strips)
{
    guint panels = choose_panels(brochure, strips);
    if (panels < INSIDE_PANELS)
        brochure_report_empty(&brochure->setter, most_panels(brochure) - panels);
    struct chain chain = text_chain(brochure, panels, even_height(brochure, strips, panels));
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    frames_fill(&brochure->setter, &chain, strips, ends, &brochure->order);
}

static void add_sides(struct brochure *brochure)
{
    static const enum label names[] = {
        [SIDE_OUTSIDE] = LABEL_SHEET_OUTSIDE, [SIDE_INSIDE] = LABEL_SHEET_INSIDE};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct page *page =
            layout_add_page(brochure->layout, brochure->sheet.width, brochure->sheet.height);
        page->label = g_strdup(labels_get(brochure->setter.document->labels, names[i]));
    }
}

static bool halves_fit(struct brochure *brochure)
{
    struct contact_halves halves =
        contact_set_halves(&brochure->setter, text_width(brochure), true);
    bool fit = fits_one(brochure, halves.first) && fits_one(brochure, halves.second);
    g_ptr_array_unref(halves.first);
    g_ptr_array_unref(halves.second);
    return fit;
}

/* The first way for the contact block that has room at the floor; the last where none has. */
static void choose_back(struct brochure *brochure)
{
    struct setter *setter = &brochure->setter;
    struct trial trial = trial_begin(setter);
    setter_use_size(setter, brochure->profile.floor);
    g_autoptr(GPtrArray) whole = set_parts(brochure, PART_SET(PART_CONTACT));
    g_autoptr(GPtrArray) less = contact_set_without_services(setter, text_width(brochure));
    brochure->back = fits_one(brochure, whole)  ? BACK_WHOLE
                     : fits_one(brochure, less) ? BACK_WITHOUT_SERVICES
                     : halves_fit(brochure)     ? BACK_HALF
                                                : BACK_HALF_WITHOUT_SERVICES;
    brochure->flap_is_text &= !begins_on_flap(brochure);
    trial_end(setter, &trial);
}

static void report_services(const struct brochure *brochure)
{
    if (brochure->back == BACK_WITHOUT_SERVICES || brochure->back == BACK_HALF_WITHOUT_SERVICES)
        diag_report(brochure->setter.diag, RULE_SERVICES_LEFT_OUT, article_pos(brochure),
                    "%s: the contact block has room only without the services, so they are "
                    "left out there",
                    brochure->setter.product);
}

static void place_matter(struct brochure *brochure, struct matter *matter)
{
    add_sides(brochure);
    place_cover(brochure, matter->cover);
    place_text(brochure, matter->text);
    if (!brochure->flap_is_text)
        place_on_panel(brochure, PANEL_FLAP, matter->flap);
    struct frame back = panel_frame(brochure, PANEL_BACK);
    brochure_back_fill(&brochure->setter, &back, matter->back, &brochure->order);
    brochure_ticks_add(&brochure->setter, &brochure->sheet, brochure->layout);
}

static bool has_flap_matter(const struct document *document)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, FLAP_PARTS);
    return blocks->len > 0;
}

struct layout *brochure_lay_out(const struct layout_job *job)
{
    struct brochure brochure = {.layout = job_new_layout(job),
                                .profile = *job->profile,
                                .flap_is_text = !has_flap_matter(job->document)};
    struct matter matter = {0};
    setter_init(&brochure.setter, job, &brochure.profile);
    brochure_sheet_init(&brochure.sheet, job->style->paper, job->style->fold, job->document->rtl);
    brochure.setter.frame_height = panel_height(&brochure);
    brochure.layout->duplex = DUPLEX_SHORT_EDGE;
    choose_back(&brochure);
    if (fit_copy(&brochure, &matter)) {
        place_matter(&brochure, &matter);
        report_services(&brochure);
    }
    if (!brochure.setter.failed && job->proof)
        brochure_proof_add(&brochure.setter, &brochure.sheet, brochure.layout);
    if (brochure.setter.failed)
        g_clear_pointer(&brochure.layout, layout_free);
    matter_clear(&matter);
    setter_clear(&brochure.setter);
    return brochure.layout;
}
