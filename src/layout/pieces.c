/*
 * Pieces. Taking apart and putting together walk the blocks in the same order, so a piece is known
 * by its index alone.
 */
#include "layout/pieces_parts.h"

#include "base/sentence.h"
#include "base/signs.h"
#include "base/words.h"

#include <string.h>

/* Where the walk that puts blocks together has come to. */
struct cursor {
    const GArray *pieces;
    guint at;       /* next piece in walking order */
    guint from, to; /* the stretch that is wanted */
};

/* A container that the walk is in. Its copy is made when the first wanted piece turns up, so that
 * passing by what is not wanted costs next to nothing. */
struct joint {
    const struct block *source; /* NULL: the top */
    struct joint *outer;
    bool begins;         /* its first piece is wanted */
    bool headless;       /* the head of a card or callout is not */
    bool led;            /* that of an item is, once more */
    GPtrArray *children; /* of the copy; NULL: none yet */
};

/* The block as one piece. */
static void add_whole(GArray *pieces, const struct block *block)
{
    struct piece piece = {.block = block,
                          .words = block_count_words(block),
                          .signs = block_count_signs(block),
                          .size = 1};
    g_array_append_val(pieces, piece);
}

/* Adds the words up to byte `end` as a piece and moves `start` behind them. Blank lines are no
 * piece of their own: they go with the next one. */
static void take_words(GArray *pieces, const struct block *block, const char *text, gsize *start,
                       gsize end)
{
    const struct piece *last =
        pieces->len > 0 ? &g_array_index(pieces, struct piece, pieces->len - 1) : NULL;
    struct words_place from = last && last->block == block ? last->place : (struct words_place){0};
    struct piece piece = piece_of_words(block, text, from, *start, end);
    if (piece.words + piece.signs == 0 && text[end])
        return;
    g_array_append_val(pieces, piece);
    *start = end;
}

static void take_sentences(GArray *pieces, const struct block *block,
                           const struct document *document)
{
    g_autofree char *text = block_words(block);
    gsize start = 0;
    if (block->text_kind == TEXT_FACT) { /* "Opening hours:" says nothing without what follows */
        guint first = pieces->len;
        take_words(pieces, block, text, &start, strlen(text));
        for (guint i = first; i < pieces->len; i++)
            g_array_index(pieces, struct piece, i).label = piece_label(block, document->labels);
        return;
    }
    g_autoptr(GArray) ends =
        sentence_ends(text, document->lang, labels_list(document->labels, LABELS_ABBREVIATIONS));
    for (guint i = 0; i < ends->len; i++)
        take_words(pieces, block, text, &start, g_array_index(ends, gsize, i));
}

static void take_code_lines(GArray *pieces, const struct block *block)
{
    g_autofree char *text = block_words(block);
    gsize start = 0;
    for (const char *at = text; (at = strstr(at, LINE_SEPARATOR_TEXT));) {
        at += strlen(LINE_SEPARATOR_TEXT);
        take_words(pieces, block, text, &start, (gsize)(at - text));
    }
    take_words(pieces, block, text, &start, strlen(text));
}

static void take_block(GArray *pieces, const struct block *block, const struct document *document);

/* A header row goes with the rows below it; only where there are none is it a piece of its own. */
static bool is_piece(const struct block *table, const struct block *row)
{
    return !row->as.row.header || table->children->len == 1;
}

/* The word at the head of a callout and the name of a card go with every piece below them. */
static guint first_piece(const struct block *container)
{
    bool headed = container->kind == BLOCK_CALLOUT || container->kind == BLOCK_CARD;
    return headed && container->children->len > 1 ? 1 : 0;
}

/* A card as one piece, of all its fields: `start` and `end` count children. */
static void add_card(GArray *pieces, const struct block *card)
{
    add_whole(pieces, card);
    struct piece *piece = &g_array_index(pieces, struct piece, pieces->len - 1);
    piece->start = first_piece(card);
    piece->end = card->children->len;
    piece->holder = piece->start > 0 ? card : NULL;
}

