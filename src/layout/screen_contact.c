/*
 * The head of the first lies on the accent from edge to edge, with the number in one line as large
 * as it fits; on upright and small panels in two, below the handset. Days have a column of their
 * own beside their times, or stand above them.
 */
#include "layout/screen_contact.h"

#include "base/signs.h"
#include "layout/profile_screens.h"
#include "layout/screen_icon.h"
#include "layout/screen_topic.h"
#include "layout/screen_type.h"
#include "layout/text.h"
#include "layout/type.h"

#include <math.h>
#include <string.h>

const struct block *screen_fact_find(const struct section *section, enum fact_kind kind)
{
    for (guint i = 0; i < section->blocks->len; i++)
        if (((const struct block *)section->blocks->pdata[i])->fact == kind)
            return section->blocks->pdata[i];
    return NULL;
}

bool screen_facts_are(const struct section *section, enum fact_kind one, enum fact_kind other)
{
    guint found[2] = {0};
    for (guint i = 0; i < section->blocks->len; i++) {
        const struct block *block = section->blocks->pdata[i];
        if (block->kind != BLOCK_TEXT || (block->fact != one && block->fact != other))
            return false;
        found[block->fact == other]++;
    }
    return section->headings->len > 0 && found[0] + found[1] > 0 && MAX(found[0], found[1]) == 1;
}

GPtrArray *screen_fact_value(const struct block *fact)
{
    GPtrArray *value = g_ptr_array_new();
    for (guint i = fact->spans->len > 1 ? 1 : 0; i < fact->spans->len; i++)
        g_ptr_array_add(value, fact->spans->pdata[i]);
    return value;
}

GPtrArray *screen_fact_topic(struct show *show, const struct section *section)
{
    g_autoptr(GPtrArray) blocks = screen_topic_blocks(show->setter.document, section);
    return screen_topic_set(show, blocks, 1);
}

/* A row of the hours; lent spans. */
struct row {
    GPtrArray *days, *times;
};

static void row_free(struct row *row)
{
    g_ptr_array_unref(row->days);
    g_ptr_array_unref(row->times);
    g_free(row);
}

static bool opens_row(const struct span *span)
{
    return g_str_has_prefix(span->text, LINE_SEPARATOR_TEXT) ||
           g_str_has_prefix(span->text, HARD_BREAK_TEXT);
}

/* The span without the line end before it. */
static struct span *without_break(const struct span *span)
{
    const char *words = span->text;
    while (*words == ' ' || g_str_has_prefix(words, LINE_SEPARATOR_TEXT))
        words = g_utf8_next_char(words);
    return span_slice(span, (size_t)(words - span->text), strlen(words));
}

static struct row *row_new(void)
{
    struct row *row = g_new(struct row, 1);
    row->days = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    row->times = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    return row;
}

/* One row without days has the label of all in their place. */
static void name_row(const GPtrArray *rows, const struct block *hours)
{
    const struct row *row = rows->len == 1 ? rows->pdata[0] : NULL;
    const struct span *label = hours->spans->pdata[0];
    if (row && row->days->len == 0)
        g_ptr_array_add(row->days, span_slice(label, 0, strlen(label->text)));
}

/* Rows of struct row *, owned by the caller. */
static GPtrArray *rows_of(const struct block *hours)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    for (guint i = 1; i < hours->spans->len; i++) {
        const struct span *span = hours->spans->pdata[i];
        if (rows->len == 0 || opens_row(span))
            g_ptr_array_add(rows, row_new());
        struct row *row = rows->pdata[rows->len - 1];
        g_ptr_array_add(span->strong ? row->days : row->times, without_break(span));
    }
    name_row(rows, hours);
    return rows;
}

