/*
 * Remembers by a published folder of its own (publish/folder.h), so that it is whole whenever the
 * program is killed. In it, for each article NAME:
 *
 *     NAME/facts      the hash of the facts that its source was good with
 *     NAME/made       its files: the hash of the facts that stand in them, a colon, the hash of the
 *                     file, a blank, the path
 *     NAME/source/    the article and its pictures, as they lay beside each other
 *
 * and STYLE, the style that is good now: the memory is opened where all settings are.
 *
 * Awkward: pictures are found by their real paths, and the copy needs them where the article looks
 * for them; one that is reached through a link is not found there, and then nothing stands in.
 */
#include "publish/last_good.h"

#include "base/bundle.h"
#include "base/digest.h"
#include "base/file.h"
#include "content/group.h"
#include "content/style.h"
#include "publish/begun.h"
#include "publish/folder.h"
#include "publish/folder_parts.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* No article has such a name. */
#define STYLE ".style.yaml"

/* What is remembered of one article. */
struct record {
    char *facts;      /* NULL: it was never good */
    GHashTable *made; /* char *path -> char *"facts:digest", both owned; "": it is to go */
    GPtrArray *files; /* of struct source_file *: its source */
};

struct source_file {
    char *name; /* below NAME/source/ */
    GBytes *bytes;
};

struct last_good {
    char *out_dir, *directory;
    char *facts;         /* of this build */
    GBytes *style;       /* NULL: the clinic has chosen nothing */
    struct begun *begun; /* files of this build */
    GHashTable *records; /* char *name -> struct record * */
};

static void source_file_free(void *data)
{
    struct source_file *file = data;
    g_free(file->name);
    g_bytes_unref(file->bytes);
    g_free(file);
}

static void record_free(void *data)
{
    struct record *record = data;
    g_free(record->facts);
    g_hash_table_unref(record->made);
    g_ptr_array_unref(record->files);
    g_free(record);
}

static struct record *find_record(const struct last_good *memory, const char *name)
{
    struct record *record = g_hash_table_lookup(memory->records, name);
    if (record)
        return record;
    record = g_new0(struct record, 1);
    record->made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    record->files = g_ptr_array_new_with_free_func(source_file_free);
    g_hash_table_insert(memory->records, g_strdup(name), record);
    return record;
}

static bool add_source(struct record *record, const char *name, const char *path)
{
    GBytes *bytes = file_peek(path);
    if (!bytes)
        return false;
    struct source_file *file = g_new(struct source_file, 1);
    *file = (struct source_file){g_strdup(name), bytes};
    g_ptr_array_add(record->files, file);
    return true;
}

static void hash_file(struct digest *sum, const char *directory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    g_autoptr(GBytes) bytes = file_peek(path);
    digest_add_file(sum, name, bytes);
}

static void hash_facts(struct digest *sum, const char *content_dir, struct diag *diag)
{
    g_autofree char *labels = g_build_filename(content_dir, "labels", NULL);
    g_autoptr(GPtrArray) names = file_is_absent(labels) ? NULL : file_list(labels, diag);
    hash_file(sum, content_dir, "clinic.yaml");
    hash_file(sum, content_dir, STYLE_FILE);
    for (guint i = 0; names && i < names->len; i++)
        hash_file(sum, labels, names->pdata[i]);
}

/* All that stands in products beside the articles' own words. */
char *last_good_hash_facts(const char *content_dir, struct diag *diag)
{
    struct digest *sum = digest_new();
    g_autofree char *shared = group_shared(content_dir);
    hash_facts(sum, content_dir, diag);
    if (shared)
        hash_facts(sum, shared, diag);
    return digest_end(sum);
}

static void read_made(struct record *record, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        const char *blank = strchr(*line, ' ');
        if (blank)
            g_hash_table_replace(record->made, g_strdup(blank + 1),
                                 g_strndup(*line, (gsize)(blank - *line)));
    }
}

/* One file of the folder, whose name there begins with that of its article. */
static void read_entry(const struct last_good *memory, const char *entry)
{
    g_auto(GStrv) parts = g_strsplit(entry, "/", 3);
    g_autofree char *path = g_build_filename(memory->directory, entry, NULL);
    if (!parts[0] || !parts[1])
        return;
    struct record *record = find_record(memory, parts[0]);
    if (parts[2]) {
        add_source(record, parts[2], path);
        return;
    }
    g_autofree char *text = file_peek_text(path);
    if (!text)
        return;
    if (g_str_equal(parts[1], "facts"))
        record->facts = g_steal_pointer(&text);
    else
        read_made(record, text);
}

