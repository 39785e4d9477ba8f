/*
 * Lines to write on: below the last words of a handout, and where its last sheet would have a blank
 * back.
 */
#include "layout/brochure_notes.h"
#include "layout/handout_parts.h"
#include "layout/notes_page.h"

double handout_free_room(struct handout *handout, const struct text *text, guint index, double slip)
{
    guint pages = text->ends->len;
    double foot = index + 1 < pages ? 0 : slip;
    if (index == 0)
        foot += handout_help_room(text);
    if (text->band && index + 1 == pages)
        foot += handout_band_room(handout, text->band, pages);
    return handout_page_room(handout, index) -
           handout_text_height(text->strips, text->ends, index) - foot;
}

static bool band_alone(const struct text *text)
{
    guint last = text->ends->len - 1;
    return last > 0 && frames_start(text->ends, last) == text->strips->len;
}

/* Whoever wants the slip always and has no room for it gets another sheet, which has its own back.
 */
static bool has_slip_sheet(const struct handout *handout, double slip)
{
    return handout->setter.style->slip == SLIP_ALWAYS && slip <= 0;
}

/* Below the text of page `index`, which no text follows. */
static bool add_notes_to(struct handout *handout, struct text *text, guint index, double slip)
{
    bool band = index + 1 == text->ends->len || (index == 0 && text->help);
    double clear = band ? 0 : notes_clearance(&handout->setter);
    double room = handout_free_room(handout, text, index, slip) - clear;
    g_autoptr(GPtrArray) strips = notes_strips(&handout->setter, handout->frame.width, room);
    g_ptr_array_set_free_func(strips, NULL);
    for (guint i = 0; i < strips->len; i++)
        g_ptr_array_add(text->strips, strips->pdata[i]);
    for (guint i = index; i < text->ends->len; i++)
        g_array_index(text->ends, guint, i) = text->strips->len;
    return strips->len > 0;
}

/* Page `index` ends short. */
static bool is_short(struct handout *handout, const struct text *text, guint index, double slip)
{
    return handout_free_room(handout, text, index, slip) >
           (1 - handout_look.full) * handout_page_room(handout, index);
}

/* A notice of a few words has nothing to ask about. */
static bool wants_notes(struct handout *handout, const struct text *text, double slip)
{
    bool asked = handout->setter.own_lines > 0 && !band_alone(text);
    if (asked && !is_short(handout, text, text->ends->len - 1, slip)) /* they are lines enough */
        return false;
    g_autoptr(GPtrArray) questions =
        document_blocks(handout->setter.document, PART_SET(PART_QUESTIONS));
    return text->ends->len > 1 || questions->len > 0;
}

static bool is_odd(const struct handout *handout, const struct text *text, double slip)
{
    guint pages = text->ends->len;
    return pages > 1 && pages % 2 == 1 && slip <= 0 && !has_slip_sheet(handout, slip);
}

/* The back of the last sheet has the contact band: alone where it was so, above which there is a
 * page for notes; else with lines above it. */
static void open_back(struct handout *handout, struct text *text)
{
    guint last = text->ends->len;
    handout->notes_page = band_alone(text) ? last - 1 : last;
    g_array_append_val(text->ends, text->strips->len);
}

/* The page that the band has left, if it is short now. */
static bool add_notes_before_band(struct handout *handout, struct text *text)
{
    guint page = text->ends->len - 2;
    return is_short(handout, text, page, 0) && add_notes_to(handout, text, page, 0);
}

void handout_add_notes(struct handout *handout, struct text *text, double slip)
{
    guint last = text->ends->len - 1;
    bool odd = is_odd(handout, text, slip), alone = band_alone(text);
    if (odd && !alone) {
        open_back(handout, text);
        handout->noted = add_notes_before_band(handout, text);
    } else if ((!has_slip_sheet(handout, slip) || is_short(handout, text, last, slip)) &&
               wants_notes(handout, text, slip)) {
        handout->noted = add_notes_to(handout, text, last, slip) ||
                         (alone && add_notes_to(handout, text, last - 1, slip));
    }
    if (odd && alone)
        open_back(handout, text);
}

void handout_fill_notes_page(struct handout *handout, const struct text *text)
{
    if (handout->notes_page == G_MAXUINT)
        return;
    struct frame frame = {.page = handout->layout->pages->pdata[handout->notes_page],
                          .area = handout->frame};
    frame.area.height = handout_free_room(handout, text, handout->notes_page, 0) -
                        notes_clearance(&handout->setter);
    if (notes_have_room(&handout->setter, frame.area.width, frame.area.height))
        notes_page_fill(&handout->setter, &frame, !handout->noted, &handout->order);
}

void handout_fill_short_pages(struct handout *handout, const struct text *text)
{
    double above = handout_look.above_band;
    for (guint i = 0; g_array_index(text->ends, guint, i) < text->strips->len; i++) {
        double room = handout_page_room(handout, i), free = handout_free_room(handout, text, i, 0);
        if ((i == 0 && text->help) || free < (1 - handout_look.full) * room)
            continue;
        struct rect area = handout_wide_frame(handout);
        area.y += area.height - free + above;
        area.height = free - above;
        brochure_notes_fill(&handout->setter, handout->layout->pages->pdata[i], area,
                            BROCHURE_NOTES_FIRST, &handout->order);
    }
}
