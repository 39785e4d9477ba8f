/*
 * The tri-fold brochure: one sheet, six panels. Text is set at the largest size between 12 and 14
 * pt at which all of it fits, and then spread so that the panels it needs are filled to about the
 * same height. When it does not fit at 12 pt it is an error.
 *
 * Panels are filled in reading order, each as a page of its own, and then land on the sheet where
 * the fold will put them; the structure tree follows the items' order and so knows nothing of the
 * fold. One layout gives two products: panel by panel for reading, and imposed for printing.
 */
#include "layout/brochure_back.h"
#include "layout/brochure_empty.h"
#include "layout/brochure_notes.h"
#include "layout/brochure_parts.h"
#include "layout/brochure_proof.h"
#include "layout/brochure_ticks.h"
#include "layout/contact.h"
#include "layout/cover.h"
#include "layout/job.h"

static void place_on_panel(struct brochure *brochure, enum panel_role role, GPtrArray *strips)
{
    struct frame frame = brochure_frame(brochure, role);
    frame_fill(&brochure->setter, &frame, strips, 0, strips->len, &brochure->order);
}

static void place_cover(struct brochure *brochure, GPtrArray *strips)
{
    double used = brochure_height_of(strips) + brochure_look.art.gap;
    struct frame frame = brochure_frame(brochure, PANEL_COVER);
    struct rect area = frame.area;
    place_on_panel(brochure, PANEL_COVER, strips);
    area.y += used;
    area.height -= used;
    if (area.height >= brochure_look.art.smallest)
        cover_place_art(&brochure->setter, brochure->layout, frame.page, area,
                        brochure->picture_on_cover, &brochure->order);
}

static bool wants_lines(const struct brochure *brochure, double used)
{
    return used <= brochure_look.notes_below * brochure_height(brochure);
}

/* Lines to write on below `used` points of a panel. */
static void fill_up(struct brochure *brochure, enum panel_role role, double used)
{
    struct frame frame = brochure_frame(brochure, role);
    double taken = used > 0 ? used + brochure_look.art.gap : 0;
    frame.area.y += taken;
    frame.area.height -= taken;
    enum brochure_notes head = role == PANEL_FLAP ? BROCHURE_NOTES_QUESTIONS
                               : brochure->noted  ? BROCHURE_NOTES_MORE
                                                  : BROCHURE_NOTES_FIRST;
    bool filled =
        brochure_notes_fill(&brochure->setter, frame.page, frame.area, head, &brochure->order);
    brochure->noted |= filled && role != PANEL_FLAP;
}

static double panel_used(const GPtrArray *strips, const GArray *ends, guint index)
{
    guint end = index < ends->len ? g_array_index(ends, guint, index) : strips->len;
    return strips_height(strips, frames_start(ends, MIN(index, ends->len)), end);
}

/* Lines in panels that would be half empty, side by side from one height on; on the flap wherever
 * they have room. */
static void fill_text_panels(struct brochure *brochure, const GPtrArray *strips, const GArray *ends)
{
    guint panels = brochure_most_panels(brochure);
    double lowest = 0;
    for (guint i = 0; i < INSIDE_PANELS; i++)
        if (wants_lines(brochure, panel_used(strips, ends, i)))
            lowest = MAX(lowest, panel_used(strips, ends, i));
    for (guint i = 0; i < panels; i++) {
        double used = panel_used(strips, ends, i);
        bool flap = i >= INSIDE_PANELS;
        if (flap || wants_lines(brochure, used))
            fill_up(brochure, (enum panel_role)(PANEL_TEXT_1 + i),
                    flap || used <= 0 ? used : lowest);
    }
}

static void place_text(struct brochure *brochure, GPtrArray *strips)
{
    guint needed;
    g_autoptr(GArray) ends = brochure_plan_text(brochure, strips, &needed);
    struct chain chain = brochure_text_chain(brochure, ends->len, brochure_height(brochure));
    if (needed < INSIDE_PANELS && !brochure->reading)
        brochure_report_empty(&brochure->setter, needed, brochure_most_panels(brochure) - ends->len,
                              brochure_height_of(strips) / brochure_height(brochure));
    brochure_rule_panels(brochure, strips, ends);
    frames_fill(&brochure->setter, &chain, strips, ends, &brochure->order);
    fill_text_panels(brochure, strips, ends);
}

static void place_flap(struct brochure *brochure, GPtrArray *strips)
{
    double used = brochure_height_of(strips);
    if (brochure->flap_is_text)
        return;
    place_on_panel(brochure, PANEL_FLAP, strips);
    fill_up(brochure, PANEL_FLAP, used);
}

