/*
 * A published folder of its own (publish/folder.h), so that it is whole whenever the program is
 * killed, and what is remembered of the other articles is left alone. In it lie the article and its
 * pictures as they lay beside each other, and, in RECORD, a line with the hash of the facts that
 * they were good with. Before there was one list of the files of all articles (last_good.c), a line
 * for each of the article's files followed, as in that list, but without the name.
 *
 * Awkward: pictures are found by their real paths, and the copy needs them where the article looks
 * for them; one that is reached through a link is not found there, and then nothing stands in.
 */
#include "publish/last_good_record.h"

#include "base/bundle.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/signature.h"
#include "content/group.h"
#include "publish/folder.h"
#include "publish/folder_parts.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORD ".record" /* no article and no picture of one has such a name */

static void source_file_free(void *data)
{
    struct source_file *file = data;
    g_free(file->name);
    g_free(file->path);
    g_free(file->digest);
    g_free(file);
}

GPtrArray *source_new(void)
{
    return g_ptr_array_new_with_free_func(source_file_free);
}

struct record *record_new(void)
{
    struct record *record = g_new0(struct record, 1);
    record->files = source_new();
    return record;
}

void record_free(void *data)
{
    struct record *record = data;
    g_free(record->facts);
    g_ptr_array_unref(record->files);
    g_free(record);
}

static void add_file(GPtrArray *files, const char *name, const char *path)
{
    struct source_file *file = g_new(struct source_file, 1);
    *file = (struct source_file){g_strdup(name), g_strdup(path), NULL};
    g_ptr_array_add(files, file);
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

GPtrArray *source_of(const struct article *article)
{
    g_autoptr(GPtrArray) pictures = images_paths(article->images);
    g_autofree char *base = g_path_get_basename(article->path);
    GPtrArray *files = source_new();
    add_file(files, base, article->path);
    for (guint i = 0; i < pictures->len; i++) {
        const char *name = name_within(article->directory, pictures->pdata[i]);
        if (!name) {
            g_ptr_array_unref(files);
            return NULL;
        }
        add_file(files, name, pictures->pdata[i]);
    }
    return files;
}

static void look_at(GArray *looks, const char *directory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    struct signature look = signature_of(path);
    g_array_append_val(looks, look);
}

GArray *source_look(const GPtrArray *files, const char *directory)
{
    GArray *looks = g_array_sized_new(FALSE, FALSE, sizeof(struct signature), 2 + 2 * files->len);
    bool settled = true;
    look_at(looks, directory, RECORD);
    look_at(looks, directory, FOLDER_INVENTORY);
    for (guint i = 0; i < files->len; i++) {
        const struct source_file *file = files->pdata[i];
        struct signature now = signature_of(file->path);
        settled = settled && signature_settled(&now);
        g_array_append_val(looks, now);
        look_at(looks, directory, file->name);
    }
    if (!settled)
        g_clear_pointer(&looks, g_array_unref);
    return looks;
}

static bool read_digest(struct source_file *file)
{
    g_autoptr(GBytes) bytes = file_peek(file->path);
    file->digest = bytes ? digest_of_bytes(bytes) : NULL;
    return bytes != NULL;
}

bool source_read(GPtrArray *files)
{
    bool ok = true;
    for (guint i = 0; ok && i < files->len; i++)
        ok = read_digest(files->pdata[i]);
    return ok;
}

static bool has_file(const GPtrArray *files, const struct source_file *file)
{
    for (guint i = 0; i < files->len; i++) {
        const struct source_file *other = files->pdata[i];
        if (g_str_equal(other->name, file->name))
            return g_str_equal(other->digest, file->digest);
    }
    return false;
}

static bool is_same_source(const GPtrArray *one, const GPtrArray *other)
{
    bool same = one->len == other->len;
    for (guint i = 0; same && i < one->len; i++)
        same = has_file(other, one->pdata[i]);
    return same;
}

void record_keep(struct record *record, const char *facts, GPtrArray *files)
{
    if (g_strcmp0(record->facts, facts) != 0 || !is_same_source(record->files, files))
        record->changed = true;
    g_free(record->facts);
    record->facts = g_strdup(facts);
    g_ptr_array_unref(record->files);
    record->files = files;
}

static void read_lines(struct record *record, const char *name, const char *text,
                       struct made_files *made)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (!*lines)
        return;
    record->facts = **lines ? g_strdup(*lines) : NULL;
    for (char **line = lines + 1; *line; line++) {
        char *blank = strchr(*line, ' ');
        if (!blank)
            continue;
        *blank = '\0';
        if (made)
            made_files_put(made, name, blank + 1, *line);
        record->changed = true;
    }
}

