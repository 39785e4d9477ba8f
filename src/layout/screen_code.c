/*
 * The code stands where lines end, topic and words where they begin, both from the top; where the
 * code leads has the whole width below them, since addresses are long. On upright panels one stands
 * below the other.
 */
#include "layout/screen_code.h"

#include "layout/flow.h"
#include "layout/profile_screens.h"
#include "layout/qr.h"
#include "layout/screen_spine.h"
#include "layout/screen_topic.h"
#include "layout/screen_type.h"

/* A screen under construction. */
struct draft {
    struct show *show;
    struct strip *code;
    GPtrArray *topic, *words, *foot;
    double words_size, foot_size;
    bool below;             /* the code stands below the words */
    bool alone;             /* and has none but those that say where it leads */
    double words_y, code_y; /* [pt] from the top of the area */
    double height;          /* [pt] of all */
};

static const struct block *find_code(const struct section *section)
{
    for (guint i = 0; i < section->blocks->len; i++) {
        const struct block *block = section->blocks->pdata[i];
        if (block->kind == BLOCK_QR)
            return block;
    }
    return NULL;
}

/* The words beside the code, or those that say where it leads. */
static GPtrArray *words_of(const struct section *section, bool captions)
{
    GPtrArray *words = g_ptr_array_new();
    for (guint i = 0; i < section->blocks->len; i++) {
        struct block *block = section->blocks->pdata[i];
        bool caption = block->text_kind == TEXT_CAPTION;
        if (block->kind != BLOCK_QR && caption == captions)
            g_ptr_array_add(words, block);
    }
    return words;
}

/* `share`: of its side as a rule. */
static bool set_code(struct draft *draft, const struct block *block, double share)
{
    struct setter *setter = &draft->show->setter;
    const struct rect *panel = &draft->show->panel;
    double before = setter->frame_height;
    setter->frame_height = show_is_upright(draft->show)
                               ? panel->width * screen_code_look.upright_side
                               : panel->height * screen_code_look.side;
    setter->frame_height *= share / setter_trim(setter)->qr.on_screen;
    draft->code = qr_strip(setter, block);
    setter->frame_height = before;
    return draft->code;
}

static double gap(const struct draft *draft)
{
    return screen_code_look.gap * draft->show->em;
}

/* Width of what begins where lines do. [pt] */
static double words_width(const struct draft *draft)
{
    double width = draft->show->area.width;
    return draft->below ? width : width - draft->code->height - gap(draft);
}

static bool set_topic(struct draft *draft, const struct section *section)
{
    struct show *show = draft->show;
    g_autoptr(GPtrArray) blocks = screen_topic_blocks(show->setter.document, section);
    double before = show->area.width;
    show->area.width = words_width(draft);
    draft->topic = screen_topic_set(show, blocks, 1);
    show->area.width = before;
    draft->words_y = draft->topic ? show_topic_height(show, draft->topic->len) : 0;
    return draft->topic;
}

static bool set_words(struct draft *draft, const GPtrArray *blocks, double size)
{
    struct show *show = draft->show;
    struct trial trial = trial_begin(&show->setter);
    g_clear_pointer(&draft->words, g_ptr_array_unref);
    screen_use_size(show, size);
    show->setter.parting = PARTING_NONE;
    show->setter.mess = MESS_NONE;
    draft->words = flow_blocks(&show->setter, blocks, words_width(draft));
    screen_use_size(show, 1);
    draft->words_size = size;
    bool clean = show->setter.mess < MESS_SCRAPS || size <= 1;
    return (!trial_end(&show->setter, &trial) || show->setter.unprintable) && clean;
}

