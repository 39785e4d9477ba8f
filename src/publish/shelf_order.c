/*
 * The languages of one handout are found by what they have in common of their names.
 */
#include "publish/shelf_order.h"

#include "base/lang.h"
#include "export/html_catalogue.h"

#include <string.h>

static guint count_of(const GPtrArray *entries, const char *lang)
{
    guint n = 0;
    for (guint i = 0; i < entries->len; i++)
        n += g_str_equal(((const struct catalogue_entry *)entries->pdata[i])->lang, lang);
    return n;
}

/* How many there are, for the order; none are more than those in the language of the house. */
static guint weight_of(const GPtrArray *entries, const char *lang, const char *home)
{
    return home && lang_equal(home, lang) ? G_MAXUINT : count_of(entries, lang);
}

/* Behind all that have as many. */
static void insert_lang(GPtrArray *langs, const GPtrArray *entries, const char *lang,
                        const char *home)
{
    guint n = weight_of(entries, lang, home), at = 0;
    while (at < langs->len && weight_of(entries, langs->pdata[at], home) >= n)
        at++;
    g_ptr_array_insert(langs, (gint)at, (gpointer)lang);
}

GPtrArray *shelf_order_langs(const GPtrArray *entries, const char *home)
{
    GPtrArray *langs = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len; i++) {
        const char *lang = ((const struct catalogue_entry *)entries->pdata[i])->lang;
        if (g_hash_table_add(seen, (gpointer)lang))
            insert_lang(langs, entries, lang, home);
    }
    return langs;
}

/* Adds the entry to the item of its source, a new one where it is the first of them. */
static void add_entry(GPtrArray *items, GHashTable *by_source, struct catalogue_entry *entry)
{
    GPtrArray *item = g_hash_table_lookup(by_source, entry->topic);
    if (!item) {
        item = g_ptr_array_new();
        g_ptr_array_add(items, item);
        g_hash_table_insert(by_source, entry->topic, item);
    }
    g_ptr_array_add(item, entry);
}

/* Puts the entry in that language first. */
static void put_first(GPtrArray *item, const char *lang)
{
    for (guint i = 0; i < item->len; i++) {
        struct catalogue_entry *entry = item->pdata[i];
        if (!g_str_equal(entry->lang, lang))
            continue;
        g_ptr_array_remove_index(item, i);
        g_ptr_array_insert(item, 0, entry);
        return;
    }
}

/* The languages of the item as the lists are ordered, that of this list before all. */
static void order_entries(GPtrArray *item, const GPtrArray *langs, const char *lang)
{
    for (guint i = langs->len; i > 0; i--)
        put_first(item, langs->pdata[i - 1]);
    put_first(item, lang);
}

static const struct catalogue_entry *shown(gconstpointer item)
{
    return (*(GPtrArray *const *)item)->pdata[0];
}

/* By category, none behind all. */
static int compare_categories(const char *a, const char *b)
{
    if (!a || !b)
        return (a == NULL) - (b == NULL);
    return strcmp(a, b);
}

static int compare_items(gconstpointer a, gconstpointer b, gpointer lang)
{
    const struct catalogue_entry *one = shown(a), *other = shown(b);
    int order = compare_categories(one->category, other->category);
    return order != 0 ? order : g_str_equal(other->lang, lang) - g_str_equal(one->lang, lang);
}

GPtrArray *shelf_order_items(const GPtrArray *entries, const char *lang, const char *home)
{
    GPtrArray *items = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GHashTable) by_source = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len; i++) {
        struct catalogue_entry *entry = entries->pdata[i];
        if (entry->href)
            add_entry(items, by_source, entry);
    }
    g_autoptr(GPtrArray) langs = shelf_order_langs(entries, home);
    for (guint i = 0; i < items->len; i++)
        order_entries(items->pdata[i], langs, lang);
    g_ptr_array_sort_with_data(items, compare_items, (gpointer)lang);
    return items;
}
