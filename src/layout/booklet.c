/*
 * The booklet: large print on half sheets. The article fills pages from the first; the contact
 * block always has the back cover; pages to write on before it make the number a multiple of four.
 * One layout gives two products: page by page for reading, and imposed for printing.
 */
#include "layout/contact.h"
#include "layout/contact_panel.h"
#include "layout/cover.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/impose.h"
#include "layout/job.h"
#include "layout/notes_page.h"

struct booklet {
    struct setter setter;
    struct layout *layout;
    double width, height; /* [pt] of a page */
    struct rect frame;    /* of the text, as if there were no gutter */
    unsigned order;
};

/* The frame of page `number` (from 1): away from the fold, which is at the left of odd pages bound
 * at the left. */
static struct rect page_frame(const struct booklet *booklet, unsigned number)
{
    struct rect frame = booklet->frame;
    bool fold_at_left = (number % 2 == 1) != booklet->setter.document->rtl;
    frame.x += fold_at_left ? booklet_look.gutter / 2 : -booklet_look.gutter / 2;
    return frame;
}

static struct page *add_page(struct booklet *booklet)
{
    return layout_add_page(booklet->layout, booklet->width, booklet->height);
}

static struct frame open_page(void *product, guint index)
{
    struct booklet *booklet = product;
    (void)index;
    struct page *page = add_page(booklet);
    return (struct frame){.page = page, .area = page_frame(booklet, booklet->layout->pages->len)};
}

static struct chain pages_of(struct booklet *booklet)
{
    return (struct chain){booklet->frame.height, G_MAXUINT, open_page, booklet, 0};
}

/* Ends of the pages. Reported, and not all of them, where a single strip, such as a table row, is
 * higher than a page. */
static GArray *plan_pages(struct booklet *booklet, const GPtrArray *strips)
{
    struct chain chain = pages_of(booklet);
    GArray *ends = frames_plan(&chain, strips);
    guint end = frames_end(ends);
    if (end < strips->len)
        setter_overflow(&booklet->setter, ((const struct strip *)strips->pdata[end])->pos,
                        "%u words must stay in one piece and do not fit a page; shorten them, or "
                        "print the format 'large' instead",
                        strips_words(strips, end) - strips_words(strips, end + 1));
    return ends;
}

static void check_length(struct booklet *booklet, unsigned pages)
{
    if (pages > booklet_look.most_pages)
        setter_overflow(&booklet->setter, booklet->setter.document->root->pos,
                        "%u pages are more than the %u that staples hold; shorten the article, or "
                        "print the format 'large' instead",
                        pages, booklet_look.most_pages);
}

/* Pages to write on, so that with `more` pages the number is a multiple of four. */
static void add_notes_pages(struct booklet *booklet, guint more)
{
    for (bool first = true; (booklet->layout->pages->len + more) % 4 != 0; first = false) {
        struct frame frame = open_page(booklet, 0);
        notes_page_fill(&booklet->setter, &frame, first, &booklet->order);
    }
}

/* The pages of the article, then those to write on, then the contact block, which ends on the back
 * cover. */
static void fill_pages(struct booklet *booklet, GPtrArray *article, GPtrArray *back)
{
    struct chain chain = pages_of(booklet);
    g_autoptr(GArray) article_ends = plan_pages(booklet, article);
    if (booklet->setter.failed)
        return;
    g_autoptr(GArray) back_ends = plan_pages(booklet, back);
    if (booklet->setter.failed)
        return;
    frames_fill(&booklet->setter, &chain, article, article_ends, &booklet->order);
    add_notes_pages(booklet, back_ends->len);
    frames_fill(&booklet->setter, &chain, back, back_ends, &booklet->order);
    check_length(booklet, booklet->layout->pages->len);
}

