/*
 * Lobby screens: a title screen, the article by its headings, the contact screen. Letters have the
 * height that the viewing distance asks for, or more where there is room; a section that is too
 * much for one screen is parted between sentences into screens that hold about the same number of
 * words. What no screen holds at that height has smaller letters for once, and the report says from
 * how far they can be read.
 *
 * A page of this layout is as large as the panel really is, in points, so that millimetres of
 * letter height can be read off it; the PNG painter turns it into pixels.
 */
#include "base/words.h"
#include "layout/job.h"
#include "layout/pieces.h"
#include "layout/screen_calling.h"
#include "layout/screen_code.h"
#include "layout/screen_contact.h"
#include "layout/screen_crisis.h"
#include "layout/screen_fact.h"
#include "layout/screen_grounds.h"
#include "layout/screen_news.h"
#include "layout/screen_notes.h"
#include "layout/screen_picture.h"
#include "layout/screen_plan.h"
#include "layout/screen_size.h"
#include "layout/screen_spine.h"
#include "layout/screen_steps.h"
#include "layout/screen_tiles.h"
#include "layout/screen_title.h"
#include "layout/screen_topic.h"
#include "layout/screen_warning.h"

#include <stdio.h>

/* "2 of 4", for those who do not see the spine. */
static char *progress_words(const struct show *show, guint part, guint parts)
{
    char at[16], of[16];
    snprintf(at, sizeof at, "%u", part + 1);
    snprintf(of, sizeof of, "%u", parts);
    return labels_format(show->setter.document->labels, LABEL_PART_OF, "part", at, "parts", of,
                         NULL);
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
    if (show->bands) /* they come behind all of it */
        return;
    g_autoptr(GPtrArray) blocks = pieces_blocks(section->blocks, plan->pieces, from, to);
    if (part == 0)
        add_notes(show, section->headings);
    add_notes(show, blocks);
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

/* True of what the clinic offers and gives away: telephone numbers, hours and help in a crisis
 * are looked up. */
static bool is_offer(const struct stretch *part)
{
    const struct block *block = g_array_index(part->pieces, struct piece, part->from).block;
    return block->text_kind == TEXT_ITEM || block->fact == FACT_CODE;
}

/* Words and lists leave room for tiles; cards, pictures, codes and bands do not. */
static bool is_quiet(const struct show *show, const struct stretch *part)
{
    if (show->bands)
        return false;
    for (guint i = part->from; i < part->to; i++) {
        const struct piece *piece = &g_array_index(part->pieces, struct piece, i);
        if (piece->holder && piece->holder->kind == BLOCK_CARD)
            return false;
        if (piece->block->kind != BLOCK_TEXT && piece->block->kind != BLOCK_LIST)
            return false;
    }
    return screen_title_block(show->setter.document) || is_offer(part);
}

/* The topic where a section begins with a picture; behind words it has been seen. */
static const GPtrArray *topic_of_picture(const struct screen_plan *plan, const struct stretch *part)
{
    bool first = part->from == 0 && part->section->headings->len > 0;
    return first && !plan->apart ? plan->topic : NULL;
}

/* A page for a picture that has it to itself, which tells by its shape what it is; NULL: it is
 * none, or has no room. `*words`: what has no room on it, owned; NULL: nothing. */
static struct page *add_picture(struct show *show, const char *title,
                                const struct screen_plan *plan, const struct stretch *part,
                                struct block **words)
{
    const struct block *picture = screen_picture_alone(part);
    const GPtrArray *topic = topic_of_picture(plan, part);
    bool told = true;
    struct page *page =
        picture ? screen_picture_add_alone(show, picture, topic, title, &told) : NULL;
    *words = page && !told ? screen_picture_words(picture) : NULL;
    return page;
}

static bool is_one_screen(struct show *show, const struct section *section)
{
    struct screen_plan plan;
    bool one = screen_plan(show, section, &plan) && plan.parts->len == 1;
    screen_plan_clear(&plan);
    return one;
}

/* What a picture left no room for follows it, and is used up: as below it, and no heading comes
 * between them; but over several screens it has the topic of its section. */
static void add_words(struct show *show, const struct section *section, struct block *words,
                      const char *title)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    g_ptr_array_add(blocks, words);
    struct section caption = {.headings = none, .blocks = blocks};
    if (!is_one_screen(show, &caption))
        caption.headings = section->headings;
    add_parts(show, &caption, title);
    block_free(words);
}

