/*
 * Handouts: one column of text on portrait pages, in three sizes. Pages are filled first; when
 * their number is known, each gets its running title and its "Page 2 of 6". Where they turn out to
 * be many, the text is set once more, with a list of its sections.
 */
#include "document/contact.h"
#include "layout/contact_band.h"
#include "layout/contents.h"
#include "layout/flow.h"
#include "layout/form.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/handout_parts.h"
#include "layout/job.h"
#include "layout/masthead.h"
#include "layout/notes_page.h"

static double text_width(const struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double measure = profile_measure(profile, fonts_primary(handout->setter.fonts, false));
    return MIN(measure, handout->sheet.width - 2 * profile->margin);
}

/*
 * Whoever cuts the slip off cuts through the sheet: there must be room for it on the last page, and
 * no text behind it. Sheets are printed on both sides, so what is behind an even page is the page
 * before. `height`: of the slip and the band above it.
 */
static bool slip_fits_foot(const struct handout *handout, const struct text *text, double height)
{
    guint last = text->ends->len - 1;
    double gap = setter_trim(&handout->setter)->slip.above * handout->setter.leading;
    bool is_back = last % 2 == 1;
    double own = text->band ? text->band->height + handout_above_band(handout) : 0;
    double behind = is_back ? handout_text_height(text->strips, text->ends, last - 1) : 0;
    return handout_text_height(text->strips, text->ends, last) + own + gap + height <=
               handout_page_room(handout, last) &&
           (!is_back || behind <= handout_page_room(handout, last - 1) - height);
}

/* The foot of the last page, to be cut off it. */
static struct frame foot_frame(const struct handout *handout, double height)
{
    struct rect area = handout->frame;
    area.y += area.height - height;
    area.height = height;
    const GPtrArray *pages = handout->layout->pages;
    return (struct frame){.page = pages->pdata[pages->len - 1], .area = area, .cut = true};
}

/* Adds up to a line of white space above each question of the slip: here is room for large hands.
 * As much stays at the foot. */
static void spread_slip(const struct handout *handout, GPtrArray *slip)
{
    double room = handout->frame.height - strips_height(slip, 0, slip->len);
    double extra = MIN(room / (slip->len + 1), handout->setter.leading);
    for (guint i = 1; i < slip->len; i++) {
        struct strip *strip = slip->pdata[i];
        strip->gap += strip->gap > 0 ? extra : 0; /* none: it goes on with the strip above */
    }
}

/* A page with nothing on it yet. */
static struct frame open_sheet(struct handout *handout)
{
    struct chain chain = handout_chain(handout);
    return chain.open(handout, handout->layout->pages->len);
}

/* Lines to write on at the back of the last page, down to where the slip is cut off; none where
 * that leaves too little room. */
static void add_back_of_slip(struct handout *handout, double slip)
{
    double height = handout->frame.height - slip;
    guint pages = handout->layout->pages->len;
    if (pages == 1 || pages % 2 == 0 ||
        !notes_have_room(&handout->setter, handout->frame.width, height))
        return;
    struct frame back = open_sheet(handout);
    back.area.height = height;
    notes_page_fill(&handout->setter, &back, !handout->noted, &handout->order);
}

/* A front page that is handed in whole, so there is nothing to cut. With a single page of text it
 * is printed on one side, so that nothing goes with it; where more text ends on a front, the back
 * of that one is there to write on. */
static struct frame open_slip_sheet(struct handout *handout)
{
    guint pages = handout->layout->pages->len;
    if (pages == 1) {
        handout->layout->duplex = DUPLEX_NONE;
    } else if (pages % 2 == 1) {
        struct frame back = open_sheet(handout);
        notes_page_fill(&handout->setter, &back, !handout->noted, &handout->order);
    }
    handout->slip_page = handout->layout->pages->len;
    return open_sheet(handout);
}

/* What the slip takes of the last page's foot, if it fits there; else 0. [pt] */
static double slip_room(struct handout *handout, const struct text *text)
{
    g_autoptr(GPtrArray) slips = document_blocks(handout->setter.document, PART_SET(PART_SLIP));
    const struct block *block = slips->pdata[0];
    struct trial trial = trial_begin(&handout->setter);
    g_autoptr(GPtrArray) slip =
        flow_blocks(&handout->setter, block->children, handout->frame.width);
    trial_end(&handout->setter, &trial);
    double height = frame_cut_height(&handout->setter) + strips_height(slip, 0, slip->len);
    double gap = setter_trim(&handout->setter)->slip.above * handout->setter.leading;
    return slip_fits_foot(handout, text, height) ? height + gap : 0;
}

