/*
 * Days have a column of their own beside their times, or stand above them: whichever is less high.
 * Where that does not do, days too wide for their column stay in one line where their times leave
 * them its room.
 */
#include "layout/screen_hours.h"

#include "base/signs.h"
#include "layout/profile_screens.h"
#include "layout/screen_fact.h"
#include "layout/screen_type.h"
#include "layout/text.h"
#include "layout/type.h"

#include <math.h>
#include <string.h>

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

static void add_hours(GPtrArray *rows, const struct block *hours)
{
    for (guint i = 1; i < hours->spans->len; i++) {
        const struct span *span = hours->spans->pdata[i];
        if (rows->len == 0 || opens_row(span))
            g_ptr_array_add(rows, row_new());
        struct row *row = rows->pdata[rows->len - 1];
        g_ptr_array_add(span->strong ? row->days : row->times, without_break(span));
    }
    name_row(rows, hours);
}

/* What the clinic does is one more row, with its label for days. */
static void add_services(GPtrArray *rows, const struct block *services)
{
    struct row *row = row_new();
    g_ptr_array_add(rows, row);
    for (guint i = 0; i < services->spans->len; i++) {
        const struct span *span = services->spans->pdata[i];
        g_ptr_array_add(i == 0 ? row->days : row->times, span_slice(span, 0, strlen(span->text)));
    }
}

GPtrArray *screen_hours_rows(const struct section *section)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
    const struct block *hours = screen_fact_find(section, FACT_HOURS);
    const struct block *services = screen_fact_find(section, FACT_SERVICES);
    if (hours)
        add_hours(rows, hours);
    if (services)
        add_services(rows, services);
    return rows;
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
static GPtrArray *seen_days(const struct show *show, const GPtrArray *days)
{
    const char *sign = labels_get(show->setter.document->labels, LABEL_FACT_SEPARATOR);
    GPtrArray *spans = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    for (guint i = 0; i < days->len; i++) {
        const struct span *span = days->pdata[i];
        size_t length = strlen(span->text);
        bool ends = i + 1 == days->len && g_str_has_suffix(span->text, sign);
        g_ptr_array_add(spans, span_slice(span, 0, length - (ends ? strlen(sign) : 0)));
    }
    return spans;
}

static GPtrArray *set_days(struct show *show, const GPtrArray *days, double width)
{
    g_autoptr(GPtrArray) spans = seen_days(show, days);
    return set_words(show, spans, true, width);
}

static struct text_widths days_width(struct show *show, const GPtrArray *days)
{
    g_autoptr(GPtrArray) spans = seen_days(show, days);
    return screen_type_widths(show, spans, true, 1);
}

/* Where times stand. */
struct grid {
    double tab;    /* [pt] the column of days beside them; 0: they stand below their days */
    bool one_line; /* days too wide for the column push their times on, where one line has both */
};

/* What the days of the row take beside their times. Where lines are short these may stand below
 * them, and share their line where that has room. [pt] */
static double days_room(struct show *show, const struct row *row, struct grid grid)
{
    bool shares = grid.tab > 0 ? grid.one_line : screen_facts_are_narrow(show);
    if (!shares || row->days->len == 0 || row->times->len == 0)
        return grid.tab;
    double days = days_width(show, row->days).line;
    double times = screen_type_widths(show, row->times, false, 1).line;
    double gap = screen_contact_look.tab * show->em;
    return days + gap + times <= show->area.width ? MAX(days, grid.tab) : grid.tab;
}