static void add_numbers(struct booklet *booklet)
{
    unsigned pages = booklet->layout->pages->len;
    bool rtl = booklet->setter.document->rtl;
    furniture_begin(&booklet->setter);
    for (unsigned number = 1; number <= pages; number++) {
        struct page *page = booklet->layout->pages->pdata[number - 1];
        furniture_add_number(&booklet->setter, page, page_frame(booklet, number), number, pages,
                             (number % 2 == 1) != rtl, &booklet->order);
    }
}

static void booklet_init(struct booklet *booklet, const struct layout_job *job)
{
    struct rect sheet = paper_sheet(job->style->paper);
    const struct profile *profile = job->profile;
    *booklet = (struct booklet){
        .layout = job_new_layout(job), .width = sheet.height / 2, .height = sheet.width};
    setter_init(&booklet->setter, job, profile);
    double side = profile->margin + booklet_look.gutter / 2;
    double foot = furniture_space(&booklet->setter);
    booklet->frame = (struct rect){side, profile->margin, booklet->width - 2 * side,
                                   booklet->height - profile->margin - foot};
    booklet->setter.frame_height = booklet->frame.height;
}

static GPtrArray *set_parts(struct booklet *booklet, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(booklet->setter.document, parts);
    return flow_blocks(&booklet->setter, blocks, booklet->frame.width);
}

static void report_services(const struct booklet *booklet)
{
    diag_report(booklet->setter.diag, RULE_SERVICES_LEFT_OUT, booklet->setter.document->root->pos,
                "%s: the contact block has room only without the services, so they are left out "
                "there",
                booklet->setter.product);
}

/* The contact panel, or two of them where the facts have no room on one; NULL: nor have they on
 * two. `*parts`: what is there. */
static GPtrArray *set_panels(struct booklet *booklet, unsigned *parts)
{
    struct contact_panel panel = {
        .scale = &scale_booklet, .width = booklet->frame.width, .height = booklet->frame.height};
    struct strip *strip = contact_panel_fit(&booklet->setter, &panel);
    GPtrArray *panels = NULL;
    if (strip) {
        panels = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
        g_ptr_array_add(panels, strip);
    } else if ((panels = contact_panel_fit_halves(&booklet->setter, &panel))) {
        contact_report_parted(&booklet->setter, "the back cover");
    }
    if (panels && !panel.services)
        report_services(booklet);
    *parts = PART_SET(PART_CONTACT) | (panel.action ? PART_SET(PART_ACTION) : 0);
    return panels;
}

/* The call to act stands on the back cover, above the contact facts, if there is room; else it ends
 * the article. `*parts`: what is there. Facts that no two panels hold are set like the text. */
static GPtrArray *set_back_cover(struct booklet *booklet, unsigned *parts)
{
    GPtrArray *strips = set_panels(booklet, parts);
    if (strips)
        return strips;
    strips = set_parts(booklet, PART_SET(PART_CONTACT));
    frames_part(&booklet->setter, strips, 0, "the back cover");
    return strips;
}

static void fill_booklet(struct booklet *booklet)
{
    unsigned back_parts;
    g_autoptr(GPtrArray) back = set_back_cover(booklet, &back_parts);
    g_autoptr(GPtrArray) article =
        set_parts(booklet, PART_ALL & ~back_parts & ~PART_SET(PART_SLIP));
    if (!booklet->setter.failed)
        fill_pages(booklet, article, back);
    if (!booklet->setter.failed)
        add_numbers(booklet);
}

struct layout *booklet_reading_lay_out(const struct layout_job *job)
{
    struct booklet booklet;
    booklet_init(&booklet, job);
    fill_booklet(&booklet);
    if (booklet.setter.failed)
        g_clear_pointer(&booklet.layout, layout_free);
    setter_clear(&booklet.setter);
    return booklet.layout;
}

struct layout *booklet_lay_out(const struct layout_job *job)
{
    struct layout *layout = booklet_reading_lay_out(job);
    if (layout) {
        impose(layout, job->document->rtl);
        layout->duplex = DUPLEX_SHORT_EDGE;
    }
    return layout;
}
