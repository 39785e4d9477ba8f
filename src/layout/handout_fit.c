/*
 * How much paper a handout takes. It is set with more and more given up, and the first try is taken
 * that saves most paper; letters are never smaller.
 */
#include "document/contact.h"
#include "layout/contact.h"
#include "layout/flow.h"
#include "layout/handout_parts.h"
#include "layout/type.h"

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

struct chain handout_chain(struct handout *handout)
{
    return (struct chain){.height = handout->frame.height,
                          .most = G_MAXUINT,
                          .open = open_page,
                          .product = handout,
                          .taken = handout->taken,
                          .full = handout_look.full,
                          .spaces = handout_look.closest_spaces};
}

/* Ends of the pages. Reported, and not all of them, where a strip fits no page. */
static GArray *plan_pages(struct handout *handout, const GPtrArray *strips)
{
    struct chain chain = handout_chain(handout);
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

void handout_text_clear(struct text *text)
{
    g_clear_pointer(&text->strips, g_ptr_array_unref);
    g_clear_pointer(&text->ends, g_array_unref);
    g_clear_pointer(&text->masthead, masthead_free);
    g_clear_pointer(&text->band, strip_free);
    g_clear_pointer(&text->help, strip_free);
}

static GPtrArray *blocks_below_head(const struct document *document, unsigned parts)
{
    GPtrArray *blocks = document_blocks(document, parts);
    for (guint i = blocks->len; i > 0; i--)
        if (masthead_holds(blocks->pdata[i - 1]))
            g_ptr_array_remove_index(blocks, i - 1);
    return blocks;
}

static bool band_fits_last(struct handout *handout, const struct text *text)
{
    guint last = text->ends->len - 1;
    return handout_text_height(text->strips, text->ends, last) +
               handout_band_room(handout, text->band, text->ends->len) <=
           handout_page_room(handout, last);
}

/* Where the last section that fits a page with the band begins, if what stays behind fills its own
 * page; else the end of the text. */
static guint last_section(const struct handout *handout, const struct text *text, double room)
{
    const GPtrArray *strips = text->strips;
    guint end = text->ends->len, first = frames_start(text->ends, end - 1);
    double full = handout_page_room(handout, end - 1) * handout_look.full;
    for (guint at = strips->len; at-- > first + 1;)
        if (((const struct strip *)strips->pdata[at])->opens)
            return strips_height(strips, at, strips->len) <= room &&
                           strips_height(strips, first, at) >= full
                       ? at
                       : strips->len;
    return strips->len;
}

/*
 * The band stands at the foot of the last page. Where there is no room for it, it takes the foot of
 * a page more, and the last section comes with it if that leaves the page before full: what the
 * reader should do next and how belong together. Else there is room for notes above it.
 */
static void make_room_for_band(struct handout *handout, struct text *text)
{
    if (band_fits_last(handout, text))
        return;
    guint end = text->ends->len, last = text->strips->len;
    double room = handout->frame.height - handout_band_room(handout, text->band, end + 1);
    g_array_index(text->ends, guint, end - 1) = last_section(handout, text, room);
    g_array_append_val(text->ends, last);
}

static struct masthead_words *head_words(struct handout *handout, bool calls)
{
    struct last_set *last = &handout->heads[calls];
    if (handout_is_as_last(handout, last) && last->head == handout->head)
        return masthead_copy(last->set);
    struct masthead masthead = handout_head(handout->head);
    masthead.telephone = calls;
    double width = handout_wide_frame(handout).width;
    struct masthead_words *words = masthead_set(&handout->setter, &masthead, width);
    g_clear_pointer((struct masthead_words **)&last->set, masthead_free);
    if (!handout->setter.failed)
        *last = (struct last_set){.set = masthead_copy(words),
                                  .level = handout->level,
                                  .head = handout->head,
                                  .in_a_trial = handout->setter.probing};
    return words;
}

static void set_head(struct handout *handout, struct text *text, bool calls)
{
    text->masthead = head_words(handout, calls);
    handout->taken = handout_look.top + text->masthead->height + handout_below_masthead(handout) -
                     handout->frame.y;
}

/* The head need not repeat a number that stands at the foot of its page. */
static void add_help(struct handout *handout, struct text *text)
{
    handout_set_help(handout, text);
    if (!text->help)
        return;
    g_clear_pointer(&text->masthead, masthead_free);
    set_head(handout, text, false);
}

/* With the head and the band that the number of pages asks for. */
static void plan(struct handout *handout, struct text *text)
{
    set_head(handout, text, false);
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
        g_clear_pointer(&text->masthead, masthead_free);
        set_head(handout, text, true);
    }
    if (handout->setter.failed) /* so has the head: there are no pages */
        return;
    if (text->band && text->ends->len > 1)
        add_help(handout, text);
    text->taken = handout->taken;
}

