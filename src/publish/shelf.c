/*
 * Entries keep words, not documents: of ten thousand articles none is held in memory.
 */
#include "publish/shelf.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/intern.h"
#include "export/html_language.h"
#include "publish/forms.h"
#include "publish/products.h"
#include "publish/shelf_order.h"
#include "publish/store.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the lists are called. */
#define LIST "index"

/* How to reach the clinic, in the words of one language. */
struct reach {
    char *telephone, *foot;
};

struct shelf {
    GPtrArray *entries; /* of struct catalogue_entry * */
    GPtrArray *notices; /* likewise */
    GHashTable *reach;  /* language -> struct reach * */
    const char *home;   /* the language of the house; NULL: not known */
};

static void reach_free(struct reach *reach)
{
    g_free(reach->telephone);
    g_free(reach->foot);
    g_free(reach);
}

struct shelf *shelf_new(void)
{
    struct shelf *shelf = g_new0(struct shelf, 1);
    shelf->entries = g_ptr_array_new_with_free_func((GDestroyNotify)catalogue_entry_free);
    shelf->notices = g_ptr_array_new_with_free_func((GDestroyNotify)catalogue_entry_free);
    shelf->reach =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)reach_free);
    return shelf;
}

void shelf_free(struct shelf *shelf)
{
    g_ptr_array_unref(shelf->entries);
    g_ptr_array_unref(shelf->notices);
    g_hash_table_unref(shelf->reach);
    g_free(shelf);
}

void shelf_set_home(struct shelf *shelf, const char *home)
{
    shelf->home = home;
}

bool shelf_lacks_reach(const struct shelf *shelf, const char *lang)
{
    return !g_hash_table_contains(shelf->reach, lang);
}

static void take_reach(struct shelf *shelf, const struct shelf_note *note)
{
    if (!note->telephone || !shelf_lacks_reach(shelf, note->lang))
        return;
    struct reach *reach = g_new(struct reach, 1);
    *reach = (struct reach){g_strdup(note->telephone), g_strdup(note->foot)};
    g_hash_table_insert(shelf->reach, g_strdup(note->lang), reach);
}

static struct catalogue_entry *new_entry(const struct article *article,
                                         const struct shelf_note *note)
{
    struct catalogue_entry *entry = catalogue_entry_new();
    entry->name = g_strdup(note->name);
    entry->topic = article_source_name(article);
    entry->title = g_strdup(note->title);
    entry->lang = g_strdup(note->lang);
    entry->rtl = note->rtl;
    return entry;
}

void shelf_add_notice(struct shelf *shelf, const struct article *article,
                      const struct shelf_note *note)
{
    struct catalogue_entry *notice = new_entry(article, note);
    notice->words = g_strdup(note->words);
    notice->from = g_strdup(article->schedule.valid_from.value);
    notice->till = g_strdup(article->schedule.valid_to.value);
    g_ptr_array_add(shelf->notices, notice);
}

void shelf_add(struct shelf *shelf, const struct article *article, const struct shelf_note *note,
               const char *language, const char *category)
{
    struct catalogue_entry *entry = new_entry(article, note);
    entry->summary = g_strdup(note->summary);
    entry->language = g_strdup(language);
    entry->category = g_strdup(category);
    entry->reviewed = g_strdup(article->reviewed.value);
    entry->art = note->art;
    g_ptr_array_add(shelf->entries, entry);
    take_reach(shelf, note);
}

GPtrArray *shelf_langs(const struct shelf *shelf)
{
    return shelf_order_langs(shelf->entries, shelf->home);
}

bool shelf_claims(const char *folder, const char *name)
{
    size_t length = strlen(LIST);
    return g_str_equal(folder, product_listed()->folder) && strncmp(name, LIST, length) == 0 &&
           (name[length] == '\0' || name[length] == '.');
}

static void name_entries(GHashTable *by_name, const GPtrArray *entries)
{
    for (guint i = 0; i < entries->len; i++) {
        struct catalogue_entry *entry = entries->pdata[i];
        g_ptr_array_set_size(entry->forms, 0);
        g_hash_table_insert(by_name, entry->name, entry);
    }
}

/* Every file to its entry. */
static void take_files(const struct shelf *shelf, const struct labels *labels,
                       const struct report *report)
{
    g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
    name_entries(by_name, shelf->entries);
    name_entries(by_name, shelf->notices);
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        struct catalogue_entry *entry = g_hash_table_lookup(by_name, file->article);
        struct form *form = entry ? form_of(file, labels) : NULL;
        if (form)
            g_ptr_array_add(entry->forms, form);
        if (!entry || !g_str_equal(file->format, product_listed()->name))
            continue;
        g_free(entry->href);
        entry->href = form_href(file);
    }
}

static char *list_name(const char *lang, const char *first)
{
    return g_str_equal(lang, first) ? g_strdup(LIST ".html")
                                    : g_strdup_printf(LIST ".%s.html", lang);
}

static const char *language_of(const struct shelf *shelf, const char *lang)
{
    for (guint i = 0; i < shelf->entries->len; i++) {
        const struct catalogue_entry *entry = shelf->entries->pdata[i];
        if (g_str_equal(entry->lang, lang))
            return entry->language;
    }
    return lang;
}

/* All lists, for each of them to lead to the others. */
static GPtrArray *list_pages(const struct shelf *shelf, const GPtrArray *langs)
{
    GPtrArray *pages = g_ptr_array_new_with_free_func((GDestroyNotify)html_language_free);
    for (guint i = 0; i < langs->len; i++) {
        const char *lang = langs->pdata[i];
        g_ptr_array_add(pages, html_language_new(g_strdup(lang), g_strdup(language_of(shelf, lang)),
                                                 list_name(lang, langs->pdata[0])));
    }
    html_languages_part(pages);
    return pages;
}

