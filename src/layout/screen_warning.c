/*
 * Triangle and words are one group. What stands under a heading of its own has that at the top, as
 * on any screen.
 */
#include "layout/screen_warning.h"

#include "layout/flow.h"
#include "layout/profile.h"
#include "layout/profile_screens.h"
#include "layout/screen_icon.h"
#include "layout/screen_topic.h"
#include "layout/screen_type.h"

/* A screen under construction. */
struct draft {
    struct show *show;
    GPtrArray *topic, *word, *words;
    double word_size, words_size;
    double side; /* [pt] of the triangle */
    bool above;  /* it stands above the words */
    struct rect words_area;
    double words_y; /* [pt] from the capitals of the word */
    double height;  /* [pt] of the group */
};

static bool is_warning(const struct section *section)
{
    const struct block *callout = section->callout;
    return callout && section->blocks->len == 1 && callout->children->len > 1 &&
           (callout->as.callout == CALLOUT_WARNING || callout->as.callout == CALLOUT_CAUTION);
}

/* Inside the frame. */
static struct rect inner_area(const struct show *show)
{
    double frame = screen_warning_look.frame * MIN(show->panel.width, show->panel.height);
    double side = frame + screen_warning_look.side * show->em;
    struct rect area = show->area;
    double left = MAX(area.x, side), top = MAX(area.y, side);
    double right = MIN(area.x + area.width, show->panel.width - side);
    double foot = MIN(area.y + area.height, show->panel.height - side);
    return (struct rect){left, top, right - left, foot - top};
}

static void find_place(struct draft *draft)
{
    const struct show *show = draft->show;
    struct rect area = show->area;
    bool upright = show_is_upright(show);
    double em = show->em, gap = urgent_look.triangle.gap * em;
    draft->side = (upright ? urgent_look.triangle.above : urgent_look.triangle.beside) * em;
    draft->above = upright || area.width - draft->side - gap < urgent_look.words.width * em;
    draft->words_area = area;
    if (draft->above)
        return;
    draft->words_area.width -= draft->side + gap;
    draft->words_area.x += show->setter.document->rtl ? 0 : draft->side + gap;
}

static bool set_topic(struct draft *draft, const struct section *section)
{
    struct show *show = draft->show;
    g_autoptr(GPtrArray) blocks = screen_topic_blocks(show->setter.document, section);
    draft->topic = section->headings->len > 0
                       ? screen_topic_set(show, blocks, 1)
                       : g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    return draft->topic != NULL;
}

static GPtrArray *set_children(struct show *show, const struct block *callout, double width)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 1; i < callout->children->len; i++)
        g_ptr_array_add(blocks, callout->children->pdata[i]);
    return flow_blocks(&show->setter, blocks, width);
}

/* False when a word is too wide. */
static bool set_words(struct draft *draft, const struct block *callout, double word, double size)
{
    struct show *show = draft->show;
    const struct block *head = callout->children->pdata[0];
    const struct screen_type type = {word, draft->words_area.width, true, show->tones.ink,
                                     ALIGN_START};
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    g_clear_pointer(&draft->word, g_ptr_array_unref);
    g_clear_pointer(&draft->words, g_ptr_array_unref);
    draft->word = screen_type_set(show, head->spans, &type);
    draft->word_size = word;
    screen_use_size(show, size);
    draft->words = set_children(show, callout, draft->words_area.width);
    screen_use_size(show, 1);
    draft->words_size = size;
    return !trial_end(&show->setter, &trial) || show->setter.unprintable;
}

/* False when all of it is too high. */
static bool divide(struct draft *draft)
{
    const struct show *show = draft->show;
    double lead = show_lead(show), gap = urgent_look.triangle.gap * show->em;
    double word =
        (draft->word->len - 1) * lead * draft->word_size + show->cap_height * draft->word_size;
    draft->words_y = word + lead * draft->words_size - show->cap_height * draft->words_size +
                     screen_warning_look.below_word * lead;
    double words = draft->words_y + screen_type_height(show, draft->words, draft->words_size);
    draft->height = draft->above ? draft->side + gap + words : MAX(words, draft->side);
    return draft->height <= show->area.height - show_topic_height(show, draft->topic->len);
}

static bool fit(struct draft *draft, const struct block *callout)
{
    for (size_t i = 0; i < G_N_ELEMENTS(screen_warning_look.words); i++) {
        double size = screen_warning_look.words[i];
        if (set_words(draft, callout, screen_warning_look.word, size) && divide(draft))
            return true;
        if (set_words(draft, callout, size, size) && divide(draft))
            return true;
    }
    return false;
}

static void add_frame(const struct show *show, struct page *page)
{
    double line = screen_warning_look.frame * MIN(show->panel.width, show->panel.height);
    struct path *path = path_new();
    path_add_frame(path, show->panel, line);
    screen_fill(page, path, show->tones.ink);
    screen_fill_rect(
        page,
        (struct rect){line, line, show->panel.width - 2 * line, show->panel.height - 2 * line},
        show->tones.sheet);
    g_array_index(page->items, struct item, page->items->len - 1).shade = "sheet";
}

static void place(struct draft *draft, const char *title)
{
    struct show *show = draft->show;
    struct page *page = show_add_page(show, title);
    double head = show_topic_height(show, draft->topic->len), gap = urgent_look.triangle.gap;
    double y = show->area.y + head + (show->area.height - head - draft->height) / 2;
    double x = draft->words_area.x;
    unsigned order = 0;
    add_frame(show, page);
    screen_icon_add(page, SCREEN_ICON_WARNING,
                    (struct rect){screen_start(show, 0, draft->side), y, draft->side, draft->side},
                    show->tones.ink, show->tones.sheet);
    for (guint i = page->items->len; i > 0; i--) { /* what is cut out of the triangle */
        struct item *item = &g_array_index(page->items, struct item, i - 1);
        if (item->shade || !color_equal(item->as.fill.color, show->tones.sheet))
            break;
        item->shade = "sheet";
    }
    screen_type_place(show, page, g_steal_pointer(&draft->topic),
                      (struct point){show->area.x, show->area.y}, &order);
    y += draft->above ? draft->side + gap * show->em : 0;
    screen_type_place(show, page, g_steal_pointer(&draft->word), (struct point){x, y}, &order);
    screen_type_place(show, page, g_steal_pointer(&draft->words),
                      (struct point){x, y + draft->words_y}, &order);
}

static void draft_clear(struct draft *draft)
{
    g_clear_pointer(&draft->topic, g_ptr_array_unref);
    g_clear_pointer(&draft->word, g_ptr_array_unref);
    g_clear_pointer(&draft->words, g_ptr_array_unref);
}

bool screen_warning_add(struct show *show, const struct section *section, const char *title)
{
    struct draft draft = {.show = show};
    struct rect before = show->area;
    if (!is_warning(section))
        return false;
    screen_use_ground(show, GROUND_PAPER);
    show->area = inner_area(show);
    find_place(&draft);
    struct trial trial = trial_begin(&show->setter);
    bool fits = set_topic(&draft, section) && fit(&draft, section->callout);
    trial_end(&show->setter, &trial);
    if (fits)
        place(&draft, title);
    draft_clear(&draft);
    show->area = before;
    return fits;
}
