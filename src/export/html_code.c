/*
 * The white zone around a code belongs to the drawing, whatever colours the page has.
 */
#include "export/html_code.h"

#include "base/qr.h"
#include "export/html_page.h"

static void add_drawing(struct xml *page, const struct qr *qr, const char *words)
{
    int side = qr_side(qr);
    g_autofree char *box = g_strdup_printf("0 0 %d %d", side, side);
    g_autofree char *outline = qr_outline(qr);
    xml_open(page, "svg");
    xml_attribute(page, "viewBox", box);
    xml_attribute(page, "role", "img");
    xml_attribute(page, "aria-label", words);
    xml_open(page, "path");
    xml_attribute(page, "d", outline);
    xml_close(page, "path");
    xml_close(page, "svg");
}

void html_add_code(struct xml *page, const struct document *document)
{
    const char *address = document->web_address;
    struct qr *qr = address ? qr_new(address) : NULL;
    if (!qr)
        return;
    g_autofree char *words = labels_format(document->labels, LABEL_QR_ALT, "url", address, NULL);
    html_page_open(page, "figure", "code");
    add_drawing(page, qr, words);
    xml_element(page, "figcaption", labels_get(document->labels, LABEL_QR_PAGE));
    html_page_close(page, "figure");
    qr_free(qr);
}

void html_add_drawing(struct xml *page, const char *address, const char *words)
{
    struct qr *qr = qr_new(address);
    if (qr)
        add_drawing(page, qr, words);
    qr_free(qr);
}
