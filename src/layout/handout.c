/*
 * Handouts: one column of text on portrait pages, in three sizes. Pages are filled first; when
 * their number is known, each gets its running title and its "Page 2 of 6". Where they turn out to
 * be many, the text is set once more, with a list of its sections.
 */
#include "layout/contents.h"
#include "layout/flow.h"
#include "layout/form.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/job.h"
#include "layout/notes_page.h"

/* What stands on pages from top to bottom. */
#define TEXT_PARTS (PART_ALL & ~PART_SET(PART_SLIP))

struct handout {
    struct setter setter;
    struct layout *layout;
    struct rect sheet;
    struct rect frame; /* of the text on each page */
    guint slip_page;   /* the one that carries nothing but the contact slip; G_MAXUINT: none */
    unsigned order;
};

static double text_width(const struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double measure = profile_measure(profile, fonts_primary(handout->setter.fonts, false));
    return MIN(measure, handout->sheet.width - 2 * profile->margin);
}

static struct page *add_page(struct handout *handout)
{
    return layout_add_page(handout->layout, handout->sheet.width, handout->sheet.height);
}

static struct frame open_page(void *product, guint index)
{
    struct handout *handout = product;
    (void)index;
    return (struct frame){.page = add_page(handout), .area = handout->frame};
}

static struct chain pages_of(struct handout *handout)
{
    return (struct chain){handout->frame.height, G_MAXUINT, open_page, handout};
}

/* Ends of the pages. Reported, and not all of them, where a strip fits no page. */
static GArray *plan_pages(struct handout *handout, const GPtrArray *strips)
{
    struct chain chain = pages_of(handout);
    GArray *ends = frames_plan(&chain, strips);
    guint end = frames_end(ends);
    if (end < strips->len && frames_part(&handout->setter, strips, end, "a page")) {
        g_array_unref(ends);
        ends = frames_plan(&chain, strips);
        end = frames_end(ends);
    }
    if (end < strips->len)
        setter_overflow(&handout->setter, ((const struct strip *)strips->pdata[end])->pos,
                        "%u words do not fit on page %u, because something that must stay in one "
                        "piece is higher than the page; shorten it or split it",
                        strips_words(strips, end), ends->len + 1);
    return ends;
}

/*
 * The last section is what the reader should do next, and the contact block says how: they belong
 * on one page. The last page break moves up to that section's heading, where that leaves the page
 * before full enough.
 */
static void join_last_section(struct handout *handout, const GPtrArray *strips, GArray *ends)
{
    if (ends->len < 2)
        return;
    guint *last = &g_array_index(ends, guint, ends->len - 2);
    guint first = frames_start(ends, ends->len - 2);
    guint opening = *last;
    while (opening > first && !((const struct strip *)strips->pdata[opening])->opens)
        opening--;
    bool fits = strips_height(strips, opening, strips->len) <= handout->frame.height;
    bool full = strips_height(strips, first, opening) >= handout->frame.height * handout_look.full;
    if (opening > first && fits && full)
        *last = opening;
}

/* Height of the text on page `index`. [pt] */
static double text_height(const GPtrArray *strips, const GArray *ends, guint index)
{
    return strips_height(strips, frames_start(ends, index), g_array_index(ends, guint, index));
}

/*
 * Whoever cuts the slip off cuts through the sheet: there must be room for it on the last page, and
 * no text behind it. Sheets are printed on both sides, so what is behind an even page is the page
 * before.
 */