void record_read(struct record *record, const char *name, const char *directory,
                 struct made_files *made)
{
    g_autofree char *path = g_build_filename(directory, RECORD, NULL);
    g_autofree char *text = file_peek_text(path);
    g_autoptr(GHashTable) entries = folder_inventory(directory);
    GHashTableIter iter;
    gpointer entry;
    if (!text)
        return;
    read_lines(record, name, text, made);
    g_hash_table_iter_init(&iter, entries);
    while (g_hash_table_iter_next(&iter, &entry, NULL)) {
        g_autofree char *file = g_build_filename(directory, entry, NULL);
        if (g_str_equal(entry, RECORD) || g_str_equal(entry, FOLDER_INVENTORY))
            continue;
        add_file(record->files, entry, file);
        if (!read_digest(record->files->pdata[record->files->len - 1]))
            g_ptr_array_set_size(record->files, (int)record->files->len - 1);
    }
}

/* NULL: it is not what it was when it was kept. */
static GBytes *read_again(const struct source_file *file)
{
    GBytes *bytes = file_peek(file->path);
    g_autofree char *digest = bytes ? digest_of_bytes(bytes) : NULL;
    if (bytes && !g_str_equal(digest, file->digest))
        g_clear_pointer(&bytes, g_bytes_unref);
    return bytes;
}

/* The files of its source; NULL: not all of them are there. */
static GPtrArray *sources_of(const struct record *record)
{
    GPtrArray *bundle = bundle_new();
    for (guint i = 0; i < record->files->len && bundle; i++) {
        const struct source_file *file = record->files->pdata[i];
        GBytes *bytes = read_again(file);
        if (bytes)
            bundle_add(bundle, file->name, bytes);
        else
            g_clear_pointer(&bundle, g_ptr_array_unref);
    }
    return bundle;
}

GPtrArray *record_bundle(const struct record *record)
{
    GPtrArray *bundle = record->facts ? sources_of(record) : NULL;
    if (!bundle)
        return NULL;
    char *text = g_strconcat(record->facts, "\n", NULL);
    bundle_add(bundle, RECORD, g_bytes_new_take(text, strlen(text)));
    return bundle;
}

/* True when something stands where a file of the bundle is to go, and the list does not tell of it.
 */
static bool is_unlisted(const char *directory, GHashTable *inventory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    return !g_hash_table_contains(inventory, name) && !file_is_absent(path);
}

static void remove_unlisted(const char *directory, const GPtrArray *bundle)
{
    g_autofree char *list = g_build_filename(directory, FOLDER_INVENTORY, NULL);
    for (guint i = 0; i < bundle->len; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        g_autofree char *path = g_build_filename(directory, file->name, NULL);
        unlink(path);
    }
    remove(list);
}

void record_make_way(const char *directory, const GPtrArray *bundle, struct diag *diag)
{
    g_autoptr(GHashTable) inventory = folder_inventory(directory);
    bool damaged = false;
    for (guint i = 0; i < bundle->len && !damaged; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        damaged = is_unlisted(directory, inventory, file->name);
    }
    if (!damaged)
        return;
    diag_report(diag, RULE_MEMORY, (struct pos){.file = paths_number(directory)},
                "the list of what is remembered of this article is damaged: it is written anew");
    remove_unlisted(directory, bundle);
}

/* What somebody has put there stays. */
static bool remove_folder(const char *directory, struct diag *diag)
{
    if (file_is_absent(directory) || folder_remove(directory) || errno == ENOTEMPTY)
        return true;
    file_report_write(directory, errno, diag);
    return false;
}

bool record_is_there(const char *directory)
{
    g_autofree char *path = g_build_filename(directory, RECORD, NULL);
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

bool record_remove(const char *directory, struct diag *diag)
{
    g_autofree char *previous = folder_previous(directory, diag);
    return remove_folder(directory, diag) && (!previous || remove_folder(previous, diag));
}
