/*
 * Entries keep words, not documents: of ten thousand articles none is held in memory. Handouts in
 * the list's own language come first.
 */
#include "publish/shelf.h"

#include "base/file.h"
#include "base/lang.h"
#include "publish/forms.h"
#include "publish/products.h"

#include <string.h>

struct shelf {
    GPtrArray *entries; /* of struct catalogue_entry * */
};

struct shelf *shelf_new(void)
{
    struct shelf *shelf = g_new(struct shelf, 1);
    shelf->entries = g_ptr_array_new_with_free_func((GDestroyNotify)catalogue_entry_free);
    return shelf;
}

void shelf_free(struct shelf *shelf)
{
    g_ptr_array_unref(shelf->entries);
    g_free(shelf);
}

void shelf_add(struct shelf *shelf, const struct document *document, const char *language)
{
    struct catalogue_entry *entry = catalogue_entry_new();
    entry->name = g_strdup(document->name);
    entry->title = g_strdup(document->title);
    entry->summary = g_strdup(document->subject);
    entry->lang = g_strdup(document->lang);
    entry->rtl = document->rtl;
    entry->language = g_strdup(language);
    g_ptr_array_add(shelf->entries, entry);
}

static guint count_of(const struct shelf *shelf, const char *lang)
{
    guint n = 0;
    for (guint i = 0; i < shelf->entries->len; i++)
        n += g_str_equal(((const struct catalogue_entry *)shelf->entries->pdata[i])->lang, lang);
    return n;
}

const char *shelf_lang(const struct shelf *shelf)
{
    const char *most = NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < shelf->entries->len; i++) {
        const char *lang = ((const struct catalogue_entry *)shelf->entries->pdata[i])->lang;
        if (!g_hash_table_add(seen, (gpointer)lang))
            continue;
        if (!most || count_of(shelf, lang) > count_of(shelf, most))
            most = lang;
    }
    return most;
}

char *shelf_stem(void)
{
    return g_strdup_printf("%s/index", product_listed()->folder);
}

static void add_file(struct catalogue_entry *entry, const struct labels *labels,
                     const struct report_file *file)
{
    if (g_str_equal(file->format, product_listed()->name)) {
        g_free(entry->href);
        entry->href = form_href(file);
    }
    struct form *form = form_of(file, labels);
    if (form)
        g_ptr_array_add(entry->forms, form);
}

/* Every file to its entry. */
static void add_files(const struct shelf *shelf, const struct labels *labels,
                      const struct report *report)
{
    g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < shelf->entries->len; i++) {
        struct catalogue_entry *entry = shelf->entries->pdata[i];
        g_hash_table_insert(by_name, entry->name, entry);
    }
    for (guint i = 0; i < report->files->len; i++) {
        const struct report_file *file = report->files->pdata[i];
        struct catalogue_entry *entry = g_hash_table_lookup(by_name, file->article);
        if (entry)
            add_file(entry, labels, file);
    }
}

/* Those that have a page, of the language before all others; these name theirs. The array is the
 * caller's. */
static GPtrArray *in_order(const struct shelf *shelf, const char *lang)
{
    GPtrArray *order = g_ptr_array_new();
    for (int own = 1; own >= 0; own--) {
        for (guint i = 0; i < shelf->entries->len; i++) {
            struct catalogue_entry *entry = shelf->entries->pdata[i];
            if (!entry->href || g_str_equal(entry->lang, lang) != own)
                continue;
            if (own)
                g_clear_pointer(&entry->language, g_free);
            g_ptr_array_add(order, entry);
        }
    }
    return order;
}

bool shelf_write(struct shelf *shelf, const struct labels *labels, const struct clinic *clinic,
                 const struct style *style, const char *out_dir, struct report *report,
                 struct diag *diag)
{
    const char *lang = shelf_lang(shelf);
    add_files(shelf, labels, report);
    g_autoptr(GPtrArray) entries = in_order(shelf, lang);
    char *page = html_catalogue(&(struct catalogue){lang, labels, clinic, style, entries});
    g_autoptr(GBytes) bytes = g_bytes_new_take(page, strlen(page));
    g_autofree char *stem = shelf_stem();
    g_autofree char *path = g_strdup_printf("%s/%s.html", out_dir, stem);
    if (!file_write(path, bytes, diag))
        return false;
    report_add_file(report, (struct report_file){.path = path,
                                                 .article = g_intern_string(stem),
                                                 .format = product_listed()->name,
                                                 .bytes = g_bytes_get_size(bytes)});
    return true;
}
