/*
 * The list of sections. Its entries leave room for the longest number at the end of their lines, so
 * that numbers, which are known when everything has its page, move nothing. A number is heard as
 * "page 7" though a "7" is seen.
 */
#include "layout/contents.h"

#include "layout/frames.h"
#include "layout/text.h"

#include <stdio.h>
#include <string.h>

/* As wide as any number of a page. */
#define LONGEST_NUMBER "888"

static GPtrArray *number_spans(struct span *span)
{
    GPtrArray *spans = g_ptr_array_new();
    g_ptr_array_add(spans, span);
    return spans;
}

/* [pt] at the end of an entry's lines. */
static double number_space(struct setter *setter)
{
    struct span longest = {.text = (char *)LONGEST_NUMBER};
    g_autoptr(GPtrArray) spans = number_spans(&longest);
    return text_widths(setter, spans, TEXT_ENTRY).line +
           setter_trim(setter)->contents.gap * setter->body;
}

/* Lets the whole line be clicked, from its words to the number. */
static void widen_link(struct strip *strip, double width, bool rtl)
{
    for (guint i = 0; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind != ITEM_LINK)
            continue;
        double start = rtl ? 0 : item->box.x, end = rtl ? item->box.x + item->box.width : width;
        item->box.x = start;
        item->box.width = end - start;
    }
}

static struct strip *set_words(struct setter *setter, const struct block *entry, double width)
{
    bool rtl = setter->document->rtl;
    double indent = entry->as.entry.lower ? setter_trim(setter)->contents.indent * setter->body : 0;
    double space = number_space(setter), left = rtl ? space : indent;
    g_autoptr(GPtrArray) lines =
        text_set(setter, entry->spans, TEXT_ENTRY, width - indent - space, ALIGN_START);
    for (guint i = 0; i < lines->len; i++)
        strip_shift(lines->pdata[i], left, 0);
    widen_link(lines->pdata[lines->len - 1], width, rtl);
    return strips_join(lines);
}

static void clear_entry(gpointer data)
{
    strip_free(((struct entry *)data)->words);
}

static struct strip *new_row(double height, struct pos pos)
{
    struct strip *row = strip_new(height, pos);
    row->entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
    g_array_set_clear_func(row->entries, clear_entry);
    return row;
}

static void append_row(struct column *column, struct strip *row)
{
    const struct look *look = setter_look(column->setter, TEXT_ENTRY);
    column_keep(column);
    column_append(column, row, column_lines(column, look->before));
    column->after = column_lines(column, look->after);
}

/* Between two columns, and of one of them. [pt] */
static double column_gap(const struct setter *setter)
{
    return setter_trim(setter)->contents.column_gap * setter->body;
}

static double half_width(const struct column *column)
{
    return (column->width - column_gap(column->setter)) / 2;
}

/* Many sections whose names are short stand side by side where facts do. */
static bool fits_columns(const struct column *column, const GPtrArray *blocks, guint from, guint to)
{
    struct setter *setter = column->setter;
    if (!setter->profile->scale || !setter->profile->scale->columns ||
        to - from < setter_trim(setter)->contents.many)
        return false;
    double most = half_width(column) - number_space(setter);
    for (guint i = from; i < to; i++) {
        const struct block *entry = blocks->pdata[i];
        if (entry->as.entry.lower || text_widths(setter, entry->spans, TEXT_ENTRY).line > most)
            return false;
    }
    return true;
}

/* In a trial: no frame holds a row of that height. Sums of heights are rounded, by far less than a
 * point. */
static bool ends_trial(const struct column *column, double height)
{
    return column->setter->probing && height > column->setter->frame_height + 1;
}

/* One column after the other, as they are read. */
static void append_columns(struct column *column, const GPtrArray *blocks, guint from, guint to)
{
    const struct block *first = blocks->pdata[from];
    struct strip *row = new_row(0, first->pos);
    double width = half_width(column), far = column->width - width, y = 0;
    bool rtl = column->setter->document->rtl;
    double gap = column_lines(column, setter_look(column->setter, TEXT_ENTRY)->before);
    guint rows = (to - from + 1) / 2;
    for (guint i = from; i < to && !column->vain; i++) {
        const struct block *block = blocks->pdata[i];
        bool second = i - from >= rows;
        y = i - from == rows ? 0 : y;
        struct entry entry = {block, set_words(column->setter, block, width),
                              second != rtl ? far : 0, y, width};
        g_array_append_val(row->entries, entry);
        row->height = MAX(row->height, y + entry.words->height);
        y += entry.words->height + gap;
        column->vain = ends_trial(column, row->height);
    }
    column->setter->failed = column->setter->failed || column->vain;
    append_row(column, row);
}

