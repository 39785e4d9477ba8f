/*
 * Handouts in two languages: source and translation side by side, on sheets that lie on their side.
 * Each column is set as a handout by itself, in the size of the standard one. All of one column is
 * placed before the other: so programs that read a page in the order of its file hear one language
 * after the other, too.
 */
#include "layout/bilingual_plan.h"
#include "layout/columns.h"
#include "layout/contact_band.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/job.h"
#include "layout/masthead.h"

/* All that is of one language. */
struct side {
    struct setter setter;
    struct profile profile;
    struct scale scale; /* the same of bands and panels */
    struct rect frame;  /* of the words on each page but for the first */
    struct masthead_words *masthead;
    struct set_column column;
    struct bilingual *bilingual;
};

struct bilingual {
    struct layout *layout;
    struct rect sheet;
    struct side sides[2]; /* the source's, the translation's */
    double taken;         /* [pt] of the first page's frame, by the heads */
    GArray *ends;         /* of pages */
    unsigned order;
};

/* The column's words; a source that is read from the right stands at the right. */
static struct rect column_frame(const struct bilingual *b, const struct side *side)
{
    double width = (b->sheet.width - 2 * bilingual_look.margin - bilingual_look.gutter) / 2;
    bool at_right = (side != &b->sides[0]) != b->sides[0].setter.document->rtl;
    double x = bilingual_look.margin + (at_right ? width + bilingual_look.gutter : 0);
    return (struct rect){x, 0, width, 0};
}

/* Where panels and bands stand. */
static struct rect wide_frame(const struct side *side)
{
    struct rect wide = side->frame;
    wide.x -= side->profile.outdent;
    wide.width += 2 * side->profile.outdent;
    return wide;
}

static void open_side(struct bilingual *b, struct side *side, const struct layout_job *job,
                      const struct document *document)
{
    struct layout_job own = *job;
    own.document = document;
    side->bilingual = b;
    side->profile = *job->profile;
    side->profile.outdent = bilingual_look.outdent;
    side->scale = *job->profile->scale;
    side->scale.columns = false; /* bands are no wider than one column of their facts */
    side->profile.scale = &side->scale;
    setter_init(&side->setter, &own, &side->profile);
    side->frame = column_frame(b, side);
}

static void close_side(struct side *side)
{
    g_clear_pointer(&side->masthead, masthead_free);
    g_clear_pointer(&side->column.strips, g_ptr_array_unref);
    g_clear_pointer(&side->column.starts, g_hash_table_unref);
    setter_clear(&side->setter);
}

/* Both begin below the higher of their running titles. */
static void find_frames(struct bilingual *b)
{
    double top = handout_look.body_top;
    for (int i = 0; i < 2; i++) {
        struct side *side = &b->sides[i];
        double head = furniture_head_height(&side->setter, side->frame.width);
        top = MAX(top,
                  handout_look.top + head + handout_look.head_rule + handout_look.below_masthead);
    }
    for (int i = 0; i < 2; i++) {
        struct rect *frame = &b->sides[i].frame;
        frame->y = top;
        frame->height = b->sheet.height - top - handout_look.body_foot;
        b->sides[i].setter.frame_height = frame->height;
    }
}

#define COLUMN_PARTS                                                                               \
    (PART_ALL & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT) & ~PART_SET(PART_MY_NOTES))

static void set_text(struct side *side)
{
    g_autoptr(GPtrArray) blocks = document_blocks(side->setter.document, COLUMN_PARTS);
    for (guint i = blocks->len; i > 0; i--)
        if (masthead_holds(blocks->pdata[i - 1]))
            g_ptr_array_remove_index(blocks, i - 1);
    side->column.starts = g_hash_table_new(NULL, NULL);
    side->column.strips =
        flow_noting(&side->setter, blocks, side->frame.width, side->column.starts);
}

/* The contact band in parts of half a page, which go where there is room, or of a page; its facts
 * one below the other where one alone is higher. Owned by the caller. */