/* The text with its strips, if they are given (they are taken), else set. */
static struct text set_around(struct handout *handout, GPtrArray *strips, unsigned parts,
                              enum effort effort)
{
    struct setter *setter = &handout->setter;
    struct text text = {.strips = strips, .effort = effort};
    handout_spare(handout, effort);
    bool services = effort < EFFORT_SERVICES || handout->services_kept;
    g_autoptr(GPtrArray) bands = handout_set_bands(handout, services);
    parts |= bands->len > 0 ? 0 : PART_SET(PART_CONTACT);
    if (!text.strips) {
        g_autoptr(GPtrArray) blocks = blocks_below_head(setter->document, parts);
        text.strips = flow_blocks(setter, blocks, handout->frame.width);
    }
    handout_take_bands(handout, &text, bands);
    if (!setter->failed)
        plan(handout, &text);
    return text;
}

struct text handout_set(struct handout *handout, unsigned parts, enum effort effort)
{
    return set_around(handout, NULL, parts, effort);
}

/* Strips of a text that serve another effort as they are, taken from it; else NULL. What is given
 * up between these efforts is of bands and the head alone. */
static GPtrArray *take_strips(struct text *text, enum effort effort)
{
    bool alike = text->effort >= EFFORT_LEADING && effort < EFFORT_CLOSE && text->bands == 1;
    return alike ? g_steal_pointer(&text->strips) : NULL;
}

/* What stands beside a picture must not move off it. */
static bool holds_picture(const struct text *text, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        const struct strip *strip = text->strips->pdata[i];
        for (guint n = 0; n < strip->items->len; n++)
            if (g_array_index(strip->items, struct item, n).kind == ITEM_IMAGE)
                return true;
    }
    return false;
}

void handout_spread(struct handout *handout, struct text *text, double slip)
{
    for (guint page = 0; page < text->ends->len; page++) {
        guint from = frames_start(text->ends, page), to = g_array_index(text->ends, guint, page);
        double free = handout_free_room(handout, text, page, slip), gaps = 0;
        for (guint i = from + 1; i < to; i++)
            gaps += ((const struct strip *)text->strips->pdata[i])->gap;
        bool close = handout->setter.pads < 1;
        double least = close ? 0 : handout_page_room(handout, page) * handout_look.short_of;
        if (gaps <= 0 || free < least || holds_picture(text, from, to))
            continue;
        double factor = MIN(1 + free / gaps, handout_look.wide_spaces);
        for (guint i = from + 1; i < to; i++)
            ((struct strip *)text->strips->pdata[i])->gap *= factor;
    }
}

void handout_report_contact(const struct handout *handout, const struct text *text)
{
    const struct setter *setter = &handout->setter;
    if (text->bands > 1)
        contact_report_parted(setter, "a page");
    bool spared = handout->effort >= EFFORT_SERVICES && !handout->services_kept;
    if (spared && contact_fact(setter->document, FACT_SERVICES))
        contact_report_services(setter);
}

double handout_lack(const struct handout *handout, const struct text *text)
{
    double lack = 0;
    for (guint i = 0; text->ends && g_array_index(text->ends, guint, i) < text->strips->len; i++) {
        double room = handout->frame.height - (i == 0 ? text->taken : 0);
        double used = handout_text_height(text->strips, text->ends, i);
        used += i == 0 ? handout_help_room(text) : 0;
        lack += MAX(handout_look.full - used / room, 0);
    }
    return lack;
}

/* Sheets of paper first, then pages: one is better than two. */
static guint cost_of(const struct text *text)
{
    guint pages = text->ends ? text->ends->len : G_MAXUINT / 4;
    return (pages + 1) / 2 * 2 + (pages > 1 ? 1 : 0);
}

bool handout_is_better(const struct handout *handout, const struct text *text,
                       const struct text *than, enum effort effort)
{
    guint cost = cost_of(text), best = cost_of(than);
    bool fuller = effort <= EFFORT_LEADING && handout_lack(handout, text) + handout_look.less_lack <
                                                  handout_lack(handout, than);
    bool whole = text->bands == 1 && than->bands > 1;
    return cost < best || (cost == best && (fuller || whole));
}

/* The text as the desk is put to now, if that costs no paper and leaves no page short. */
static bool try_set(struct handout *handout, unsigned parts, enum effort effort, struct text *best)
{
    struct trial trial = trial_begin(&handout->setter);
    struct text text = handout_set(handout, parts, effort);
    bool fits =
        !trial_end(&handout->setter, &trial) && cost_of(&text) <= cost_of(best) &&
        handout_lack(handout, &text) <= handout_lack(handout, best) + handout_look.less_lack;
    if (fits) {
        handout_text_clear(best);
        *best = text;
    } else {
        handout_text_clear(&text);
    }
    return fits;
}

/* As many for the reader's own questions as there is room for; false: for none. */
static bool try_own_lines(struct handout *handout, unsigned parts, enum effort effort,
                          struct text *best)
{
    guint *lines = &handout->setter.own_lines;
    *lines = questions_look.most;
    if (try_set(handout, parts, effort, best))
        return true;
    *lines = questions_look.least;
    if (!try_set(handout, parts, effort, best))
        return false;
    guint fits = *lines, many = questions_look.most;
    while (many - fits > 1) {
        *lines = (fits + many) / 2;
        *(try_set(handout, parts, effort, best) ? &fits : &many) = *lines;
    }
    *lines = fits;
    return true;
}

