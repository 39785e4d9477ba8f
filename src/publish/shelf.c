/*
 * Entries keep words, not documents: of ten thousand articles none is held in memory. Handouts in
 * the list's own language come first.
 */
#include "publish/shelf.h"

#include "base/file.h"
#include "base/lang.h"
#include "publish/products.h"

#include <string.h>

struct shelf {
    GPtrArray *entries; /* of struct catalogue_entry * */
};

/* What the list calls the forms; all other products are no forms of their own. */
static const struct {
    const char *product;
    enum label label;
} forms[] = {{"standard", LABEL_FORMAT_STANDARD}, {"large", LABEL_FORMAT_LARGE},
             {"giant", LABEL_FORMAT_GIANT},       {"brochure", LABEL_FORMAT_BROCHURE},
             {"booklet", LABEL_FORMAT_BOOKLET},   {"braille", LABEL_FORMAT_BRAILLE},
             {"text", LABEL_FORMAT_TEXT}};

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

/* "PDF, 94 KB": in thousands of bytes, as the report has it. */
static char *kind_of(const struct report_file *file)
{
    const char *suffix = strrchr(file->path, '.');
    g_autofree char *kind = g_ascii_strup(suffix ? suffix + 1 : "", -1);
    return g_strdup_printf("%s, %" G_GSIZE_FORMAT " KB", kind, (file->bytes + 999) / 1000);
}

/* What the list leads to first. */
static const struct product *page_product(void)
{
    const struct product *const *at = products;
    while (!(*at)->listed)
        at++;
    return *at;
}

char *shelf_stem(void)
{
    return g_strdup_printf("%s/index", page_product()->folder);
}

/* From the folder of the list. */
static char *href_of(const struct report_file *file)
{
    g_autofree char *base = g_path_get_basename(file->path);
    g_autofree char *directory = g_path_get_dirname(file->path);
    g_autofree char *folder = g_path_get_basename(directory);
    g_autofree char *escaped = g_uri_escape_string(base, NULL, FALSE);
    return g_str_equal(folder, page_product()->folder)
               ? g_steal_pointer(&escaped)
               : g_strdup_printf("../%s/%s", folder, escaped);
}

static void add_file(struct catalogue_entry *entry, const struct labels *labels,
                     const struct report_file *file)
{
    if (g_str_equal(file->format, page_product()->name)) {
        g_free(entry->href);
        entry->href = href_of(file);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_equal(file->format, forms[i].product))
            catalogue_entry_add(entry, labels_get(labels, forms[i].label), href_of(file),
                                kind_of(file));
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
                                                 .format = page_product()->name,
                                                 .bytes = g_bytes_get_size(bytes)});
    return true;
}
