/*
 * Blocks to be taken apart, and English labels. Header only, for the tests of pieces.
 */
#ifndef HANDOUT_TESTS_PIECES_SKETCH_H
#define HANDOUT_TESTS_PIECES_SKETCH_H

#include "scratch.h"

#include "layout/pieces.h"

/* A document with English labels and no blocks of its own. */
struct fixture {
    struct diag *diag;
    struct labels *labels;
    struct document document;
};

static inline int setup(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    f->diag = diag_new(false);
    f->labels = labels_load("content/labels", "en", (struct pos){0}, f->diag);
    f->document.labels = f->labels;
    f->document.lang = (char *)"en";
    *state = f;
    return f->labels ? 0 : -1;
}

static inline int teardown(void **state)
{
    struct fixture *f = *state;
    labels_free(f->labels);
    diag_free(f->diag);
    g_free(f);
    return 0;
}

static inline void add_span(struct block *block, const char *text, gssize length)
{
    struct span *span = g_new0(struct span, 1);
    span->text = length < 0 ? g_strdup(text) : g_strndup(text, (gsize)length);
    g_ptr_array_add(block->spans, span);
}

static inline struct block *new_block(GPtrArray *blocks, enum block_kind kind)
{
    struct block *block = block_new(kind, NULL, (struct pos){0});
    g_ptr_array_add(blocks, block);
    return block;
}

static inline struct block *new_text(GPtrArray *blocks, const char *words)
{
    struct block *block = new_block(blocks, BLOCK_TEXT);
    block->text_kind = TEXT_BODY;
    add_span(block, words, -1);
    return block;
}

#endif
