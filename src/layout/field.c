/*
 * Fields of cards: the label where lines start, what it says where they end, if both fit one line,
 * with dots to lead the eye on paper. Else what it says has the next line, at its end; and words of
 * several lines start where all words do.
 */
#include "layout/field.h"

#include "base/words.h"
#include "layout/cell.h"
#include "layout/text.h"

#include <string.h>

/* A separator has none; a part of a label, which stands by itself on a small panel, may be all that
 * is there of a field. */
static bool has_words(const struct span *span)
{
    return words_count(span->text, strlen(span->text)) > 0;
}

struct field_parts field_parts_of(const struct setter *setter, const struct block *field)
{
    struct field_parts parts = {.separator = ""};
    g_autoptr(GPtrArray) value = g_ptr_array_new();
    parts.label = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    for (guint i = 0; i < field->spans->len; i++) {
        const struct span *span = field->spans->pdata[i];
        const struct span *next = i + 1 < field->spans->len ? field->spans->pdata[i + 1] : NULL;
        if (!span->label)
            g_ptr_array_add(value, (gpointer)span);
        else if ((next && next->label) || has_words(span))
            g_ptr_array_add(parts.label, span_slice(span, 0, strlen(span->text)));
        else
            parts.separator = span->text;
    }
    parts.value = cell_spans(setter, value);
    return parts;
}

void field_parts_clear(struct field_parts *parts)
{
    g_ptr_array_unref(parts->label);
    g_ptr_array_unref(parts->value);
}

char *field_label_words(const struct field_parts *parts)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < parts->label->len; i++)
        g_string_append(words, ((const struct span *)parts->label->pdata[i])->text);
    return g_string_free(words, FALSE);
}

/* In bold, but for what is small, or as the author has it. */
static void embolden(GPtrArray *spans, bool bold)
{
    for (guint i = 0; bold && i < spans->len; i++) {
        struct span *span = spans->pdata[i];
        span->strong = span->strong || !span->small;
    }
}

void field_end_label(GPtrArray *strips, const char *separator)
{
    struct strip *last = strips->len > 0 ? strips->pdata[strips->len - 1] : NULL;
    if (!last || last->lines->len == 0)
        return;
    struct line *line = &g_array_index(last->lines, struct line, last->lines->len - 1);
    struct run *run = &g_array_index(last->items, struct item, line->last).as.run;
    g_autofree char *words = g_strconcat(run->text, separator, NULL);
    run_set_words(run, words);
    line->end = LINE_END_BLANK;
}

static void color_accent(const struct column *column, GPtrArray *strips)
{
    for (guint i = 0; i < strips->len; i++) {
        GArray *items = ((struct strip *)strips->pdata[i])->items;
        for (guint n = 0; n < items->len; n++)
            if (g_array_index(items, struct item, n).kind == ITEM_RUN)
                g_array_index(items, struct item, n).as.run.color = column->setter->style->accent;
    }
}

/* Puts the first of `value` beside the one `label`, `x` points off, on its baseline; the others
 * follow. Returns the strips of both, owned by the caller; the arguments are used up. */
static GPtrArray *join(GPtrArray *label, GPtrArray *value, double x)
{
    struct strip *first = label->pdata[0], *beside = value->pdata[0];
    double lower = MAX(strip_baseline(first), strip_baseline(beside));
    double down = lower - strip_baseline(first), at = lower - strip_baseline(beside);
    strip_shift(first, 0, down);
    first->height = MAX(first->height + down, beside->height + at);
    strip_absorb(first, beside, x, at);
    for (guint i = 1; i < value->len; i++) {
        strip_shift(value->pdata[i], x, 0);
        g_ptr_array_add(label, value->pdata[i]);
        value->pdata[i] = NULL;
    }
    g_ptr_array_set_free_func(value, NULL);
    g_ptr_array_unref(value);
    strip_free(beside);
    return label;
}

/* Dots on the baseline from `from` to `to`, clear of the words at either side. */
static void add_dots(const struct column *column, struct strip *strip, double from, double to)
{
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body, radius = trim->table.card_dot * em / 2;
    double step = trim->table.card_step * em, clear = trim->table.card_leader * em / 2;
    guint count = to - from > 2 * clear ? (guint)((to - from - 2 * clear) / step) + 1 : 0;
    struct path *path = path_new();
    for (guint i = 0; i < count; i++)
        path_add_disc(path, (struct point){from + clear + i * step, strip_baseline(strip) - radius},
                      radius);
    if (count > 0)
        strip_add_mark(strip, path, column_line_color(column, trim->table.rule_tint));
    else
        path_free(path);
}

