/*
 * Handouts: one column of text on portrait pages, in three sizes. Pages are filled first; when
 * their number is known, each gets its running title and its "Page 2 of 6". Where they turn out to
 * be many, the text is set once more, with a list of its sections.
 */
#include "layout/contact_band.h"
#include "layout/contents.h"
#include "layout/flow.h"
#include "layout/form.h"
#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/job.h"
#include "layout/masthead.h"
#include "layout/notes_page.h"

/* What stands on pages from top to bottom, below the head of the first and above the contact band
 * of the last. */
#define TEXT_PARTS (PART_ALL & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT))

/* What is given up for a page less, one after the other. */
enum effort {
    EFFORT_NONE,
    EFFORT_SPACES,  /* white space */
    EFFORT_LEADING, /* between lines, too */
    EFFORT_SERVICES,
    EFFORT_ART, /* the motif, and a step of the title's size */
    EFFORT_COUNT
};

struct handout {
    struct setter setter;
    struct layout *layout;
    struct profile profile;    /* as it is set now */
    const struct profile *own; /* the format's */
    bool services_left_out;
    struct rect sheet;
    struct rect frame;  /* of the text on each page */
    double taken;       /* [pt] of the first page's frame, by the masthead */
    guint slip_page;    /* the one that carries nothing but the contact slip; G_MAXUINT: none */
    guint checked_page; /* the one that says when the facts were checked; G_MAXUINT: none */
    unsigned order;
};

static double text_width(const struct handout *handout)
{
    const struct profile *profile = handout->setter.profile;
    double measure = profile_measure(profile, fonts_primary(handout->setter.fonts, false));
    return MIN(measure, handout->sheet.width - 2 * profile->margin);
}

/* What bands and panels stand on. */
static struct rect wide_frame(const struct handout *handout)
{
    struct rect wide = handout->frame;
    wide.x -= handout->setter.profile->outdent;
    wide.width += 2 * handout->setter.profile->outdent;
    return wide;
}

static struct page *add_page(struct handout *handout)
{
    return layout_add_page(handout->layout, handout->sheet.width, handout->sheet.height);
}

static struct frame open_page(void *product, guint index)
{
    struct handout *handout = product;
    struct rect area = handout->frame;
    if (index == 0 && handout->layout->pages->len == 0) {
        area.y += handout->taken;
        area.height -= handout->taken;
    }
    return (struct frame){.page = add_page(handout), .area = area};
}

static struct chain pages_of(struct handout *handout)
{
    return (struct chain){handout->frame.height, G_MAXUINT, open_page, handout, handout->taken};
}

/* The text, with or without a list of its sections, and the ends of its pages. */
struct text {
    GPtrArray *strips;      /* of struct strip *, owned */
    GArray *ends;           /* owned; NULL: it failed */
    struct strip *masthead; /* owned, until it is placed */
    struct strip *band;     /* owned, until it is placed; NULL: the contact block is in the text,
                               because it is higher than a page */
    double leading;         /* [em] of the body, as it was set */
    double taken;           /* [pt] of the first page */
};

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

/* Height of the text on page `index`. [pt] */
static double text_height(const GPtrArray *strips, const GArray *ends, guint index)
{
    return strips_height(strips, frames_start(ends, index), g_array_index(ends, guint, index));
}

/* What page `index` has for text. [pt] */
static double page_room(const struct handout *handout, guint index)
{
    return handout->frame.height - (index == 0 ? handout->taken : 0);
}

/* The lower edge of the contact band, from the sheet's. [pt] */
static double band_foot(guint pages)
{
    return pages == 1 ? handout_look.sheet_band_foot : handout_look.band_foot;
}

/* What of a page's frame the band and the space above it take. [pt] */
static double band_room(const struct strip *band, guint pages)
{
    return band->height + handout_look.above_band + band_foot(pages) - handout_look.body_foot;
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
    double own = text->band ? text->band->height + handout_look.above_band : 0;
    double behind = is_back ? text_height(text->strips, text->ends, last - 1) : 0;
    return text_height(text->strips, text->ends, last) + own + gap + height <=
               page_room(handout, last) &&
           (!is_back || behind <= page_room(handout, last - 1) - height);
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
    form_add_letters(&handout->setter, handout->layout);
}

