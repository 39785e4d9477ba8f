/*
 * Lobby screens: a title screen, the article by its headings, the contact screen. Letters have the
 * height that the viewing distance asks for and no other; a section that is too much for one screen
 * is parted between sentences into screens that hold about the same number of words. What no screen
 * holds at that height has smaller letters for once, and the report says from how far they can be
 * read.
 *
 * A page of this layout is as large as the panel really is, in points, so that millimetres of
 * letter height can be read off it; the PNG painter turns it into pixels.
 */
#include "base/slug.h"
#include "base/words.h"
#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/job.h"
#include "layout/pieces.h"
#include "layout/screen_code.h"
#include "layout/screen_notes.h"
#include "layout/screen_plan.h"
#include "layout/screen_size.h"
#include "layout/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void add_band(struct show *show, struct page *page)
{
    double width = show->panel.width * screen_look.band;
    bool rtl = show->setter.document->rtl;
    struct rect band = {rtl ? show->panel.width - width : 0, 0, width, show->panel.height};
    struct path *path = path_new();
    path_add_rect(path, band);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .box = band,
                                 .as.fill = {.path = path, .color = show->setter.style->accent}});
}

/* What the screen's file is called: by its title, or, in a script of its own, by the article. */
static char *slug_of(const struct show *show, const char *title)
{
    enum { LONGEST = 40 };
    char *slug = slug_new(title, LONGEST);
    return slug ? slug : g_strdup(show->setter.document->name);
}

static struct page *add_screen(struct show *show, const char *title)
{
    struct page *page = layout_add_page(show->layout, show->panel.width, show->panel.height);
    page->filled = true;
    page->ground = show->setter.style->ground;
    page->title = g_strdup(title);
    page->slug = slug_of(show, title);
    add_band(show, page);
    return page;
}

/* "2 of 4" at the lower corner where lines end. */
static void add_progress(struct show *show, struct page *page, guint part, guint parts)
{
    g_autoptr(GPtrArray) strips = screen_set_progress(show, part, parts);
    double height = strips_height(strips, 0, strips->len);
    struct frame foot = {.page = page, .area = show->safe};
    unsigned order = G_MAXINT; /* read last */
    foot.area.y += foot.area.height - height;
    foot.area.height = height;
    frame_fill(&show->setter, &foot, strips, 0, strips->len, &order);
}

/* Text starts at the top under a heading, in the middle (a little above, where the eye looks)
 * without one. */
static void place_text(const struct show *show, struct page *page, GPtrArray *strips, bool headed)
{
    double spare = show->safe.height - strips_height(strips, 0, strips->len);
    struct frame frame = {.page = page, .area = show->safe};
    unsigned order = 0;
    frame.area.y += headed ? 0 : spare * screen_look.middle;
    frame_fill(&show->setter, &frame, strips, 0, strips->len, &order);
}

/* The words of a heading as they are heard, without numbers of notes. */
static char *heading_words(const struct block *heading)
{
    GString *words = g_string_new(NULL);
    const struct element *last = NULL;
    for (guint i = 0; i < heading->spans->len; i++) {
        const struct span *span = heading->spans->pdata[i];
        const struct element *heard = element_heard(span->element);
        if (!heard && !element_note(span->element))
            g_string_append(words, span->text);
        else if (heard && heard != last)
            g_string_append(words, heard->actual_text);
        last = heard;
    }
    return words_drop_soft_hyphens(g_string_free(words, FALSE));
}

static char *section_title(const struct show *show, const struct section *section)
{
    if (section->callout)
        return block_words(section->callout->children->pdata[0]);
    if (section->headings->len == 0)
        return g_strdup(show->setter.document->title);
    return heading_words(section->headings->pdata[section->headings->len - 1]);
}

static void add_notes(struct show *show, const GPtrArray *blocks);
static void add_parts(struct show *show, const struct section *section, const char *title);

/* True when the section is headings alone: they stand at the top, as others do. */
static bool heads(const GPtrArray *blocks)
{
    const struct block *first = blocks->pdata[0];
    return block_is_heading(first) && first->text_kind != TEXT_TITLE;
}

/* Headings on screens of their own, without words below them. */
static void add_headings(struct show *show, GPtrArray *headings, const char *title)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    add_parts(show, &(struct section){.headings = none, .blocks = headings}, title);
}

/* The notes that the words of a screen refer to follow it. */
static void add_notes_of(struct show *show, const struct section *section,
                         const struct screen_plan *plan, guint part)
{
    guint from = part > 0 ? g_array_index(plan->parts, guint, part - 1) : 0;
    guint to = g_array_index(plan->parts, guint, part);
    g_autoptr(GPtrArray) blocks = pieces_blocks(section->blocks, plan->pieces, from, to);
    if (part == 0)
        add_notes(show, section->headings);
    add_notes(show, blocks);
}

/* False when the section has no code, or does not fit one screen with it. */
static bool add_code(struct show *show, const struct section *section, const char *title)
{
    struct screen_code screen = screen_code_set(show, section);
    if (!screen.code)
        return false;
    screen_code_place(show, &screen, add_screen(show, title));
    return true;
}