/* Label and value on one line. */
static GPtrArray *set_pair(const struct column *column, const struct field_parts *parts)
{
    struct setter *setter = column->setter;
    bool rtl = setter->document->rtl;
    GPtrArray *label = text_set(setter, parts->label, TEXT_CELL, column->width, ALIGN_START);
    GPtrArray *value = text_set(setter, parts->value, TEXT_CELL, column->width, ALIGN_END);
    const struct strip *says = value->pdata[0], *names = label->pdata[0];
    double from = rtl ? text_line_end(says) : text_line_end(names);
    double to = rtl ? text_line_start(names) : text_line_start(says);
    field_end_label(label, parts->separator);
    if (setter->profile->card_dots)
        add_dots(column, label->pdata[0], from, to);
    else
        color_accent(column, label);
    return join(label, value, 0);
}

/* The label above what it says. */
static GPtrArray *set_below(const struct column *column, const struct field_parts *parts,
                            enum alignment alignment)
{
    struct setter *setter = column->setter;
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    if (parts->label->len > 0) {
        g_ptr_array_unref(strips);
        strips = text_set(setter, parts->label, TEXT_CELL, column->width, ALIGN_START);
        field_end_label(strips, parts->separator);
        if (!setter->profile->card_dots)
            color_accent(column, strips);
    }
    if (parts->value->len > 0)
        g_ptr_array_extend_and_steal(
            strips, text_set(setter, parts->value, TEXT_CELL, column->width, alignment));
    return strips;
}

/* Where a field stands, by what fits. */
static GPtrArray *place(const struct column *column, struct field_parts *parts)
{
    struct setter *setter = column->setter;
    double leader = setter_trim(setter)->table.card_leader * setter->body;
    bool dots = setter->profile->card_dots;
    g_autoptr(GPtrArray) plain = cell_spans(setter, parts->value);
    embolden(parts->label, !dots);
    embolden(parts->value, true);
    bool both = parts->label->len > 0 && parts->value->len > 0;
    double label = both ? text_widths(setter, parts->label, TEXT_CELL).line : 0;
    double value = both ? text_widths(setter, parts->value, TEXT_CELL).line : 0;
    if (both && label + leader + value <= column->width)
        return set_pair(column, parts);
    if (both && label <= column->width && value <= column->width)
        return set_below(column, parts, ALIGN_END);
    embolden(parts->label, true);
    g_ptr_array_unref(parts->value);
    parts->value = g_steal_pointer(&plain);
    return set_below(column, parts, ALIGN_START);
}

GPtrArray *field_set(const struct column *column, const struct block *field)
{
    struct field_parts parts = field_parts_of(column->setter, field);
    GPtrArray *strips = place(column, &parts);
    for (guint i = 0; i + 1 < strips->len; i++)
        ((struct strip *)strips->pdata[i])->bound = true;
    field_parts_clear(&parts);
    return strips;
}

GPtrArray *field_set_name(const struct column *column, const struct block *name, double width)
{
    struct setter *setter = column->setter;
    struct field_parts parts = field_parts_of(setter, name);
    if (parts.label->len == 0 || parts.value->len == 0) {
        field_parts_clear(&parts);
        return text_set(setter, name->spans, name->text_kind, width, ALIGN_START);
    }
    double blank = setter_trim(setter)->table.card_leader * setter->body / 2;
    double label = text_widths(setter, parts.label, TEXT_CELL).line + blank;
    struct text_widths value = text_widths(setter, parts.value, name->text_kind);
    double half = setter_trim(setter)->column.narrowest * width;
    bool beside = label + value.line <= width || (label <= half && label + value.word <= width);
    GPtrArray *first = text_set(setter, parts.label, TEXT_CELL, width, ALIGN_START);
    GPtrArray *second =
        text_set(setter, parts.value, name->text_kind, beside ? width - label : width, ALIGN_START);
    field_end_label(first, parts.separator);
    field_parts_clear(&parts);
    if (beside)
        return join(first, second, setter->document->rtl ? 0 : label);
    g_ptr_array_extend_and_steal(first, second);
    return first;
}
