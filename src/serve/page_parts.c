/*
 * What the panes are made of.
 */
#include "serve/page_parts.h"

void page_open(struct xml *xml, const char *element, const char *class)
{
    xml_open(xml, element);
    xml_attribute(xml, "class", class);
}

void page_open_radio(struct xml *xml, const char *class, const char *name, const char *value,
                     bool chosen)
{
    page_open(xml, "label", class);
    xml_open(xml, "input");
    xml_attribute(xml, "type", "radio");
    xml_attribute(xml, "name", name);
    xml_attribute(xml, "value", value);
    xml_attribute(xml, "checked", chosen ? "" : NULL);
    xml_close(xml, "input");
}

void page_open_alert(struct xml *xml, const char *class)
{
    page_open(xml, "div", class);
    xml_raw(xml, "<span class=\"slab\" aria-hidden=\"true\">" PAGE_WARNING "</span>");
    xml_open(xml, "div");
}

/* What is wanted of the fields that are printed with is not wanted of any other button. */
void page_add_button(struct xml *xml, const char *class, const char *action, const char *words)
{
    page_open(xml, "button", class);
    xml_attribute(xml, "formaction", action);
    xml_attribute(xml, "formnovalidate", "");
    xml_text(xml, words);
    xml_close(xml, "button");
}

void page_add_hidden(struct xml *xml, const char *name, const char *value)
{
    xml_open(xml, "input");
    xml_attribute(xml, "type", "hidden");
    xml_attribute(xml, "name", name);
    xml_attribute(xml, "value", value);
    xml_close(xml, "input");
}

void page_open_pane(struct xml *xml, const char *class, const char *id, const char *number,
                    const char *head)
{
    page_open(xml, "section", class);
    xml_attribute(xml, "aria-labelledby", id);
    xml_open(xml, "h2");
    xml_attribute(xml, "id", id);
    page_open(xml, "span", "disc");
    xml_text(xml, number);
    xml_close(xml, "span");
    xml_text(xml, " "); /* heard, and not shown in a row of boxes */
    xml_text(xml, head);
    xml_close(xml, "h2");
}

void page_add_language(struct xml *xml, const char *lang, const char *name)
{
    xml_open(xml, "bdi");
    xml_attribute(xml, "lang", lang);
    xml_text(xml, name);
    xml_close(xml, "bdi");
}

char *page_address(const struct page_choice *choice)
{
    const char *const names[] = {"words", "q", "topic", "lang", "form"};
    const char *const values[] = {choice->words, choice->query, choice->topic, choice->lang,
                                  choice->form};
    GString *address = g_string_new("/");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (values[i] && *values[i]) {
            g_string_append_printf(address, "%c%s=", address->len > 1 ? '&' : '?', names[i]);
            g_string_append_uri_escaped(address, values[i], NULL, FALSE);
        }
    return g_string_free(address, FALSE);
}