static void text_clear(struct text *text)
{
    g_ptr_array_unref(text->strips);
    g_clear_pointer(&text->ends, g_array_unref);
    g_clear_pointer(&text->masthead, strip_free);
    g_clear_pointer(&text->band, strip_free);
}

static GPtrArray *blocks_below_head(const struct document *document, unsigned parts)
{
    GPtrArray *blocks = document_blocks(document, parts);
    for (guint i = blocks->len; i > 0; i--)
        if (masthead_holds(blocks->pdata[i - 1]))
            g_ptr_array_remove_index(blocks, i - 1);
    return blocks;
}

static bool band_fits_last(const struct handout *handout, const struct text *text)
{
    guint last = text->ends->len - 1;
    return text_height(text->strips, text->ends, last) + band_room(text->band, text->ends->len) <=
           page_room(handout, last);
}

/*
 * The band stands at the foot of the last page. Where there is no room for it, the last section
 * moves to a page with it, if that leaves the page before full enough: what the reader should do
 * next and how belong together.
 */
static void make_room_for_band(const struct handout *handout, struct text *text)
{
    if (band_fits_last(handout, text))
        return;
    const GPtrArray *strips = text->strips;
    guint end = text->ends->len, last = strips->len, first = frames_start(text->ends, end - 1);
    double room = handout->frame.height - band_room(text->band, end + 1);
    double full = page_room(handout, end - 1) * handout_look.full;
    guint opening = last;
    while (opening > first && !((const struct strip *)strips->pdata[--opening])->opens)
        continue;
    bool moves = opening > first && strips_height(strips, opening, last) <= room &&
                 strips_height(strips, first, opening) >= full;
    g_array_index(text->ends, guint, end - 1) = moves ? opening : last;
    g_array_append_val(text->ends, last);
}

static void set_head(struct handout *handout, struct text *text, enum effort effort, bool calls)
{
    struct masthead masthead = {
        .telephone = calls, .plain = effort >= EFFORT_ART, .step = effort >= EFFORT_ART ? 1 : 0};
    struct rect wide = wide_frame(handout);
    text->masthead = masthead_set(&handout->setter, &masthead, wide.width);
    handout->taken = handout_look.top + text->masthead->height + handout_look.below_masthead -
                     handout_look.body_top;
}

/* With the head and the band that the number of pages asks for. */
static void plan(struct handout *handout, struct text *text, enum effort effort)
{
    set_head(handout, text, effort, false);
    for (guint tries = 0; tries < 2 && !handout->setter.failed; tries++) {
        text->ends = plan_pages(handout, text->strips);
        if (handout->setter.failed)
            return;
        if (text->ends->len == 0) {
            guint none = 0;
            g_array_append_val(text->ends, none);
        }
        if (text->band)
            make_room_for_band(handout, text);
        if (tries > 0 || text->ends->len == 1)
            break;
        g_clear_pointer(&text->ends, g_array_unref);
        g_clear_pointer(&text->masthead, strip_free);
        set_head(handout, text, effort, true);
    }
    text->taken = handout->taken;
}

static struct text set_parts(struct handout *handout, unsigned parts, enum effort effort)
{
    struct setter *setter = &handout->setter;
    struct text text = {NULL};
    setter->spaces = effort >= EFFORT_SPACES ? handout_look.tight_spaces : 1;
    handout->profile.leading = effort >= EFFORT_LEADING
                                   ? MIN(handout_look.tight_leading, handout->own->leading)
                                   : handout->own->leading;
    setter_use_size(setter, handout->profile.body);
    struct rect wide = wide_frame(handout);
    text.band = contact_band_set(setter, wide.width, effort < EFFORT_SERVICES);
    if (text.band->height + handout_look.above_band > handout->frame.height) {
        g_clear_pointer(&text.band, strip_free);
        parts |= PART_SET(PART_CONTACT);
    }
    g_autoptr(GPtrArray) blocks = blocks_below_head(setter->document, parts);
    text.strips = flow_blocks(setter, blocks, handout->frame.width);
    if (!setter->failed)
        plan(handout, &text, effort);
    return text;
}

