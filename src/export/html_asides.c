/*
 * A box is open while html->call, or html->asked, names the element that ends it.
 */
#include "export/html_asides.h"

#include "export/html_page.h"
#include "export/html_telephone.h"

void html_open_call(struct html *html, const struct block *heading)
{
    html->call = html->setting->handout ? g_hash_table_lookup(html->calling, heading) : NULL;
    if (html->call)
        html_page_open(html->xml, "section", "call");
}

bool html_close_call(struct html *html, const struct element *element)
{
    bool first = html->calls == 0;
    if (element != html->call)
        return false;
    html->call = NULL;
    html->calls++;
    if (html->document->telephone) {
        html_page_open(html->xml, "div", "number");
        xml_element(html->xml, "span", labels_get(html->document->labels, LABEL_CALL_US));
        xml_break(html->xml);
        html_add_telephone(html->xml, html->document, NULL);
        html_page_close(html->xml, "div");
    }
    html_page_close(html->xml, "section");
    return first;
}

void html_open_questions(struct html *html, const struct block *list)
{
    if (!html->setting->handout || list->part != PART_QUESTIONS)
        return;
    html->asked = list->element;
    xml_open(html->xml, "p");
    xml_attribute(html->xml, "class", "hint");
    xml_text(html->xml, labels_get(html->document->labels, LABEL_TYPE_HERE));
    html_page_close(html->xml, "p");
}

void html_add_answer(struct html *html)
{
    xml_open(html->xml, "textarea");
    xml_attribute_int(html->xml, "rows", 2);
    xml_attribute(html->xml, "autocomplete", "off");
    xml_close(html->xml, "textarea");
}

void html_close_questions(struct html *html, const struct element *element)
{
    if (element != html->asked)
        return;
    html->asked = NULL;
    xml_open(html->xml, "li");
    xml_open(html->xml, "label");
    xml_text(html->xml, labels_get(html->document->labels, LABEL_MY_QUESTIONS));
    html_add_answer(html);
    xml_close(html->xml, "label");
    html_page_close(html->xml, "li");
}
