/*
 * Blocks and spans: making, freeing, slicing. No meaning is decided here.
 */
#include "document/document.h"

#include "base/ahead.h"
#include "base/words.h"

#include <string.h>

void span_free(struct span *span)
{
    if (!span)
        return;
    g_free(span->text);
    g_free(span);
}

struct span *span_new(const struct element *element, const char *text)
{
    struct span *span = g_new0(struct span, 1);
    span->text = g_strdup(text);
    span->element = element;
    return span;
}

struct span *span_slice(const struct span *span, size_t offset, size_t length)
{
    struct span *slice = g_memdup2(span, sizeof *span);
    slice->text = g_strndup(span->text + offset, length);
    slice->pos.col += (int)g_utf8_strlen(span->text, (gssize)offset);
    return slice;
}

struct block *block_new(enum block_kind kind, const struct element *element, struct pos pos)
{
    struct block *block = g_new0(struct block, 1);
    block->kind = kind;
    block->element = element;
    block->pos = pos;
    block->children = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    block->spans = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    return block;
}

void block_free(struct block *block)
{
    if (!block)
        return;
    g_ptr_array_unref(block->children);
    g_ptr_array_unref(block->spans);
    if (block->kind == BLOCK_ITEM)
        g_free(block->as.item.number);
    if (block->kind == BLOCK_QR)
        g_free(block->as.qr);
    if (block->kind == BLOCK_TABLE)
        g_clear_pointer(&block->as.table.cards, g_ptr_array_unref);
    g_free(block);
}

/* What is looked into at each turn was asked for at one before. */
void block_ask_ahead(const GPtrArray *blocks, guint index)
{
    enum { ARRAYS = 6, ENTRIES = 4, SPANS = 3, WORDS = 2 };
    const struct block *later = ahead_of(blocks, index);
    if (!later)
        return;
    struct block *const *at = (struct block *const *)blocks->pdata + index;
    const GPtrArray *spans = at[SPANS]->spans, *words = at[WORDS]->spans;
    __builtin_prefetch(&later->spans);
    __builtin_prefetch(at[ARRAYS]->spans);
    __builtin_prefetch(at[ENTRIES]->spans->pdata);
    __builtin_prefetch(spans->len > 0 ? spans->pdata[0] : NULL);
    __builtin_prefetch(words->len > 0 ? ((const struct span *)words->pdata[0])->text : NULL);
}

void block_copy_details(struct block *copy, const struct block *source)
{
    copy->as = source->as;
    if (copy->kind == BLOCK_ITEM)
        copy->as.item.number = g_strdup(source->as.item.number);
    if (copy->kind == BLOCK_QR)
        copy->as.qr = g_strdup(source->as.qr);
    if (copy->kind == BLOCK_TABLE && copy->as.table.cards)
        g_ptr_array_ref(copy->as.table.cards);
}

bool block_is_heading(const struct block *block)
{
    return block->kind == BLOCK_TEXT && block->as.text.heading;
}

bool block_goes_on(const struct block *above, const struct block *below)
{
    return block_is_heading(above) || below->fact == FACT_NONE || below->fact == above->fact;
}

char *block_words(const struct block *block)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < block->spans->len; i++)
        g_string_append(words, ((const struct span *)block->spans->pdata[i])->text);
    return g_string_free(words, FALSE);
}

bool block_says(const struct block *block, const char *words)
{
    g_autofree char *all = block_words(block);
    g_autofree char *text = g_utf8_casefold(all, -1);
    g_autofree char *sought = g_utf8_casefold(words, -1);
    return strstr(text, sought) != NULL;
}

static unsigned count_all(const struct block *block, unsigned (*count)(const char *text, gsize n))
{
    g_autofree char *text = block_words(block);
    unsigned all = count(text, strlen(text));
    for (guint i = 0; i < block->children->len; i++)
        all += count_all(block->children->pdata[i], count);
    return all;
}

unsigned block_count_words(const struct block *block)
{
    return count_all(block, words_count);
}

unsigned block_count_signs(const struct block *block)
{
    return count_all(block, words_count_signs);
}

GPtrArray *document_blocks(const struct document *document, unsigned parts)
{
    GPtrArray *chosen = g_ptr_array_new();
    for (guint i = 0; i < document->blocks->len; i++) {
        struct block *block = document->blocks->pdata[i];
        const struct block *later = ahead_of(document->blocks, i);
        if (later)
            __builtin_prefetch(&later->part);
        if (parts & PART_SET(block->part))
            g_ptr_array_add(chosen, block);
    }
    return chosen;
}

bool blocks_hold(const GPtrArray *blocks, enum part part)
{
    for (guint i = 0; i < blocks->len; i++)
        if (((const struct block *)blocks->pdata[i])->part == part)
            return true;
    return false;
}

void document_free(struct document *document)
{
    if (!document)
        return;
    document_free(document->beside);
    g_clear_pointer(&document->pairs, g_array_unref);
    g_ptr_array_unref(document->blocks);
    found_facts_free(document->found_facts);
    block_free(document->logo);
    if (!document->root->parent)
        element_free(document->root);
    g_free(document->title);
    g_free(document->lang);
    g_free(document->author);
    g_free(document->subject);
    g_free(document->web_address);
    g_free(document);
}