/* `n_times` grows by the lines of its times. */
static struct strip *set_row(struct show *show, const struct row *row, struct grid grid,
                             guint *n_times)
{
    double width = show->area.width, tab = days_room(show, row, grid);
    double gap = tab > 0 ? screen_contact_look.tab * show->em : 0;
    bool beside = tab > 0 && row->days->len > 0, rtl = show->setter.document->rtl;
    double room = beside ? width - tab - gap : width;
    GPtrArray *days = set_days(show, row->days, beside ? tab : width);
    GPtrArray *times = set_words(show, row->times, false, room);
    *n_times += times->len;
    if (times->len > 0)
        screen_type_end(days, "");
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
        struct text_widths days = days_width(show, row->days);
        widest = (struct text_widths){MAX(widest.word, days.word), MAX(widest.line, days.line)};
    }
    return widest;
}

static GPtrArray *set_rows(struct show *show, const GPtrArray *rows, struct grid grid,
                           guint *n_times)
{
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(strips, set_row(show, rows->pdata[i], grid, n_times));
    return strips;
}

/* From the capitals of the first row to what hangs from the last. [pt] */
static double rows_height(const struct show *show, const GPtrArray *strips)
{
    double white = show_lead(show) - show->cap_height;
    double gaps = (strips->len - 1) * screen_contact_look.least_gap * show->em;
    return type_height(strips) - white + show_descent(show, 1) + gaps;
}

/* [pt] on the panel: of the capitals of the first row. */
static double rows_y(const struct show *show, double edge)
{
    return edge + screen_contact_look.body * show->em;
}

static double rows_room(const struct show *show, double edge)
{
    return show->area.y + show->area.height - rows_y(show, edge);
}

/* What a grid makes of the rows. */
struct outcome {
    double height; /* [pt]; INFINITY where a word is too wide */
    guint lines;   /* of days and of times */
    guint times;   /* of times */
};

static struct outcome try_rows(struct show *show, const GPtrArray *rows, struct grid grid)
{
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    struct outcome outcome = {0};
    g_autoptr(GPtrArray) strips = set_rows(show, rows, grid, &outcome.times);
    bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    outcome.height = failed ? INFINITY : rows_height(show, strips);
    for (guint i = 0; i < strips->len; i++)
        outcome.lines += ((const struct strip *)strips->pdata[i])->lines->len;
    return outcome;
}

guint screen_hours_lines(struct show *show, gconstpointer rows)
{
    return try_rows(show, rows, (struct grid){0}).lines;
}

/* Less high, or as high in fewer lines; `whole`: or in as many. */
static bool is_better(struct outcome one, struct outcome other, bool whole)
{
    if (one.height != other.height)
        return one.height < other.height;
    return whole ? one.lines <= other.lines : one.lines < other.lines;
}

/* True where no days push their times on, nor are broken beside them on a narrow panel. */
static bool is_even(const struct show *show, struct grid grid, double days)
{
    return !grid.one_line && (grid.tab >= days || !screen_facts_are_narrow(show));
}

/* So many rows that their lines, one a row, would stand in each other: to set a hundred of them at
 * all sizes, and one less, and one less, takes minutes. */
static bool are_too_many(const struct show *show, const GPtrArray *rows, double edge)
{
    return rows->len * show_lead(show) / 2 > rows_room(show, edge);
}

GPtrArray *screen_hours_fit(struct show *show, const GPtrArray *rows, double edge, bool even)
{
    if (are_too_many(show, rows, edge))
        return NULL;
    struct text_widths days = days_widths(show, rows);
    struct grid best = {0};
    struct outcome least = try_rows(show, rows, best);
    guint times = least.times; /* in lines of the whole width: no time is parted for its days */
    size_t n = G_N_ELEMENTS(screen_contact_look.days);
    for (size_t i = 0; days.line > 0 && i < 2 * n; i++) {
        double share = show->area.width * screen_contact_look.days[i % n];
        struct grid grid = {MIN(days.line, MAX(days.word, share)), i >= n};
        if (even && !is_even(show, grid, days.line))
            continue;
        struct outcome outcome = try_rows(show, rows, grid);
        bool whole = !grid.one_line && grid.tab >= days.line;
        bool better = outcome.times <= times && is_better(outcome, least, whole);
        best = better ? grid : best;
        least = better ? outcome : least;
    }
    return least.height <= rows_room(show, edge) ? set_rows(show, rows, best, &times) : NULL;
}