static bool slip_fits_foot(const struct handout *handout, const GPtrArray *strips,
                           const GArray *ends, double height)
{
    guint last = ends->len - 1;
    double room = handout->frame.height - height;
    double gap = setter_trim(&handout->setter)->slip.above * handout->setter.leading;
    bool is_back = last % 2 == 1;
    return text_height(strips, ends, last) + gap <= room &&
           (!is_back || text_height(strips, ends, last - 1) <= room);
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

/* A front page that is handed in whole, so there is nothing to cut. Where the text ends on a front,
 * the back of that one is there to write on. */
static struct frame open_slip_sheet(struct handout *handout)
{
    if (handout->layout->pages->len % 2 == 1) {
        struct frame back = open_page(handout, 0);
        notes_page_fill(&handout->setter, &back, true, &handout->order);
    }
    handout->slip_page = handout->layout->pages->len;
    return open_page(handout, 0);
}

/* The contact slip, below the text or, where the clinic wants it always, on a sheet of its own. */
static void add_slip(struct handout *handout, const GPtrArray *strips, const GArray *ends)
{
    g_autoptr(GPtrArray) slips = document_blocks(handout->setter.document, PART_SET(PART_SLIP));
    const struct block *block = slips->pdata[0];
    g_autoptr(GPtrArray) slip =
        flow_blocks(&handout->setter, block->children, handout->frame.width);
    double height = strips_height(slip, 0, slip->len);
    double cut_height = frame_cut_height(&handout->setter) + height;
    struct frame frame;
    if (slip_fits_foot(handout, strips, ends, cut_height)) {
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
    form_add_letters(&handout->setter, handout->layout);
}

/* The text, with or without a list of its sections, and the ends of its pages. */
struct text {
    GPtrArray *strips; /* of struct strip *, owned */
    GArray *ends;      /* owned; NULL: it failed */
};

static void text_clear(struct text *text)
{
    g_ptr_array_unref(text->strips);
    g_clear_pointer(&text->ends, g_array_unref);
}

static struct text set_parts(struct handout *handout, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(handout->setter.document, parts);
    struct text text = {flow_blocks(&handout->setter, blocks, handout->frame.width), NULL};
    if (!handout->setter.failed)
        text.ends = plan_pages(handout, text.strips);
    if (text.ends && !handout->setter.failed)
        join_last_section(handout, text.strips, text.ends);
    return text;
}

static bool has_contents(const struct handout *handout)
{
    g_autoptr(GPtrArray) contents =
        document_blocks(handout->setter.document, PART_SET(PART_CONTENTS));
    return contents->len > 0;
}

/* Sets it once more with a list of sections; where that does not fit, it goes without. */
static void add_contents(struct handout *handout, struct text *text)
{
    struct setter *setter = &handout->setter;
    struct trial trial = trial_begin(setter);
    struct text longer = set_parts(handout, TEXT_PARTS | PART_SET(PART_CONTENTS));
    if (!setter->failed)
        contents_number(setter, longer.strips, longer.ends, handout->frame.width);
    if (trial_end(setter, &trial)) {
        text_clear(&longer);
        return;
    }
    text_clear(text);
    *text = longer;
}

static void fill_pages(struct handout *handout, GPtrArray *strips, const GArray *ends)
{
    struct chain chain = pages_of(handout);
    frames_fill(&handout->setter, &chain, strips, ends, &handout->order);
    if (handout->setter.style->slip != SLIP_NEVER)
        add_slip(handout, strips, ends);
}

static void add_furniture(struct handout *handout)
{
    const GPtrArray *pages = handout->layout->pages;
    bool rtl = handout->setter.document->rtl;
    furniture_begin(&handout->setter);
    for (guint i = 0; i < pages->len; i++) {
        if (i > 0 && i != handout->slip_page)
            furniture_add_title(&handout->setter, pages->pdata[i], handout->frame, &handout->order);
        furniture_add_number(&handout->setter, pages->pdata[i], handout->frame, i + 1, pages->len,
                             (i % 2 == 0) != rtl, &handout->order);
    }
}

/* The text's place on each page: inside the margins, and clear of the lines above and below it. */
static struct rect text_frame(const struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double edge = MAX(profile->margin, furniture_space(&handout->setter));
    double width = text_width(handout);
    double left = handout->setter.document->rtl ? handout->sheet.width - profile->margin - width
                                                : profile->margin;
    return (struct rect){left, edge, width, handout->sheet.height - 2 * edge};
}

struct layout *handout_lay_out(const struct layout_job *job)
{
    struct handout handout = {.layout = job_new_layout(job),
                              .sheet = paper_sheet(job->style->paper),
                              .slip_page = G_MAXUINT};
    setter_init(&handout.setter, job, job->profile);
    handout.frame = text_frame(&handout);
    handout.setter.frame_height = handout.frame.height;
    handout.layout->duplex = DUPLEX_LONG_EDGE;

    struct text text = set_parts(&handout, TEXT_PARTS);
    if (!handout.setter.failed && text.ends->len > handout_look.few_pages && has_contents(&handout))
        add_contents(&handout, &text);
    if (!handout.setter.failed)
        fill_pages(&handout, text.strips, text.ends);
    if (!handout.setter.failed)
        add_furniture(&handout);
    text_clear(&text);
    if (handout.setter.failed)
        g_clear_pointer(&handout.layout, layout_free);
    setter_clear(&handout.setter);
    return handout.layout;
}
