/*
 * A number is dialled from its words; behind other words it is told, or a display would keep it to
 * itself.
 */
#include "player/leads.h"

#include "content/address.h"

char *leads_to(const struct element *link)
{
    const char *uri = link->as.link.uri;
    enum address_kind kind = uri ? address_kind(uri) : ADDRESS_UNSAFE;
    if (kind == ADDRESS_WEB || kind == ADDRESS_MAIL)
        return address_for_paper(uri);
    return g_strdup(link->as.link.number);
}

/* A mail address and a number are said without their scheme. */
char *leads_code_words(const char *uri, const struct labels *labels)
{
    g_autofree char *said =
        address_kind(uri) == ADDRESS_WEB ? g_strdup(uri) : address_for_paper(uri);
    return labels_format(labels, LABEL_QR_ALT, "url", said, NULL);
}