static void append_entry(struct column *column, const struct block *block)
{
    struct entry entry = {block, set_words(column->setter, block, column->width), 0, 0,
                          column->width};
    struct strip *row = new_row(entry.words->height, block->pos);
    g_array_append_val(row->entries, entry);
    append_row(column, row);
}

/* Lets a page end behind an entry of those from strip `first` on that enough others stand before
 * and behind, where the list is higher than a page or leaves one half empty. */
static void allow_parting(const struct column *column, guint first)
{
    const guint together = setter_trim(column->setter)->contents.together;
    guint heading = first, end = column->strips->len;
    while (heading > 0 && !((const struct strip *)column->strips->pdata[heading])->opens)
        heading--;
    bool high = strips_height(column->strips, heading, end) > column->setter->frame_height;
    if (!high && !column->setter->part_contents)
        return;
    for (guint i = first + together; i + together <= end; i++)
        ((struct strip *)column->strips->pdata[i - 1])->keep = false;
}

bool contents_append(struct column *column, const GPtrArray *blocks, guint *index)
{
    guint from = *index, to = from, first = column->strips->len;
    while (to < blocks->len && ((const struct block *)blocks->pdata[to])->kind == BLOCK_ENTRY)
        to++;
    if (to == from)
        return false;
    if (fits_columns(column, blocks, from, to))
        append_columns(column, blocks, from, to);
    else
        for (guint i = from; i < to; i++)
            append_entry(column, blocks->pdata[i]);
    allow_parting(column, first);
    *index = to - 1;
    return true;
}

static bool holds(const struct strip *strip, const struct element *element)
{
    for (guint i = 0; i < strip->lines->len; i++)
        if (g_array_index(strip->lines, struct line, i).element == element)
            return true;
    return false;
}

/* Number of the page where an element begins, from 1. */
static unsigned page_of(const struct element *element, const GPtrArray *strips,
                        const struct page_count *count)
{
    guint page = 0;
    for (guint i = 0; i < strips->len; i++) {
        if (holds(strips->pdata[i], element))
            return count->before + page + 1;
        if (i + 1 == g_array_index(count->ends, guint, page))
            page++;
    }
    return count->rest;
}

/* What is heard behind the words of an entry: ", page 7", without a comma where they end with a
 * sign. The caller's. */
static char *spoken(const struct setter *setter, const struct block *entry, const char *number)
{
    const struct labels *labels = setter->document->labels;
    g_autofree char *page = labels_format(labels, LABEL_ON_PAGE, "page", number, NULL);
    g_autofree char *words = g_strchomp(block_words(entry));
    const char *last = g_utf8_find_prev_char(words, words + strlen(words));
    bool ended = last && g_unichar_ispunct(g_utf8_get_char(last));
    return g_strconcat(ended ? " " : labels_get(labels, LABEL_LIST_SEPARATOR), page, NULL);
}

/* At the end of the entry's last line. */
static void add_number(struct setter *setter, const struct entry *entry, unsigned page)
{
    const struct block *block = entry->block;
    const GArray *own = entry->words->lines;
    char number[16];
    snprintf(number, sizeof number, "%u", page);
    struct span span = {.text = number, .element = block->as.entry.page, .pos = block->pos};
    g_autoptr(GPtrArray) spans = number_spans(&span);
    g_autoptr(GPtrArray) lines = text_set(setter, spans, TEXT_ENTRY, entry->width, ALIGN_END);
    struct strip *line = lines->pdata[0];
    g_autofree char *words = spoken(setter, block, number);
    run_speak(&g_array_index(line->items, struct item, 0).as.run, words);
    double baseline = g_array_index(own, struct line, own->len - 1).baseline;
    strip_absorb(entry->words, line, 0, baseline - strip_baseline(line));
}

void contents_number(struct setter *setter, GPtrArray *strips, const struct page_count *count)
{
    for (guint i = 0; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        for (guint n = 0; strip->entries && n < strip->entries->len; n++) {
            struct entry *entry = &g_array_index(strip->entries, struct entry, n);
            add_number(setter, entry, page_of(entry->block->as.entry.heading, strips, count));
            strip_absorb(strip, entry->words, entry->x, entry->y);
        }
    }
}
