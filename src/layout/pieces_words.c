/*
 * The words of pieces: which of them name the others, which blocks belong together, and how they
 * are copied to a screen.
 */
#include "layout/pieces_parts.h"

#include "base/signs.h"
#include "base/words.h"
#include "content/address.h"

#include <string.h>

struct piece piece_of_words(const struct block *block, const char *text, gsize start, gsize end)
{
    return (struct piece){.block = block,
                          .start = start,
                          .end = end,
                          .words = words_count(text + start, end - start),
                          .signs = words_count_signs(text + start, end - start),
                          .size = 1};
}

/* The span ends what names the rest of its block: "Call us: ", or the blank behind "When?:". */
static bool ends_label(const struct span *span, const struct labels *labels)
{
    return g_str_has_suffix(span->text, labels_get(labels, LABEL_FACT_SEPARATOR)) ||
           g_str_equal(span->text, " ");
}

gsize piece_label(const struct block *block, const struct labels *labels)
{
    bool names = block->text_kind == TEXT_FACT || block->text_kind == TEXT_CELL ||
                 block->text_kind == TEXT_CALLOUT;
    gsize length = 0;
    for (guint i = 0; names && i + 1 < block->spans->len; i++) {
        const struct span *span = block->spans->pdata[i], *next = block->spans->pdata[i + 1];
        if (!span->strong && !span->label)
            return 0;
        length += strlen(span->text);
        if (ends_label(span, labels))
            return length + (g_str_has_prefix(next->text, LINE_SEPARATOR_TEXT)
                                 ? strlen(LINE_SEPARATOR_TEXT)
                                 : 0);
    }
    return 0;
}

/* A line of the clinic's facts that is a name, in bold and by itself. */
static bool is_name(const struct block *block)
{
    return block->spans->len == 1 && ((const struct span *)block->spans->pdata[0])->strong;
}

/* The clinic's name goes with its number; a crisis line's with all ways to it, and the words above
 * them with the first. */
static bool belongs_with(const struct block *block, const struct block *next)
{
    if (block == next)
        return false;
    if (block->fact == FACT_NAME)
        return next->fact == FACT_TELEPHONE;
    bool opens = block->spans->len == 1 && !is_name(block);
    return block->fact == FACT_CRISIS && next->fact == FACT_CRISIS && (opens || !is_name(next));
}

void pieces_bind(GArray *pieces)
{
    for (guint i = 0; i + 1 < pieces->len; i++) {
        struct piece *piece = &g_array_index(pieces, struct piece, i);
        piece->keep = piece->keep || belongs_with(piece->block, (piece + 1)->block);
    }
}

static void add_slice(struct block *into, const struct span *span, gsize start, gsize end)
{
    if (start < end)
        g_ptr_array_add(into->spans, span_slice(span, start, end - start));
}

/* The bytes [start, end) of the span, without what nobody types of an address. */
static void copy_span(const struct span *span, gsize start, gsize end, struct block *into)
{
    struct range address;
    for (gsize from = 0; !span->code && address_find(span->text, from, &address);
         from = address.end) {
        gsize unsaid = address.start + address_unsaid(span->text + address.start);
        if (address.start < start || unsaid >= end)
            continue;
        add_slice(into, span, start, address.start);
        start = unsaid;
    }
    add_slice(into, span, start, end);
}

void piece_copy_spans(const struct block *source, gsize start, gsize end, struct block *into)
{
    gsize offset = 0;
    for (guint i = 0; i < source->spans->len; i++) {
        const struct span *span = source->spans->pdata[i];
        gsize length = strlen(span->text);
        gsize first = MAX(start, offset), last = MIN(end, offset + length);
        if (first < last)
            copy_span(span, first - offset, last - offset, into);
        offset += length;
    }
}
