/*
 * The head of the first lies on the accent from edge to edge, with the number in one line as large
 * as it fits; on upright and small panels in two, below the handset.
 */
#include "layout/screen_contact.h"

#include "layout/profile_screens.h"
#include "layout/screen_fact.h"
#include "layout/screen_hours.h"
#include "layout/screen_icon.h"
#include "layout/screen_logo.h"
#include "layout/screen_type.h"
#include "layout/type.h"

/* The screen of the telephone number under construction. */
struct call {
    struct show *show;
    GPtrArray *topic, *number, *rows; /* rows: of struct strip *, one each */
    double size;                      /* of the number */
    bool head;                        /* hours stand below it */
    bool icon;                        /* the handset */
    guint above;                      /* 0: it stands beside the number, else above so many lines
                                         of it and one more */
    double number_y, edge;            /* [pt] on the panel: of capitals; of the head */
};

static double icon_side(const struct call *call)
{
    return call->show->cap_height * call->size * screen_contact_look.icon;
}

/* What the handset takes of the width. [pt] */
static double icon_space(const struct call *call, double size)
{
    const struct show *show = call->show;
    return show->cap_height * size * screen_contact_look.icon +
           screen_contact_look.icon_gap * show->em * size;
}

/* A head is a key: the ground of the hours is the page's. */
static struct color number_color(const struct call *call)
{
    return call->head ? call->show->tones.band_ink : call->show->tones.ink;
}

/* The number in letters of one size: in one line beside the handset, or below it in more. */
static GPtrArray *set_digits(struct call *call, const GPtrArray *value, double size)
{
    struct show *show = call->show;
    struct screen_type type = {.width = show->area.width - icon_space(call, size),
                               .bold = true,
                               .color = number_color(call)};
    double room = show->area.height / 2;
    if (!call->above)
        return screen_type_fit(show, value, &type, &size, 1, 1, room, PARTING_NONE);
    type.width = show->area.width;
    return screen_type_fit(show, value, &type, &size, 1, call->above + 1, room, PARTING_WORDS);
}

/* What stands in the place of a number that nobody gave; in larger letters only if no line holds
 * but a scrap of it. */
static GPtrArray *set_sentence(struct call *call, const GPtrArray *value, double size)
{
    struct show *show = call->show;
    struct screen_type type = {
        .width = show->area.width, .bold = true, .color = number_color(call)};
    show->setter.mess = MESS_NONE;
    GPtrArray *lines = screen_type_fit(show, value, &type, &size, 1, G_MAXUINT,
                                       show->area.height / 2, PARTING_NONE);
    if (size > 1 && show->setter.mess == MESS_SCRAPS)
        g_clear_pointer(&lines, g_ptr_array_unref);
    return lines;
}

static bool set_number(struct call *call, const struct block *fact, double size)
{
    g_autoptr(GPtrArray) value = screen_fact_value(fact);
    call->icon = fact->spans->len > 1;
    call->size = size;
    g_clear_pointer(&call->number, g_ptr_array_unref);
    call->number = call->icon ? set_digits(call, value, size) : set_sentence(call, value, size);
    if (call->number && call->icon)
        screen_type_say(call->number, fact->spans->pdata[0]);
    return call->number;
}

static double topic_y(const struct call *call)
{
    return call->show->area.y + show_topic_height(call->show, call->topic->len);
}

/* Where the parts of the head stand. */
static void divide(struct call *call)
{
    const struct show *show = call->show;
    double gap = screen_contact_look.icon_gap * show->em;
    call->number_y = topic_y(call) + (call->above ? icon_side(call) + gap : 0);
    double height = call->icon ? screen_digits_height(show, call->number, call->size)
                               : screen_type_height(show, call->number, call->size);
    call->edge = call->number_y + height + screen_contact_look.head * show->em;
}

/* The handset beside the number, or above it. */
static void place_icon(const struct call *call, struct page *page, double lower)
{
    const struct show *show = call->show;
    const struct tones *tones = &show->tones;
    double side = icon_side(call);
    double y = call->above ? topic_y(call) + lower
                           : call->number_y + show->cap_height * call->size / 2 - side / 2;
    screen_icon_add(page, SCREEN_ICON_CALL,
                    (struct rect){screen_start(show, 0, side), y, side, side}, number_color(call),
                    call->head ? tones->band : tones->ground);
}

/* Whose number it is, at the foot: said on other screens, so for the eye alone, and only where that
 * has room. */
static void place_name(const struct call *call, struct page *page, double above)
{
    struct show *show = call->show;
    struct span span = {.text = (char *)show->setter.document->clinic_name};
    struct screen_type type = {.width = show->area.width, .color = show->tones.top};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    const double size = 1;
    double foot = show->area.y + show->area.height, room = foot - above - show_lead(show);
    GPtrArray *name =
        span.text ? screen_type_fit(show, spans, &type, &size, 1, G_MAXUINT, room, PARTING_NONE)
                  : NULL;
    name = screen_logo_for(show, name, span.text);
    if (!name || screen_type_height(show, name, size) > room) {
        g_clear_pointer(&name, g_ptr_array_unref);
        return;
    }
    unsigned order = SCREEN_BEHIND_ALL;
    double y = foot - screen_type_height(show, name, size);
    type_decorate(name, ARTIFACT_BACKGROUND);
    screen_type_place(show, page, name, (struct point){show->area.x, y}, &order);
}