static void add_lines(struct handout *handout, unsigned parts, struct text *text)
{
    struct setter *setter = &handout->setter;
    enum effort effort = handout->effort;
    g_autoptr(GPtrArray) questions =
        document_blocks(setter->document, PART_SET(PART_QUESTIONS) & parts);
    if (questions->len == 0)
        return;
    for (setter->lines = questions_look.each; setter->lines > 0; setter->lines--) {
        if (try_own_lines(handout, parts, effort, text))
            return;
        setter->own_lines = 0;
        if (try_set(handout, parts, effort, text))
            return;
    }
}

static bool has_pictures(const struct document *document, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, parts);
    for (guint i = 0; i < blocks->len; i++)
        if (((const struct block *)blocks->pdata[i])->kind == BLOCK_IMAGE)
            return true;
    return false;
}

/* As large as leaves no page shorter than they were; those of the largest print are seen best as
 * wide as its lines. */
static void grow_pictures(struct handout *handout, unsigned parts, struct text *best)
{
    struct setter *setter = &handout->setter;
    bool high = setter->profile->scale->motif <= 0;
    if (!has_pictures(setter->document, parts))
        return;
    for (int most = high ? PICTURES_FULL : PICTURES_LARGE; most > PICTURES_SPARE; most--) {
        setter->pictures = (enum pictures)most;
        if (try_set(handout, parts, handout->effort, best))
            return;
    }
    setter->pictures = PICTURES_SPARE;
}

void handout_use_room(struct handout *handout, unsigned parts, struct text *text)
{
    grow_pictures(handout, parts, text);
    add_lines(handout, parts, text);
}

/* A page is left to be saved; the last efforts are for sheets of one page alone. */
static bool is_worth(const struct text *best, int effort)
{
    guint pages = best->ends->len;
    return effort < EFFORT_CLOSE ? pages > 1 : effort < EFFORT_COUNT && pages == 2;
}

/* The masthead as that level has it, if the first page holds that. */
static bool try_head(struct handout *handout, struct text *text, guint level)
{
    struct masthead_words *head = g_steal_pointer(&text->masthead);
    double taken = handout->taken;
    guint old = handout->head;
    handout->head = level;
    set_head(handout, text, text->ends->len > 1 && !text->help);
    bool fits = handout_free_room(handout, text, 0, 0) >= 0;
    masthead_free(fits ? head : text->masthead);
    text->masthead = fits ? text->masthead : head;
    handout->head = fits ? level : old;
    handout->taken = fits ? handout->taken : taken;
    text->taken = handout->taken;
    return fits;
}

/* The band with the services, if the last page holds it. */
static void try_services(struct handout *handout, struct text *text)
{
    g_autoptr(GPtrArray) bands = handout_set_bands(handout, true);
    if (bands->len != 1 || !text->band)
        return;
    struct strip *band = text->band;
    text->band = bands->pdata[0];
    handout->services_kept = handout_free_room(handout, text, text->ends->len - 1, 0) >= 0;
    bands->pdata[0] = handout->services_kept ? band : text->band;
    text->band = handout->services_kept ? text->band : band;
}

/* What was given up in vain comes back, the last first: that effort often makes room for more than
 * was missing. */
static void restore(struct handout *handout, struct text *text)
{
    handout_spare(handout, handout->effort);
    for (guint level = 0, last = handout->head; level < last; level++)
        if (try_head(handout, text, level))
            break;
    if (handout->effort >= EFFORT_SERVICES)
        try_services(handout, text);
}

/* With the least effort that saves most paper. What ails the text was said at the first try. */
struct text handout_fit(struct handout *handout, unsigned parts)
{
    struct setter *setter = &handout->setter;
    struct text best = handout_set(handout, parts, EFFORT_NONE), vain = {NULL};
    for (int effort = EFFORT_NONE + 1; !setter->failed && is_worth(&best, effort); effort++) {
        struct trial trial = trial_begin(setter);
        handout->head = handout_head_level((enum effort)effort);
        GPtrArray *strips = take_strips(&vain, (enum effort)effort);
        handout_text_clear(&vain); /* its memory serves the next */
        struct text text = set_around(handout, strips, parts, (enum effort)effort);
        if (trial_end(setter, &trial)) {
            handout_text_clear(&text);
        } else if (handout_is_better(handout, &text, &best, (enum effort)effort)) {
            vain = best;
            best = text;
        } else {
            vain = text;
        }
    }
    handout_text_clear(&vain);
    handout->effort = best.effort;
    handout->taken = best.taken;
    handout->head = handout_head_level(handout->effort);
    if (!setter->failed) {
        restore(handout, &best);
        handout_use_room(handout, parts, &best);
    }
    handout->taken = best.taken;
    return best;
}