/* The contact slip, below the text or, where the clinic wants it always, on a sheet of its own. */
static void add_slip(struct handout *handout, bool at_foot)
{
    g_autoptr(GPtrArray) slips = document_blocks(handout->setter.document, PART_SET(PART_SLIP));
    const struct block *block = slips->pdata[0];
    g_autoptr(GPtrArray) slip =
        flow_blocks(&handout->setter, block->children, handout->frame.width);
    double height = strips_height(slip, 0, slip->len);
    double cut_height = frame_cut_height(&handout->setter) + height;
    struct frame frame;
    if (at_foot) {
        frame = foot_frame(handout, cut_height);
    } else if (handout->setter.style->slip == SLIP_FIT) {
        return;
    } else if (height <= handout->frame.height) {
        spread_slip(handout, slip);
        frame = open_slip_sheet(handout);
    } else {
        diag_report(handout->setter.diag, RULE_SLIP_LEFT_OUT, (struct pos){0},
                    "%s: the contact slip is longer than a page, so it is left out; print the "
                    "format 'contact-slip' beside it, or ask for fewer things in 'contact_slip'",
                    handout->setter.product);
        return;
    }
    frame_fill(&handout->setter, &frame, slip, 0, slip->len, &handout->order);
    if (at_foot)
        add_back_of_slip(handout, cut_height);
    form_add_letters(&handout->setter, handout->layout);
}

static bool has_contents(const struct handout *handout)
{
    g_autoptr(GPtrArray) contents =
        document_blocks(handout->setter.document, PART_SET(PART_CONTENTS));
    return contents->len > 0;
}

#define LISTED (TEXT_PARTS | PART_SET(PART_CONTENTS))

/* With a list of sections, with that effort; false where it does not fit. */
static bool set_with_contents(struct handout *handout, enum effort effort, struct text *text)
{
    struct setter *setter = &handout->setter;
    struct trial trial = trial_begin(setter);
    setter->lines = setter->own_lines = 0; /* they have what room the list leaves */
    setter->pictures = PICTURES_SPARE;
    *text = handout_set(handout, LISTED, effort);
    bool failed = trial_end(setter, &trial);
    if (failed)
        handout_text_clear(text);
    return !failed;
}

/* Closer where that fills the pages better. */
static bool set_best_with_contents(struct handout *handout, struct text *text)
{
    struct text closer;
    if (!set_with_contents(handout, handout->effort, text))
        return false;
    if (handout->effort < EFFORT_LEADING && set_with_contents(handout, EFFORT_LEADING, &closer)) {
        bool better = handout_is_better(handout, &closer, text, EFFORT_LEADING);
        handout_text_clear(better ? text : &closer);
        *text = better ? closer : *text;
        handout->effort = better ? EFFORT_LEADING : handout->effort;
    }
    return true;
}

/* The same, if it leaves no page half empty. */
static bool set_full_with_contents(struct handout *handout, double most_lack, struct text *text)
{
    enum effort effort = handout->effort;
    if (!set_best_with_contents(handout, text))
        return false;
    bool full = handout_lack(handout, text) < most_lack;
    if (!full) {
        handout_text_clear(text);
        handout->effort = effort;
    }
    return full;
}

/* Sets it once more with a list of sections, in one piece, else parted. */
static void add_contents(struct handout *handout, struct text *text)
{
    struct setter *setter = &handout->setter;
    struct text longer;
    guint lines = setter->lines, own_lines = setter->own_lines;
    enum pictures pictures = setter->pictures;
    double most_lack = handout_lack(handout, text) + handout_look.half_empty;
    bool fits = set_full_with_contents(handout, most_lack, &longer);
    if (!fits) {
        setter->part_contents = true;
        fits = set_full_with_contents(handout, most_lack, &longer);
    }
    if (fits) {
        handout_text_clear(text);
        *text = longer;
        handout_use_room(handout, LISTED, text);
    } else {
        setter->lines = lines;
        setter->own_lines = own_lines;
        setter->pictures = pictures;
    }
    handout->taken = text->taken;
}

static void place_strip(struct page *page, struct strip **strip, struct point at, unsigned *order)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, g_steal_pointer(strip));
    strips_place(one, 0, 1, page, at, order);
}

/* On the last page; above the slip, where that is there. */
static void place_band(struct handout *handout, struct text *text, double slip)
{
    const GPtrArray *pages = handout->layout->pages;
    struct page *page = pages->pdata[pages->len - 1];
    double foot = handout->sheet.height - (slip > 0 ? handout_frame_foot(handout) + slip
                                                    : handout_band_foot(handout, pages->len));
    struct point at = {handout_wide_frame(handout).x, foot - text->band->height};
    place_strip(page, &text->band, at, &handout->order);
    handout->checked_page = pages->len - 1;
    handout->headless_page = at.y < handout->frame.y ? handout->checked_page : G_MAXUINT;
}

