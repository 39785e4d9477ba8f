/*
 * Links to one place have one entry.
 */
#include "player/manifest_links.h"

#include "base/qr.h"
#include "player/leads.h"

static void add_code(JsonBuilder *builder, const char *uri, const struct labels *labels)
{
    struct qr *qr = qr_new(uri);
    if (!qr)
        return;
    g_autofree char *alt = leads_code_words(uri, labels);
    g_autofree char *outline = qr_outline(qr);
    json_open_object(builder, "code");
    json_text(builder, "alt", alt);
    json_int(builder, "side", qr_side(qr));
    json_text(builder, "d", outline);
    json_close_object(builder);
    qr_free(qr);
}

/* What an element leads to that has words on the page, and how that is written, which is the
 * caller's; NULL: nothing. */
static const char *place_of(const struct item *item, char **shown)
{
    const struct element *link = item->element ? element_link(item->element) : NULL;
    *shown = link && item->kind == ITEM_RUN ? leads_to(link) : NULL;
    return *shown ? link->as.link.uri : NULL;
}

void manifest_add_links(JsonBuilder *builder, const struct page *page, const struct labels *labels)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < page->items->len; i++) {
        g_autofree char *shown = NULL;
        const char *uri = place_of(&g_array_index(page->items, struct item, i), &shown);
        if (!uri || !g_hash_table_add(told, (gpointer)uri))
            continue;
        if (g_hash_table_size(told) == 1)
            json_open_array(builder, "links");
        json_open_object(builder, NULL);
        json_text(builder, "href", uri);
        json_text(builder, "address", shown);
        add_code(builder, uri, labels);
        json_close_object(builder);
    }
    if (g_hash_table_size(told) > 0)
        json_close_array(builder);
}
