/*
 * What is heard of a link begins with the word that is seen and says whose it is: links are also
 * read in lists of their own.
 */
#include "export/html_catalogue_item.h"

#include "content/date.h"
#include "export/form.h"
#include "export/html_motif.h"
#include "export/html_page.h"

/* The words of an entry read their own way and have their own language. */
static void open_words(struct xml *page, const char *tag, const struct catalogue_entry *entry)
{
    xml_open(page, tag);
    xml_attribute(page, "lang", entry->lang);
    xml_attribute(page, "dir", entry->rtl ? "rtl" : "ltr");
}

static void add_title(struct xml *page, const struct catalogue_entry *entry, const char *heading)
{
    open_words(page, heading, entry);
    xml_open(page, "a");
    xml_attribute(page, "href", entry->href);
    xml_text(page, entry->title);
    xml_close(page, "a");
    html_page_close(page, heading);
    if (!entry->summary)
        return;
    open_words(page, "p", entry);
    xml_text(page, entry->summary);
    html_page_close(page, "p");
}

static void open_row(struct xml *page, const struct catalogue *catalogue, enum label label)
{
    xml_open(page, "div");
    xml_element(page, "dt", labels_get(catalogue->labels, label));
    xml_open(page, "dd");
}

static void close_row(struct xml *page)
{
    xml_close(page, "dd");
    html_page_close(page, "div");
}

static void add_link(struct xml *page, const char *href, const char *lang, const char *words,
                     const char *more)
{
    g_autofree char *heard = g_strdup_printf("%s, %s", words, more);
    xml_open(page, "a");
    xml_attribute(page, "href", href);
    xml_attribute(page, "lang", lang);
    xml_attribute(page, "aria-label", heard);
    xml_text(page, words);
    xml_close(page, "a");
    xml_text(page, " ");
}

/* Those that it is there in, unless that is the list's own alone. */
static void add_languages(struct xml *page, const struct catalogue *catalogue,
                          const GPtrArray *item)
{
    const struct catalogue_entry *shown = item->pdata[0];
    if (item->len == 1 && g_str_equal(shown->lang, catalogue->lang))
        return;
    open_row(page, catalogue, LABEL_LANGUAGES);
    for (guint i = 0; i < item->len; i++) {
        const struct catalogue_entry *entry = item->pdata[i];
        add_link(page, entry->href, entry->lang, entry->language, entry->title);
    }
    close_row(page);
}

static void add_forms(struct xml *page, const struct catalogue *catalogue,
                      const struct catalogue_entry *entry)
{
    if (entry->forms->len == 0)
        return;
    open_row(page, catalogue, LABEL_FORMATS);
    for (guint i = 0; i < entry->forms->len; i++) {
        const struct form *form = entry->forms->pdata[i];
        g_autofree char *more = g_strdup_printf("%s, %s", form->kind, entry->title);
        add_link(page, form->href, NULL, form->label, more);
    }
    close_row(page);
}

static void add_review(struct xml *page, const struct catalogue *catalogue,
                       const struct catalogue_entry *entry)
{
    if (!entry->reviewed)
        return;
    struct fact fact = {.value = entry->reviewed};
    g_autofree char *words = date_fact_in_words(&fact, catalogue->labels);
    open_row(page, catalogue, LABEL_REVIEWED);
    xml_text(page, words);
    close_row(page);
}

/* For the script, parted by blanks. */
static char *languages_of(const GPtrArray *item)
{
    GString *langs = g_string_new(NULL);
    for (guint i = 0; i < item->len; i++)
        g_string_append_printf(langs, "%s%s", i > 0 ? " " : "",
                               ((const struct catalogue_entry *)item->pdata[i])->lang);
    return g_string_free(langs, FALSE);
}

void html_add_item(struct xml *page, const struct catalogue *catalogue, const GPtrArray *item,
                   const char *heading)
{
    const struct catalogue_entry *entry = item->pdata[0];
    g_autofree char *langs = languages_of(item);
    xml_open(page, "li");
    xml_attribute(page, "data-langs", langs);
    xml_break(page);
    html_add_motif_strip(page, catalogue->style->plain ? ART_NONE : entry->art);
    html_page_open(page, "div", "entry");
    add_title(page, entry, heading);
    html_page_open(page, "dl", NULL);
    add_languages(page, catalogue, item);
    add_forms(page, catalogue, entry);
    add_review(page, catalogue, entry);
    html_page_close(page, "dl");
    html_page_close(page, "div");
    html_page_close(page, "li");
}
