/*
 * The display list: constructors, and the readers that need no painter (lines and words).
 */
#include "layout/page.h"

#include "base/signs.h"
#include "content/isolate.h"

#include <math.h>
#include <string.h>

void item_clear(struct item *item)
{
    switch (item->kind) {
    case ITEM_RUN:
        g_clear_pointer(&item->as.run.text, g_ref_string_release);
        g_clear_pointer(&item->as.run.glyphs, g_atomic_rc_box_release);
        g_clear_pointer(&item->as.run.moves, g_atomic_rc_box_release);
        break;
    case ITEM_FILL:
        g_clear_pointer(&item->as.fill.path, path_free);
        break;
    case ITEM_IMAGE:
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

struct run run_share(const struct run *run)
{
    struct run other = *run;
    other.text = run->text ? g_ref_string_acquire(run->text) : NULL;
    other.glyphs = run->glyphs ? g_atomic_rc_box_acquire(run->glyphs) : NULL;
    other.moves = run->moves ? g_atomic_rc_box_acquire(run->moves) : NULL;
    return other;
}

void run_set_words(struct run *run, const char *words)
{
    GRefString *before = run->text;
    run->text = g_ref_string_new(words);
    g_clear_pointer(&before, g_ref_string_release);
}

/* Gives a run glyphs of its own: its own last ones, from number `from` on. */
static void take_glyphs(struct run *run, size_t from)
{
    struct glyph *before = run->glyphs;
    struct glyph_move *moves = run->moves;
    size_t n = run->n_glyphs -= from;
    run->glyphs = n > 0 ? g_atomic_rc_box_dup(n * sizeof *before, before + from) : NULL;
    run->moves = n > 0 && moves ? g_atomic_rc_box_dup(n * sizeof *moves, moves + from) : NULL;
    g_clear_pointer(&before, g_atomic_rc_box_release);
    g_clear_pointer(&moves, g_atomic_rc_box_release);
}

void run_drop_first(struct run *run)
{
    take_glyphs(run, 1);
}

void run_speak(struct run *run, const char *words)
{
    run_set_words(run, words);
    take_glyphs(run, 0);
    for (size_t i = 0; i < run->n_glyphs; i++)
        run->glyphs[i].cluster = 0;
}

void item_shift(struct item *item, double dx, double dy)
{
    item->box.x += dx;
    item->box.y += dy;
    switch (item->kind) {
    case ITEM_RUN:
        item->as.run.x += dx;
        item->as.run.baseline += dy;
        break;
    case ITEM_FILL:
        path_translate(item->as.fill.path, dx, dy);
        break;
    case ITEM_IMAGE:
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

void line_shift(struct line *line, double dx, double dy)
{
    line->x += dx;
    line->baseline += dy;
}

void lines_append(GArray *lines, const GArray *from, guint before)
{
    for (guint i = 0; i < from->len; i++) {
        struct line line = g_array_index(from, struct line, i);
        line.first += before;
        line.last += before;
        g_array_append_val(lines, line);
    }
}

void page_free(struct page *page)
{
    g_array_unref(page->items);
    g_array_unref(page->lines);
    g_free(page->label);
    g_free(page->slug);
    g_free(page->title);
    g_free(page->progress);
    g_free(page);
}

struct layout *layout_new(const struct element *root)
{
    struct layout *layout = g_new0(struct layout, 1);
    layout->root = root;
    layout->pages = g_ptr_array_new_with_free_func((GDestroyNotify)page_free);
    layout->images = g_ptr_array_new_with_free_func((GDestroyNotify)image_free);
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    g_ptr_array_unref(layout->pages);
    g_ptr_array_unref(layout->images);
    typing_free(layout->typing);
    g_free(layout->title);
    g_free(layout->lang);
    g_free(layout->author);
    g_free(layout->subject);
    g_free(layout->web_address);
    g_free(layout);
}

struct page *layout_add_page(struct layout *layout, double width, double height)
{
    struct page *page = g_new0(struct page, 1);
    page->width = width;
    page->height = height;
    page->items = g_array_new(FALSE, FALSE, sizeof(struct item));
    g_array_set_clear_func(page->items, (GDestroyNotify)item_clear);
    page->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    g_ptr_array_add(layout->pages, page);
    return page;
}

void page_add(struct page *page, struct item item)
{
    g_array_append_val(page->items, item);
}

void page_add_line(struct page *page, struct line line)
{
    g_array_append_val(page->lines, line);
}

void page_absorb(struct page *page, struct page *from, double dx, double dy)
{
    for (guint i = 0; i < from->items->len; i++)
        item_shift(&g_array_index(from->items, struct item, i), dx, dy);
    for (guint i = 0; i < from->lines->len; i++)
        line_shift(&g_array_index(from->lines, struct line, i), dx, dy);
    lines_append(page->lines, from->lines, page->items->len);
    g_array_append_vals(page->items, from->items->data, from->items->len);
    g_array_set_clear_func(from->items, NULL); /* what the items own has moved with them */
    g_array_set_size(from->items, 0);
    g_array_set_clear_func(from->items, (GDestroyNotify)item_clear);
    g_array_set_size(from->lines, 0);
}

void page_send_below(struct page *page, guint from)
{
    struct item *items = &g_array_index(page->items, struct item, 0);
    guint moved = page->items->len - from;
    g_autofree struct item *below = g_memdup2(items + from, moved * sizeof *items);
    memmove(items + moved, items, from * sizeof *items);
    memcpy(items, below, moved * sizeof *items);
    for (guint i = 0; i < page->lines->len; i++) {
        struct line *line = &g_array_index(page->lines, struct line, i);
        bool sent = line->first >= from;
        line->first = sent ? line->first - from : line->first + moved;
        line->last = sent ? line->last - from : line->last + moved;
    }
}

static const struct item *first_item(const struct page *page, const struct line *line)
{
    return &g_array_index(page->items, struct item, line->first);
}

static gint compare_lines(gconstpointer a, gconstpointer b, gpointer page)
{
    const struct line *const *x = a, *const *y = b;
    unsigned first = first_item(page, *x)->order, second = first_item(page, *y)->order;
    if (first == second) /* a mark below the page is not counted */
        return ((*x)->first > (*y)->first) - ((*x)->first < (*y)->first);
    return first < second ? -1 : 1;
}

/* True when the letters of the run stand on the fill. */
static bool carries(const struct item *fill, const struct run *run)
{
    struct rect box = fill->box;
    double middle = run->baseline - run->face->x_height * run->size / 2;
    return fill->kind == ITEM_FILL && box.x <= run->x && run->x + run->width <= box.x + box.width &&
           box.y <= middle && middle <= box.y + box.height;
}

struct color page_ground_of(const struct page *page, guint index)
{
    const struct run *run = &g_array_index(page->items, struct item, index).as.run;
    for (guint i = index; i > 0; i--) {
        const struct item *item = &g_array_index(page->items, struct item, i - 1);
        if (carries(item, run))
            return item->as.fill.color;
    }
    return page->filled ? page->ground : COLOR_WHITE;
}

GPtrArray *page_lines(const struct page *page)
{
    GPtrArray *lines = g_ptr_array_sized_new(page->lines->len);
    for (guint i = 0; i < page->lines->len; i++)
        g_ptr_array_add(lines, &g_array_index(page->lines, struct line, i));
    g_ptr_array_sort_with_data(lines, compare_lines, (gpointer)page);
    return lines;
}

bool page_has_words_of(const struct page *page, const struct element *element)
{
    for (guint i = 0; element && i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN && item->element == element)
            return true;
    }
    return false;
}

static void drop_hyphen(GString *text, const struct line *line)
{
    if (line->end == LINE_END_HYPHEN && g_str_has_suffix(text->str, SOFT_HYPHEN_TEXT))
        g_string_truncate(text, text->len - strlen(SOFT_HYPHEN_TEXT));
}

char *line_text(const struct page *page, const struct line *line)
{
    GString *text = g_string_new(NULL);
    for (guint i = line->first; i <= line->last; i++)
        g_string_append(text, g_array_index(page->items, struct item, i).as.run.text);
    drop_hyphen(text, line);
    return g_string_free(text, FALSE);
}

/* Whether the words of the run before number `run` are of the same stretch. */
static bool goes_on(const struct page *page, guint run, const struct element *stretch)
{
    while (run-- > 0) {
        const struct item *before = &g_array_index(page->items, struct item, run);
        if (before->kind == ITEM_RUN)
            return element_heard(before->element) == stretch;
    }
    return false;
}

/* Begins and ends what the author turns, where other words follow. */
static void turn(GString *text, const struct element **turned, const struct element *next)
{
    if (*turned == next)
        return;
    if (*turned)
        g_string_append(text, DIRECTION_POP);
    if (next)
        g_string_append(text, next->as.span.direction == DIRECTION_RTL ? DIRECTION_RTL_ISOLATE
                                                                       : DIRECTION_LTR_ISOLATE);
    *turned = next;
}

/* What the box that is drawn before the line says of its task; NULL: there is none. */
static const char *task_words(const struct page *page, const struct line *line)
{
    for (guint i = line->first; i-- > 0;) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const struct element *label = item->element;
        if (item->kind == ITEM_RUN)
            break;
        if (item->kind == ITEM_FILL && label && label->role == ROLE_LBL && label->actual_text)
            return strcmp(label->actual_text, DISC_TEXT) == 0 ? NULL : label->actual_text;
    }
    return NULL;
}

char *line_heard(const struct page *page, const struct line *line)
{
    GString *text = g_string_new(NULL);
    const struct element *turned = NULL;
    const char *task = task_words(page, line);
    if (task)
        g_string_append_printf(text, "%s: ", task);
    for (guint i = line->first; i <= line->last; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const struct element *stretch = element_heard(item->element);
        turn(text, &turned, element_turned(item->element));
        if (!stretch)
            g_string_append(text, item->as.run.text);
        else if (!goes_on(page, i, stretch))
            g_string_append(text, stretch->actual_text);
    }
    drop_hyphen(text, line);
    turn(text, &turned, NULL);
    return g_string_free(text, FALSE);
}

const char *line_joint(const struct line *line, const struct line *next)
{
    bool inside = line->end == LINE_END_NOTHING || line->end == LINE_END_HYPHEN;
    bool goes_on = inside && line->element == next->element;
    return goes_on ? "" : " ";
}

/* Where letters differ in size, as a number on a disc and the words beside it do, so do their
 * baselines; lines below each other are farther apart. */
static bool share_row(const struct line *line, const struct line *next)
{
    return fabs(next->baseline - line->baseline) <= MIN(line->size, next->size) / 2;
}

unsigned lines_count_rows(const GPtrArray *lines)
{
    unsigned rows = 0;
    for (guint i = 0; i < lines->len; i++)
        rows += i == 0 || !share_row(lines->pdata[i - 1], lines->pdata[i]);
    return rows;
}

/* What is read in one go: a line, or the words that stand for a picture. */
struct passage {
    unsigned order;
    double baseline;
    const struct line *line;
    const char *words; /* when there is no line */
};

static gint compare_passages(gconstpointer a, gconstpointer b)
{
    const struct passage *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

static GArray *page_passages(const struct page *page)
{
    GArray *passages = g_array_new(FALSE, FALSE, sizeof(struct passage));
    g_autoptr(GPtrArray) lines = page_lines(page);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = lines->pdata[i];
        struct passage passage = {first_item(page, line)->order, line->baseline, line, NULL};
        g_array_append_val(passages, passage);
    }
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const char *alt = item->kind == ITEM_IMAGE && item->element ? item->element->alt : NULL;
        if (alt && page_has_words_of(page, item->element))
            alt = NULL;
        struct passage passage = {item->order, item->box.y + item->box.height, NULL, alt};
        if (alt)
            g_array_append_val(passages, passage);
    }
    g_array_sort(passages, compare_passages);
    return passages;
}

/* Between what stands side by side: it parts facts, and is a blank to whoever gets the text. */
#define ASIDE "\v"

char *page_text(const struct page *page, const char *lang)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) passages = page_passages(page);
    double baseline = 0;
    for (guint i = 0; i < passages->len; i++) {
        const struct passage *passage = &g_array_index(passages, struct passage, i);
        g_autofree char *line = passage->line ? line_heard(page, passage->line) : NULL;
        if (i > 0 && passage->baseline != baseline)
            g_string_append_c(text, '\n');
        else if (text->len > 0 && !g_ascii_isspace(text->str[text->len - 1]))
            g_string_append(text, ASIDE);
        g_string_append(text, line ? line : passage->words);
        baseline = passage->baseline;
    }
    if (page->progress)
        g_string_append_printf(text, "\n%s", page->progress);
    return g_strdelimit(isolate_text(text->str, lang), ASIDE, ' ');
}