/* With the spare height among them. */
void screen_hours_place(const struct show *show, struct page *page, GPtrArray *strips, double edge,
                        unsigned *order)
{
    double spare = rows_room(show, edge) - rows_height(show, strips);
    double gap = screen_contact_look.least_gap * show->em + spare / MAX(strips->len - 1, 1);
    for (guint i = 1; i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->gap = MIN(gap, screen_contact_look.row_gap * show->em);
    struct point at = {show->area.x, rows_y(show, edge)};
    screen_type_place(show, page, strips, at, order);
}

/* The edge from which rows hang as any words do below `lines` lines of the topic. [pt] */
static double edge_below(const struct show *show, guint lines)
{
    double gap = screen_contact_look.body * show->em;
    return show->area.y + show_topic_height(show, lines) - gap;
}

/* As many of the rows [from, to) as fit below so many lines of the topic; `*n` is how many. NULL:
 * not one does. */
static GPtrArray *fit_some(struct show *show, const GPtrArray *rows, guint from, guint to,
                           guint lines, guint *n)
{
    g_autoptr(GPtrArray) some = g_ptr_array_new();
    GPtrArray *strips = NULL;
    double edge = edge_below(show, lines);
    for (guint i = from; i < to; i++)
        g_ptr_array_add(some, rows->pdata[i]);
    while (some->len > 0 && !(strips = screen_hours_fit(show, some, edge, true)) &&
           !(strips = screen_hours_fit(show, some, edge, false)))
        g_ptr_array_set_size(some, (gint)some->len - 1);
    *n = some->len;
    return strips;
}

/* The same from `from` on, but that a row which would be left alone has the one before it for
 * company, where both fit. */
static GPtrArray *fit_even(struct show *show, const GPtrArray *rows, guint from, guint lines,
                           guint *n)
{
    guint both = 0;
    GPtrArray *strips = fit_some(show, rows, from, rows->len, lines, n);
    if (*n < 2 || from + *n + 1 != rows->len)
        return strips;
    GPtrArray *last = fit_some(show, rows, from + *n - 1, rows->len, lines, &both);
    g_clear_pointer(&last, g_ptr_array_unref);
    if (both < 2)
        return strips;
    g_ptr_array_unref(strips);
    return fit_some(show, rows, from, from + *n - 1, lines, n);
}

/* As many of the rows from `from` on as fit below the topic, else without it; returns how many. */
static guint add_some(struct show *show, const struct section *section, const GPtrArray *rows,
                      guint from, const char *title)
{
    guint n;
    GPtrArray *topic = screen_fact_topic(show, section);
    if (!topic)
        topic = g_ptr_array_new();
    GPtrArray *strips = fit_even(show, rows, from, topic->len, &n);
    if (!strips) {
        g_ptr_array_set_size(topic, 0);
        strips = fit_even(show, rows, from, 0, &n);
    }
    struct page *page = strips ? show_add_page(show, title) : NULL;
    double edge = edge_below(show, topic->len);
    unsigned order = 0;
    if (page && topic->len > 0)
        screen_type_place(show, page, g_steal_pointer(&topic),
                          (struct point){show->area.x, show->area.y}, &order);
    if (page)
        screen_hours_place(show, page, strips, edge, &order);
    g_clear_pointer(&topic, g_ptr_array_unref);
    return n;
}

bool screen_hours_add(struct show *show, const struct section *section, const char *title)
{
    g_autoptr(GPtrArray) rows = screen_hours_rows(section);
    guint from = 0, some = 1;
    screen_use_ground(show, GROUND_PAPER);
    for (; some > 0 && from < rows->len; from += some)
        some = add_some(show, section, rows, from, title);
    return some > 0;
}
