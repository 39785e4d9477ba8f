/*
 * Links to one place have one entry.
 */
#include "player/manifest_links.h"

#include "base/qr.h"
#include "content/address.h"

static void add_code(JsonBuilder *builder, const char *uri, const struct labels *labels)
{
    struct qr *qr = qr_new(uri);
    if (!qr)
        return;
    g_autofree char *alt = labels_format(labels, LABEL_QR_ALT, "url", uri, NULL);
    g_autofree char *outline = qr_outline(qr);
    json_open_object(builder, "code");
    json_text(builder, "alt", alt);
    json_int(builder, "side", qr_side(qr));
    json_text(builder, "d", outline);
    json_close_object(builder);
    qr_free(qr);
}

static void add_link(JsonBuilder *builder, const char *uri, const struct labels *labels)
{
    g_autofree char *address = address_for_paper(uri);
    json_open_object(builder, NULL);
    json_text(builder, "href", uri);
    json_text(builder, "address", address);
    add_code(builder, uri, labels);
    json_close_object(builder);
}

/* The addresses of the web on the page, each once, in its order (of char *, lent). */
static GPtrArray *addresses_of(const struct page *page)
{
    GPtrArray *addresses = g_ptr_array_new();
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const struct element *link = item->element ? element_link(item->element) : NULL;
        char *uri = link && item->kind == ITEM_RUN ? link->as.link.uri : NULL;
        if (uri && address_kind(uri) == ADDRESS_WEB &&
            !g_ptr_array_find_with_equal_func(addresses, uri, g_str_equal, NULL))
            g_ptr_array_add(addresses, uri);
    }
    return addresses;
}

void manifest_add_links(JsonBuilder *builder, const struct page *page, const struct labels *labels)
{
    g_autoptr(GPtrArray) addresses = addresses_of(page);
    if (addresses->len > 0)
        json_open_array(builder, "links");
    for (guint i = 0; i < addresses->len; i++)
        add_link(builder, addresses->pdata[i], labels);
    if (addresses->len > 0)
        json_close_array(builder);
}