/* Cards where the table has some: letters that are read from afar leave no room for columns. */
static void take_rows(GArray *pieces, const struct block *table)
{
    const GPtrArray *cards = table->as.table.cards;
    for (guint i = 0; cards && i < cards->len; i++)
        add_card(pieces, cards->pdata[i]);
    if (cards)
        return;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *row = table->children->pdata[i];
        if (is_piece(table, row))
            add_whole(pieces, row);
    }
}

static void take_children(GArray *pieces, const struct block *block,
                          const struct document *document)
{
    guint from = pieces->len, first = first_piece(block);
    for (guint i = first; i < block->children->len; i++) {
        guint taken = pieces->len;
        take_block(pieces, block->children->pdata[i], document);
        for (; taken < pieces->len; taken++) /* the outermost child is the last to say so */
            g_array_index(pieces, struct piece, taken).way.child = i;
    }
    for (; first > 0 && from < pieces->len; from++) {
        struct piece *piece = &g_array_index(pieces, struct piece, from);
        piece->holder = piece->holder ? piece->holder : block;
    }
}

/* Words that are no advice without the sentence before them: "Tell us." */
enum { ECHO_WORDS = 2 };

static void keep_echo(GArray *pieces, guint index)
{
    struct piece *piece = &g_array_index(pieces, struct piece, index), *next = piece + 1;
    if (index + 1 < pieces->len && next->block == piece->block && next->words <= ECHO_WORDS)
        piece->keep = true;
}

/* What an item says of the list within it goes with that: "If you feel sick" with what to do then.
 */
static void take_item(GArray *pieces, const struct block *item, const struct document *document)
{
    guint from = pieces->len;
    bool leads = false;
    for (guint i = 0; i < item->children->len; i++)
        leads = leads || ((const struct block *)item->children->pdata[i])->kind == BLOCK_LIST;
    take_children(pieces, item, document);
    for (; from < pieces->len; from++) {
        struct piece *piece = &g_array_index(pieces, struct piece, from);
        piece->of_item = true;
        keep_echo(pieces, from);
        if (!leads)
            continue;
        bool head = piece->block == item->children->pdata[0];
        piece->item = piece->item || head ? piece->item : item;
        piece->keep = piece->yields = from + 1 < pieces->len;
    }
}

static void take_block(GArray *pieces, const struct block *block, const struct document *document)
{
    switch (block->kind) {
    case BLOCK_TEXT:
        take_sentences(pieces, block, document);
        break;
    case BLOCK_CODE:
        take_code_lines(pieces, block);
        break;
    case BLOCK_ITEM:
        if (block->children->len == 0)
            add_whole(pieces, block);
        take_item(pieces, block, document);
        break;
    case BLOCK_LIST:
    case BLOCK_QUOTE:
    case BLOCK_CALLOUT:
    case BLOCK_GROUP:
        take_children(pieces, block, document);
        break;
    case BLOCK_TABLE:
        take_rows(pieces, block);
        break;
    case BLOCK_CARD:
        add_card(pieces, block);
        break;
    case BLOCK_RULE:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_WRITE_LINE:
    case BLOCK_CHOICE:
    case BLOCK_ENTRY:
        add_whole(pieces, block);
        break;
    case BLOCK_KIND_COUNT:
        g_assert_not_reached();
    }
}

GArray *pieces_of(const GPtrArray *blocks, const struct document *document)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    for (guint i = 0, taken = 0; i < blocks->len; i++) {
        take_block(pieces, blocks->pdata[i], document);
        for (; taken < pieces->len; taken++)
            g_array_index(pieces, struct piece, taken).way.block = i;
    }
    pieces_bind(pieces);
    return pieces;
}

static struct block *copy_shell(const struct block *source)
{
    struct block *copy = block_new(source->kind, source->element, source->pos);
    copy->text_kind = source->text_kind;
    block_copy_details(copy, source);
    return copy;
}

