/*
 * Titles are headings, so that those who listen can go from handout to handout. Everything can be
 * used without the script; what needs it is hidden until it runs.
 */
#include "export/html_catalogue.h"

#include "base/direction.h"
#include "export/form.h"
#include "export/html_catalogue_filter.h"
#include "export/html_catalogue_item.h"
#include "export/html_catalogue_notice.h"
#include "export/html_language.h"
#include "export/html_motif.h"
#include "export/html_page.h"
#include "export/html_style.h"

#include <gio/gio.h>

struct catalogue_entry *catalogue_entry_new(void)
{
    struct catalogue_entry *entry = g_new0(struct catalogue_entry, 1);
    entry->forms = g_ptr_array_new_with_free_func((GDestroyNotify)form_free);
    return entry;
}

void catalogue_entry_free(struct catalogue_entry *entry)
{
    g_free(entry->name);
    g_free(entry->topic);
    g_free(entry->words);
    g_free(entry->from);
    g_free(entry->till);
    g_free(entry->title);
    g_free(entry->summary);
    g_free(entry->lang);
    g_free(entry->href);
    g_free(entry->language);
    g_free(entry->category);
    g_free(entry->reviewed);
    g_ptr_array_unref(entry->forms);
    g_free(entry);
}

static const char *word(const struct catalogue *catalogue, enum label label)
{
    return labels_get(catalogue->labels, label);
}

static const char *category_of(const GPtrArray *item)
{
    return ((const struct catalogue_entry *)item->pdata[0])->category;
}

/* True when the item begins a category, or what stands in none. */
static bool begins_category(const GPtrArray *items, guint i)
{
    return i == 0 || g_strcmp0(category_of(items->pdata[i]), category_of(items->pdata[i - 1])) != 0;
}

static bool has_categories(const struct catalogue *catalogue)
{
    return catalogue->items->len > 0 && category_of(catalogue->items->pdata[0]);
}

static const char *category_words(const struct catalogue *catalogue, guint i)
{
    const char *category = category_of(catalogue->items->pdata[i]);
    return category ? categories_name(catalogue->style->categories, category, catalogue->lang)
                    : word(catalogue, LABEL_MORE_TOPICS);
}

static char *category_place(guint i)
{
    return g_strdup_printf("topic-%u", i + 1);
}

static void add_storey(struct xml *page, const struct catalogue *catalogue)
{
    html_page_open(page, "div", "storey");
    html_page_open(page, "div", "head");
    xml_element(page, "h1", word(catalogue, LABEL_CATALOGUE));
    xml_open(page, "p");
    xml_attribute(page, "class", "lead");
    xml_text(page, word(catalogue, LABEL_CATALOGUE_LEAD));
    html_page_close(page, "p");
    html_add_search(page, catalogue);
    html_page_close(page, "div");
    html_add_motif(page, catalogue->style->plain ? ART_NONE : ART_LEAVES);
    html_page_close(page, "div");
}

static void add_topic(struct xml *page, const struct catalogue *catalogue, guint first, guint n)
{
    g_autofree char *place = category_place(first);
    g_autofree char *href = g_strconcat("#", place, NULL);
    g_autofree char *count = g_strdup_printf("%u", n);
    xml_open(page, "li");
    xml_open(page, "a");
    xml_attribute(page, "href", href);
    xml_element(page, "bdi", category_words(catalogue, first));
    xml_close(page, "a");
    xml_text(page, " ");
    xml_element(page, "small", count);
    html_page_close(page, "li");
}

static void add_topics(struct xml *page, const struct catalogue *catalogue)
{
    const GPtrArray *items = catalogue->items;
    html_page_open_nav(page, "topics", word(catalogue, LABEL_TOPICS));
    for (guint i = 0, n; i < items->len; i += n) {
        for (n = 1; i + n < items->len && !begins_category(items, i + n);)
            n++;
        add_topic(page, catalogue, i, n);
    }
    html_page_close_nav(page);
}

