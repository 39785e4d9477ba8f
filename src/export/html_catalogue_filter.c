/*
 * Languages stand as in the list of lists, one for each language that there are handouts in.
 */
#include "export/html_catalogue_filter.h"

#include "export/html_language.h"
#include "export/html_page.h"

static const char *word(const struct catalogue *catalogue, enum label label)
{
    return labels_get(catalogue->labels, label);
}

/* A lens with a handle; decoration. */
static void add_magnifier(struct xml *page)
{
    xml_open(page, "svg");
    xml_attribute(page, "viewBox", "0 0 20 20");
    xml_attribute(page, "aria-hidden", "true");
    xml_open(page, "path");
    xml_attribute(page, "d", "M13 8A5 5 0 1 1 3 8A5 5 0 1 1 13 8M11.6 11.6L17 17");
    xml_close(page, "path");
    xml_close(page, "svg");
}

void html_add_search(struct xml *page, const struct catalogue *catalogue)
{
    xml_open(page, "form");
    xml_attribute(page, "role", "search");
    xml_attribute(page, "hidden", "");
    xml_open(page, "label");
    xml_attribute(page, "for", "find");
    xml_text(page, word(catalogue, LABEL_FIND_HANDOUT));
    xml_close(page, "label");
    html_page_open(page, "div", "find");
    add_magnifier(page);
    xml_open(page, "input");
    xml_attribute(page, "id", "find");
    xml_attribute(page, "type", "search");
    xml_attribute(page, "autocomplete", "off");
    xml_close(page, "input");
    html_page_close(page, "div");
    html_page_close(page, "form");
}

/* `lang` "": any. */
static void add_chip(struct xml *page, const char *lang, const char *words)
{
    xml_open(page, "label");
    xml_attribute(page, "lang", *lang ? lang : NULL);
    xml_open(page, "input");
    xml_attribute(page, "type", "radio");
    xml_attribute(page, "name", "language");
    xml_attribute(page, "value", lang);
    xml_attribute(page, "checked", *lang ? NULL : "");
    xml_close(page, "input");
    xml_element(page, "bdi", words);
    html_page_close(page, "label");
}

void html_add_choice(struct xml *page, const struct catalogue *catalogue)
{
    const GPtrArray *languages = catalogue->pages;
    if (languages->len < 2)
        return;
    xml_open(page, "fieldset");
    xml_attribute(page, "class", "chips");
    xml_attribute(page, "hidden", "");
    xml_element(page, "legend", word(catalogue, LABEL_SHOW_HANDOUTS_IN));
    add_chip(page, "", word(catalogue, LABEL_ALL_LANGUAGES));
    for (guint i = 0; i < languages->len; i++) {
        const struct html_language *language = languages->pdata[i];
        add_chip(page, language->lang, language->language);
    }
    html_page_close(page, "fieldset");
}