/* What somebody has changed since, or put in its place, is not ours. */
static bool is_as_made(const char *path, const char *made)
{
    const char *digest = strchr(made, ':');
    g_autoptr(GBytes) bytes = digest ? file_peek(path) : NULL;
    g_autofree char *now = bytes ? digest_of_bytes(bytes) : NULL;
    return !digest || (now && g_str_equal(now, digest + 1));
}

/* By a build that was killed: what it did not come to is as it was. */
static void take_begun(void *user, const char *name, const char *path, const char *made)
{
    struct last_good *memory = user;
    g_autofree char *file = g_build_filename(memory->out_dir, path, NULL);
    if (is_as_made(file, made))
        g_hash_table_replace(find_record(memory, name)->made, g_strdup(path), g_strdup(made));
}

struct last_good *last_good_open(const char *out_dir, const char *content_dir, const char *facts)
{
    struct last_good *memory = g_new0(struct last_good, 1);
    memory->out_dir = g_strdup(out_dir);
    memory->directory = g_build_filename(out_dir, LAST_GOOD_DIRECTORY, NULL);
    memory->facts = g_strdup(facts);
    g_autofree char *style = group_file(content_dir, STYLE_FILE);
    memory->style = file_peek(style);
    memory->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, record_free);
    g_autoptr(GHashTable) entries = folder_inventory(memory->directory);
    GHashTableIter iter;
    gpointer entry;
    g_hash_table_iter_init(&iter, entries);
    while (g_hash_table_iter_next(&iter, &entry, NULL))
        read_entry(memory, entry);
    begun_read(out_dir, take_begun, memory);
    memory->begun = begun_open(out_dir, facts);
    return memory;
}

char *last_good_style(const char *out_dir)
{
    char *path = g_build_filename(out_dir, LAST_GOOD_DIRECTORY, STYLE, NULL);
    if (file_is_absent(path))
        g_clear_pointer(&path, g_free);
    return path;
}

/* The name of a picture in the folder of its article, or in what the group has for that; NULL: it
 * lies elsewhere. */
static const char *name_within(const char *directory, const char *real)
{
    char root[PATH_MAX];
    g_autofree char *shared = group_shared(directory);
    if (realpath(directory, root) && g_str_has_prefix(real, root))
        return real + strlen(root) + 1;
    return shared ? name_within(shared, real) : NULL;
}

void last_good_keep(struct last_good *memory, const struct article *article)
{
    struct record *record = find_record(memory, article->name);
    g_autoptr(GPtrArray) pictures = images_paths(article->images);
    g_autofree char *base = g_path_get_basename(article->path);
    g_ptr_array_set_size(record->files, 0);
    g_clear_pointer(&record->facts, g_free);
    bool ok = add_source(record, base, article->path);
    for (guint i = 0; ok && i < pictures->len; i++) {
        const char *name = name_within(article->directory, pictures->pdata[i]);
        ok = name && add_source(record, name, pictures->pdata[i]);
    }
    if (ok)
        record->facts = g_strdup(memory->facts);
}

char *last_good_source(const struct last_good *memory, const char *name)
{
    const struct record *record = g_hash_table_lookup(memory->records, name);
    if (!record || g_strcmp0(record->facts, memory->facts) != 0)
        return NULL;
    for (guint i = 0; i < record->files->len; i++) {
        const struct source_file *file = record->files->pdata[i];
        if (g_str_has_suffix(file->name, ".md"))
            return g_build_filename(memory->directory, name, "source", file->name, NULL);
    }
    return NULL;
}

/* Below the output directory. */
static const char *path_below(const struct last_good *memory, const char *path)
{
    const char *rest = path + strlen(memory->out_dir);
    return rest + strspn(rest, "/");
}

void last_good_begin(const struct last_good *memory, const char *name, const char *path,
                     const char *digest)
{
    begun_add(memory->begun, name, path_below(memory, path), digest);
}

void last_good_made(struct last_good *memory, const char *name, const char *path,
                    const char *digest)
{
    struct record *record = find_record(memory, name);
    g_hash_table_replace(record->made, g_strdup(path_below(memory, path)),
                         g_strconcat(memory->facts, ":", digest, NULL));
}

void last_good_drop(struct last_good *memory, const char *name, const char *path)
{
    struct record *record = find_record(memory, name);
    const char *made = g_hash_table_lookup(record->made, path);
    const char *digest = made ? strchr(made, ':') : NULL;
    if (made)
        g_hash_table_replace(record->made, g_strdup(path), g_strdup(digest ? digest : ""));
}