/* Says so where the letters of the part are smaller than the distance asks for. */
static void report_small(struct show *show, const struct stretch *part)
{
    if (part->from >= part->to)
        return;
    const struct piece *piece = &g_array_index(part->pieces, struct piece, part->from);
    if (piece->size < 1)
        screen_report_distance(show, piece->block->pos, piece->size);
}

static void add_part(struct show *show, const char *title, const struct screen_plan *plan,
                     const struct stretch *part, guint n)
{
    const struct section *section = part->section;
    struct page *page = add_screen(show, title);
    struct screen_matter matter = screen_set(show, part, &plan->way);
    bool headed = section->headings->len > 0 || part->numbered;
    place_text(show, page, matter.strips, headed || heads(section->blocks));
    if (matter.numbered)
        add_progress(show, page, n + 1, plan->parts->len);
    report_small(show, part);
    g_ptr_array_unref(matter.strips);
}

static void add_parts(struct show *show, const struct section *section, const char *title)
{
    struct screen_plan plan;
    bool planned = screen_plan(show, section, &plan);
    if (planned && plan.way.apart)
        add_headings(show, section->headings, title);
    for (guint i = 0; planned && i < plan.parts->len; i++) {
        struct stretch part = screen_plan_part(section, &plan, i);
        add_part(show, title, &plan, &part, i);
        add_notes_of(show, section, &plan, i);
    }
    screen_plan_clear(&plan);
}

static void add_section(struct show *show, const struct section *section)
{
    g_autofree char *title = section_title(show, section);
    if (add_code(show, section, title))
        return;
    if (section->blocks->len > 0)
        add_parts(show, section, title);
    else if (section->headings->len > 0)
        add_headings(show, section->headings, title);
}

/* A section of the words of a note. */
static void add_note(struct show *show, const struct block *note)
{
    struct block *heading = screen_note_heading(show->setter.document, note);
    g_autoptr(GPtrArray) headings = g_ptr_array_new();
    g_ptr_array_add(headings, heading);
    add_section(show, &(struct section){.headings = headings, .blocks = note->children});
    block_free(heading);
}

static void add_notes(struct show *show, const GPtrArray *blocks)
{
    g_autoptr(GPtrArray) notes = screen_notes(show->setter.document, blocks);
    for (guint i = 0; i < notes->len; i++) {
        const struct block *note = notes->pdata[i];
        if (g_ptr_array_find(show->noted, note->element, NULL))
            continue;
        g_ptr_array_add(show->noted, (gpointer)note->element);
        add_note(show, note);
    }
}

/* The title, below the clinic's name if wanted. */
static GPtrArray *title_blocks(const struct document *document, bool named)
{
    GPtrArray *blocks = g_ptr_array_new();
    for (guint i = 0; i < document->blocks->len; i++) {
        struct block *block = document->blocks->pdata[i];
        if (screen_is_title_matter(block) && (named || block->text_kind == TEXT_TITLE))
            g_ptr_array_add(blocks, block);
    }
    return blocks;
}

/* The title as large as it fits one screen; NULL: it does not. Only at the last of its sizes may
 * its words be parted. */
static GPtrArray *set_title(struct show *show, const GPtrArray *blocks)
{
    size_t last = G_N_ELEMENTS(screen_look.title_ratios) - 1;
    for (size_t i = 0; i <= last; i++) {
        show->profile.looks[TEXT_TITLE].ratio = screen_look.title_ratios[i];
        struct trial trial = trial_begin(&show->setter);
        show->setter.parting = i < last ? PARTING_NONE : PARTING_WORDS;
        g_autoptr(GPtrArray) tried = flow_blocks(&show->setter, blocks, show->safe.width);
        bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
        if (!failed && strips_height(tried, 0, tried->len) <= show->safe.height)
            return flow_blocks(&show->setter, blocks, show->safe.width);
    }
    return NULL;
}

/* Where the title needs the room the clinic's name is left to the contact screens; a title that
 * still does not fit has several. */
static void add_title_screen(struct show *show)
{
    const char *title = show->setter.document->title;
    g_autoptr(GPtrArray) named = title_blocks(show->setter.document, true);
    g_autoptr(GPtrArray) bare = title_blocks(show->setter.document, false);
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    if (bare->len == 0)
        return;
    GPtrArray *strips = set_title(show, named);
    strips = strips ? strips : set_title(show, bare);
    if (!strips) {
        add_parts(show, &(struct section){.headings = none, .blocks = bare}, title);
        return;
    }
    place_text(show, add_screen(show, title), strips, false);
    g_ptr_array_unref(strips);
}

struct layout *screen_lay_out(const struct layout_job *job)
{
    struct show show;
    screen_show_init(&show, job);
    g_autoptr(GPtrArray) sections = screen_sections(job->document);
    add_title_screen(&show);
    for (guint i = 0; i < sections->len; i++)
        add_section(&show, sections->pdata[i]);
    if (show.setter.failed || show.setter.unprintable)
        g_clear_pointer(&show.layout, layout_free);
    g_ptr_array_unref(show.noted);
    setter_clear(&show.setter);
    return show.layout;
}
