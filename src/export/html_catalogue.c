/*
 * One list; titles are headings, so that those who listen can go from handout to handout.
 */
#include "export/html_catalogue.h"

#include "base/direction.h"
#include "export/html_page.h"
#include "export/html_style.h"

static void form_free(struct catalogue_form *form)
{
    g_free(form->href);
    g_free(form->kind);
    g_free(form);
}

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

void catalogue_entry_add(struct catalogue_entry *entry, const char *label, char *href, char *kind)
{
    struct catalogue_form *form = g_new(struct catalogue_form, 1);
    *form = (struct catalogue_form){label, href, kind};
    g_ptr_array_add(entry->forms, form);
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

/* What is heard says whose form it is: links are also read in lists of their own. */
static void add_form(struct xml *page, const struct catalogue_entry *entry,
                     const struct catalogue_form *form)
{
    g_autofree char *heard = g_strdup_printf("%s, %s, %s", form->label, form->kind, entry->title);
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
    if (entry->forms->len > 0) {
        html_page_open(page, "ul", NULL);
        for (guint i = 0; i < entry->forms->len; i++)
            add_form(page, entry, entry->forms->pdata[i]);
        html_page_close(page, "ul");
    }
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