/* A page for each panel. */
static void add_panels(struct brochure *brochure)
{
    for (int role = 0; role < PANEL_COUNT; role++)
        layout_add_page(brochure->layout, brochure_panel(brochure, (enum panel_role)role)->width,
                        brochure->sheet.height);
}

static bool has_content(const struct page *page)
{
    for (guint i = 0; i < page->items->len; i++)
        if (g_array_index(page->items, struct item, i).element)
            return true;
    return false;
}

/* Nobody reads lines to write on. */
static void drop_empty_panels(struct layout *layout)
{
    for (guint i = layout->pages->len; i > 0; i--)
        if (!has_content(layout->pages->pdata[i - 1]))
            g_ptr_array_remove_index(layout->pages, i - 1);
}

static struct page *add_side(struct brochure *brochure, enum label name)
{
    struct page *page =
        layout_add_page(brochure->layout, brochure->sheet.width, brochure->sheet.height);
    page->label = g_strdup(labels_get(brochure->setter.document->labels, name));
    return page;
}

/* Moves the panels to the places on the sheet where the fold puts them. */
static void impose_panels(struct brochure *brochure)
{
    g_autoptr(GPtrArray) panels = brochure->layout->pages;
    brochure->layout->pages = g_ptr_array_new_with_free_func((GDestroyNotify)page_free);
    struct page *sides[SIDE_COUNT] = {[SIDE_OUTSIDE] = add_side(brochure, LABEL_SHEET_OUTSIDE),
                                      [SIDE_INSIDE] = add_side(brochure, LABEL_SHEET_INSIDE)};
    for (int role = 0; role < PANEL_COUNT; role++) {
        const struct panel *panel = brochure_panel(brochure, (enum panel_role)role);
        page_absorb(sides[panel->side], panels->pdata[role],
                    panel->text.x - brochure_page_side(brochure, (enum panel_role)role), 0);
    }
    brochure->layout->duplex = DUPLEX_SHORT_EDGE;
    brochure_ticks_add(&brochure->setter, &brochure->sheet, brochure->layout);
}

static void report_services(const struct brochure *brochure)
{
    if (brochure->back == BACK_WITHOUT_SERVICES || brochure->back == BACK_HALF_WITHOUT_SERVICES)
        contact_report_services(&brochure->setter);
}

static void place_back(struct brochure *brochure, GPtrArray *strips)
{
    struct frame frame = brochure_frame(brochure, PANEL_BACK);
    if (brochure_begins_on_flap(brochure)) {
        brochure_back_fill(&brochure->setter, &frame, strips, &brochure->order);
        return;
    }
    frame.area.x -= brochure_outset(brochure);
    frame_fill(&brochure->setter, &frame, strips, 0, strips->len, &brochure->order);
}

static void place_matter(struct brochure *brochure, struct matter *matter)
{
    add_panels(brochure);
    place_cover(brochure, matter->cover);
    place_text(brochure, matter->text);
    place_flap(brochure, matter->flap);
    place_back(brochure, matter->back);
}

static void finish(struct brochure *brochure, bool proof)
{
    if (brochure->reading)
        drop_empty_panels(brochure->layout);
    else
        impose_panels(brochure);
    if (!brochure->reading && proof)
        brochure_proof_add(&brochure->setter, &brochure->sheet, brochure->layout);
}

static struct layout *lay_out(const struct layout_job *job, bool reading)
{
    struct brochure brochure = {
        .layout = job_new_layout(job), .profile = *job->profile, .reading = reading};
    struct matter matter = {0};
    setter_init(&brochure.setter, job, &brochure.profile);
    brochure_sheet_init(&brochure.sheet, job->style->paper, job->style->fold, job->document->rtl);
    brochure.setter.frame_height = brochure_height(&brochure);
    brochure_choose_cover(&brochure);
    brochure.flap_is_text = !brochure_has_flap_matter(&brochure);
    brochure_choose_back(&brochure);
    if (brochure_fit(&brochure, &matter)) {
        place_matter(&brochure, &matter);
        finish(&brochure, job->proof);
        if (!brochure.setter.failed)
            report_services(&brochure);
    }
    if (brochure.setter.failed)
        g_clear_pointer(&brochure.layout, layout_free);
    matter_clear(&matter);
    setter_clear(&brochure.setter);
    return brochure.layout;
}

struct layout *brochure_lay_out(const struct layout_job *job)
{
    return lay_out(job, false);
}

struct layout *brochure_reading_lay_out(const struct layout_job *job)
{
    return lay_out(job, true);
}
