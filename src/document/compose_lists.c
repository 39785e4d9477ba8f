/*
 * Lists from the front matter: key points and questions to ask, each a section of its own.
 */
#include "base/signs.h"
#include "document/compose.h"
#include "document/compose_tools.h"

static void add_item(struct composer *composer, GPtrArray *blocks, struct element *list,
                     const struct fact *fact)
{
    struct element *item = element_new(list, ROLE_LI, fact->pos);
    struct element *label = element_new(item, ROLE_LBL, fact->pos);
    struct element *body = element_new(item, ROLE_LBODY, fact->pos);
    struct block *block = block_new(BLOCK_ITEM, body, fact->pos);
    label->actual_text = g_strdup(DISC_TEXT);
    block->as.item.marker = MARKER_DISC;
    block->as.item.label = label;
    compose_line(composer, article_line(composer->article, fact), TEXT_ITEM, body, block->children);
    g_ptr_array_add(blocks, block);
}

static void add_list(struct composer *composer, enum label label, const struct fact_list *facts)
{
    GPtrArray *blocks = composer->document->blocks;
    if (facts->items->len == 0)
        return;
    struct element *section = compose_section(composer, blocks, label, facts->pos);
    struct element *list = element_new(section, ROLE_L, facts->pos);
    list->as.list.numbering = NUMBERING_DISC;
    struct block *block = block_new(BLOCK_LIST, list, facts->pos);
    block->text_kind = TEXT_ITEM;
    g_ptr_array_add(blocks, block);
    for (guint i = 0; i < facts->items->len; i++)
        add_item(composer, block->children, list, facts->items->pdata[i]);
}

void compose_key_points(struct composer *composer)
{
    add_list(composer, LABEL_KEY_POINTS, &composer->article->key_points);
}

void compose_questions(struct composer *composer)
{
    add_list(composer, LABEL_QUESTIONS, &composer->article->questions);
}