static void remove_file(const struct last_good *memory, const char *path, const char *made,
                        GPtrArray *removed)
{
    g_autofree char *file = g_build_filename(memory->out_dir, path, NULL);
    if (is_as_made(file, made) && g_unlink(file) == 0)
        g_ptr_array_add(removed, g_steal_pointer(&file));
}

void last_good_sweep(struct last_good *memory, const char *name, GPtrArray *removed)
{
    GHashTableIter iter;
    gpointer path, made;
    g_hash_table_iter_init(&iter, find_record(memory, name)->made);
    while (g_hash_table_iter_next(&iter, &path, &made)) {
        if (g_str_has_prefix(made, memory->facts))
            continue;
        remove_file(memory, path, made, removed);
        g_hash_table_iter_remove(&iter);
    }
}

/* Two articles may have had a file of the same name, one after the other. */
static bool is_of_another(const struct last_good *memory, const char *path,
                          const struct record *record)
{
    GHashTableIter iter;
    gpointer other;
    g_hash_table_iter_init(&iter, memory->records);
    while (g_hash_table_iter_next(&iter, NULL, &other))
        if (other != record && g_hash_table_contains(((struct record *)other)->made, path))
            return true;
    return false;
}

static void remove_all(const struct last_good *memory, const struct record *record,
                       GPtrArray *removed)
{
    GHashTableIter iter;
    gpointer path, made;
    g_hash_table_iter_init(&iter, record->made);
    while (g_hash_table_iter_next(&iter, &path, &made))
        if (!is_of_another(memory, path, record))
            remove_file(memory, path, made, removed);
}

void last_good_forget(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                      void *user, GPtrArray *removed)
{
    GHashTableIter iter;
    gpointer name, record;
    g_hash_table_iter_init(&iter, memory->records);
    while (g_hash_table_iter_next(&iter, &name, &record))
        if (!is_there(user, name)) {
            remove_all(memory, record, removed);
            g_hash_table_iter_remove(&iter);
        }
}

static void add_text(GPtrArray *bundle, const char *name, const char *file, const char *text)
{
    g_autofree char *entry = g_strconcat(name, "/", file, NULL);
    bundle_add(bundle, entry, g_bytes_new(text, strlen(text)));
}

/* A line a file, sorted, so that the same memory is the same text. */
static char *made_text(const struct record *record)
{
    g_autoptr(GList) paths = g_list_sort(g_hash_table_get_keys(record->made), (GCompareFunc)strcmp);
    GString *text = g_string_new(NULL);
    for (const GList *at = paths; at; at = at->next)
        g_string_append_printf(text, "%s %s\n",
                               (const char *)g_hash_table_lookup(record->made, at->data),
                               (const char *)at->data);
    return g_string_free(text, FALSE);
}

static void add_record(GPtrArray *bundle, const char *name, const struct record *record)
{
    g_autofree char *made = made_text(record);
    if (record->facts)
        add_text(bundle, name, "facts", record->facts);
    if (*made)
        add_text(bundle, name, "made", made);
    for (guint i = 0; record->facts && i < record->files->len; i++) {
        const struct source_file *file = record->files->pdata[i];
        g_autofree char *entry = g_strconcat(name, "/source/", file->name, NULL);
        bundle_add(bundle, entry, g_bytes_ref(file->bytes));
    }
}

static bool publish(const struct last_good *memory, struct diag *diag)
{
    g_autoptr(GPtrArray) bundle = bundle_new();
    g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *parent = g_path_get_dirname(memory->directory);
    GHashTableIter iter;
    gpointer name, record;
    g_hash_table_iter_init(&iter, memory->records);
    while (g_hash_table_iter_next(&iter, &name, &record))
        add_record(bundle, name, record);
    if (memory->style)
        bundle_add(bundle, STYLE, g_bytes_ref(memory->style));
    if (g_mkdir_with_parents(parent, 0777) == 0)
        return folder_publish(bundle, memory->directory, removed, diag);
    file_report_write(parent, errno, diag);
    return false;
}

void last_good_close(struct last_good *memory, struct diag *diag)
{
    if (publish(memory, diag))
        begun_remove(memory->out_dir);
    begun_close(memory->begun);
    g_hash_table_unref(memory->records);
    g_clear_pointer(&memory->style, g_bytes_unref);
    g_free(memory->facts);
    g_free(memory->directory);
    g_free(memory->out_dir);
    g_free(memory);
}
