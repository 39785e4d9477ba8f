/*
 * A box is open while html->call, or html->asked, names the element that ends it.
 */
#include "export/html_asides.h"

#include "document/calling.h"
#include "export/html_page.h"
#include "export/html_telephone.h"

void html_open_call(struct html *html, const struct block *heading)
{
    const struct html_setting *setting = html->setting;
    bool numbered = setting->handout || setting->calls;
    html->call = numbered ? g_hash_table_lookup(html->calling, heading) : NULL;
    if (html->call && setting->handout)
        html_page_open(html->xml, "section", "call");
}

/* What a handout's box ends with. */
static void end_box(struct html *html)
{
    if (html->document->telephone) {
        html_page_open(html->xml, "div", "number");
        xml_element(html->xml, "span", labels_get(html->document->labels, LABEL_CALL_US));
        xml_break(html->xml);
        html_add_telephone(html->xml, html->document, NULL);
        html_page_close(html->xml, "div");
    }
    html_page_close(html->xml, "section");
}

static void add_number(struct html *html)
{
    g_autofree char *label = calling_label(html->document);
    if (!html->document->telephone)
        return;
    xml_open(html->xml, "p");
    xml_attribute(html->xml, "class", "number");
    xml_text(html->xml, label);
    xml_open(html->xml, "bdi");
    xml_attribute(html->xml, "dir", "ltr");
    xml_attribute(html->xml, "class", "nb");
    xml_text(html->xml, html->document->telephone);
    xml_close(html->xml, "bdi");
    html_page_close(html->xml, "p");
}

bool html_close_call(struct html *html, const struct element *element)
{
    bool handout = html->setting->handout, first = html->calls == 0;
    if (element != html->call)
        return false;
    html->call = NULL;
    html->calls++;
    if (handout)
        end_box(html);
    else
        add_number(html);
    return handout && first;
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
