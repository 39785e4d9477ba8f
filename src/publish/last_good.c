/*
 * MADE, the list of the files of all articles; a folder for each article whose source is
 * remembered, which is published when that has changed (last_good_record.c); and STYLE, the style
 * that is good now: the memory is opened where all settings are.
 *
 * Awkward: pictures are found by their real paths, and the copy needs them where the article looks
 * for them; one that is reached through a link is not found there, and then nothing stands in.
 */
#include "publish/last_good.h"

#include "base/digest.h"
#include "base/file.h"
#include "content/group.h"
#include "content/style.h"
#include "publish/begun.h"
#include "publish/folder.h"
#include "publish/last_good_record.h"
#include "publish/made_list.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Records that are published together: their sources are in memory then. */
#define BATCH 100

/* No article has such names. */
#define STYLE ".style.yaml"
#define MADE  ".made"

struct last_good {
    char *out_dir, *directory;
    char *facts;         /* of this build */
    GBytes *style;       /* NULL: the clinic has chosen nothing */
    struct begun *begun; /* files of this build */
    GHashTable *records; /* char *name -> struct record *: sources */
    struct made_files *made;
};

static struct record *find_record(const struct last_good *memory, const char *name)
{
    struct record *record = g_hash_table_lookup(memory->records, name);
    if (record)
        return record;
    record = record_new();
    g_hash_table_insert(memory->records, g_strdup(name), record);
    return record;
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
        made_files_put(memory->made, name, path, made);
}

static void take_made(void *user, const char *name, const char *path, const char *made)
{
    made_files_put(((const struct last_good *)user)->made, name, path, made);
}

/* What cannot be read is not remembered. */
static void read_records(struct last_good *memory)
{
    g_autofree char *list = g_build_filename(memory->directory, MADE, NULL);
    struct diag *passed_over = diag_new(false);
    g_autoptr(GPtrArray) names =
        file_is_absent(memory->directory) ? NULL : file_list(memory->directory, passed_over);
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *directory = g_build_filename(memory->directory, name, NULL);
        if (*name != '.' && record_is_there(directory))
            record_read(find_record(memory, name), name, directory, memory->made);
    }
    made_list_read(list, take_made, memory);
    diag_free(passed_over);
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
    memory->made = made_files_new();
    read_records(memory);
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
    GPtrArray *files = source_new();
    bool ok = record_add_file(files, base, article->path);
    for (guint i = 0; ok && i < pictures->len; i++) {
        const char *name = name_within(article->directory, pictures->pdata[i]);
        ok = name && record_add_file(files, name, pictures->pdata[i]);
    }
    record_keep(record, ok ? memory->facts : NULL, files);
}