/* True of the words that follow their picture. */
static bool is_caption(const struct section *section)
{
    const struct block *block = section->blocks->len == 1 ? section->blocks->pdata[0] : NULL;
    return block && block->kind == BLOCK_TEXT && block->text_kind == TEXT_CAPTION &&
           section->headings->len == 0;
}

/* A page with what the part says and shows, in letters of that size at most. */
static struct page *add_page(struct show *show, const char *title, const struct screen_plan *plan,
                             const struct stretch *part, double most)
{
    struct page *shown = NULL;
    if (screen_picture_shares(show, part))
        shown = screen_picture_add_beside(show, part, &plan->way, title);
    if (shown)
        return shown;
    struct screen_matter matter = screen_set(show, part, &plan->way, most);
    matter.statement = matter.statement || is_caption(part->section); /* nothing else is seen */
    struct page *page = show_add_page(show, title);
    screen_matter_place(show, &matter, page);
    return page;
}

static void add_part(struct show *show, const char *title, const struct screen_plan *plan,
                     const struct stretch *part, guint n, double most)
{
    struct block *words;
    struct page *lone = add_picture(show, title, plan, part, &words);
    bool caption = is_caption(part->section);
    if (!lone)
        screen_use_ground(show,
                          caption ? GROUND_DEEP : screen_ground(show, part->section, plan, n));
    struct page *page = lone ? lone : add_page(show, title, plan, part, most);
    if (!lone && !caption && !show->bands)
        screen_spine_add(show, page, n, plan->parts->len);
    if (plan->parts->len > 1)
        page->progress = progress_words(show, n, plan->parts->len);
    if (show->bands)
        screen_calling_add(show, page);
    if (!caption && is_quiet(show, part))
        screen_tiles_add(show, page, n);
    report_small(show, part);
    if (words)
        add_words(show, part->section, words, title);
}

static void add_parts(struct show *show, const struct section *section, const char *title)
{
    struct screen_plan plan;
    bool planned = screen_plan(show, section, &plan);
    if (planned && plan.apart)
        add_headings(show, section->headings, title);
    g_autoptr(GArray) steps = planned ? screen_steps(show, section, &plan) : NULL;
    for (guint i = 0; planned && i < plan.parts->len; i++) {
        struct stretch part = screen_plan_part(section, &plan, i);
        add_part(show, title, &plan, &part, i, g_array_index(steps, double, i));
        add_notes_of(show, section, &plan, i);
    }
    screen_plan_clear(&plan);
}

/* One screen for a section that is designed as one thing; false: it is none, or does not fit. */
static bool add_special(struct show *show, const struct section *section, const char *title)
{
    static bool (*const kinds[])(struct show *, const struct section *, const char *) = {
        screen_news_add,          screen_crisis_add, screen_contact_add_call,
        screen_contact_add_place, screen_code_add,   screen_warning_add,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i](show, section, title))
            return true;
    return false;
}

static bool are_pictures(const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++)
        if (((const struct block *)blocks->pdata[i])->kind != BLOCK_IMAGE)
            return false;
    return true;
}

/* The list of when to call between bands, or with the number to call behind it; then what else
 * stands under its heading. False: it is none. */
static bool add_calling(struct show *show, const struct section *section, const char *title)
{
    struct bands bands;
    if (!screen_calling_is(show, section))
        return false;
    bool banded = screen_calling_begin(show, section, &bands);
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    g_ptr_array_add(list, section->blocks->pdata[0]);
    for (guint i = 1; i < section->blocks->len; i++)
        g_ptr_array_add(others, section->blocks->pdata[i]);
    GPtrArray *headings = banded ? none : section->headings;
    add_parts(show, &(struct section){.headings = headings, .blocks = list}, title);
    if (banded)
        screen_calling_end(show);
    else
        screen_calling_add_number(show, section);
    add_notes(show, section->headings);
    add_notes(show, list);
    /* Pictures are no reason to call. */
    headings = are_pictures(others) ? none : section->headings;
    if (others->len > 0)
        add_parts(show, &(struct section){.headings = headings, .blocks = others}, title);
    return true;
}

/* The telephone number keeps its own kind of screen where the facts behind it are too much for
 * theirs: the last of them follow on their own. False: the section is not of these. */
