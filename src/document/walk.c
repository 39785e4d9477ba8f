/*
 * Goes from block to block. Each has its element; the elements that are open are left and those
 * above the next one entered until that one is open. So sections, which no block stands for, come
 * by themselves. Awkward: a picture in a line parts it into several blocks of one element, which
 * must not be left between them; and a block without an element is as open as what surrounds it.
 */
#include "document/walk.h"

struct walk {
    GArray *steps;
    GPtrArray *open; /* of const struct element *, the root first */
};

static void add_step(struct walk *walk, enum step_kind kind, const struct element *element,
                     const struct block *block, const struct span *span)
{
    struct step step = {kind, element, block, span};
    g_array_append_val(walk->steps, step);
}

static const struct element *innermost(const struct walk *walk)
{
    return walk->open->len > 0 ? walk->open->pdata[walk->open->len - 1] : NULL;
}

static void leave(struct walk *walk)
{
    add_step(walk, STEP_LEAVE, innermost(walk), NULL, NULL);
    g_ptr_array_set_size(walk->open, (gint)walk->open->len - 1);
}

static bool is_at_or_above(const struct element *above, const struct element *element)
{
    while (element && element != above)
        element = element->parent;
    return element != NULL;
}

/* Enters what is above the element and not open yet, outermost first, then itself. */
static void enter(struct walk *walk, const struct element *element, const struct block *block)
{
    if (element == innermost(walk))
        return;
    enter(walk, element->parent, block);
    g_ptr_array_add(walk->open, (gpointer)element);
    add_step(walk, STEP_ENTER, element, block, NULL);
}

static void go_to(struct walk *walk, const struct element *element, const struct block *block)
{
    while (innermost(walk) && !is_at_or_above(innermost(walk), element))
        leave(walk);
    enter(walk, element, block);
}

static void add_words(struct walk *walk, const struct block *block)
{
    for (guint i = 0; i < block->spans->len; i++) {
        const struct span *span = block->spans->pdata[i];
        go_to(walk, span->element ? span->element : block->element, block);
        add_step(walk, STEP_WORDS, innermost(walk), block, span);
    }
}

static void add_block(struct walk *walk, const struct block *block, const struct element *around);

static void add_children(struct walk *walk, const struct block *block,
                         const struct element *element)
{
    for (guint i = 0; i < block->children->len; i++)
        add_block(walk, block->children->pdata[i], element);
}

static void add_write_line(struct walk *walk, const struct block *block)
{
    add_words(walk, block);
    if (block->as.field)
        go_to(walk, block->as.field, block);
    else
        add_step(walk, STEP_WRITE_LINE, innermost(walk), block, NULL);
}

static void add_choice(struct walk *walk, const struct block *block)
{
    if (block->as.field)
        go_to(walk, block->as.field, block);
    add_words(walk, block);
}

/* `around` is the element of the block that this one stands in. */
static void add_block(struct walk *walk, const struct block *block, const struct element *around)
{
    const struct element *element = block->element ? block->element : around;
    switch (block->kind) {
    case BLOCK_TEXT:
    case BLOCK_CODE:
    case BLOCK_ENTRY:
        go_to(walk, element, block);
        add_words(walk, block);
        break;
    case BLOCK_ITEM:
        go_to(walk, block->as.item.label, block);
        go_to(walk, element, block);
        add_children(walk, block, element);
        break;
    case BLOCK_LIST:
    case BLOCK_QUOTE:
    case BLOCK_CALLOUT:
    case BLOCK_TABLE:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_CARD:
    case BLOCK_GROUP:
        go_to(walk, element, block);
        add_children(walk, block, element);
        break;
    case BLOCK_IMAGE:
    case BLOCK_QR:
        go_to(walk, element, block);
        add_children(walk, block, around);
        break;
    case BLOCK_RULE:
        go_to(walk, around, block);
        add_step(walk, STEP_RULE, around, block, NULL);
        break;
    case BLOCK_WRITE_LINE:
        go_to(walk, element, block);
        add_write_line(walk, block);
        break;
    case BLOCK_CHOICE:
        add_choice(walk, block);
        break;
    case BLOCK_KIND_COUNT:
        g_assert_not_reached();
    }
}

GArray *document_walk(const struct document *document, unsigned parts)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, parts);
    return document_walk_blocks(document, blocks);
}

GArray *document_walk_blocks(const struct document *document, const GPtrArray *blocks)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    struct walk walk = {g_array_new(FALSE, FALSE, sizeof(struct step)), open};
    go_to(&walk, document->root, NULL);
    for (guint i = 0; i < blocks->len; i++)
        add_block(&walk, blocks->pdata[i], document->root);
    while (open->len > 0)
        leave(&walk);
    return walk.steps;
}