static GPtrArray *set_contact(struct side *side, const GPtrArray *blocks)
{
    double width = wide_frame(side).width;
    GPtrArray *bands = contact_band_part(&side->setter, width, side->frame.height / 2, true);
    if (!bands)
        bands = contact_band_part(&side->setter, width, side->frame.height, true);
    if (!bands)
        return flow_blocks(&side->setter, blocks, side->frame.width);
    for (guint i = 0; i < bands->len; i++)
        strip_shift(bands->pdata[i], -side->profile.outdent, 0);
    return bands;
}

/* At the end of the column. */
static void add_contact(struct side *side)
{
    g_autoptr(GPtrArray) blocks = document_blocks(side->setter.document, PART_SET(PART_CONTACT));
    g_autoptr(GPtrArray) strips = set_contact(side, blocks);
    if (blocks->len > 0)
        g_hash_table_insert(side->column.starts, blocks->pdata[0],
                            GUINT_TO_POINTER(side->column.strips->len + 1));
    g_ptr_array_set_free_func(strips, NULL);
    for (guint i = 0; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        strip->gap =
            MAX(strip->gap, i == 0 ? handout_look.above_band : bilingual_look.between_bands);
        g_ptr_array_add(side->column.strips, strip);
    }
}

/* As high as each other. */
static void set_heads(struct bilingual *b)
{
    struct masthead head = {.plain = true, .step = 1};
    double band = 0, title = 0;
    for (int i = 0; i < 2; i++) {
        struct side *side = &b->sides[i];
        struct trial trial = trial_begin(&side->setter);
        struct masthead_words *own = masthead_set(&side->setter, &head, wide_frame(side).width);
        trial_end(&side->setter, &trial);
        band = MAX(band, own->band);
        title = MAX(title, own->height - own->band);
        masthead_free(own);
    }
    head.band = band;
    head.height = band + title;
    for (int i = 0; i < 2; i++)
        b->sides[i].masthead =
            masthead_set(&b->sides[i].setter, &head, wide_frame(&b->sides[i]).width);
    b->taken = handout_look.top + head.height + handout_look.below_masthead - b->sides[0].frame.y;
}

/* Side by side on one page, which is there for the first of them. */
static struct frame open_frame(void *product, guint index)
{
    const struct side *side = product;
    struct bilingual *b = side->bilingual;
    while (b->layout->pages->len <= index)
        layout_add_page(b->layout, b->sheet.width, b->sheet.height);
    struct rect area = side->frame;
    if (index == 0) {
        area.y += b->taken;
        area.height -= b->taken;
    }
    return (struct frame){.page = b->layout->pages->pdata[index], .area = area};
}

static struct chain chain_of(struct side *side)
{
    return (struct chain){.height = side->frame.height,
                          .most = G_MAXUINT,
                          .open = open_frame,
                          .product = side,
                          .taken = side->bilingual->taken,
                          .full = handout_look.full,
                          .spaces = handout_look.closest_spaces};
}

/* White space that was given up in the first column is so in the other. */
static void follow(const struct side *first, const struct side *other)
{
    for (guint i = 0; i < first->column.strips->len; i++)
        ((struct strip *)other->column.strips->pdata[i])->gap =
            ((const struct strip *)first->column.strips->pdata[i])->gap;
}

/* Both columns end where the first does. */
static void plan_pages(struct bilingual *b)
{
    struct side *first = &b->sides[0];
    const GPtrArray *strips = first->column.strips;
    struct chain chain = chain_of(first);
    b->ends = bilingual_plan(&chain, strips);
    guint end = frames_end(b->ends);
    if (end < strips->len && frames_part(&first->setter, strips, end, "a page")) {
        g_array_unref(b->ends);
        b->ends = bilingual_plan(&chain, strips);
        end = frames_end(b->ends);
    }
    if (end < strips->len)
        setter_overflow(&first->setter, ((const struct strip *)strips->pdata[end])->pos,
                        "%u words do not fit on page %u, because something that must stay in one "
                        "piece is higher than the page; shorten it or split it",
                        strips_words(strips, end), b->ends->len + 1);
    follow(first, &b->sides[1]);
}

