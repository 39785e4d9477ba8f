/*
 * The tri-fold brochure: one sheet, six panels. Text is set at the largest size between 12 and 14
 * pt at which all of it fits, and then spread so that the panels it needs are filled to about the
 * same height. When it does not fit at 12 pt it is an error.
 *
 * Panels are filled in reading order and land on the sheet where the fold will put them; the
 * structure tree follows the items' order and so knows nothing of the fold.
 */
#include "layout/brochure_proof.h"
#include "layout/cover_art.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/job.h"
#include "layout/panels.h"

#include <math.h>

enum { INSIDE_PANELS = 3 };

struct brochure {
    struct setter setter;
    struct profile profile; /* the format's, with sizes as they fit */
    struct brochure_sheet sheet;
    struct layout *layout;
    bool flap_is_text; /* the article gives nothing for the flap, so text runs on there */
    unsigned order;
};

/* The matter of one try: strips for each place. */
struct matter {
    GPtrArray *cover, *text, *flap, *back;
};

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
    return (struct chain){height, panels, open_text_panel, (void *)brochure};
}

/* What is left over when all text panels are filled: the first strip index, or the length. */
static guint fill_panels(const struct brochure *brochure, const GPtrArray *strips)
{
    struct chain chain = text_chain(brochure, most_panels(brochure), panel_height(brochure));
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    return frames_end(ends);
}

/* What may stand on the back, the best first. What does not ends the text. */
static const unsigned back_choices[] = {
    PART_SET(PART_ACTION) | PART_SET(PART_PLACES) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_ACTION) | PART_SET(PART_CONTACT),
    PART_SET(PART_ABOUT) | PART_SET(PART_CONTACT),
    PART_SET(PART_CONTACT),
};

static void set_matter(struct brochure *brochure, struct matter *matter, double size)
{
    size_t choice = 0;
    setter_use_size(&brochure->setter, size);
    matter->cover = set_cover(brochure);
    matter->flap = set_parts(brochure, PART_SET(PART_LEAD) | PART_SET(PART_QUESTIONS));
    matter->back = set_parts(brochure, back_choices[choice]);
    while (!fits_one(brochure, matter->back) && ++choice < G_N_ELEMENTS(back_choices)) {
        g_ptr_array_unref(matter->back);
        matter->back = set_parts(brochure, back_choices[choice]);
    }
    unsigned back = back_choices[MIN(choice, G_N_ELEMENTS(back_choices) - 1)];
    matter->text =
        set_parts(brochure, (PART_SET(PART_BODY) | PART_SET(PART_NOTES) | back_choices[0]) & ~back);
}

static bool matter_fits(const struct brochure *brochure, const struct matter *matter)
{
    return fits_one(brochure, matter->cover) && fits_one(brochure, matter->flap) &&
           fits_one(brochure, matter->back) &&
           fill_panels(brochure, matter->text) == matter->text->len;
}

static unsigned words_over(const struct brochure *brochure, const struct matter *matter)
{
    const GPtrArray *single[] = {matter->cover, matter->flap, matter->back};
    guint left = fill_panels(brochure, matter->text);
    unsigned words = strips_words(matter->text, left);
    for (size_t i = 0; i < G_N_ELEMENTS(single); i++)
        words += strips_words_over(single[i], panel_height(brochure));
    return words;
}

static void report_overflow(struct brochure *brochure, const struct matter *matter)
{
    const struct strip *first = matter->text->len > 0 ? matter->text->pdata[0] : NULL;
    struct pos pos = {.path = first ? first->pos.path : NULL};
    setter_overflow(&brochure->setter, pos,
                    "%u words do not fit the six panels at %g pt, the smallest size allowed; "
                    "shorten the article, or print the format 'booklet' instead",
                    words_over(brochure, matter), brochure->profile.floor);
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

/* All strips go into the chain, and none is parted from one that it is kept with. */
static bool fits_evenly(const struct chain *chain, const GPtrArray *strips)
{
    g_autoptr(GArray) ends = frames_plan(chain, strips);
    for (guint i = 0; i < ends->len; i++) {
        guint end = g_array_index(ends, guint, i);
        if (end < strips->len && ((const struct strip *)strips->pdata[end - 1])->keep)
            return false;
    }
    return frames_end(ends) == strips->len;
}

/* The least height to which `panels` panels can be filled so. */
static double even_height(const struct brochure *brochure, const GPtrArray *strips, guint panels)
{
    double low = 0, high = panel_height(brochure);
    while (high - low > 1) {
        double middle = (low + high) / 2;
        struct chain chain = text_chain(brochure, panels, middle);
        if (fits_evenly(&chain, strips))
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
    while (chain.most < most_panels(brochure) && !fits_evenly(&chain, strips))
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
    double height = MIN(area.height - used, area.width * brochure_look.art.tallest);
    area.y += area.height - height;
    area.height = height;
    if (height >= brochure_look.art.smallest)
        cover_art_add(side_of(brochure, PANEL_COVER), area, brochure->setter.style->accent,
                      &brochure->order);
}

static void place_text(struct brochure *brochure, GPtrArray *strips)
{
    guint panels = choose_panels(brochure, strips);
    struct chain chain = text_chain(brochure, panels, even_height(brochure, strips, panels));
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    frames_fill(&brochure->setter, &chain, strips, ends, &brochure->order);
}

static void add_tick(struct page *page, double x, double y, struct color color)
{
    struct rect tick = {x - brochure_look.tick.width / 2, y, brochure_look.tick.width,
                        brochure_look.tick.length};
    struct path *path = path_new();
    path_add_rect(path, tick);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_LAYOUT,
                                 .box = tick,
                                 .as.fill = {.path = path, .color = color}});
}

/* A tick above and below, wherever two panels of a side meet. */
static void add_fold_ticks(struct brochure *brochure)
{
    for (int role = 0; role < PANEL_COUNT; role++) {
        const struct panel *panel = panel_of(brochure, (enum panel_role)role);
        struct page *page = side_of(brochure, (enum panel_role)role);
        struct color ink = brochure->setter.style->ink;
        if (panel->x < 1)
            continue;
        add_tick(page, panel->x, brochure_look.tick.top, ink);
        add_tick(page, panel->x,
                 brochure->sheet.height - brochure_look.tick.top - brochure_look.tick.length, ink);
    }
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

static void place_matter(struct brochure *brochure, struct matter *matter)
{
    add_sides(brochure);
    place_cover(brochure, matter->cover);
    place_text(brochure, matter->text);
    if (!brochure->flap_is_text)
        place_on_panel(brochure, PANEL_FLAP, matter->flap);
    place_on_panel(brochure, PANEL_BACK, matter->back);
    add_fold_ticks(brochure);
}

static bool has_flap_matter(const struct document *document)
{
    g_autoptr(GPtrArray) blocks =
        document_blocks(document, PART_SET(PART_LEAD) | PART_SET(PART_QUESTIONS));
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

    if (fit_copy(&brochure, &matter))
        place_matter(&brochure, &matter);
    if (!brochure.setter.failed && job->proof)
        brochure_proof_add(&brochure.setter, &brochure.sheet, brochure.layout);
    if (brochure.setter.failed)
        g_clear_pointer(&brochure.layout, layout_free);
    matter_clear(&matter);
    setter_clear(&brochure.setter);
    return brochure.layout;
}
