/*
 * The urgent message: a triangle with "!" and the words beside it (below it where the panel is
 * upright or narrow, alone where it is too small for both), on the ground and in the ink that the
 * job's style says, in the middle of the screen.
 * The words are as large as all of them fit one screen; when they do not even in letters of the
 * legal size they take more screens, each as large as it fits, by the same plan and the same ladder
 * as all others. The triangle stands on each: whoever looks up sees what kind of message it is.
 */
#include "base/slug.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/job.h"
#include "layout/pieces.h"
#include "layout/screen_icon.h"
#include "layout/screen_notes.h"
#include "layout/screen_plan.h"
#include "layout/screen_size.h"

#include <math.h>

struct urgent {
    struct show show;
    struct rect words;    /* [pt] where words stand */
    struct rect triangle; /* [pt] its place; y: where words fill the whole height */
    enum { BESIDE, ABOVE, NOWHERE } at;
};

static struct page *add_screen(struct urgent *urgent)
{
    struct show *show = &urgent->show;
    enum { LONGEST = 40 };
    struct page *page = layout_add_page(show->layout, show->panel.width, show->panel.height);
    const struct document *document = show->setter.document;
    page->filled = true;
    page->ground = show->setter.ground;
    page->tones = show->ground;
    page->title = g_strdup(document->title);
    page->slug = slug_new(document->title, LONGEST);
    if (!page->slug)
        page->slug = g_strdup(document->name);
    return page;
}

/* `spare`: what the words leave of their height. */
static void add_triangle(const struct urgent *urgent, struct page *page, double spare)
{
    const struct setter *setter = &urgent->show.setter;
    struct rect box = urgent->triangle;
    box.y += urgent->at == ABOVE ? spare / 2 : (urgent->words.height - box.height) / 2;
    screen_icon_add(page, SCREEN_ICON_WARNING, box, setter->style->ink, setter->style->ground);
}

/* The words and the triangle are one group in the middle; at the side, their middles are level. */
static void place(struct urgent *urgent, GPtrArray *strips)
{
    struct page *page = add_screen(urgent);
    struct frame frame = {.page = page, .area = urgent->words};
    double spare = urgent->words.height - strips_height(strips, 0, strips->len);
    unsigned order = 0;
    if (urgent->at != NOWHERE)
        add_triangle(urgent, page, spare);
    frame.area.y += spare / 2;
    frame_fill(&urgent->show.setter, &frame, strips, 0, strips->len, &order);
}

/* Where the blocks fit one screen at that size, they are on it. Neither words nor facts are parted
 * for the sake of larger letters. */
static bool place_at(struct urgent *urgent, const GPtrArray *blocks, double size)
{
    struct show *show = &urgent->show;
    struct trial trial = trial_begin(&show->setter);
    screen_use_size(show, size);
    show->setter.parting = size > 1 ? PARTING_NOTHING : PARTING_NONE;
    g_autoptr(GPtrArray) tried = flow_blocks(&show->setter, blocks, urgent->words.width);
    bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    bool fits = !failed && strips_height(tried, 0, tried->len) <= urgent->words.height;
    if (fits) {
        screen_use_size(show, size);
        g_autoptr(GPtrArray) strips = flow_blocks(&show->setter, blocks, urgent->words.width);
        place(urgent, strips);
    }
    screen_use_size(show, 1);
    return fits;
}

static bool place_whole(struct urgent *urgent, const GPtrArray *blocks)
{
    for (size_t i = 0; i < G_N_ELEMENTS(urgent_look.steps); i++)
        if (place_at(urgent, blocks, urgent_look.steps[i]))
            return true;
    return false;
}

static void add_blocks(GPtrArray *blocks, const GPtrArray *more)
{
    for (guint i = 0; i < more->len; i++)
        g_ptr_array_add(blocks, more->pdata[i]);
}

/* Says so where the letters of the part are smaller than the distance asks for. */
static void report_small(struct show *show, const struct stretch *part)
{
    const struct piece *piece = &g_array_index(part->pieces, struct piece, part->from);
    if (part->from < part->to && piece->size < 1)
        screen_report_distance(show, piece->block->pos, piece->size);
}

static void place_parts(struct urgent *urgent, const struct section *section);

/* Headings that leave no room for what they stand above. */
static void place_headings(struct urgent *urgent, GPtrArray *headings)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    if (!place_whole(urgent, headings))
        place_parts(urgent, &(struct section){.headings = none, .blocks = headings});
}

