/*
 * The contact block is one group, whose blocks say by their kind of fact what they are.
 */
#include "document/contact.h"

const GPtrArray *contact_facts(const struct document *document)
{
    g_autoptr(GPtrArray) contact = document_blocks(document, PART_SET(PART_CONTACT));
    return ((const struct block *)contact->pdata[0])->children;
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
