/*
 * Handouts: one column of text on portrait pages, in three sizes. Pages are filled first; when
 * their number is known, each gets its running title and its "Page 2 of 6".
 */
#include "layout/flow.h"
#include "layout/format.h"
#include "layout/furniture.h"

struct handout {
    struct setter setter;
    struct layout *layout;
    struct rect sheet;
    struct rect frame; /* of the text on each page */
    guint text_pages;  /* those after them carry nothing but the contact slip */
    unsigned order;
};

static double text_width(const struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double measure = profile_measure(profile, fonts_primary(handout->setter.fonts, false));
    return MIN(measure, handout->sheet.width - 2 * profile->margin);
}

static void report_overflow(struct handout *handout, const GPtrArray *strips, guint from,
                            guint page)
{
    const struct strip *strip = strips->pdata[from];
    diag_report(handout->setter.diag, RULE_OVERFLOW, strip->pos,
                "%s: %u words do not fit on page %u, because something that must stay in one piece "
                "is higher than the page; shorten it or split it",
                handout->setter.product, strips_words(strips, from), page);
    handout->setter.failed = true;
}

/* A contact block longer than a page cannot stay whole; better on two pages than on none. True when
 * it was that. */
static bool part_contact(struct handout *handout, const GPtrArray *strips, guint from)
{
    const struct strip *first = strips->pdata[from];
    if (!first->whole)
        return false;
    for (guint i = from; i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->whole = false;
    diag_report(handout->setter.diag, RULE_CONTACT_SPLIT, (struct pos){.path = first->pos.path},
                "%s: the contact block is longer than a page, so it is parted; shorten its facts",
                handout->setter.product);
    return true;
}

/* Ends of the pages, as strip indices (of guint). Stops early, reported, at a strip that fits no
 * page. */
static GArray *plan_pages(struct handout *handout, const GPtrArray *strips)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(guint));
    guint from = 0;
    while (from < strips->len) {
        guint end = strips_end(strips, from, handout->frame.height);
        if (end == from && part_contact(handout, strips, from))
            continue;
        if (end == from) {
            report_overflow(handout, strips, from, ends->len + 1);
            break;
        }
        g_array_append_val(ends, end);
        from = end;
    }
    return ends;
}

/*
 * The last section is what the reader should do next, and the contact block says how: they belong
 * on one page. The last page break moves up to that section's heading, where that leaves the page
 * before at least half full.
 */
static void join_last_section(struct handout *handout, const GPtrArray *strips, GArray *ends)
{
    if (ends->len < 2)
        return;
    guint *last = &g_array_index(ends, guint, ends->len - 2);
    guint first = ends->len > 2 ? g_array_index(ends, guint, ends->len - 3) : 0;
    guint opening = *last;
    while (opening > first && !((const struct strip *)strips->pdata[opening])->opens)
        opening--;
    bool fits = strips_height(strips, opening, strips->len) <= handout->frame.height;
    bool full = strips_height(strips, first, opening) >= handout->frame.height / 2;
    if (opening > first && fits && full)
        *last = opening;
}

/* White space above the slip's cut line, in lines of body text. */
#define SLIP_GAP 1.2

static struct page *add_page(struct handout *handout)
{
    return layout_add_page(handout->layout, handout->sheet.width, handout->sheet.height);
}

/*
 * Whoever cuts the slip off cuts through the sheet: there must be room for it on the last page, and
 * no text behind it. Sheets are printed on both sides, so what is behind an even page is the page
 * before.
 */
static bool slip_fits_foot(const struct handout *handout, const GArray *used, double height)
{
    guint last = used->len - 1;
    double room = handout->frame.height - height;
    double gap = SLIP_GAP * handout->setter.leading;
    bool is_back = last % 2 == 1;
    return g_array_index(used, double, last) + gap <= room &&
           (!is_back || g_array_index(used, double, last - 1) <= room);
}

/* Adds up to a line of white space above each question of the slip: here is room for large hands.
 */