static bool add_call_apart(struct show *show, const struct section *section, const char *title)
{
    guint others = section->blocks->len - 1;
    if (!screen_contact_is_call(section) || others == 0)
        return false;
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    g_autoptr(GPtrArray) last = g_ptr_array_new();
    for (guint i = 0; i < others; i++)
        g_ptr_array_add(first, section->blocks->pdata[i]);
    g_ptr_array_add(last, section->blocks->pdata[others]);
    struct section rest = {.headings = section->headings, .blocks = first};
    if (!screen_contact_add_call(show, &rest, title) && !add_call_apart(show, &rest, title))
        return false;
    add_parts(show, &(struct section){.headings = section->headings, .blocks = last}, title);
    return true;
}

/* Words that have no room beside their code come before it, and never between it and where it
 * leads. False: the section has no code, or that no room. */
static bool add_code_apart(struct show *show, const struct section *section, const char *title)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GPtrArray) code = g_ptr_array_new();
    for (guint i = 0; i < section->blocks->len; i++) {
        struct block *block = section->blocks->pdata[i];
        bool leads = block->kind == BLOCK_QR || block->text_kind == TEXT_CAPTION;
        g_ptr_array_add(leads ? code : words, block);
    }
    struct section rest = {.headings = section->headings, .blocks = code};
    if (words->len == 0 || !screen_code_fits_alone(show, &rest))
        return false;
    add_parts(show, &(struct section){.headings = section->headings, .blocks = words}, title);
    return screen_code_add_alone(show, &rest, title);
}

static void add_section(struct show *show, const struct section *section)
{
    g_autofree char *title = section_title(show, section);
    screen_ground_turn(show, section);
    if (add_special(show, section, title)) {
        add_notes(show, section->headings);
        add_notes(show, section->blocks);
        return;
    }
    if (add_calling(show, section, title) || add_call_apart(show, section, title) ||
        add_code_apart(show, section, title))
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

/* The title and what stands behind its colon, a screen each. False: they do not fit. */
static bool add_title_parts(struct show *show, const struct block *block)
{
    struct screen_title parts[2];
    for (guint i = 0; i < 2; i++)
        parts[i] = screen_title_set_part(show, block, i > 0);
    bool fit = parts[0].title && parts[1].title;
    for (guint i = 0; i < 2; i++) {
        if (!fit) {
            screen_title_clear(&parts[i]);
            continue;
        }
        struct page *page = show_add_page(show, show->setter.document->title);
        page->progress = progress_words(show, i, 2);
        screen_spine_add_whole(show, page, show->tones.bright[0]);
        screen_title_place(show, &parts[i], page);
        screen_tiles_add_title(show, page);
    }
    return fit;
}

/* A title that does not fit one screen has several. `opening`: what comes before the first heading,
 * which loses the summary and the picture where they stand there, too. */
static void add_title_screen(struct show *show, struct section *opening)
{
    const struct document *document = show->setter.document;
    const struct block *block = screen_title_block(document);
    if (!block)
        return;
    screen_use_ground(show, GROUND_DEEP);
    struct screen_title screen = screen_title_set(show, block);
    if (screen.title) {
        struct page *page = show_add_page(show, document->title);
        screen_spine_add_whole(show, page, show->tones.bright[0]);
        g_ptr_array_remove(opening->blocks, (gpointer)screen.summary);
        g_ptr_array_remove(opening->blocks, (gpointer)screen.picture);
        screen_title_place(show, &screen, page);
        if (!screen.picture)
            screen_tiles_add_title(show, page);
        return;
    }
    if (add_title_parts(show, block))
        return;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GPtrArray) bare = g_ptr_array_new();
    g_ptr_array_add(bare, (gpointer)block);
    add_parts(show, &(struct section){.headings = none, .blocks = bare}, document->title);
}

struct layout *screen_lay_out(const struct layout_job *job)
{
    struct show show;
    screen_show_init(&show, job);
    g_autoptr(GPtrArray) sections = screen_sections(job->document);
    add_title_screen(&show, sections->pdata[0]);
    for (guint i = 0; i < sections->len; i++)
        add_section(&show, sections->pdata[i]);
    if (show.setter.failed || show.setter.unprintable)
        g_clear_pointer(&show.layout, layout_free);
    g_ptr_array_unref(show.noted);
    setter_clear(&show.setter);
    return show.layout;
}