static void copy_whole(const struct block *source, GPtrArray *into)
{
    struct block *copy = copy_shell(source);
    piece_copy_spans(source, (struct words_place){0}, G_MAXSIZE, copy);
    for (guint i = 0; i < source->children->len; i++)
        copy_whole(source->children->pdata[i], copy->children);
    g_ptr_array_add(into, copy);
}

/* Where a wanted piece of the container's is to go. */
static GPtrArray *place(struct joint *joint)
{
    if (!joint->children) {
        struct block *copy = copy_shell(joint->source);
        if (!joint->begins && !joint->led && copy->kind == BLOCK_ITEM)
            copy->as.item.marker = MARKER_NONE;
        joint->children = copy->children;
        if ((first_piece(joint->source) > 0 && !joint->headless) || joint->led)
            copy_whole(joint->source->children->pdata[0], copy->children);
        g_ptr_array_add(place(joint->outer), copy);
    }
    return joint->children;
}

static const struct piece *first_wanted(const struct cursor *cursor)
{
    return &g_array_index(cursor->pieces, struct piece, cursor->from);
}

/* The wanted pieces of a block with words, as one block: what was one paragraph stays one. */
static void join_words(struct cursor *cursor, const struct block *source, struct joint *joint)
{
    struct words_place start = {0};
    gsize end = 0, label = 0;
    if (cursor->at < cursor->from && first_wanted(cursor)->block == source)
        cursor->at = cursor->from;
    for (; cursor->at < cursor->pieces->len; cursor->at++) {
        const struct piece *piece = &g_array_index(cursor->pieces, struct piece, cursor->at);
        if (piece->block != source || cursor->at >= cursor->to)
            break;
        if (cursor->at < cursor->from)
            continue;
        start = end > 0 ? start : piece->place;
        end = piece->end;
        label = piece->label;
    }
    if (end == 0)
        return;
    bool more;
    g_autofree char *text = piece_words(source, start, end, &more);
    gsize length = words_without_blanks(text, end - start.byte);
    if (length == 0)
        return;
    struct block *copy = copy_shell(source);
    if (start.byte >= label)
        piece_copy_spans(source, (struct words_place){0}, MIN(label, start.byte), copy);
    piece_copy_spans(source, start, start.byte + length, copy);
    if (copy->kind == BLOCK_TEXT)
        copy->as.text.parted = start.byte > label || text[length] || more;
    g_ptr_array_add(place(joint), copy);
}

static bool wanted(const struct cursor *cursor, guint index)
{
    return index >= cursor->from && index < cursor->to;
}

static bool is_field_of(const struct block *card, const struct block *block)
{
    guint at;
    return g_ptr_array_find(card->children, block, &at);
}

/* True when the first wanted piece of the container is to stand without its head. */
static bool is_headless(const struct cursor *cursor, const struct block *container)
{
    guint first = MAX(cursor->at, cursor->from);
    const struct piece *piece = &g_array_index(cursor->pieces, struct piece, first);
    return first < cursor->pieces->len && piece->holder == container && piece->headless;
}

/* True when the first wanted piece of the item, in the list within it, has its words above it. */
static bool is_led(const struct cursor *cursor, const struct block *item)
{
    guint first = MAX(cursor->at, cursor->from);
    const struct piece *piece = &g_array_index(cursor->pieces, struct piece, first);
    return first < cursor->pieces->len && piece->led && piece->item == item;
}

/* A piece is a stretch of the card's fields, or words of one of them. */
static void join_card(struct cursor *cursor, const struct block *source, struct joint *outer)
{
    struct joint joint = {
        .source = source, .outer = outer, .headless = is_headless(cursor, source)};
    while (cursor->at < cursor->pieces->len && cursor->at < cursor->to) {
        const struct piece *piece = &g_array_index(cursor->pieces, struct piece, cursor->at);
        if (is_field_of(source, piece->block)) {
            join_words(cursor, piece->block, &joint);
            continue;
        }
        if (piece->block != source)
            return;
        for (gsize i = piece->start; i < piece->end && wanted(cursor, cursor->at); i++)
            copy_whole(source->children->pdata[i], place(&joint));
        cursor->at++;
    }
}

