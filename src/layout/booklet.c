/*
 * The booklet: large print on half sheets. The cover has the title; the article fills pages from
 * the second; the contact block always has the back; pages to write on before it make the number a
 * multiple of four.
 * One layout gives two products: page by page for reading, and imposed for printing.
 */
#include "layout/booklet_cover.h"
#include "layout/booklet_plan.h"
#include "layout/brochure_notes.h"
#include "layout/contact.h"
#include "layout/contact_panel.h"
#include "layout/contents.h"
#include "layout/cover.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/impose.h"
#include "layout/job.h"
#include "layout/notes_page.h"
#include "layout/questions.h"

struct booklet {
    struct setter setter;
    struct layout *layout;
    double width, height; /* [pt] of a page */
    struct rect frame;    /* of the text, as if there were no gutter */
    struct booklet_cover cover;
    guint panels;           /* the last so many pages are, from margin to margin */
    bool services_left_out; /* on them */
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
    return (struct chain){
        .height = booklet->frame.height, .most = G_MAXUINT, .open = open_page, .product = booklet};
}

static struct booklet_room room_of(struct booklet *booklet)
{
    return (struct booklet_room){
        .setter = &booklet->setter, .chain = pages_of(booklet), .width = booklet->frame.width};
}

/* Cover and back have their height to the margin: nothing stands below. */
static struct rect whole_frame(const struct booklet *booklet, unsigned number)
{
    struct rect frame = page_frame(booklet, number);
    frame.height = booklet->height - 2 * frame.y;
    return frame;
}

static void check_length(struct booklet *booklet, unsigned pages)
{
    if (pages > booklet_look.most_pages)
        setter_overflow(&booklet->setter, booklet->setter.document->root->pos,
                        "%u pages are more than the %u that staples hold; shorten the article, or "
                        "print the format 'large' instead",
                        pages, booklet_look.most_pages);
}

/* So many pages, with those to write on. */
static guint whole_sheets(guint pages)
{
    return (pages + 3) / 4 * 4;
}

/* Lines to write on below the article, where its last page has room for some. */
static bool add_notes(struct booklet *booklet, GPtrArray *article, GArray *ends)
{
    guint from = ends->len > 0 ? frames_start(ends, ends->len - 1) : 0;
    double height = booklet->frame.height, used = strips_height(article, from, article->len);
    bool asked = booklet->setter.own_lines > 0 && used > booklet_look.short_of * height;
    if (ends->len == 0 || asked) /* the reader's own questions have lines enough */
        return false;
    g_autoptr(GPtrArray) notes =
        notes_strips(&booklet->setter, booklet->frame.width, height - used);
    g_array_index(ends, guint, ends->len - 1) += notes->len;
    bool has = notes->len > 0;
    g_ptr_array_extend_and_steal(article, g_steal_pointer(&notes));
    return has;
}

/* Lines to write on below pages that end early because what follows stays in one piece; not below
 * the last. */
static void fill_short_pages(struct booklet *booklet, GPtrArray *article, const GArray *ends)
{
    struct setter *setter = &booklet->setter;
    double above = setter_look(setter, TEXT_HEADING_2)->before * setter->leading;
    for (guint i = 0; i + 1 < ends->len; i++) {
        double used = strips_height(article, frames_start(ends, i), g_array_index(ends, guint, i));
        struct rect area = page_frame(booklet, i + 2);
        if (used > booklet_look.short_of * area.height)
            continue;
        area.y += used + above;
        area.height -= used + above;
        brochure_notes_fill(setter, booklet->layout->pages->pdata[i + 1], area,
                            BROCHURE_NOTES_FIRST, &booklet->order);
    }
}

/* Pages to write on, so that with `more` pages the number is a multiple of four. `first`: they have
 * a heading. */
static void add_notes_pages(struct booklet *booklet, guint more, bool first)
{
    for (; (booklet->layout->pages->len + more) % 4 != 0; first = false) {
        struct frame frame = open_page(booklet, 0);
        notes_page_fill(&booklet->setter, &frame, first, &booklet->order);
    }
}

/* The pages of the article, then those to write on, then the contact block, which ends on the back
 * cover. `back`: what is there. */
