/*
 * One path for all dark modules: a row of neighbours is one rectangle of it. The white zone of four
 * modules around them (ISO/IEC 18004 5.3.8) belongs to the drawing, whatever colours the page has.
 */
#include "export/html_code.h"

#include "base/qr.h"
#include "export/html_page.h"

enum { QUIET_ZONE = 4 };

static char *outline_of(const struct qr *qr)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < qr_width(qr); row++)
        for (int column = 0, count; column < qr_width(qr); column += count + 1) {
            for (count = 0; column + count < qr_width(qr) && qr_is_dark(qr, row, column + count);)
                count++;
            if (count > 0)
                g_string_append_printf(out, "M%d %dh%dv1h-%dz", column + QUIET_ZONE,
                                       row + QUIET_ZONE, count, count);
        }
    return g_string_free(out, FALSE);
}

static void add_drawing(struct xml *page, const struct qr *qr, const char *address,
                        const struct labels *labels)
{
    g_autofree char *words = labels_format(labels, LABEL_QR_ALT, "url", address, NULL);
    int side = qr_width(qr) + 2 * QUIET_ZONE;
    g_autofree char *box = g_strdup_printf("0 0 %d %d", side, side);
    g_autofree char *outline = outline_of(qr);
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
    struct qr *qr = document->web_address ? qr_new(document->web_address) : NULL;
    if (!qr)
        return;
    html_page_open(page, "figure", "code");
    add_drawing(page, qr, document->web_address, document->labels);
    xml_element(page, "figcaption", labels_get(document->labels, LABEL_QR_PAGE));
    html_page_close(page, "figure");
    qr_free(qr);
}

void html_add_drawing(struct xml *page, const char *address, const struct labels *labels)
{
    struct qr *qr = qr_new(address);
    if (qr)
        add_drawing(page, qr, address, labels);
    qr_free(qr);
}
