/*
 * The body is set as large as it may be first: it is what has to be read; then the title takes the
 * room that is left.
 */
#include "layout/screen_news.h"

#include "layout/flow.h"
#include "layout/profile_screens.h"
#include "layout/screen_icon.h"
#include "layout/screen_type.h"

struct draft {
    struct show *show;
    GPtrArray *title, *body;
    double title_size, body_size;
    bool above;         /* the disc stands above the title */
    double head, lower; /* [pt] from the top of the area: the edge of the head; the body */
};

static bool is_news(const struct section *section)
{
    const struct block *heading = section->headings->len == 1 ? section->headings->pdata[0] : NULL;
    if (!heading || heading->part != PART_TITLE || section->blocks->len == 0)
        return false;
    for (guint i = 0; i < section->blocks->len; i++) {
        enum block_kind kind = ((const struct block *)section->blocks->pdata[i])->kind;
        if (kind != BLOCK_TEXT && kind != BLOCK_LIST)
            return false;
    }
    return true;
}

static double disc_side(const struct draft *draft)
{
    double side = draft->above ? screen_news_look.disc_above : screen_news_look.disc;
    return side * draft->show->em;
}

static bool set_title(struct draft *draft, const struct block *heading, double size)
{
    struct show *show = draft->show;
    double taken = disc_side(draft) + screen_news_look.disc_gap * show->em;
    struct screen_type type = {.width = show->area.width - (draft->above ? 0 : taken),
                               .bold = true,
                               .color = show->tones.band_ink};
    g_clear_pointer(&draft->title, g_ptr_array_unref);
    show->setter.mess = MESS_NONE;
    draft->title = screen_type_fit(show, heading->spans, &type, &size, 1, G_MAXUINT,
                                   show->area.height, PARTING_NONE);
    draft->title_size = size;
    return draft->title && show->setter.mess < MESS_SCRAPS;
}

static bool set_body(struct draft *draft, const GPtrArray *blocks, double size)
{
    struct show *show = draft->show;
    struct trial trial = trial_begin(&show->setter);
    g_clear_pointer(&draft->body, g_ptr_array_unref);
    screen_use_size(show, size);
    show->setter.parting = size > 1 ? PARTING_NOTHING : PARTING_NONE;
    draft->body = flow_blocks(&show->setter, blocks, show->area.width);
    screen_use_size(show, 1);
    draft->body_size = size;
    return !trial_end(&show->setter, &trial) || show->setter.unprintable;
}

/* Where the parts stand; false when they are too high. */
static bool divide(struct draft *draft)
{
    const struct show *show = draft->show;
    double title = screen_type_height(show, draft->title, draft->title_size);
    double disc = disc_side(draft), gap = screen_news_look.disc_gap * show->em;
    draft->head = draft->above ? disc + gap + title : MAX(title, disc);
    draft->head += screen_news_look.head * show->em;
    draft->lower = draft->head + screen_news_look.below * show->em;
    double body = screen_type_height(show, draft->body, draft->body_size);
    return draft->lower + body <= show->area.height;
}

/* The largest title above the body, which is in no larger letters. */
static bool fit_title(struct draft *draft, const struct block *heading)
{
    for (size_t i = 0; i < G_N_ELEMENTS(screen_news_look.title); i++)
        if (screen_news_look.title[i] >= draft->body_size &&
            set_title(draft, heading, screen_news_look.title[i]) && divide(draft))
            return true;
    return false;
}

static bool fit(struct draft *draft, const struct section *section)
{
    for (size_t i = 0; i < G_N_ELEMENTS(screen_news_look.body); i++)
        if (set_body(draft, section->blocks, screen_news_look.body[i]) &&
            fit_title(draft, section->headings->pdata[0]))
            return true;
    return false;
}

static void place(struct draft *draft, const char *title)
{
    struct show *show = draft->show;
    struct page *page = show_add_page(show, title);
    double side = disc_side(draft), gap = screen_news_look.disc_gap * show->em;
    double edge = show->area.y + draft->head, y = show->area.y;
    unsigned order = 0;
    screen_fill_rect(page, (struct rect){0, 0, show->panel.width, edge}, show->tones.band);
    double x = draft->above ? 0 : show->area.width - side;
    double middle = draft->above ? 0 : (draft->head - screen_news_look.head * show->em - side) / 2;
    screen_icon_add(page, SCREEN_ICON_INFORMATION,
                    (struct rect){screen_start(show, x, side), y + middle, side, side},
                    show->tones.band_ink, show->tones.band);
    x = show->area.x + (show->setter.document->rtl && !draft->above ? side + gap : 0);
    y += draft->above ? side + gap : 0;
    screen_type_place(show, page, g_steal_pointer(&draft->title), (struct point){x, y}, &order);
    screen_name_band(show, page, 0);
    screen_type_place(show, page, g_steal_pointer(&draft->body),
                      (struct point){show->area.x, show->area.y + draft->lower}, &order);
}

bool screen_news_add(struct show *show, const struct section *section, const char *title)
{
    struct draft draft = {.show = show, .above = show_is_upright(show)};
    if (!is_news(section))
        return false;
    screen_use_ground(show, GROUND_PAPER);
    bool fits = fit(&draft, section);
    if (fits)
        place(&draft, title);
    g_clear_pointer(&draft.title, g_ptr_array_unref);
    g_clear_pointer(&draft.body, g_ptr_array_unref);
    return fits;
}
