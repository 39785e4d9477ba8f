/*
 * Lists from the front matter: key points and questions to ask, each a section of its own.
 */
#include "document/compose.h"

static void add_item(GPtrArray *blocks, struct element *list, const struct fact *fact)
{
    struct element *item = element_new(list, ROLE_LI, fact->pos);
    struct element *label = element_new(item, ROLE_LBL, fact->pos);
    struct element *body = element_new(item, ROLE_LBODY, fact->pos);
    struct block *block = block_new(BLOCK_ITEM, body, fact->pos);
    label->actual_text = g_strdup("•");
    block->as.item.marker = MARKER_DISC;
    block->as.item.label = label;
    compose_text(block->children, TEXT_ITEM, body, fact->value, fact->pos);
    g_ptr_array_add(blocks, block);
}

static void add_section(struct composer *composer, enum label label, const struct fact_list *facts)
{
    GPtrArray *blocks = composer->document->blocks;
    if (facts->items->len == 0)
        return;
    struct element *section = element_new(composer->document->root, ROLE_SECT, facts->pos);
    struct element *heading = compose_labelled(composer, element_new(section, ROLE_H2, facts->pos));
    const char *words = labels_get(composer->labels, label);
    heading->as.heading.bookmark = g_strdup(words);
    compose_text(blocks, TEXT_HEADING_2, heading, words, facts->pos)->as.text.heading = true;

    struct element *list = element_new(section, ROLE_L, facts->pos);
    list->as.list.numbering = NUMBERING_DISC;
    struct block *block = block_new(BLOCK_LIST, list, facts->pos);
    block->text_kind = TEXT_ITEM;
    g_ptr_array_add(blocks, block);
    for (guint i = 0; i < facts->items->len; i++)
        add_item(block->children, list, facts->items->pdata[i]);
}

void compose_key_points(struct composer *composer)
{
    add_section(composer, LABEL_KEY_POINTS, &composer->article->key_points);
}

void compose_questions(struct composer *composer)
{
    add_section(composer, LABEL_QUESTIONS, &composer->article->questions);
}