static void fill_pages(struct booklet *booklet, GPtrArray *article, GPtrArray *back)
{
    struct booklet_room room = room_of(booklet);
    struct chain last = room.chain;
    g_autoptr(GArray) article_ends = booklet_plan(&room, article);
    if (booklet->setter.failed)
        return;
    last.height = booklet->panels > 0 ? whole_frame(booklet, 4).height : last.height;
    g_autoptr(GArray) back_ends = frames_plan(&last, back);
    guint pages = whole_sheets(1 + article_ends->len + back_ends->len);
    struct page_count count = {article_ends, 1, pages + 1 - back_ends->len};
    contents_number(&booklet->setter, article, &count);
    bool noted = add_notes(booklet, article, article_ends);
    frames_fill(&booklet->setter, &room.chain, article, article_ends, &booklet->order);
    fill_short_pages(booklet, article, article_ends);
    add_notes_pages(booklet, back_ends->len, !noted);
    frames_fill(&booklet->setter, &last, back, back_ends, &booklet->order);
    check_length(booklet, booklet->layout->pages->len);
}

/* Not on the cover, nor on panels that fill the back. */
static void add_feet(struct booklet *booklet)
{
    unsigned pages = booklet->layout->pages->len;
    bool rtl = booklet->setter.document->rtl;
    furniture_begin(&booklet->setter);
    for (unsigned number = 2; number <= pages - booklet->panels; number++) {
        struct page *page = booklet->layout->pages->pdata[number - 1];
        furniture_add_fold_foot(&booklet->setter, page, page_frame(booklet, number), number, pages,
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

/* One panel, in closer lines where that is what it takes; NULL: the facts have no room on one. */
static struct strip *set_panel(struct booklet *booklet, struct contact_panel *panel)
{
    panel->scale = &scale_booklet;
    panel->width = booklet->width - 2 * booklet->setter.profile->margin;
    struct strip *strip = contact_panel_fit(&booklet->setter, panel, &scale_booklet_tight);
    if (strip && booklet->setter.document->rtl) /* it has what the fold leaves of other pages */
        strip_shift(strip, -booklet_look.gutter, 0);
    return strip;
}

static GPtrArray *set_two_panels(struct booklet *booklet, struct contact_panel *panel)
{
    panel->scale = &scale_booklet;
    panel->width = booklet->frame.width;
    GPtrArray *panels = contact_panel_fit_halves(&booklet->setter, panel);
    if (panels)
        contact_report_parted(&booklet->setter, "the back cover");
    return panels;
}

/* The contact panel, or two of them where the facts have no room on one; NULL: nor have they on
 * two. `*parts`: what is there. */
static GPtrArray *set_panels(struct booklet *booklet, unsigned *parts)
{
    struct contact_panel panel = {.height = whole_frame(booklet, 4).height};
    struct strip *strip = set_panel(booklet, &panel);
    GPtrArray *panels = strip ? g_ptr_array_new_with_free_func((GDestroyNotify)strip_free)
                              : set_two_panels(booklet, &panel);
    if (strip)
        g_ptr_array_add(panels, strip);
    booklet->services_left_out = panels && !panel.services;
    *parts = PART_SET(PART_CONTACT) | (panel.action ? PART_SET(PART_ACTION) : 0);
    return panels;
}

/* The call to act stands on the back cover, above the contact facts, if there is room; else it ends
 * the article. `*parts`: what is there. Facts that no two panels hold are set like the text. */
static GPtrArray *set_back_cover(struct booklet *booklet, unsigned *parts)
{
    GPtrArray *strips = set_panels(booklet, parts);
    booklet->panels = strips ? strips->len : 0;
    if (strips)
        return strips;
    strips = set_parts(booklet, PART_SET(PART_CONTACT));
    frames_part(&booklet->setter, strips, 0, "the back cover");
    return strips;
}

static bool on_cover(const struct booklet *booklet, const struct block *block)
{
    return cover_holds(block, booklet->cover.summary) ||
           (booklet->cover.picture && block->part == PART_PICTURE);
}

static GPtrArray *set_article(struct booklet *booklet, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(booklet->setter.document, parts);
    for (guint i = blocks->len; i > 0; i--)
        if (on_cover(booklet, blocks->pdata[i - 1]))
            g_ptr_array_remove_index(blocks, i - 1);
    return flow_blocks(&booklet->setter, blocks, booklet->frame.width);
}

/* How many sections the list of them would tell. */
static guint count_sections(const struct document *document)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, PART_SET(PART_CONTENTS));
    guint sections = 0;
    for (guint i = 0; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        sections += block->kind == BLOCK_ENTRY && !block->as.entry.lower;
    }
    return sections;
}

static guint count_pages(struct booklet *booklet, const GPtrArray *article)
{
    struct chain chain = pages_of(booklet);
    g_autoptr(GArray) ends = frames_plan(&chain, article);
    return whole_sheets(1 + ends->len + 1);
}

/* Below the questions; false where that costs a sheet. */
static bool try_lines(struct booklet *booklet, unsigned parts, guint own_lines, GPtrArray **article)
{
    struct setter *setter = &booklet->setter;
    struct trial trial = trial_begin(setter);
    setter->own_lines = own_lines;
    GPtrArray *lined = set_article(booklet, parts);
    bool fits =
        !trial_end(setter, &trial) && count_pages(booklet, lined) == count_pages(booklet, *article);
    g_ptr_array_unref(fits ? *article : lined);
    *article = fits ? lined : *article;
    return fits;
}

/* The article with as many lines to write on as cost no sheet. */
static GPtrArray *set_lines(struct booklet *booklet, unsigned parts, GPtrArray *article)
{
    struct setter *setter = &booklet->setter;
    g_autoptr(GPtrArray) questions =
        document_blocks(setter->document, PART_SET(PART_QUESTIONS) & parts);
    setter->lines = questions->len > 0 ? questions_look.each : 0;
    for (; setter->lines > 0; setter->lines--) {
        for (guint own = questions_look.most; own >= questions_look.least; own /= 2)
            if (try_lines(booklet, parts, own, &article))
                return article;
        if (try_lines(booklet, parts, 0, &article))
            return article;
    }
    return article;
}

static double lack_of_plan(struct booklet *booklet, const GPtrArray *article)
{
    struct booklet_room room = room_of(booklet);
    g_autoptr(GArray) ends = frames_plan(&room.chain, article);
    return ends->len > 0 ? booklet_lack(&room, article, ends) : 0;
}

/* With larger pictures, if they leave no page shorter. */
static GPtrArray *grow_pictures(struct booklet *booklet, unsigned parts, GPtrArray *article)
{
    struct setter *setter = &booklet->setter;
    struct trial trial = trial_begin(setter);
    setter->pictures = PICTURES_FULL;
    GPtrArray *grown = set_article(booklet, parts);
    bool fits = !trial_end(setter, &trial) &&
                count_pages(booklet, grown) == count_pages(booklet, article) &&
                lack_of_plan(booklet, grown) <= lack_of_plan(booklet, article);
    setter->pictures = fits ? PICTURES_FULL : PICTURES_SPARE;
    g_ptr_array_unref(fits ? article : grown);
    return fits ? grown : article;
}

/* With the list of its sections, if they are many and it costs no sheet. */
static GPtrArray *set_text(struct booklet *booklet, unsigned parts)
{
    GPtrArray *plain = set_article(booklet, parts);
    if (booklet->setter.failed)
        return plain;
    plain = grow_pictures(booklet, parts, plain);
    if (count_sections(booklet->setter.document) <= booklet_look.few_sections)
        return set_lines(booklet, parts, plain);
    struct trial trial = trial_begin(&booklet->setter);
    parts |= PART_SET(PART_CONTENTS);
    GPtrArray *listed = set_article(booklet, parts);
    bool fits = !trial_end(&booklet->setter, &trial) &&
                count_pages(booklet, listed) == count_pages(booklet, plain);
    g_ptr_array_unref(fits ? plain : listed);
    return fits ? set_lines(booklet, parts, listed)
                : set_lines(booklet, parts & ~PART_SET(PART_CONTENTS), plain);
}

static void fill_booklet(struct booklet *booklet)
{
    unsigned back_parts;
    booklet_cover_choose(&booklet->setter, whole_frame(booklet, 1), &booklet->cover);
    g_autoptr(GPtrArray) back = set_back_cover(booklet, &back_parts);
    unsigned parts = PART_ALL & ~back_parts & ~PART_SET(PART_SLIP);
    g_autoptr(GPtrArray) article = set_text(booklet, parts);
    if (booklet->setter.failed)
        return;
    struct page *cover = add_page(booklet);
    booklet_cover_fill(&booklet->setter, booklet->layout, cover, whole_frame(booklet, 1),
                       &booklet->cover, &booklet->order);
    if (!booklet->setter.failed)
        fill_pages(booklet, article, back);
    if (!booklet->setter.failed)
        add_feet(booklet);
    if (!booklet->setter.failed && booklet->services_left_out)
        contact_report_services(&booklet->setter);
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
