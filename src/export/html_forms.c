/*
 * What is heard of a link says whose form it is: links are also read in lists of their own.
 */
#include "export/html_forms.h"

#include "export/form.h"
#include "export/html_page.h"

static void add_form(struct xml *page, const struct form *form, const char *title)
{
    g_autofree char *heard = g_strdup_printf("%s, %s, %s", form->label, form->kind, title);
    xml_open(page, "li");
    xml_open(page, "a");
    xml_attribute(page, "href", form->href);
    xml_attribute(page, "aria-label", heard);
    xml_text(page, form->label);
    xml_close(page, "a");
    xml_text(page, " ");
    xml_element(page, "small", form->kind);
    html_page_close(page, "li");
}

void html_add_forms(struct xml *page, const GPtrArray *forms, const char *title)
{
    if (forms->len == 0)
        return;
    html_page_open(page, "ul", "forms");
    for (guint i = 0; i < forms->len; i++)
        add_form(page, forms->pdata[i], title);
    html_page_close(page, "ul");
}
