/*
 * One paragraph as lines, for the tests of text and of its lines. Header only.
 */
#ifndef HANDOUT_TESTS_TEXT_SKETCH_H
#define HANDOUT_TESTS_TEXT_SKETCH_H

#include "desk.h"

#include "layout/text.h"

/* A desk for `body`, whose text blocks the tests set themselves. */
static inline void lay(struct desk *desk, struct scratch *s, const char *front, const char *body)
{
    desk_compose(desk, s, front, body, plain_clinic, MEDIUM_PAPER);
    desk_set_up(desk);
}

/* The spans of the first block of the article's body. */
static inline const GPtrArray *body_spans(const struct desk *desk)
{
    for (guint i = 0; i < desk->document->blocks->len; i++) {
        const struct block *block = desk->document->blocks->pdata[i];
        if (block->part == PART_BODY)
            return block->spans;
    }
    return NULL;
}

static inline GPtrArray *set(struct desk *desk, enum text_kind kind, double width)
{
    return text_set(&desk->setter, body_spans(desk), kind, width, ALIGN_START);
}

static inline const struct item *item_at(const GPtrArray *strips, guint strip, guint item)
{
    return &g_array_index(((const struct strip *)strips->pdata[strip])->items, struct item, item);
}

/* The words of a line, its runs in reading order, without a hyphen at its end. */
static inline char *line_words(const GPtrArray *strips, guint index)
{
    GString *words = g_string_new(NULL);
    const struct strip *strip = strips->pdata[index];
    for (guint i = 0; i < strip->items->len; i++)
        if (item_at(strips, index, i)->kind == ITEM_RUN)
            g_string_append(words, item_at(strips, index, i)->as.run.text);
    if (g_str_has_suffix(words->str, "\u00AD"))
        g_string_truncate(words, words->len - strlen("\u00AD"));
    return g_string_free(words, FALSE);
}

static inline double width_of(struct desk *desk, const char *words)
{
    struct span span = {.text = (char *)words};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_widths(&desk->setter, spans, TEXT_BODY).line;
}

#endif