static void place_parts(struct urgent *urgent, const struct section *section)
{
    struct show *show = &urgent->show;
    struct screen_plan plan;
    bool planned = screen_plan(show, section, &plan);
    if (planned && plan.apart)
        place_headings(urgent, section->headings);
    for (guint i = 0; planned && i < plan.parts->len; i++) {
        struct stretch part = screen_plan_part(section, &plan, i);
        struct screen_matter matter = screen_set(show, &part, &plan.way, INFINITY);
        g_ptr_array_extend_and_steal(matter.topic, matter.body);
        place(urgent, matter.topic);
        report_small(show, &part);
        g_ptr_array_unref(matter.topic);
    }
    screen_plan_clear(&plan);
}

static void place_section(struct urgent *urgent, const struct section *section)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    add_blocks(blocks, section->headings);
    add_blocks(blocks, section->blocks);
    if (blocks->len == 0 || place_whole(urgent, blocks))
        return;
    place_parts(urgent, section);
}

/* Each on a screen of its own, behind all that refers to them. */
static void place_notes(struct urgent *urgent, const GPtrArray *sections)
{
    const struct document *document = urgent->show.setter.document;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 0; i < sections->len; i++)
        add_blocks(blocks, ((const struct section *)sections->pdata[i])->blocks);
    g_autoptr(GPtrArray) notes = screen_notes(document, blocks);
    for (guint i = 0; i < notes->len; i++) {
        const struct block *note = notes->pdata[i];
        struct block *heading = screen_note_heading(document, note);
        g_autoptr(GPtrArray) headings = g_ptr_array_new();
        g_ptr_array_add(headings, heading);
        place_section(urgent, &(struct section){.headings = headings, .blocks = note->children});
        block_free(heading);
    }
}

/* All of it on one screen, where that holds it. */
static bool place_at_once(struct urgent *urgent, const GPtrArray *sections)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 0; i < sections->len; i++) {
        const struct section *section = sections->pdata[i];
        add_blocks(blocks, section->headings);
        add_blocks(blocks, section->blocks);
    }
    return place_whole(urgent, blocks);
}

/* Where the triangle stands: `em` is the legal size. [pt] */
static void settle_triangle(struct urgent *urgent, double em)
{
    const struct show *show = &urgent->show;
    double width = show->area.width / em, height = show->area.height / em;
    bool upright = show_is_upright(show);
    double side = upright ? urgent_look.triangle.above : urgent_look.triangle.beside;
    double taken = side + urgent_look.triangle.gap;
    if (!upright && width - taken >= urgent_look.words.width && height >= side)
        urgent->at = BESIDE;
    else if (width >= side && height - taken >= urgent_look.words.height)
        urgent->at = ABOVE;
    else
        urgent->at = NOWHERE;
    urgent->triangle = (struct rect){show->area.x, show->area.y, side * em, side * em};
    if (show->setter.document->rtl)
        urgent->triangle.x += show->area.width - side * em;
}

/* Words get what the triangle leaves of the safe area, and planning takes that for all there is. */
static void make_room(struct urgent *urgent)
{
    struct show *show = &urgent->show;
    struct rect *words = &urgent->words;
    double em = show->setter.body;
    settle_triangle(urgent, em);
    double taken = urgent->triangle.width + urgent_look.triangle.gap * em;
    *words = show->area;
    if (urgent->at == BESIDE) {
        words->x += show->setter.document->rtl ? 0 : taken;
        words->width -= taken;
    } else if (urgent->at == ABOVE) {
        words->y += taken;
        words->height -= taken;
    }
    show->area = *words;
    show->setter.frame_height = words->height;
}

struct layout *screen_urgent_lay_out(const struct layout_job *job)
{
    struct urgent urgent = {0};
    struct show *show = &urgent.show;
    screen_show_init(show, job);
    show->setter.tones = NULL; /* of the ink that this ground is, none are made */
    show->profile.looks[TEXT_HEADING_2].ratio = 1;
    make_room(&urgent);
    g_autoptr(GPtrArray) sections = screen_sections(job->document);
    if (!place_at_once(&urgent, sections))
        for (guint i = 0; i < sections->len; i++)
            place_section(&urgent, sections->pdata[i]);
    place_notes(&urgent, sections);
    if (show->setter.failed || show->setter.unprintable)
        g_clear_pointer(&show->layout, layout_free);
    g_ptr_array_unref(show->noted);
    setter_clear(&show->setter);
    return show->layout;
}
