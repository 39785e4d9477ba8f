/*
 * The contact block is one group, whose blocks say by their kind of fact what they are. It stands
 * behind the article, and pages ask for it again and again: it is looked for from the end.
 */
#include "document/contact.h"

static enum part part_at(const GPtrArray *blocks, guint index)
{
    return ((const struct block *)blocks->pdata[index])->part;
}

const GPtrArray *contact_facts(const struct document *document)
{
    const GPtrArray *blocks = document->blocks;
    guint at = blocks->len - 1;
    while (part_at(blocks, at) != PART_CONTACT)
        at--;
    while (at > 0 && part_at(blocks, at - 1) == PART_CONTACT)
        at--;
    return ((const struct block *)blocks->pdata[at])->children;
}

const struct block *contact_fact(const struct document *document, enum fact_kind kind)
{
    const GPtrArray *facts = contact_facts(document);
    for (guint i = 0; i < facts->len; i++) {
        const struct block *block = facts->pdata[i];
        if (block->fact == kind && !block_is_heading(block))
            return block;
    }
    return NULL;
}

const char *contact_telephone(const struct document *document)
{
    const struct block *block = contact_fact(document, FACT_TELEPHONE);
    bool given = block && block->kind == BLOCK_TEXT && block->spans->len > 1;
    return given ? ((const struct span *)block->spans->pdata[1])->text : NULL;
}

GPtrArray *contact_facts_of(const struct document *document, enum fact_kind kind)
{
    const GPtrArray *facts = contact_facts(document);
    GPtrArray *chosen = g_ptr_array_new();
    for (guint i = 0; i < facts->len; i++)
        if (((const struct block *)facts->pdata[i])->fact == kind)
            g_ptr_array_add(chosen, facts->pdata[i]);
    return chosen;
}