/* A number without hours stands alone on its ground, where the eye looks. */
static void place_call(struct call *call, const char *title)
{
    struct show *show = call->show;
    struct page *page = show_add_page(show, title);
    unsigned order = 0;
    double spare = show->area.y + show->area.height - call->edge;
    double lower = call->head ? 0 : MAX(spare, 0) * screen_look.middle, x = show->area.x;
    call->number_y += lower;
    if (call->head)
        screen_fill_rect(page, (struct rect){0, 0, show->panel.width, call->edge},
                         show->tones.band);
    if (call->icon)
        place_icon(call, page, lower);
    if (call->icon && !call->above && !show->setter.document->rtl)
        x += icon_space(call, call->size);
    struct point top = {show->area.x, show->area.y};
    screen_type_place(show, page, g_steal_pointer(&call->topic), top, &order);
    screen_type_place(show, page, g_steal_pointer(&call->number), (struct point){x, call->number_y},
                      &order);
    if (!call->head) {
        if (call->icon) /* else the topic says it */
            place_name(call, page, call->edge + lower);
        return;
    }
    screen_name_band(show, page, 0);
    screen_hours_place(show, page, g_steal_pointer(&call->rows), call->edge, &order);
}

static void call_clear(struct call *call)
{
    g_clear_pointer(&call->topic, g_ptr_array_unref);
    g_clear_pointer(&call->number, g_ptr_array_unref);
    g_clear_pointer(&call->rows, g_ptr_array_unref);
}

/* Whether what hangs from the number stays on the panel. */
static bool has_foot(const struct call *call)
{
    const struct show *show = call->show;
    double foot = call->edge - screen_contact_look.head * show->em;
    return foot <= show->area.y + show->area.height;
}

/* The number as large as leaves room for the rows, if any; in few lines rather than large. */
static bool fit_sizes(struct call *call, const struct block *fact, const GPtrArray *rows, bool even)
{
    enum { ABOVE = 2 };
    for (guint above = 0; above <= ABOVE; above++)
        for (size_t i = 0; i < G_N_ELEMENTS(screen_contact_look.number); i++) {
            call->above = above;
            if (!set_number(call, fact, screen_contact_look.number[i]))
                continue;
            divide(call);
            if (rows)
                call->rows = screen_hours_fit(call->show, rows, call->edge, even);
            if (rows ? call->rows != NULL : has_foot(call))
                return true;
        }
    return false;
}

/* A number is rather large than above even rows, but where lines are short; the sentence in its
 * place is not looked up. */
static bool fit_call(struct call *call, const struct block *fact, const GPtrArray *rows)
{
    bool prefers = fact->spans->len == 1 || screen_facts_are_narrow(call->show);
    return (rows && prefers && fit_sizes(call, fact, rows, true)) ||
           fit_sizes(call, fact, rows, false);
}

/* The number, and the rows below it if there are any. */
static bool add_call(struct show *show, const struct section *section, const GPtrArray *rows,
                     const char *title)
{
    const struct block *fact = screen_fact_find(section, FACT_TELEPHONE);
    struct call call = {.show = show, .head = rows != NULL};
    screen_use_ground(show, rows ? GROUND_PAPER : GROUND_DEEP);
    call.topic = screen_fact_topic(show, section);
    if (call.topic && call.head)
        screen_type_color(call.topic, show->tones.band_sub);
    bool fits = call.topic && fit_call(&call, fact, rows);
    if (fits)
        place_call(&call, title);
    call_clear(&call);
    return fits;
}

bool screen_contact_is_call(const struct section *section)
{
    static const enum fact_kind kinds[] = {FACT_TELEPHONE, FACT_HOURS, FACT_SERVICES};
    return screen_fact_find(section, FACT_TELEPHONE) &&
           screen_facts_are(section, kinds, G_N_ELEMENTS(kinds));
}

/* The number above rows [from, to). */
static bool add_some(struct show *show, const struct section *section, const GPtrArray *rows,
                     guint from, guint to, const char *title)
{
    g_autoptr(GPtrArray) some = g_ptr_array_new();
    for (guint i = from; i < to; i++)
        g_ptr_array_add(some, rows->pdata[i]);
    return add_call(show, section, some, title);
}

/* Rows that one screen does not hold have two, each with the number at its head. */
static bool add_halves(struct show *show, const struct section *section, const GPtrArray *rows,
                       const char *title)
{
    guint pages = show->layout->pages->len;
    for (guint first = (rows->len + 1) / 2; first > 0 && rows->len > 1; first--) {
        if (add_some(show, section, rows, 0, first, title) &&
            add_some(show, section, rows, first, rows->len, title))
            return true;
        g_ptr_array_set_size(show->layout->pages, (gint)pages);
    }
    return false;
}

/* On one screen, else on two, else the number and the hours on one each. */
static bool add_all(struct show *show, const struct section *section, const GPtrArray *rows,
                    const char *title)
{
    if (add_call(show, section, rows->len > 0 ? rows : NULL, title) ||
        add_halves(show, section, rows, title))
        return true;
    return rows->len > 0 && !screen_fact_find(section, FACT_SERVICES) &&
           add_call(show, section, NULL, title) && screen_hours_add(show, section, title);
}

bool screen_contact_add_call(struct show *show, const struct section *section, const char *title)
{
    guint pages = show->layout->pages->len;
    if (!screen_contact_is_call(section))
        return false;
    g_autoptr(GPtrArray) rows = screen_hours_rows(section);
    struct rect before = screen_facts_widen(show, screen_hours_lines, rows);
    bool added = add_all(show, section, rows, title);
    show->area = before;
    if (!added)
        g_ptr_array_set_size(show->layout->pages, (gint)pages);
    return added;
}
