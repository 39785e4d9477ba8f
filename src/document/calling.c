/*
 * Boxes to tick alone are a list of things to do; the heading makes them reasons to call.
 */
#include "document/calling.h"

static bool begins_calling(const struct document *document, const struct block *heading)
{
    g_autofree char *words = block_words(heading);
    return labels_begin(document->labels, LABELS_CALLING_WORDS, words);
}

static bool is_to_tick(const struct block *list)
{
    for (guint i = 0; i < list->children->len; i++) {
        const struct block *item = list->children->pdata[i];
        if (item->as.item.marker != MARKER_BOX && item->as.item.marker != MARKER_CHECKED_BOX)
            return false;
    }
    return list->children->len > 0;
}

bool calling_begins(const struct document *document, const GPtrArray *blocks, guint index)
{
    const struct block *heading = blocks->pdata[index];
    const struct block *list = index + 1 < blocks->len ? blocks->pdata[index + 1] : NULL;
    return block_is_heading(heading) && list && list->kind == BLOCK_LIST && is_to_tick(list) &&
           begins_calling(document, heading);
}

GHashTable *calling_lists(const struct document *document, const GPtrArray *blocks)
{
    GHashTable *lists = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < blocks->len; i++)
        if (calling_begins(document, blocks, i))
            g_hash_table_insert(lists, blocks->pdata[i],
                                (gpointer)((const struct block *)blocks->pdata[i + 1])->element);
    return lists;
}

char *calling_label(const struct document *document)
{
    return g_strconcat(labels_get(document->labels, LABEL_CALL_US),
                       labels_get(document->labels, LABEL_FACT_SEPARATOR), NULL);
}
