/*
 * A piece ends where its text is cut; its last lines are left for the next piece, where what
 * follows them is known. So lines that are filled one after the other end as those of the whole
 * text would.
 */
#include "layout/lengthy.h"

#include "base/direction.h"

#include <string.h>

/* Bytes of a piece. Few people write paragraphs that are longer. */
#define PIECE (8 * 1024)

static struct span *span_at(const struct lengthy *text, guint index)
{
    return text->spans->pdata[index];
}

struct lengthy lengthy_of(const GPtrArray *spans, enum text_kind kind)
{
    struct lengthy text = {.spans = spans, .kind = kind, .piece = PIECE};
    for (guint i = 0; i < spans->len; i++)
        text.left += strlen(span_at(&text, i)->text);
    return text;
}

/* At most `room` bytes of the words, up to the edge of a letter. */
static size_t cut(const char *words, size_t room)
{
    size_t length = strnlen(words, room + 1);
    return length <= room ? length
                          : (size_t)(g_utf8_find_prev_char(words, words + room + 1) - words);
}

/* What is not set yet of a span; lent. Its place is known where that is told by columns. */
static struct span rest_of(const struct lengthy *text, guint index)
{
    struct span rest = *span_at(text, index);
    if (index > text->span)
        return rest;
    rest.text += text->byte;
    if (rest.pos.col > 0 && text->kind != TEXT_CODE)
        rest.pos.col += text->letters;
    return rest;
}

/* They take room at the end of a text. */
static void drop_last_blanks(const GPtrArray *piece)
{
    for (guint i = piece->len; i > 0; i--)
        if (*g_strchomp(((struct span *)piece->pdata[i - 1])->text))
            return;
}

GPtrArray *lengthy_piece(struct lengthy *text)
{
    text->last = text->left <= text->piece * 3 / 2; /* no piece is a word or two */
    if (text->last && text->span == 0 && text->byte == 0)
        return g_ptr_array_ref((GPtrArray *)text->spans);
    GPtrArray *piece = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    size_t room = text->last ? text->left : text->piece;
    for (guint i = text->span; i < text->spans->len && room > 0; i++) {
        struct span rest = rest_of(text, i);
        size_t length = cut(rest.text, room);
        g_ptr_array_add(piece, span_slice(&rest, 0, length));
        room = rest.text[length] ? 0 : room - length;
    }
    if (!text->last)
        drop_last_blanks(piece);
    return piece;
}

/* Words that begin at a line of a piece of theirs read in the same direction as within this one. */
static bool begins_alike(const struct paragraph *p, const PangoLayoutLine *line)
{
    enum direction begin = direction_of(p->text->str + line->start_index);
    bool rtl = line->resolved_dir == PANGO_DIRECTION_RTL;
    bool alone = begin == DIRECTION_NONE ? p->setter->document->rtl : begin == DIRECTION_RTL;
    return p->as_document || alone == rtl;
}

/* The last two lines are left: what is a fact with the words behind the cut may stand in both. */
guint lengthy_lines(const struct paragraph *p, const struct lines *lines)
{
    guint n = g_slist_length(lines->list);
    n = n > 2 ? n - 2 : 0;
    while (n > 0 && !begins_alike(p, g_slist_nth_data(lines->list, n)))
        n--;
    return n;
}

void lengthy_go_on(struct lengthy *text, const struct paragraph *p, size_t offset)
{
    if (offset == 0) {
        text->piece *= 2;
        return;
    }
    size_t byte;
    guint span = paragraph_written(p, offset, &byte);
    const struct span *set = p->spans->pdata[span];
    int letters = (int)g_utf8_strlen(set->text, (gssize)byte);
    for (guint i = 0; i < span; i++)
        text->left -= strlen(((const struct span *)p->spans->pdata[i])->text);
    text->left -= byte;
    text->byte = span == 0 ? text->byte + byte : byte;
    text->letters = span == 0 ? text->letters + letters : letters;
    text->span += span;
}
