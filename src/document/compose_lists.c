/*
 * Lists from the front matter: key points and questions to ask, each a section of its own.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

static void add_list(struct composer *composer, enum label label, const struct fact_list *facts)
{
    GPtrArray *blocks = composer->document->blocks;
    if (facts->items->len == 0)
        return;
    struct element *section = compose_section(composer, blocks, label, facts->pos);
    struct disc_list list = compose_disc_list(blocks, section, facts->pos);
    for (guint i = 0; i < facts->items->len; i++) {
        const struct fact *fact = facts->items->pdata[i];
        struct element *body;
        struct block *item = compose_disc_item(&list, fact->pos, &body);
        compose_line(composer, article_line(composer->article, fact), TEXT_ITEM, body,
                     item->children);
    }
}

void compose_key_points(struct composer *composer)
{
    add_list(composer, LABEL_KEY_POINTS, &composer->article->key_points);
}

void compose_questions(struct composer *composer)
{
    add_list(composer, LABEL_QUESTIONS, &composer->article->questions);
}
