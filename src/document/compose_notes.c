/*
 * Notes: what raised numbers in the text refer to, as a section behind the article. Each has its
 * number as a label, which leads back to where the text first refers to it.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

/* The number of the note, as a link back; without one where nothing that is printed refers to it.
 */
static struct element *add_label(struct composer *composer, struct element *note,
                                 const struct node *node)
{
    const struct element *reference = g_hash_table_lookup(composer->places, node);
    struct element *label = element_new(note, ROLE_LBL, node->pos);
    if (!reference)
        return label;
    struct element *link =
        compose_labelled(composer, element_new(label, ROLE_LINK, node->pos), LABEL_NOTE_BACK);
    link->as.link.target = reference;
    link->alt = g_strdup(labels_get(composer->labels, LABEL_NOTE_BACK));
    return link;
}

static void add_note(struct composer *composer, const struct node *node, struct element *section,
                     GPtrArray *blocks)
{
    struct element *note = element_new(section, ROLE_NOTE, node->pos);
    struct block *block = block_new(BLOCK_ITEM, note, node->pos);
    note->anchor = g_strdup_printf("note.%u", node->as.note.number);
    block->as.item.marker = MARKER_NUMBER;
    block->as.item.number = g_strdup_printf("%u.", node->as.note.number);
    block->as.item.label = add_label(composer, note, node);
    g_hash_table_insert(composer->places, (gpointer)node, note);
    g_ptr_array_add(blocks, block);
    compose_blocks(composer, node, note, block->children, false);
}

/* The first of the notes, which are the last children of the article; NULL: it has none. */
static const struct node *first_note(const struct article *article)
{
    const struct node *node = article->root->first;
    while (node && node->kind != NODE_NOTE)
        node = node->next;
    return node;
}

void compose_notes(struct composer *composer)
{
    GPtrArray *blocks = composer->document->blocks;
    const struct node *node = first_note(composer->article);
    guint from = blocks->len;
    if (!node)
        return;
    struct element *section = compose_section(composer, blocks, LABEL_NOTES, (struct pos){0});
    struct block *list = block_new(BLOCK_LIST, section, node->pos);
    list->text_kind = TEXT_BODY;
    g_ptr_array_add(blocks, list);
    for (; node; node = node->next)
        add_note(composer, node, section, list->children);
    compose_mark(composer, from, PART_NOTES);
}
