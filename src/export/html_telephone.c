/*
 * The number as the contact block has it, without the words before it.
 */
#include "export/html_telephone.h"

#include "document/contact.h"
#include "export/html_page.h"

void html_add_telephone(struct xml *page, const struct document *document, const char *class)
{
    const struct block *block = contact_fact(document, FACT_TELEPHONE);
    if (!block || block->spans->len < 2)
        return;
    const struct span *number = block->spans->pdata[1];
    if (number->element->role != ROLE_LINK)
        return;
    xml_open(page, "a");
    xml_attribute(page, "class", class);
    xml_attribute(page, "href", number->element->as.link.uri);
    xml_attribute(page, "aria-label", number->element->alt);
    xml_open(page, "bdi");
    xml_attribute(page, "dir", "ltr");
    xml_text(page, number->text);
    xml_close(page, "bdi");
    html_page_close(page, "a");
}