static void add_side(struct xml *page, const struct catalogue *catalogue)
{
    if (!has_categories(catalogue) && catalogue->pages->len < 2)
        return; /* then there is one language, too */
    html_page_open(page, "div", "side");
    if (has_categories(catalogue))
        add_topics(page, catalogue);
    html_add_choice(page, catalogue);
    html_add_languages(page, catalogue->pages, catalogue->lang, catalogue->labels);
    html_page_close(page, "div");
}

static void open_category(struct xml *page, const struct catalogue *catalogue, guint i)
{
    g_autofree char *place = category_place(i);
    html_page_open(page, "section", NULL);
    if (has_categories(catalogue)) {
        xml_open(page, "h2");
        xml_attribute(page, "id", place);
        xml_element(page, "bdi", category_words(catalogue, i));
        html_page_close(page, "h2");
    }
    html_page_open(page, "ul", "items");
}

static void close_category(struct xml *page)
{
    html_page_close(page, "ul");
    html_page_close(page, "section");
}

static void add_count(struct xml *page, const struct catalogue *catalogue)
{
    g_autofree char *count = g_strdup_printf("%u", catalogue->items->len);
    g_autofree char *words =
        labels_format(catalogue->labels, LABEL_HANDOUTS_FOUND, "count", count, NULL);
    xml_open(page, "p");
    xml_attribute(page, "role", "status");
    xml_attribute(page, "data-words", word(catalogue, LABEL_HANDOUTS_FOUND));
    xml_text(page, words);
    html_page_close(page, "p");
    xml_open(page, "p");
    xml_attribute(page, "class", "nothing");
    xml_attribute(page, "hidden", "");
    xml_text(page, word(catalogue, LABEL_NOTHING_FOUND));
    html_page_close(page, "p");
}

static void add_list(struct xml *page, const struct catalogue *catalogue)
{
    const GPtrArray *items = catalogue->items;
    const char *heading = has_categories(catalogue) ? "h3" : "h2";
    html_page_open(page, "div", "catalogue");
    if (!catalogue->style->plain)
        html_add_motif_strips(page);
    add_count(page, catalogue);
    for (guint i = 0; i < items->len; i++) {
        if (begins_category(items, i)) {
            if (i > 0)
                close_category(page);
            open_category(page, catalogue, i);
        }
        html_add_item(page, catalogue, items->pdata[i], heading);
    }
    close_category(page);
    html_page_close(page, "div");
}

static char *write_page(const struct catalogue *catalogue, const struct html_page *about)
{
    struct xml *page = html_page_new(about);
    html_page_open(page, "div", "page");
    html_page_open_band(page, catalogue->clinic->name.value);
    xml_raw(page, catalogue->telephone);
    html_page_close(page, "header");
    html_page_open_main(page, about);
    add_storey(page, catalogue);
    html_add_notices(page, catalogue);
    add_side(page, catalogue);
    add_list(page, catalogue);
    html_page_close(page, "main");
    xml_raw(page, catalogue->foot);
    html_page_close(page, "div");
    html_page_add_script(page, about);
    return html_page_finish(page);
}

char *html_catalogue(const struct catalogue *catalogue)
{
    g_autofree char *style = html_style(catalogue->style);
    g_autoptr(GBytes) script =
        g_resources_lookup_data("/handout/web/catalogue.js", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_autofree char *source = g_strndup(g_bytes_get_data(script, NULL), g_bytes_get_size(script));
    const char *title = word(catalogue, LABEL_CATALOGUE);
    const struct html_page about = {
        .title = title,
        .lang = catalogue->lang,
        .rtl = direction_of(title) == DIRECTION_RTL,
        .sample = catalogue->clinic->sample ? word(catalogue, LABEL_SAMPLE) : NULL,
        .style = style,
        .script = source,
        .skip = word(catalogue, LABEL_SKIP_LINK),
        .sealed = true};
    return write_page(catalogue, &about);
}