/* Sheets of paper first, then pages: one is better than two. */
static guint cost_of(const struct text *text)
{
    guint pages = text->ends ? text->ends->len : G_MAXUINT / 4;
    return (pages + 1) / 2 * 2 + (pages > 1 ? 1 : 0);
}

/* With the least effort that saves most paper. What ails the text was said at the first try. */
static struct text fit_parts(struct handout *handout, unsigned parts)
{
    struct setter *setter = &handout->setter;
    struct text best = set_parts(handout, parts, EFFORT_NONE);
    for (int effort = EFFORT_NONE + 1;
         !setter->failed && effort < EFFORT_COUNT && best.ends->len > 1; effort++) {
        struct trial trial = trial_begin(setter);
        struct text text = set_parts(handout, parts, (enum effort)effort);
        bool worse = trial_end(setter, &trial) || cost_of(&text) >= cost_of(&best);
        if (worse) {
            text_clear(&text);
            continue;
        }
        text_clear(&best);
        best = text;
        if (effort >= EFFORT_SERVICES)
            handout->services_left_out = true;
    }
    handout->taken = best.taken;
    return best;
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
    struct text longer = set_parts(handout, TEXT_PARTS | PART_SET(PART_CONTENTS), EFFORT_NONE);
    if (!setter->failed)
        contents_number(setter, longer.strips, longer.ends, handout->frame.width);
    if (trial_end(setter, &trial)) {
        text_clear(&longer);
        handout->taken = text->taken;
        return;
    }
    text_clear(text);
    *text = longer;
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
    double foot =
        handout->sheet.height - (slip > 0 ? handout_look.body_foot + slip : band_foot(pages->len));
    struct point at = {wide_frame(handout).x, foot - text->band->height};
    place_strip(page, &text->band, at, &handout->order);
    handout->checked_page = pages->len - 1;
}

static void fill_pages(struct handout *handout, struct text *text)
{
    struct chain chain = pages_of(handout);
    unsigned first = handout->order;
    handout->order += handout_look.head_items;
    frames_fill(&handout->setter, &chain, text->strips, text->ends, &handout->order);
    struct point top = {wide_frame(handout).x, handout_look.top};
    place_strip(handout->layout->pages->pdata[0], &text->masthead, top, &first);
    double slip = handout->setter.style->slip == SLIP_NEVER ? 0 : slip_room(handout, text);
    if (text->band)
        place_band(handout, text, slip);
    if (handout->setter.style->slip != SLIP_NEVER)
        add_slip(handout, slip > 0);
}

static void add_furniture(struct handout *handout)
{
    const GPtrArray *pages = handout->layout->pages;
    struct setter *setter = &handout->setter;
    g_autofree char *number = contact_telephone(setter->document);
    g_autofree char *calls =
        number && setter->profile->scale->calls
            ? labels_format(setter->document->labels, LABEL_FOOT_CALL, "number", number, NULL)
            : NULL;
    for (guint i = 0; i < pages->len; i++) {
        bool checked = i == handout->checked_page;
        struct page_foot foot = {.number = i + 1,
                                 .pages = pages->len,
                                 .checked = checked ? contact_verified(setter->document) : NULL,
                                 .words = checked ? NULL : calls,
                                 .ruled = !checked || pages->len > 1};
        if (i > 0 && i != handout->slip_page)
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
                              .checked_page = G_MAXUINT};
    setter_init(&handout.setter, job, &handout.profile);
    handout.frame = text_frame(&handout);
    handout.setter.frame_height = handout.frame.height;
    handout.layout->duplex = DUPLEX_LONG_EDGE;

    struct text text = fit_parts(&handout, TEXT_PARTS);
    if (!handout.setter.failed && text.ends->len > handout_look.few_pages && has_contents(&handout))
        add_contents(&handout, &text);
    if (!handout.setter.failed)
        fill_pages(&handout, &text);
    if (!handout.setter.failed)
        add_furniture(&handout);
    text_clear(&text);
    if (handout.setter.failed)
        g_clear_pointer(&handout.layout, layout_free);
    setter_clear(&handout.setter);
    return handout.layout;
}
