/*
 * One list; titles are headings, so that those who listen can go from handout to handout.
 */
#include "export/html_catalogue.h"

#include "base/direction.h"
#include "export/form.h"
#include "export/html_forms.h"
#include "export/html_page.h"
#include "export/html_style.h"

struct catalogue_entry *catalogue_entry_new(void)
{
    struct catalogue_entry *entry = g_new0(struct catalogue_entry, 1);
    entry->forms = g_ptr_array_new_with_free_func((GDestroyNotify)form_free);
    return entry;
}

void catalogue_entry_free(struct catalogue_entry *entry)
{
    g_free(entry->name);
    g_free(entry->title);
    g_free(entry->summary);
    g_free(entry->lang);
    g_free(entry->href);
    g_free(entry->language);
    g_ptr_array_unref(entry->forms);
    g_free(entry);
}

/* The words of an entry read their own way and have their own language. */
static void open_words(struct xml *page, const char *tag, const struct catalogue_entry *entry)
{
    xml_open(page, tag);
    xml_attribute(page, "lang", entry->lang);
    xml_attribute(page, "dir", entry->rtl ? "rtl" : "ltr");
}

static void add_title(struct xml *page, const struct catalogue_entry *entry)
{
    open_words(page, "h2", entry);
    xml_open(page, "a");
    xml_attribute(page, "href", entry->href);
    xml_text(page, entry->title);
    xml_close(page, "a");
    html_page_close(page, "h2");
    if (!entry->summary)
        return;
    open_words(page, "p", entry);
    xml_text(page, entry->summary);
    html_page_close(page, "p");
}

static void add_entry(struct xml *page, const struct catalogue_entry *entry)
{
    html_page_open(page, "section", NULL);
    add_title(page, entry);
    if (entry->language) {
        xml_open(page, "p");
        xml_attribute(page, "class", "language");
        xml_attribute(page, "lang", entry->lang);
        xml_text(page, entry->language);
        html_page_close(page, "p");
    }
    html_add_forms(page, entry->forms, entry->title);
    html_page_close(page, "section");
}

static void add_main(struct xml *page, const struct catalogue *catalogue,
                     const struct html_page *about)
{
    html_page_open_main(page, about);
    html_page_open(page, "div", "storey");
    xml_element(page, "h1", about->title);
    html_page_close(page, "div");
    html_page_open(page, "div", "catalogue");
    for (guint i = 0; i < catalogue->entries->len; i++)
        add_entry(page, catalogue->entries->pdata[i]);
    html_page_close(page, "div");
    html_page_close(page, "main");
}

char *html_catalogue(const struct catalogue *catalogue)
{
    g_autofree char *style = html_style(catalogue->style);
    const char *title = labels_get(catalogue->labels, LABEL_CATALOGUE);
    const char *sample =
        catalogue->clinic->sample ? labels_get(catalogue->labels, LABEL_SAMPLE) : NULL;
    const struct html_page about = {.title = title,
                                    .lang = catalogue->lang,
                                    .rtl = direction_of(title) == DIRECTION_RTL,
                                    .sample = sample,
                                    .style = style,
                                    .sealed = true};
    struct xml *page = html_page_new(&about);
    html_page_open(page, "div", "page");
    html_page_open_band(page, catalogue->clinic->name.value);
    html_page_close(page, "header");
    add_main(page, catalogue, &about);
    html_page_close(page, "div");
    return html_page_finish(page);
}
