/*
 * All facts run on as one small paragraph, and each is a paragraph of its own for who hears them.
 */
#include "layout/about.h"

#include "layout/profile_sheet.h"
#include "layout/type.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00a0"

/* What parts two facts, for the eye alone; never begins a line. */
#define FACT_DOT " · "

static bool is_due(const struct column *column, const GPtrArray *blocks, guint index)
{
    const struct block *block = index < blocks->len ? blocks->pdata[index] : NULL;
    return column->setter->profile->scale && block && block->part == PART_ABOUT &&
           block->kind == BLOCK_TEXT;
}

static bool is_fact(const struct column *column, const GPtrArray *blocks, guint index)
{
    return is_due(column, blocks, index) && !block_is_heading(blocks->pdata[index]);
}

static void append_heading(struct column *column, const struct block *heading)
{
    struct setter *setter = column->setter;
    GPtrArray *lines = type_set(setter, heading->spans, &setter->profile->scale->label,
                                setter->style->accent, column->width, ALIGN_START);
    ((struct strip *)lines->pdata[0])->opens = true;
    for (guint i = 0; i < lines->len; i++)
        ((struct strip *)lines->pdata[i])->keep = true;
    column_append_lines(column, lines,
                        column_lines(column, setter_look(setter, TEXT_HEADING_2)->before));
    column->after_heading = true;
}

/* A label stays in one piece, and with what it names. */
static void join_label(struct span *label)
{
    label->whole = true;
    if (!g_str_has_suffix(label->text, " "))
        return;
    char *joined = g_strconcat(g_strchomp(label->text), NO_BREAK_SPACE, NULL);
    g_free(label->text);
    label->text = joined;
}

/* The words of all facts from `*index` on, which is moved to the last of them. */
static GPtrArray *join_facts(const struct column *column, const GPtrArray *blocks, guint *index)
{
    GPtrArray *spans = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    for (guint i = *index; is_fact(column, blocks, i); i++) {
        const struct block *fact = blocks->pdata[i];
        for (guint n = 0; n < fact->spans->len; n++) {
            const struct span *span = fact->spans->pdata[n];
            g_ptr_array_add(spans, span_slice(span, 0, strlen(span->text)));
            if (n == 0)
                join_label(spans->pdata[spans->len - 1]);
        }
        if (is_fact(column, blocks, i + 1))
            g_ptr_array_add(spans, span_new(NULL, FACT_DOT));
        *index = i;
    }
    return spans;
}

static const struct item *item_at(const struct strip *strip, guint index)
{
    return &g_array_index(strip->items, struct item, index);
}

/* The part of a line that its runs [first, last] are: of one fact. */
static struct line part_of(const struct strip *strip, struct line whole, guint first, guint last)
{
    struct line part = whole;
    double start = G_MAXDOUBLE, end = -G_MAXDOUBLE;
    for (guint i = first; i <= last; i++) {
        const struct run *run = &item_at(strip, i)->as.run;
        start = MIN(start, run->x);
        end = MAX(end, run->x + run->width);
    }
    part.element = element_block(item_at(strip, first)->element);
    part.lang = element_lang(part.element);
    part.x = start;
    part.width = end - start;
    part.first = first;
    part.last = last;
    part.end = last == whole.last ? whole.end : LINE_END_TEXT;
    return part;
}

/* Facts on one line are lines of their own, as dots between them are. */
static void part_line(struct strip *strip)
{
    const struct line whole = g_array_index(strip->lines, struct line, 0);
    g_array_set_size(strip->lines, 0);
    for (guint i = whole.first, first = i; i <= whole.last; i++) {
        const struct element *fact = element_block(item_at(strip, i)->element);
        if (i < whole.last && element_block(item_at(strip, i + 1)->element) == fact)
            continue;
        strip_add_line(strip, part_of(strip, whole, first, i));
        first = i + 1;
    }
}

bool about_append(struct column *column, const GPtrArray *blocks, guint *index)
{
    if (!is_due(column, blocks, *index))
        return false;
    const struct block *block = blocks->pdata[*index];
    if (block_is_heading(block)) {
        append_heading(column, block);
        return true;
    }
    struct setter *setter = column->setter;
    g_autoptr(GPtrArray) spans = join_facts(column, blocks, index);
    GPtrArray *lines = type_set(setter, spans, &setter->profile->scale->small, setter->style->ink,
                                column->width, ALIGN_START);
    for (guint i = 0; i < lines->len; i++) {
        part_line(lines->pdata[i]);
        /* nobody looks for the rest on the next page */
        ((struct strip *)lines->pdata[i])->keep = i + 1 < lines->len;
    }
    column_append_lines(column, lines, about_look.row_gap);
    return true;
}