/* The screen of the telephone number under construction. */
struct call {
    struct show *show;
    GPtrArray *topic, *number, *rows; /* rows: of struct strip *, one each */
    double size;                      /* of the number */
    bool icon, above;                 /* the handset; it stands above the number */
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

/* The number in letters of one size: in one line beside the handset, or below it in more. */
static GPtrArray *set_digits(struct call *call, const GPtrArray *value, double size)
{
    struct show *show = call->show;
    struct screen_type type = {
        .width = show->area.width - icon_space(call, size), .bold = true, .color = show->tones.ink};
    double room = show->area.height / 2;
    if (!call->above)
        return screen_type_fit(show, value, &type, &size, 1, 1, room, PARTING_NONE);
    enum { LINES = 3 };
    type.width = show->area.width;
    return screen_type_fit(show, value, &type, &size, 1, LINES, room, PARTING_WORDS);
}

/* What stands in the place of a number that nobody gave. */
static GPtrArray *set_sentence(struct call *call, const GPtrArray *value, double size)
{
    struct show *show = call->show;
    struct screen_type type = {.width = show->area.width, .bold = true, .color = show->tones.ink};
    return screen_type_fit(show, value, &type, &size, 1, G_MAXUINT, show->area.height / 2,
                           PARTING_NONE);
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
    call->edge = call->number_y + screen_type_height(show, call->number, call->size) +
                 screen_contact_look.head * show->em;
}

static GPtrArray *set_words(struct show *show, const GPtrArray *spans, bool bold, double width)
{
    const struct screen_type type = {1, width, bold, bold ? show->tones.top : show->tones.ink,
                                     ALIGN_START};
    if (spans->len == 0)
        return g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    return screen_type_set(show, spans, &type);
}

/* The days without the sign that parts them from their times: weight and place do. */
static GPtrArray *set_days(struct show *show, const GPtrArray *days, double width)
{
    const char *sign = labels_get(show->setter.document->labels, LABEL_FACT_SEPARATOR);
    g_autoptr(GPtrArray) spans = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    for (guint i = 0; i < days->len; i++) {
        const struct span *span = days->pdata[i];
        size_t length = strlen(span->text);
        bool ends = i + 1 == days->len && g_str_has_suffix(span->text, sign);
        g_ptr_array_add(spans, span_slice(span, 0, length - (ends ? strlen(sign) : 0)));
    }
    return set_words(show, spans, true, width);
}

/* The days beside their times, `tab` points off, or above them where that is 0. */
static struct strip *set_row(struct show *show, const struct row *row, double tab)
{
    double width = show->area.width, gap = tab > 0 ? screen_contact_look.tab * show->em : 0;
    bool beside = tab > 0 && row->days->len > 0, rtl = show->setter.document->rtl;
    double room = beside ? width - tab - gap : width;
    GPtrArray *days = set_days(show, row->days, beside ? tab : width);
    GPtrArray *times = set_words(show, row->times, false, room);
    struct strip *strip = strip_new(0, show->setter.document->root->pos);
    double high = type_height(days), low = type_height(times);
    type_stack(strip, days, beside && rtl ? width - tab : 0, 0);
    type_stack(strip, times, beside && !rtl ? tab + gap : 0, beside ? 0 : high);
    strip->height = beside ? MAX(high, low) : high + low;
    return strip;
}

/* The widest of the days beside times, and their widest word. */
static struct text_widths days_widths(struct show *show, const GPtrArray *rows)
{
    struct text_widths widest = {0, 0};
    for (guint i = 0; i < rows->len; i++) {
        const struct row *row = rows->pdata[i];
        if (row->days->len == 0 || row->times->len == 0)
            continue;
        struct text_widths days = screen_type_widths(show, row->days, true, 1);
        widest = (struct text_widths){MAX(widest.word, days.word), MAX(widest.line, days.line)};
    }
    return widest;
}

static void set_rows(struct call *call, const GPtrArray *rows, double tab)
{
    g_clear_pointer(&call->rows, g_ptr_array_unref);
    call->rows = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(call->rows, set_row(call->show, rows->pdata[i], tab));
}

/* From the capitals of the first row to what hangs from the last. [pt] */
static double rows_height(const struct call *call)
{
    const struct show *show = call->show;
    double white = show_lead(show) - show->cap_height;
    double gaps = (call->rows->len - 1) * screen_contact_look.least_gap * show->em;
    return type_height(call->rows) - white + show_descent(show, 1) + gaps;
}

static double rows_room(const struct call *call)
{
    const struct show *show = call->show;
    double from = call->edge + screen_contact_look.body * show->em;
    return show->area.y + show->area.height - from;
}

/* Height of the rows; INFINITY where a word is too wide. [pt] */
static double try_rows(struct call *call, const GPtrArray *rows, double tab)
{
    struct show *show = call->show;
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    set_rows(call, rows, tab);
    bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    return failed ? INFINITY : rows_height(call);
}

/* All rows, with the column of days as wide as makes them least high. */
static bool fit_rows(struct call *call, const struct block *hours)
{
    const struct show *show = call->show;
    g_autoptr(GPtrArray) rows = rows_of(hours);
    struct text_widths days = days_widths(call->show, rows);
    double tab = 0, least = try_rows(call, rows, 0);
    for (size_t i = 0; days.line > 0 && i < G_N_ELEMENTS(screen_contact_look.days); i++) {
        double share = show->area.width * screen_contact_look.days[i];
        double own = MIN(days.line, MAX(days.word, share));
        double height = try_rows(call, rows, own);
        tab = height < least ? own : tab;
        least = MIN(least, height);
    }
    set_rows(call, rows, tab);
    return least <= rows_room(call);
}

/* Rows from the edge of the head on, with the spare height among them. */
static void place_rows(struct call *call, struct page *page, unsigned *order)
{
    const struct show *show = call->show;
    double spare = rows_room(call) - rows_height(call);
    double least = screen_contact_look.least_gap * show->em;
    double gap = MIN(least + spare / call->rows->len, screen_contact_look.row_gap * show->em);
    for (guint i = 1; i < call->rows->len; i++)
        ((struct strip *)call->rows->pdata[i])->gap = gap;
    double y = call->edge + screen_contact_look.body * show->em;
    screen_type_place(show, page, g_steal_pointer(&call->rows), (struct point){show->area.x, y},
                      order);
}

/* A number without hours stands alone on its ground, where the eye looks. */
static void place_call(struct call *call, const char *title, bool hours)
{
    struct show *show = call->show;
    struct tones deep = show->tones;
    if (hours)
        screen_use_ground(show, GROUND_PAPER);
    struct page *page = show_add_page(show, title);
    unsigned order = 0;
    double spare = show->area.y + show->area.height - call->edge;
    double lower = hours ? 0 : MAX(spare, 0) * screen_look.middle;
    call->number_y += lower;
    if (hours)
        screen_fill_rect(page, (struct rect){0, 0, show->panel.width, call->edge}, deep.ground);
    double side = icon_side(call), x = show->area.x;
    double y = call->above ? topic_y(call) + lower
                           : call->number_y + show->cap_height * call->size / 2 - side / 2;
    if (call->icon)
        screen_icon_add(page, SCREEN_ICON_CALL,
                        (struct rect){screen_start(show, 0, side), y, side, side}, deep.ink,
                        deep.ground);
    if (call->icon && !call->above && !show->setter.document->rtl)
        x += icon_space(call, call->size);
    struct point top = {show->area.x, show->area.y};
    screen_type_place(show, page, g_steal_pointer(&call->topic), top, &order);
    screen_type_place(show, page, g_steal_pointer(&call->number), (struct point){x, call->number_y},
                      &order);
    if (!hours)
        return;
    screen_name_head(show, page);
    place_rows(call, page, &order);
}

static void call_clear(struct call *call)
{
    g_clear_pointer(&call->topic, g_ptr_array_unref);
    g_clear_pointer(&call->number, g_ptr_array_unref);
    g_clear_pointer(&call->rows, g_ptr_array_unref);
}

/* The number as large as leaves room for the hours. */
static bool fit_call(struct call *call, const struct block *fact, const struct block *hours)
{
    struct show *show = call->show;
    for (int above = 0; above < 2; above++)
        for (size_t i = 0; i < G_N_ELEMENTS(screen_contact_look.number); i++) {
            call->above = above;
            screen_use_ground(show, GROUND_DEEP);
            if (!set_number(call, fact, screen_contact_look.number[i]))
                continue;
            divide(call);
            screen_use_ground(show, GROUND_PAPER);
            if (!hours || fit_rows(call, hours))
                return true;
        }
    return false;
}

/* The hours without the number, below the topic. */
static bool add_hours(struct show *show, const struct section *section, const char *title)
{
    const struct block *hours = screen_fact_find(section, FACT_HOURS);
    struct call call = {.show = show};
    screen_use_ground(show, GROUND_PAPER);
    call.topic = screen_fact_topic(show, section);
    if (!call.topic)
        return false;
    call.edge = topic_y(&call) - screen_contact_look.body * show->em;
    bool fits = fit_rows(&call, hours);
    if (fits) {
        struct page *page = show_add_page(show, title);
        unsigned order = 0;
        screen_type_place(show, page, g_steal_pointer(&call.topic),
                          (struct point){show->area.x, show->area.y}, &order);
        place_rows(&call, page, &order);
    }
    call_clear(&call);
    return fits;
}

/* The number, and the hours below it where they are given. */
static bool add_call(struct show *show, const struct section *section, const struct block *hours,
                     const char *title)
{
    const struct block *fact = screen_fact_find(section, FACT_TELEPHONE);
    struct call call = {.show = show};
    screen_use_ground(show, GROUND_DEEP);
    call.topic = screen_fact_topic(show, section);
    bool fits = call.topic && fit_call(&call, fact, hours);
    screen_use_ground(show, GROUND_DEEP);
    if (fits)
        place_call(&call, title, hours != NULL);
    call_clear(&call);
    return fits;
}

bool screen_contact_add_call(struct show *show, const struct section *section, const char *title)
{
    const struct block *hours = screen_fact_find(section, FACT_HOURS);
    guint pages = show->layout->pages->len;
    if (!screen_fact_find(section, FACT_TELEPHONE) ||
        !screen_facts_are(section, FACT_TELEPHONE, FACT_HOURS) ||
        show_lines(show) < screen_look.few_lines)
        return false;
    if (add_call(show, section, hours, title))
        return true;
    if (hours && add_call(show, section, NULL, title) && add_hours(show, section, title))
        return true;
    g_ptr_array_set_size(show->layout->pages, (gint)pages);
    return false;
}