/* A table keeps its header row on every screen that shows a row of it. */
static void join_table(struct cursor *cursor, const struct block *source, struct joint *joint)
{
    const GPtrArray *cards = source->as.table.cards;
    for (guint i = 0; cards && i < cards->len && cursor->at < cursor->to; i++)
        join_card(cursor, cards->pdata[i], joint);
    if (cards)
        return;
    struct joint table = {.source = source, .outer = joint};
    const struct block *first = source->children->pdata[0];
    for (guint i = 0; i < source->children->len && cursor->at < cursor->to; i++) {
        const struct block *row = source->children->pdata[i];
        if (!is_piece(source, row) || !wanted(cursor, cursor->at++))
            continue;
        if (!table.children && row != first && first->as.row.header)
            copy_whole(first, place(&table));
        copy_whole(row, place(&table));
    }
}

static void join_single(struct cursor *cursor, const struct block *source, struct joint *joint)
{
    if (wanted(cursor, cursor->at++))
        copy_whole(source, place(joint));
}

static void join_block(struct cursor *cursor, const struct block *source, struct joint *joint);

/* True when the head of the container is a piece of its own. */
static bool starts_with_head(const struct cursor *cursor, const struct block *container)
{
    return cursor->at < cursor->pieces->len && container->children->len > 0 &&
           g_array_index(cursor->pieces, struct piece, cursor->at).block ==
               container->children->pdata[0];
}

static void join_container(struct cursor *cursor, const struct block *source, struct joint *outer)
{
    struct joint joint = {source,
                          outer,
                          wanted(cursor, cursor->at),
                          is_headless(cursor, source),
                          is_led(cursor, source),
                          NULL};
    guint first = starts_with_head(cursor, source) ? 0 : first_piece(source);
    if (!outer->source && cursor->at < cursor->from && first_piece(source) == 0) {
        first = first_wanted(cursor)->way.child;
        cursor->at = pieces_first_on(cursor->pieces, first_wanted(cursor)->way);
    }
    for (guint i = first; i < source->children->len && cursor->at < cursor->to; i++)
        join_block(cursor, source->children->pdata[i], &joint);
}

static void join_block(struct cursor *cursor, const struct block *source, struct joint *joint)
{
    switch (source->kind) {
    case BLOCK_TEXT:
    case BLOCK_CODE:
        join_words(cursor, source, joint);
        break;
    case BLOCK_ITEM:
        if (source->children->len == 0)
            join_single(cursor, source, joint);
        else
            join_container(cursor, source, joint);
        break;
    case BLOCK_LIST:
    case BLOCK_QUOTE:
    case BLOCK_CALLOUT:
    case BLOCK_GROUP:
        join_container(cursor, source, joint);
        break;
    case BLOCK_TABLE:
        join_table(cursor, source, joint);
        break;
    case BLOCK_CARD:
        join_card(cursor, source, joint);
        break;
    case BLOCK_RULE:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_WRITE_LINE:
    case BLOCK_CHOICE:
    case BLOCK_ENTRY:
        join_single(cursor, source, joint);
        break;
    case BLOCK_KIND_COUNT:
        g_assert_not_reached();
    }
}

static void join_blocks(struct cursor *cursor, const GPtrArray *blocks, struct joint *joint)
{
    if (cursor->from >= cursor->to)
        return;
    guint first = first_wanted(cursor)->way.block;
    cursor->at = pieces_first_on(cursor->pieces, (struct piece_way){first, 0});
    for (guint i = first; i < blocks->len && cursor->at < cursor->to; i++)
        join_block(cursor, blocks->pdata[i], joint);
}

GPtrArray *pieces_blocks(const GPtrArray *blocks, const GArray *pieces, guint from, guint to)
{
    struct cursor cursor = {.pieces = pieces, .from = from, .to = to};
    struct joint top = {.children = g_ptr_array_new_with_free_func((GDestroyNotify)block_free)};
    join_blocks(&cursor, blocks, &top);
    return top.children;
}