/* In one line as large as that allows, else in several. */
static void set_foot(struct draft *draft, const struct section *section)
{
    struct show *show = draft->show;
    g_autoptr(GPtrArray) captions = words_of(section, true);
    struct screen_type type = {.width = show->area.width, .bold = true, .color = show->tones.top};
    const struct block *caption = captions->len > 0 ? captions->pdata[0] : NULL;
    draft->foot_size = 1;
    if (!caption)
        return;
    draft->foot =
        screen_type_fit(show, caption->spans, &type, screen_code_look.foot,
                        G_N_ELEMENTS(screen_code_look.foot), 1, show->area.height, PARTING_NONE);
    draft->foot_size = type.size;
    if (draft->foot)
        return;
    type.size = draft->foot_size = 1;
    draft->foot = screen_type_set(show, caption->spans, &type);
}

/* From the top of the area to the lowest ink of topic and words. [pt] */
static double words_height(const struct draft *draft)
{
    return draft->words_y + screen_type_height(draft->show, draft->words, draft->words_size);
}

static void divide(struct draft *draft)
{
    bool words = draft->words->len > 0;
    double side = draft->code->height;
    draft->code_y = draft->below && words ? words_height(draft) + gap(draft) : 0;
    draft->height = MAX(draft->code_y + side, words ? words_height(draft) : 0);
    if (draft->foot)
        draft->height +=
            gap(draft) + screen_type_height(draft->show, draft->foot, draft->foot_size);
}

/* In the largest letters that fit. */
static bool fit_words(struct draft *draft, const struct section *section)
{
    g_autoptr(GPtrArray) words = words_of(section, false);
    for (size_t i = 0; i < G_N_ELEMENTS(screen_code_look.words); i++) {
        if (!set_words(draft, words, screen_code_look.words[i]))
            continue;
        divide(draft);
        if (draft->height <= draft->show->area.height)
            return true;
    }
    return false;
}

static void draft_clear(struct draft *draft)
{
    g_clear_pointer(&draft->code, strip_free);
    g_clear_pointer(&draft->topic, g_ptr_array_unref);
    g_clear_pointer(&draft->words, g_ptr_array_unref);
    g_clear_pointer(&draft->foot, g_ptr_array_unref);
}

static bool parts_words(const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const GArray *set = ((const struct strip *)lines->pdata[i])->lines;
        for (guint n = 0; n < set->len; n++)
            if (g_array_index(set, struct line, n).end == LINE_END_NOTHING)
                return true;
    }
    return false;
}

/* True when letters of the legal size would part the address, wherever it stands. */
static bool is_wide(struct show *show, const struct block *caption, struct screen_type type)
{
    const double size = 1;
    GPtrArray *lines = screen_type_fit(show, caption->spans, &type, &size, 1, G_MAXUINT,
                                       show->area.height, PARTING_NONE);
    bool wide = !lines || parts_words(lines);
    g_clear_pointer(&lines, g_ptr_array_unref);
    return wide;
}

/* Where it leads, below a code that has the panel to itself. */
static bool fit_foot(struct draft *draft, const struct block *caption, bool whole)
{
    struct show *show = draft->show;
    struct screen_type type = {.width = show->area.width,
                               .bold = true,
                               .color = show->tones.top,
                               .alignment = ALIGN_CENTER};
    enum { LINES = 2 };
    double room = show->area.height - draft->code->height - gap(draft);
    const double em = show->em_px;
    double least = is_wide(show, caption, type) ? screen_look.smallest * em : em;
    for (double px = em; px >= least && !draft->foot; px--) {
        draft->foot_size = px / em;
        draft->foot = screen_type_fit(show, caption->spans, &type, &draft->foot_size, 1, LINES,
                                      room, PARTING_NONE);
        if (draft->foot && whole && parts_words(draft->foot))
            g_clear_pointer(&draft->foot, g_ptr_array_unref);
    }
    return draft->foot;
}

/* What no line holds rather in smaller letters than parted, as it is for those who stand before it
 * and scan. */
static bool fit_small(struct draft *draft, const struct block *caption)
{
    return fit_foot(draft, caption, true) || fit_foot(draft, caption, false);
}