char *last_good_source(const struct last_good *memory, const char *name)
{
    const struct record *record = g_hash_table_lookup(memory->records, name);
    if (!record || g_strcmp0(record->facts, memory->facts) != 0)
        return NULL;
    for (guint i = 0; i < record->files->len; i++) {
        const struct source_file *file = record->files->pdata[i];
        if (g_str_has_suffix(file->name, ".md"))
            return g_build_filename(memory->directory, name, file->name, NULL);
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

bool last_good_note(const struct last_good *memory, int *synced, struct diag *diag)
{
    return begun_note(memory->begun, synced, diag);
}

void last_good_made(struct last_good *memory, const char *name, const char *path,
                    const char *digest)
{
    g_autofree char *as_made = g_strconcat(memory->facts, ":", digest, NULL);
    made_files_put(memory->made, name, path_below(memory, path), as_made);
}

void last_good_drop(struct last_good *memory, const char *name, const char *path)
{
    const struct made_range files = made_files_of(memory->made, name);
    for (guint i = 0; i < files.count; i++) {
        struct made_file *file = &files.first[i];
        const char *digest = strchr(file->made, ':');
        if (g_str_equal(file->path, path))
            file->made = digest ? digest : "";
    }
}

/* It is no product any more. */
static void remove_file(const struct last_good *memory, struct made_file *file, GPtrArray *removed)
{
    g_autofree char *path = g_build_filename(memory->out_dir, file->path, NULL);
    if (is_as_made(path, file->made) && g_unlink(path) == 0)
        g_ptr_array_add(removed, g_steal_pointer(&path));
    file->made = NULL;
}

void last_good_sweep(struct last_good *memory, const char *name, GPtrArray *removed)
{
    const struct made_range files = made_files_of(memory->made, name);
    for (guint i = 0; i < files.count; i++)
        if (files.first[i].made && !g_str_has_prefix(files.first[i].made, memory->facts))
            remove_file(memory, &files.first[i], removed);
}

/* Two articles may have had a file of the same name, one after the other. */
static bool is_of_another(const struct made_range *all, const struct made_file *file)
{
    for (guint i = 0; i < all->count; i++) {
        const struct made_file *other = &all->first[i];
        if (other->made && other->name != file->name && g_str_equal(other->path, file->path))
            return true;
    }
    return false;
}

static void forget_files(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                         void *user, GPtrArray *removed)
{
    const struct made_range all = made_files_all(memory->made);
    for (guint i = 0; i < all.count; i++) {
        struct made_file *file = &all.first[i];
        if (is_there(user, file->name))
            continue;
        if (is_of_another(&all, file))
            file->made = NULL;
        else
            remove_file(memory, file, removed);
    }
}

void last_good_forget(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                      void *user, GPtrArray *removed)
{
    GHashTableIter iter;
    gpointer name;
    forget_files(memory, is_there, user, removed);
    g_hash_table_iter_init(&iter, memory->records);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!is_there(user, name))
            g_hash_table_iter_remove(&iter);
}

/* Those of articles that are forgotten. */
static bool remove_others(const struct last_good *memory, struct diag *diag)
{
    g_autoptr(GPtrArray) names = file_list(memory->directory, diag);
    bool ok = names != NULL;
    for (guint i = 0; ok && i < names->len; i++) {
        g_autofree char *directory = g_build_filename(memory->directory, names->pdata[i], NULL);
        if (!g_hash_table_contains(memory->records, names->pdata[i]) && record_is_there(directory))
            ok = record_remove(directory, diag);
    }
    return ok;
}

/* In the order of names, so that the same memory is the same text. */
static void tell_made(void *user, FILE *out)
{
    const struct last_good *memory = user;
    const struct made_range all = made_files_all(memory->made);
    for (guint i = 0; i < all.count; i++)
        if (all.first[i].made)
            made_list_tell(out, all.first[i].made, all.first[i].name, all.first[i].path);
}

static void tell_style(void *user, FILE *out)
{
    const struct last_good *memory = user;
    fwrite(g_bytes_get_data(memory->style, NULL), 1, g_bytes_get_size(memory->style), out);
}

/* False, reported, when it cannot be. */
static bool set_aside(const char *path, file_teller *tell, const struct last_good *memory,
                      GPtrArray *asides, struct diag *diag)
{
    if (file_holds_told(path, tell, (void *)memory))
        return true;
    struct file_aside *aside = file_set_aside_told(path, tell, (void *)memory, diag);
    if (aside)
        g_ptr_array_add(asides, aside);
    return aside != NULL;
}

/* What is remembered of all articles together. */
static bool publish_shared(const struct last_good *memory, struct diag *diag)
{
    g_autofree char *style = g_build_filename(memory->directory, STYLE, NULL);
    g_autofree char *list = g_build_filename(memory->directory, MADE, NULL);
    g_autoptr(GPtrArray) asides = g_ptr_array_new_with_free_func(file_aside_free);
    if (!memory->style && g_unlink(style) != 0 && errno != ENOENT)
        return false;
    return (!memory->style || set_aside(style, tell_style, memory, asides, diag)) &&
           set_aside(list, tell_made, memory, asides, diag) &&
           (asides->len == 0 || file_place_all(asides, -1, diag));
}

/* A folder on its way to its place. */
static void folder_free(void *data)
{
    struct folder_new *folder = data;
    g_ptr_array_unref((GPtrArray *)folder->bundle);
    g_free((char *)folder->path);
    g_free(folder);
}

/* Publishes those that are waiting, which leave. */
static bool publish_waiting(GPtrArray *waiting, struct diag *diag)
{
    bool ok = folder_publish_all(waiting, diag);
    g_ptr_array_set_size(waiting, 0);
    return ok;
}

/* Puts the record beside those that wait, or removes what is there of it. */
static bool publish_record(const struct record *record, char *directory, GPtrArray *waiting,
                           struct diag *diag)
{
    struct folder_new folder = {record_bundle(record), directory};
    if (folder.bundle) {
        g_ptr_array_add(waiting, g_memdup2(&folder, sizeof folder));
        return waiting->len < BATCH || publish_waiting(waiting, diag);
    }
    bool ok = record_remove(directory, diag);
    g_free(directory);
    return ok;
}

static bool publish_records(const struct last_good *memory, struct diag *diag)
{
    g_autoptr(GPtrArray) waiting = g_ptr_array_new_with_free_func(folder_free);
    GHashTableIter iter;
    gpointer name, record;
    bool ok = true;
    g_hash_table_iter_init(&iter, memory->records);
    while (ok && g_hash_table_iter_next(&iter, &name, &record))
        if (((struct record *)record)->changed)
            ok = publish_record(record, g_build_filename(memory->directory, name, NULL), waiting,
                                diag);
    return ok && publish_waiting(waiting, diag);
}

static bool publish(const struct last_good *memory, struct diag *diag)
{
    if (g_mkdir_with_parents(memory->directory, 0777) != 0) {
        file_report_write(memory->directory, errno, diag);
        return false;
    }
    return publish_shared(memory, diag) && remove_others(memory, diag) &&
           publish_records(memory, diag);
}

void last_good_close(struct last_good *memory, struct diag *diag)
{
    if (publish(memory, diag))
        begun_remove(memory->out_dir);
    begun_close(memory->begun);
    made_files_free(memory->made);
    g_hash_table_unref(memory->records);
    g_clear_pointer(&memory->style, g_bytes_unref);
    g_free(memory->facts);
    g_free(memory->directory);
    g_free(memory->out_dir);
    g_free(memory);
}