/* Where the contact band stands on its page. */
static void place_help(struct handout *handout, struct text *text)
{
    double foot = handout->sheet.height - handout_help_foot(handout, handout->layout->pages->len);
    struct point at = {handout_wide_frame(handout).x, foot - text->help->height};
    place_strip(handout->layout->pages->pdata[0], &text->help, at, &handout->order);
}

static void fill_pages(struct handout *handout, struct text *text)
{
    struct chain chain = handout_chain(handout);
    /* What is added has the room it likes, unless the page has none. */
    handout_spare(handout, handout->effort >= EFFORT_CLOSE ? handout->effort : EFFORT_NONE);
    double slip = handout->setter.style->slip == SLIP_NEVER ? 0 : slip_room(handout, text);
    handout_add_notes(handout, text, slip);
    handout_spread(handout, text, slip);
    contents_number(&handout->setter, text->strips,
                    &(struct page_count){text->ends, 0, text->ends->len});
    unsigned first = handout->order;
    handout->order += handout_look.head_items;
    frames_fill(&handout->setter, &chain, text->strips, text->ends, &handout->order);
    handout_fill_short_pages(handout, text);
    struct point top = {handout_wide_frame(handout).x, handout_look.top};
    struct page *page = handout->layout->pages->pdata[0];
    guint body = page->items->len;
    struct strip *masthead = masthead_draw(&handout->setter, g_steal_pointer(&text->masthead));
    place_strip(page, &masthead, top, &first);
    page_send_below(page, body); /* programs that read from the top of the file hear it first */
    if (text->help)
        place_help(handout, text);
    handout_fill_notes_page(handout, text);
    if (text->band)
        place_band(handout, text, slip);
    if (handout->setter.style->slip != SLIP_NEVER)
        add_slip(handout, slip > 0);
}

static void add_furniture(struct handout *handout)
{
    const GPtrArray *pages = handout->layout->pages;
    struct setter *setter = &handout->setter;
    const char *number = contact_telephone(setter->document);
    g_autofree char *calls =
        number && setter->profile->scale->calls
            ? labels_format(setter->document->labels, LABEL_FOOT_CALL, "number", number, NULL)
            : NULL;
    for (guint i = 0; i < pages->len; i++) {
        struct page_foot foot = {
            .number = i + 1, .pages = pages->len, .words = calls, .ruled = true};
        if (i == handout->checked_page)
            foot = handout_band_page_foot(handout, i + 1, pages->len);
        if (i > 0 && i != handout->slip_page && i != handout->headless_page)
            furniture_add_title(setter, pages->pdata[i], handout->frame, &handout->order);
        furniture_add_foot(setter, pages->pdata[i], handout->frame, &foot, &handout->order);
    }
}

/* The text's place on each page: inside the margins, and clear of the lines above and below it. */
static struct rect text_frame(struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double width = text_width(handout);
    double left = handout->setter.document->rtl ? handout->sheet.width - profile->margin - width
                                                : profile->margin;
    double head = handout_look.top + furniture_head_height(&handout->setter, width) +
                  handout_look.head_rule + handout_look.below_masthead;
    double top = MAX(handout_look.body_top, head), small = profile->scale->small.size;
    double foot = handout_look.body_foot +
                  (small - profile_standard.scale->small.size) * profile->scale->small.leading;
    return (struct rect){left, top, width, handout->sheet.height - top - foot};
}

struct layout *handout_lay_out(const struct layout_job *job)
{
    struct handout handout = {.layout = job_new_layout(job),
                              .sheet = paper_sheet(job->style->paper),
                              .profile = *job->profile,
                              .own = job->profile,
                              .slip_page = G_MAXUINT,
                              .checked_page = G_MAXUINT,
                              .headless_page = G_MAXUINT,
                              .notes_page = G_MAXUINT};
    setter_init(&handout.setter, job, &handout.profile);
    handout.frame = text_frame(&handout);
    handout.setter.frame_height = handout.frame.height;
    handout.layout->duplex = DUPLEX_LONG_EDGE;

    struct text text = handout_fit(&handout, TEXT_PARTS);
    if (!handout.setter.failed && text.ends->len > handout_look.few_pages && has_contents(&handout))
        add_contents(&handout, &text);
    if (!handout.setter.failed)
        fill_pages(&handout, &text);
    if (!handout.setter.failed)
        add_furniture(&handout);
    if (!handout.setter.failed)
        handout_report_contact(&handout, &text);
    handout_text_clear(&text);
    handout_forget(&handout);
    if (handout.setter.failed)
        g_clear_pointer(&handout.layout, layout_free);
    setter_clear(&handout.setter);
    return handout.layout;
}