static void place_head(struct side *side)
{
    struct frame first = open_frame(side, 0);
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, masthead_draw(&side->setter, g_steal_pointer(&side->masthead)));
    strips_place(one, 0, 1, first.page, (struct point){wide_frame(side).x, handout_look.top},
                 &side->bilingual->order);
}

static struct page_foot foot_of(const struct side *side, guint index)
{
    guint pages = side->bilingual->layout->pages->len;
    bool last = index + 1 == pages;
    return (struct page_foot){.number = index + 1,
                              .pages = pages,
                              .checked = last ? contact_verified(side->setter.document) : NULL,
                              .ruled = true};
}

/* The feet of a page are as high as each other. [pt] */
static double foot_height(struct bilingual *b, guint index)
{
    double height = 0;
    for (int i = 0; i < 2; i++) {
        struct side *side = &b->sides[i];
        struct page_foot foot = foot_of(side, index);
        double own = furniture_foot_height(&side->setter, &foot, side->frame.width);
        height = MAX(height, own);
    }
    return height;
}

static void add_furniture(struct side *side)
{
    const GPtrArray *pages = side->bilingual->layout->pages;
    unsigned *order = &side->bilingual->order;
    furniture_begin(&side->setter);
    for (guint i = 0; i < pages->len; i++) {
        struct page_foot foot = foot_of(side, i);
        foot.least = foot_height(side->bilingual, i);
        if (i > 0)
            furniture_add_title(&side->setter, pages->pdata[i], side->frame, order);
        furniture_add_foot(&side->setter, pages->pdata[i], side->frame, &foot, order);
    }
}

static void fill_side(struct side *side)
{
    struct bilingual *b = side->bilingual;
    struct chain chain = chain_of(side);
    place_head(side);
    frames_fill(&side->setter, &chain, side->column.strips, b->ends, &b->order);
    add_furniture(side);
}

static bool has_failed(const struct bilingual *b)
{
    return b->sides[0].setter.failed || b->sides[1].setter.failed;
}

static void set_columns(struct bilingual *b, const GArray *pairs)
{
    find_frames(b);
    set_heads(b);
    for (int i = 0; i < 2; i++) {
        set_text(&b->sides[i]);
        add_contact(&b->sides[i]);
    }
    columns_level(&b->sides[0].column, &b->sides[1].column, pairs);
}

static struct layout *new_layout(const struct layout_job *job)
{
    struct layout *layout = job_new_layout(job);
    const struct document *beside = job->document->beside;
    g_free(layout->title);
    layout->title = g_strdup_printf("%s / %s", job->document->title, beside->title);
    g_free(layout->web_address);
    layout->web_address = g_strdup(beside->web_address);
    layout->duplex = DUPLEX_SHORT_EDGE;
    return layout;
}

struct layout *bilingual_lay_out(const struct layout_job *job)
{
    struct rect upright = paper_sheet(job->style->paper);
    struct bilingual b = {.layout = new_layout(job),
                          .sheet = {0, 0, upright.height, upright.width}};
    open_side(&b, &b.sides[0], job, job->document);
    open_side(&b, &b.sides[1], job, job->document->beside);
    set_columns(&b, job->document->pairs);
    if (!has_failed(&b))
        plan_pages(&b);
    for (int i = 0; i < 2 && !has_failed(&b); i++)
        fill_side(&b.sides[i]);
    if (has_failed(&b))
        g_clear_pointer(&b.layout, layout_free);
    g_clear_pointer(&b.ends, g_array_unref);
    for (int i = 0; i < 2; i++)
        close_side(&b.sides[i]);
    return b.layout;
}
