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

/* Lets a page end behind an entry that enough others stand before and behind. */
static void allow_parting(const struct column *column)
{
    const guint together = setter_trim(column->setter)->contents.together;
    struct strip *end = NULL;
    guint entries = 0;
    for (guint i = column->strips->len; i > 0; i--) {
        struct strip *strip = column->strips->pdata[i - 1];
        if (strip->opens) /* the heading of the list */
            break;
        entries += strip->entry != NULL;
        if (strip->entry && entries == together + 1)
            end = strip;
    }
    if (entries >= 2 * together)
        end->keep = false;
}

void contents_append(struct column *column, const struct block *entry)
{
    struct setter *setter = column->setter;
    const struct look *look = setter_look(setter, TEXT_ENTRY);
    double indent = entry->as.entry.lower ? setter_trim(setter)->contents.indent * setter->body : 0;
    double space = number_space(setter), width = column->width - indent - space;
    double left = setter->document->rtl ? space : indent;
    GPtrArray *lines = text_set(setter, entry->spans, TEXT_ENTRY, width, ALIGN_START);
    for (guint i = 0; i < lines->len; i++)
        strip_shift(lines->pdata[i], left, 0);
    if (column->strips->len > 0)
        column_keep(column);
    for (guint i = 0; i + 1 < lines->len; i++)
        ((struct strip *)lines->pdata[i])->keep = true;
    ((struct strip *)lines->pdata[lines->len - 1])->entry = entry;
    column_append_lines(column, lines, column_lines(column, look->before));
    allow_parting(column);
    column->after = column_lines(column, look->after);
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

/* Gives the run of a number other words than it shows. */
static void speak(struct run *run, char *words)
{
    g_free(run->text);
    run->text = words;
    for (size_t i = 0; i < run->n_glyphs; i++)
        run->glyphs[i].cluster = 0;
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

static void add_number(struct setter *setter, struct strip *strip, unsigned page, double width)
{
    const struct block *entry = strip->entry;
    char number[16];
    snprintf(number, sizeof number, "%u", page);
    struct span span = {.text = number, .element = entry->as.entry.page, .pos = entry->pos};
    g_autoptr(GPtrArray) spans = number_spans(&span);
    g_autoptr(GPtrArray) lines = text_set(setter, spans, TEXT_ENTRY, width, ALIGN_END);
    struct strip *line = lines->pdata[0];
    speak(&g_array_index(line->items, struct item, 0).as.run, spoken(setter, entry, number));
    widen_link(strip, width, setter->document->rtl);
    strip_absorb(strip, line, 0, strip_baseline(strip) - strip_baseline(line));
}

void contents_number(struct setter *setter, GPtrArray *strips, const struct page_count *count,
                     double width)
{
    for (guint i = 0; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        if (strip->entry)
            add_number(setter, strip, page_of(strip->entry->as.entry.heading, strips, count),
                       width);
    }
}
