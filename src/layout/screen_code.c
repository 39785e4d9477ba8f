/*
 * The code stands where lines end, the words where they begin, both from the top; where the code
 * leads has the whole width below them, since addresses are long.
 */
#include "layout/screen_code.h"

#include "layout/flow.h"
#include "layout/frames.h"
#include "layout/qr.h"

static const struct block *find_code(const struct section *section)
{
    for (guint i = 0; i < section->blocks->len; i++) {
        const struct block *block = section->blocks->pdata[i];
        if (block->kind == BLOCK_QR)
            return block;
    }
    return NULL;
}

static void add_blocks(GPtrArray *words, const GPtrArray *blocks, bool captions)
{
    for (guint i = 0; i < blocks->len; i++) {
        struct block *block = blocks->pdata[i];
        bool caption = block->text_kind == TEXT_CAPTION;
        if (block->kind != BLOCK_QR && caption == captions)
            g_ptr_array_add(words, block);
    }
}

/* Width of the room beside the code. [pt] */
static double beside_width(const struct show *show, const struct strip *code)
{
    return show->area.width - code->height - show->setter.body;
}

static GPtrArray *set_beside(struct show *show, const struct section *section,
                             const struct strip *code)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    add_blocks(words, section->headings, false);
    add_blocks(words, section->blocks, false);
    return flow_blocks(&show->setter, words, beside_width(show, code));
}

static GPtrArray *set_foot(struct show *show, const struct section *section)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    screen_use_size(show, 1);
    add_blocks(words, section->blocks, true);
    return flow_blocks(&show->setter, words, show->area.width);
}

static double height_of(const GPtrArray *strips)
{
    return strips_height(strips, 0, strips->len);
}

static bool fits(const struct show *show, const struct screen_code *screen)
{
    double head = MAX(screen->code->height, height_of(screen->beside));
    double foot = screen->foot->len ? height_of(screen->foot) + show->setter.leading / 2 : 0;
    return head + foot <= show->area.height;
}

static void screen_code_clear(struct screen_code *screen)
{
    g_clear_pointer(&screen->code, strip_free);
    g_clear_pointer(&screen->beside, g_ptr_array_unref);
    g_clear_pointer(&screen->foot, g_ptr_array_unref);
}

struct screen_code screen_code_set(struct show *show, const struct section *section)
{
    struct screen_code screen = {0};
    const struct block *block = find_code(section);
    if (!block || show->panel.width < show->panel.height)
        return screen;
    screen_use_size(show, 1);
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    screen.code = qr_strip(&show->setter, block);
    if (screen.code) {
        screen.beside = set_beside(show, section, screen.code);
        show->setter.parting = trial.parting;
        screen.foot = set_foot(show, section);
    }
    bool failed = trial_end(&show->setter, &trial);
    if (failed || !screen.code || !fits(show, &screen))
        screen_code_clear(&screen);
    return screen;
}

/* An area of the safe one at the edge where lines begin, or where they end. */
static struct rect side_area(const struct show *show, double width, bool begin)
{
    struct rect area = show->area;
    bool left = begin != show->setter.document->rtl;
    area.x += left ? 0 : area.width - width;
    area.width = width;
    return area;
}

void screen_code_place(struct show *show, struct screen_code *screen, struct page *page)
{
    unsigned order = 0;
    double side = screen->code->height, foot = height_of(screen->foot);
    double width = beside_width(show, screen->code);
    struct frame beside = {.page = page, .area = side_area(show, width, true)};
    struct frame square = {.page = page, .area = side_area(show, side, false)};
    struct frame below = {.page = page, .area = show->area};
    below.area.y += below.area.height - foot;
    below.area.y += screen_foot_space(screen->foot, show_descent(show, 1));
    beside.area.y -= screen_head_space(show, screen->beside);
    g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(codes, g_steal_pointer(&screen->code));
    frame_fill(&show->setter, &beside, screen->beside, 0, screen->beside->len, &order);
    frame_fill(&show->setter, &square, codes, 0, 1, &order);
    frame_fill(&show->setter, &below, screen->foot, 0, screen->foot->len, &order);
    screen_code_clear(screen);
}