/* That there are none is something else than that they are empty. */
static void sum_texts(struct digest *sum, const char *const texts[], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool is = texts[i] != NULL;
        digest_add(sum, &is, sizeof is);
        digest_add_text(sum, texts[i]);
    }
}

/* All of them, but for what files tell. */
static void sum_entries(struct digest *sum, const GPtrArray *entries)
{
    digest_add(sum, &entries->len, sizeof entries->len);
    for (guint i = 0; i < entries->len; i++) {
        const struct catalogue_entry *e = entries->pdata[i];
        const char *const texts[] = {e->name,  e->topic,    e->title,    e->summary,
                                     e->lang,  e->language, e->category, e->reviewed,
                                     e->words, e->from,     e->till};
        const int kind[] = {e->art, e->rtl};
        sum_texts(sum, texts, G_N_ELEMENTS(texts));
        digest_add(sum, kind, sizeof kind);
    }
}

char *shelf_key(const struct shelf *shelf, const char *common, const struct report *report)
{
    struct digest *sum = digest_new();
    g_autoptr(GPtrArray) langs = shelf_langs(shelf);
    digest_add_text(sum, common);
    sum_entries(sum, shelf->entries);
    sum_entries(sum, shelf->notices);
    for (guint i = 0; i < langs->len; i++) {
        const struct reach *reach = g_hash_table_lookup(shelf->reach, langs->pdata[i]);
        const char *const texts[] = {reach ? reach->telephone : "", reach ? reach->foot : ""};
        sum_texts(sum, texts, G_N_ELEMENTS(texts));
    }
    for (guint i = 0; i < report_files_count(report->files); i++)
        if (form_is_listed(report_files_like(report->files, i)))
            form_sum(report_files_at(report->files, i), sum);
    return digest_end(sum);
}

/* The page; owned by the caller. */
static char *compose(const struct shelf *shelf, const char *lang, const GPtrArray *langs,
                     const struct labels *labels, const struct shelf_desk *desk)
{
    take_files(shelf, labels, desk->report);
    g_autoptr(GPtrArray) pages = list_pages(shelf, langs);
    g_autoptr(GPtrArray) items = shelf_order_items(shelf->entries, lang, shelf->home);
    g_autoptr(GPtrArray) notices = shelf_order_items(shelf->notices, lang, shelf->home);
    const struct reach *reach = g_hash_table_lookup(shelf->reach, lang);
    return html_catalogue(&(struct catalogue){.lang = lang,
                                              .labels = labels,
                                              .clinic = desk->clinic,
                                              .style = desk->style,
                                              .telephone = reach ? reach->telephone : "",
                                              .foot = reach ? reach->foot : "",
                                              .items = items,
                                              .notices = notices,
                                              .pages = pages});
}

/* The next build need not compose it if it would be the same. */
static void keep_in_mind(const struct shelf_desk *desk, const char *name,
                         const struct report_file *file)
{
    struct stored *stored = stored_new();
    stored_add_file(stored, file);
    stored_add_stamp(stored, file->path);
    record_put(desk->record, name, desk->key, stored);
}

bool shelf_write(const struct shelf *shelf, const char *lang, const struct labels *labels,
                 const struct shelf_desk *desk)
{
    g_autoptr(GPtrArray) langs = shelf_langs(shelf);
    g_autofree char *name = list_name(lang, langs->pdata[0]);
    const struct stored *stands = record_find(desk->record, name, desk->key);
    if (stands && stands->files->len == 1) {
        report_add_file(desk->report, *(const struct report_file *)stands->files->pdata[0]);
        return true;
    }
    char *page = compose(shelf, lang, langs, labels, desk);
    g_autoptr(GBytes) bytes = g_bytes_new_take(page, strlen(page));
    g_autofree char *path =
        g_strdup_printf("%s/%s/%s", desk->out_dir, product_listed()->folder, name);
    if (!file_write(path, bytes, desk->diag))
        return false;
    const struct report_file file = {.path = path,
                                     .article = intern(name),
                                     .format = product_listed()->name,
                                     .bytes = g_bytes_get_size(bytes)};
    report_add_file(desk->report, file);
    keep_in_mind(desk, name, &file);
    return true;
}

/* "index.html" or "index.pt-BR.html": no other file of the folder has such a name. */
static bool is_list(const char *file)
{
    if (g_str_equal(file, LIST ".html"))
        return true;
    size_t start = strlen(LIST "."), length = strlen(file), end = strlen(".html");
    if (length <= start + end || !g_str_has_prefix(file, LIST ".") ||
        !g_str_has_suffix(file, ".html"))
        return false;
    for (size_t i = start; i < length - end; i++)
        if (!g_ascii_isalnum(file[i]) && file[i] != '-')
            return false;
    return true;
}

void shelf_clear(const struct shelf *shelf, const char *out_dir, GPtrArray *removed)
{
    g_autofree char *folder = g_build_filename(out_dir, product_listed()->folder, NULL);
    g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) langs = shelf_langs(shelf);
    g_autoptr(GHashTable) kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < langs->len; i++)
        g_hash_table_add(kept, list_name(langs->pdata[i], langs->pdata[0]));
    const char *file;
    while (directory && (file = g_dir_read_name(directory)) != NULL) {
        if (!is_list(file) || g_hash_table_contains(kept, file))
            continue;
        g_autofree char *path = g_build_filename(folder, file, NULL);
        if (g_unlink(path) == 0)
            g_ptr_array_add(removed, g_steal_pointer(&path));
    }
}