static void spread_slip(const struct handout *handout, GPtrArray *strips)
{
    double room = handout->frame.height - strips_height(strips, 1, strips->len);
    double extra = MIN(room / strips->len, handout->setter.leading);
    for (guint i = 2; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        strip->gap += strip->gap > 0 ? extra : 0; /* none: it goes on with the strip above */
    }
}

/* A front page that is handed in whole, so there is nothing to cut above the slip. Where the text
 * ends on a front, the back of that one stays blank. */
static void add_slip_sheet(struct handout *handout, GPtrArray *strips)
{
    if (handout->layout->pages->len % 2 == 1)
        add_page(handout);
    spread_slip(handout, strips);
    strips_place(strips, 1, strips->len, add_page(handout),
                 (struct point){handout->frame.x, handout->frame.y}, &handout->order);
}

/* The contact slip, below the text or on a sheet of its own. `used`: heights of the text on each
 * page (of double). */
static void add_slip(struct handout *handout, const GArray *used)
{
    g_autoptr(GPtrArray) blocks = document_blocks(handout->setter.document, PART_SET(PART_SLIP));
    g_autoptr(GPtrArray) strips = flow_blocks(&handout->setter, blocks, handout->frame.width);
    double height = strips_height(strips, 0, strips->len);
    const struct rect *frame = &handout->frame;
    if (slip_fits_foot(handout, used, height))
        strips_place(strips, 0, strips->len, handout->layout->pages->pdata[used->len - 1],
                     (struct point){frame->x, frame->y + frame->height - height}, &handout->order);
    else if (strips_height(strips, 1, strips->len) <= frame->height)
        add_slip_sheet(handout, strips);
    else
        diag_report(handout->setter.diag, RULE_SLIP_LEFT_OUT, (struct pos){0},
                    "%s: the contact slip is longer than a page, so it is left out; print the "
                    "format 'contact-slip' beside it, or ask for fewer things in 'contact_slip'",
                    handout->setter.product);
}

static void fill_pages(struct handout *handout, GPtrArray *strips)
{
    g_autoptr(GArray) ends = plan_pages(handout, strips);
    g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(double));
    if (handout->setter.failed)
        return;
    join_last_section(handout, strips, ends);
    guint from = 0;
    for (guint i = 0; i < ends->len; i++) {
        guint to = g_array_index(ends, guint, i);
        double height = strips_height(strips, from, to);
        g_array_append_val(used, height);
        strips_place(strips, from, to, add_page(handout),
                     (struct point){handout->frame.x, handout->frame.y}, &handout->order);
        from = to;
    }
    handout->text_pages = ends->len;
    add_slip(handout, used);
}

static void add_furniture(struct handout *handout)
{
    const GPtrArray *pages = handout->layout->pages;
    bool rtl = handout->setter.document->rtl;
    furniture_begin(&handout->setter);
    for (guint i = 0; i < handout->text_pages; i++) {
        if (i > 0)
            furniture_add_title(&handout->setter, pages->pdata[i], handout->frame, &handout->order);
        furniture_add_number(&handout->setter, pages->pdata[i], handout->frame, i + 1,
                             handout->text_pages, (i % 2 == 0) != rtl, &handout->order);
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
    struct handout handout = {.layout = format_new_layout(job->document),
                              .sheet = paper_sheet(job->style->paper)};
    setter_init(&handout.setter, job, job->format->profile);
    handout.frame = text_frame(&handout);
    handout.setter.frame_height = handout.frame.height;
    handout.layout->duplex = DUPLEX_LONG_EDGE;

    g_autoptr(GPtrArray) blocks = document_blocks(job->document, PART_ALL & ~PART_SET(PART_SLIP));
    g_autoptr(GPtrArray) strips = flow_blocks(&handout.setter, blocks, handout.frame.width);
    if (!handout.setter.failed)
        fill_pages(&handout, strips);
    if (!handout.setter.failed)
        add_furniture(&handout);
    if (handout.setter.failed)
        g_clear_pointer(&handout.layout, layout_free);
    setter_clear(&handout.setter);
    return handout.layout;
}
