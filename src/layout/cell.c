/*
 * Cells.
 */
#include "layout/cell.h"

#include "base/signs.h"
#include "base/words.h"
#include "layout/picture.h"
#include "layout/text.h"

#include <string.h>

/* Adds the bytes [start, end) of the joined spans. */
static void copy_spans(const GPtrArray *spans, size_t start, size_t end, bool small,
                       GPtrArray *copies)
{
    size_t offset = 0;
    for (guint i = 0; i < spans->len; i++) {
        const struct span *span = spans->pdata[i];
        size_t length = strlen(span->text);
        size_t first = MAX(start, offset), last = MIN(end, offset + length);
        offset += length;
        if (first >= last)
            continue;
        struct span *copy = span_slice(span, first - (offset - length), last - first);
        copy->small = copy->small || small;
        g_ptr_array_add(copies, copy);
    }
}

/* A blank at the end becomes one behind which the line ends. */
static void end_line(struct span *span)
{
    char *words = g_strconcat(span->text, LINE_SEPARATOR_TEXT, NULL);
    g_free(span->text);
    span->text = words;
}

static char *join_words(const GPtrArray *spans)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++)
        g_string_append(words, ((const struct span *)spans->pdata[i])->text);
    return g_string_free(words, FALSE);
}

/* The byte that what stands in brackets behind a short value begins at; 0: there is none. */
static size_t find_bracket(const struct setter *setter, const char *words)
{
    const struct trim *trim = setter_trim(setter);
    return words_final_bracket(words, trim->table.brief, trim->table.note);
}

GPtrArray *cell_spans(const struct setter *setter, const GPtrArray *spans)
{
    GPtrArray *copies = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    g_autofree char *words = join_words(spans);
    size_t bracket = find_bracket(setter, words);
    copy_spans(spans, 0, bracket, false, copies);
    if (bracket > 0)
        end_line(copies->pdata[copies->len - 1]);
    copy_spans(spans, bracket, G_MAXSIZE, bracket > 0, copies);
    return copies;
}

/* The same, given back with g_ptr_array_unref(): the block's own where it is one that is set as it
 * stands, as in most cells. */
static GPtrArray *spans_of(const struct setter *setter, const struct block *block)
{
    const struct span *first = block->spans->len == 1 ? block->spans->pdata[0] : NULL;
    bool as_it_is = first && *first->text && find_bracket(setter, first->text) == 0;
    return as_it_is ? g_ptr_array_ref(block->spans) : cell_spans(setter, block->spans);
}

GPtrArray *cell_set(struct setter *setter, const struct block *cell, double width)
{
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < cell->children->len; i++) {
        const struct block *block = cell->children->pdata[i];
        if (block->kind != BLOCK_TEXT) {
            g_ptr_array_add(strips, picture_strip(setter, block, width));
            g_ptr_array_extend_and_steal(strips, picture_caption(setter, block, width));
            continue;
        }
        g_autoptr(GPtrArray) spans = spans_of(setter, block);
        g_ptr_array_extend_and_steal(
            strips, text_set(setter, spans, block->text_kind, width, cell->as.cell.alignment));
    }
    return strips;
}

struct cell_fit cell_measure(struct setter *setter, const struct block *cell, double picture)
{
    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(struct text_stretch));
    for (guint i = 0; i < cell->children->len; i++) {
        const struct block *block = cell->children->pdata[i];
        struct text_stretch share = {.width = picture, .last = true};
        if (block->kind != BLOCK_TEXT) {
            g_array_append_val(stretches, share);
            continue;
        }
        g_autoptr(GPtrArray) spans = spans_of(setter, block);
        g_autoptr(GArray) words = text_stretches(setter, spans, block->text_kind);
        g_array_append_vals(stretches, words->data, words->len);
    }
    return cell_fit_of(stretches);
}