static bool fit_alone(struct draft *draft, const struct section *section, const struct block *block)
{
    g_autoptr(GPtrArray) captions = words_of(section, true);
    for (size_t i = 0; captions->len > 0 && i < G_N_ELEMENTS(screen_code_look.shares); i++) {
        draft_clear(draft);
        if (!set_code(draft, block, screen_code_look.shares[i]))
            return false;
        draft->topic = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
        draft->words = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
        if (!fit_small(draft, captions->pdata[0]))
            continue;
        draft->height = draft->code->height + gap(draft) +
                        screen_type_height(draft->show, draft->foot, draft->foot_size);
        return true;
    }
    return false;
}

/* The code gives way to the words. */
static bool fit(struct draft *draft, const struct section *section, const struct block *block)
{
    for (size_t i = 0; i < G_N_ELEMENTS(screen_code_look.shares); i++) {
        draft_clear(draft);
        if (!set_code(draft, block, screen_code_look.shares[i]) || !set_topic(draft, section))
            return false;
        set_foot(draft, section);
        if (fit_words(draft, section))
            return true;
    }
    return false;
}

static void place(struct draft *draft, const char *title)
{
    struct show *show = draft->show;
    struct page *page = show_add_page(show, title);
    struct point at = {show->area.x, show->area.y};
    double side = draft->code->height, spare = show->area.height - draft->height;
    double x = draft->alone   ? (show->area.width - side) / 2
               : draft->below ? 0
                              : show->area.width - side;
    double beside = side + gap(draft);
    unsigned order = 0;
    g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    screen_spine_add_whole(show, page, show->tones.on);
    at.x += show->setter.document->rtl && !draft->below ? beside : 0;
    screen_type_place(show, page, g_steal_pointer(&draft->topic), at, &order);
    struct point below = {at.x, at.y + draft->words_y};
    screen_type_place(show, page, g_steal_pointer(&draft->words), below, &order);
    at.x = show->area.x;
    g_ptr_array_add(codes, g_steal_pointer(&draft->code));
    double down = draft->below ? MIN(spare / 2, gap(draft)) : 0;
    strips_place(codes, 0, 1, page,
                 (struct point){screen_start(show, x, side), at.y + draft->code_y + down}, &order);
    if (!draft->foot)
        return;
    double foot = screen_type_height(show, draft->foot, draft->foot_size);
    at.y += draft->below ? draft->height - foot + 2 * down : show->area.height - foot;
    screen_type_place(show, page, g_steal_pointer(&draft->foot), at, &order);
}

/* A draft that fits; false, with nothing in it, when there is no code or no room for it. */
static bool draft_of(struct show *show, const struct section *section, bool alone,
                     struct draft *draft)
{
    const struct block *block = find_code(section);
    *draft = (struct draft){.show = show, .below = alone || show_is_upright(show), .alone = alone};
    if (!block)
        return false;
    screen_use_ground(show, GROUND_TINT);
    struct trial trial = trial_begin(&show->setter);
    bool fits = alone ? fit_alone(draft, section, block) : fit(draft, section, block);
    trial_end(&show->setter, &trial);
    if (!fits)
        draft_clear(draft);
    return fits;
}

static bool add(struct show *show, const struct section *section, const char *title, bool alone)
{
    struct draft draft;
    if (!draft_of(show, section, alone, &draft))
        return false;
    if (draft.foot_size < 1)
        screen_report_distance(show, find_code(section)->pos, draft.foot_size);
    place(&draft, title);
    draft_clear(&draft);
    return true;
}

bool screen_code_add(struct show *show, const struct section *section, const char *title)
{
    return add(show, section, title, false);
}

bool screen_code_add_alone(struct show *show, const struct section *section, const char *title)
{
    return add(show, section, title, true);
}

bool screen_code_fits_alone(struct show *show, const struct section *section)
{
    struct draft draft;
    bool fits = draft_of(show, section, true, &draft);
    draft_clear(&draft);
    return fits;
}
