/*
 * The words of pieces: which of them name the others, which blocks belong together, and how they
 * are copied to a screen.
 */
#include "layout/pieces_parts.h"

#include "base/signs.h"
#include "base/words.h"
#include "content/address.h"

#include <string.h>

struct words_place words_place_at(const struct block *block, struct words_place from, gsize at)
{
    struct words_place place = from;
    while (place.span < block->spans->len) {
        const struct span *span = block->spans->pdata[place.span];
        const char *text = span->text + (place.byte - place.before);
        gsize wanted = at - place.byte, length = strnlen(text, wanted);
        place.byte += length;
        place.letters += (int)g_utf8_strlen(text, (gssize)length);
        if (length == wanted)
            break;
        place = (struct words_place){place.byte, place.span + 1, place.byte, 0};
    }
    return place;
}

struct piece piece_of_words(const struct block *block, const char *text, struct words_place from,
                            gsize start, gsize end)
{
    return (struct piece){.block = block,
                          .start = start,
                          .end = end,
                          .place = words_place_at(block, from, start),
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

/* Adds the bytes [start, end) of a span, which stand so many characters into it. */
static void add_slice(struct block *into, const struct span *span, gsize start, gsize end,
                      int letters)
{
    struct span rest = *span;
    rest.text += start;
    rest.pos.col += letters;
    if (start < end)
        g_ptr_array_add(into->spans, span_slice(&rest, 0, end - start));
}

/* The words of a span that [start, end) touches, with all of their signs: an address holds no
 * blank.
 */
static struct range whole_words(const char *text, gsize start, gsize end)
{
    const char *blank = memrchr(text, ' ', start);
    return (struct range){blank ? (gsize)(blank + 1 - text) : 0, end + strcspn(text + end, " ")};
}

/* The bytes [start, end) of the span, without what nobody types of an address. `letters`: the
 * characters of the span before them. */
static void copy_span(const struct span *span, gsize start, gsize end, int letters,
                      struct block *into)
{
    struct range words = whole_words(span->text, start, end), address;
    const char *text = span->text + words.start;
    if (span->code || !words_have_address_sign(text, words.end - words.start)) {
        add_slice(into, span, start, end, letters);
        return;
    }
    g_autofree char *copy = g_strndup(text, words.end - words.start);
    for (gsize from = 0; address_find(copy, from, &address); from = address.end) {
        gsize first = words.start + address.start;
        gsize unsaid = first + address_unsaid(span->text + first);
        if (first < start || unsaid >= end)
            continue;
        add_slice(into, span, start, first, letters);
        letters += (int)g_utf8_strlen(span->text + start, (gssize)(unsaid - start));
        start = unsaid;
    }
    add_slice(into, span, start, end, letters);
}

void piece_copy_spans(const struct block *source, struct words_place start, gsize end,
                      struct block *into)
{
    for (guint i = start.span; i < source->spans->len && start.before < end; i++) {
        const struct span *span = source->spans->pdata[i];
        gsize first = start.byte - start.before;
        gsize last = first + strnlen(span->text + first, end - start.byte);
        if (first < last)
            copy_span(span, first, last, start.letters, into);
        start.before += last;
        start.byte = start.before;
        start.letters = 0;
    }
}

char *piece_words(const struct block *source, struct words_place start, gsize end, bool *more)
{
    GString *words = g_string_new(NULL);
    gsize first = start.byte - start.before, wanted = end - start.byte;
    *more = false;
    for (guint i = start.span; i < source->spans->len && !*more; i++, first = 0) {
        const char *text = ((const struct span *)source->spans->pdata[i])->text + first;
        gsize length = strnlen(text, wanted - words->len);
        g_string_append_len(words, text, (gssize)length);
        *more = text[length] != '\0';
    }
    return g_string_free(words, FALSE);
}

gsize words_without_blanks(const char *text, gsize end)
{
    gsize length = strlen(LINE_SEPARATOR_TEXT);
    for (;;) {
        if (end > 0 && text[end - 1] == ' ')
            end--;
        else if (end >= length && memcmp(text + end - length, LINE_SEPARATOR_TEXT, length) == 0)
            end -= length;
        else
            return end;
    }
}

guint pieces_first_on(const GArray *pieces, struct piece_way way)
{
    guint low = 0, high = pieces->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        struct piece_way other = g_array_index(pieces, struct piece, middle).way;
        if (other.block < way.block || (other.block == way.block && other.child < way.child))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
