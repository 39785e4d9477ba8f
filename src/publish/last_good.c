/*
 * MADE, the list of the files of all articles; a folder for each article whose source is
 * remembered, which is published when that has changed (last_good_record.c); and STYLE, the style
 * that is good now: the memory is opened where all settings are. A source is read when it is asked
 * for.
 */
#include "publish/last_good.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/intern.h"
#include "content/group.h"
#include "content/style.h"
#include "publish/begun.h"
#include "publish/folder.h"
#include "publish/last_good_kept.h"
#include "publish/last_good_record.h"
#include "publish/made_list.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Records that are published together: their sources are in memory then. */
#define BATCH 100

/* No article has such names. */
#define STYLE ".style.yaml"
#define MADE  ".made"

struct last_good {
    char *out_dir, *directory, *list; /* MADE */
    char *facts;                      /* of this build */
    GBytes *style;                    /* NULL: the clinic has chosen nothing */
    struct begun *begun;              /* files of this build */
    GHashTable *records; /* char *name -> struct record *: sources that were asked for */
    GHashTable *gone;    /* char *name: articles that are not there any more */
    struct made_files *made;
    bool known;   /* MADE told of just these when the build began, or was left to it */
    bool changed; /* they are not what MADE tells of */
    bool leaves;  /* MADE to the build that follows */
    bool gaps;    /* some of them are none any more */
    struct last_good_kept *kept; /* lent; NULL: nothing is */
};

/* What cannot be read is not remembered. `made`: as record_read has it. */
static struct record *find_record(const struct last_good *memory, const char *name,
                                  struct made_files *made)
{
    struct record *record = g_hash_table_lookup(memory->records, name);
    g_autofree char *directory = g_build_filename(memory->directory, name, NULL);
    if (record)
        return record;
    record = record_new();
    if (record_is_there(directory))
        record_read(record, name, directory, made);
    g_hash_table_insert(memory->records, g_strdup(name), record);
    return record;
}

/* Names in the directory; none when it cannot be read. */
static GPtrArray *list_names(const struct last_good *memory)
{
    struct diag *passed_over = diag_new(false);
    GPtrArray *names =
        file_is_absent(memory->directory) ? NULL : file_list(memory->directory, passed_over);
    diag_free(passed_over);
    return names ? names : g_ptr_array_new();
}

/* By a build that was killed: what it did not come to is as it was. */
static void take_begun(void *user, const char *name, const char *path, const char *made)
{
    struct last_good *memory = user;
    g_autofree char *file = g_build_filename(memory->out_dir, path, NULL);
    if (made_as_told(file, made) && made_files_put(memory->made, name, path, made))
        memory->changed = true;
}

static void take_made(void *user, const char *name, const char *path, const char *made)
{
    made_files_put(((const struct last_good *)user)->made, name, path, made);
}

/* As they were told of before there was a list. */
static void read_records(struct last_good *memory)
{
    g_autoptr(GPtrArray) names = list_names(memory);
    for (guint i = 0; i < names->len; i++)
        if (*(const char *)names->pdata[i] != '.')
            find_record(memory, names->pdata[i], memory->made);
}

static void read_made(struct last_good *memory)
{
    memory->made =
        memory->kept ? last_good_kept_take(memory->kept, memory->list, &memory->changed) : NULL;
    memory->known = memory->made != NULL;
    if (memory->made)
        return;
    memory->made = made_files_new();
    if (file_is_absent(memory->list))
        read_records(memory);
    else
        made_list_read(memory->list, take_made, memory);
}

struct last_good *last_good_open(const char *out_dir, const char *content_dir, const char *facts,
                                 struct last_good_kept *kept)
{
    struct last_good *memory = g_new0(struct last_good, 1);
    memory->out_dir = g_strdup(out_dir);
    memory->directory = g_build_filename(out_dir, LAST_GOOD_DIRECTORY, NULL);
    memory->list = g_build_filename(memory->directory, MADE, NULL);
    memory->facts = g_strdup(facts);
    g_autofree char *style = group_file(content_dir, STYLE_FILE);
    memory->style = file_peek(style);
    memory->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, record_free);
    memory->gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    memory->kept = kept;
    if (kept)
        last_good_kept_settle(kept, facts);
    read_made(memory);
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

/* What is kept is not held on to when it stays as it is; `looks`, taken: as last_good_kept_put has
 * them; NULL: none. */
static void keep_source(struct last_good *memory, const char *name, GPtrArray *files, GArray *looks)
{
    struct record *record = find_record(memory, name, NULL);
    bool ok = files && source_read(files);
    if (files && !ok)
        g_clear_pointer(&files, g_ptr_array_unref);
    record_keep(record, ok ? memory->facts : NULL, files ? files : source_new());
    if (ok && !record->changed) {
        g_hash_table_remove(memory->records, name);
        if (looks)
            last_good_kept_put(memory->kept, name, g_steal_pointer(&looks));
    }
    g_clear_pointer(&looks, g_array_unref);
}

void last_good_keep(struct last_good *memory, const struct article *article)
{
    g_autofree char *directory = g_build_filename(memory->directory, article->name, NULL);
    GPtrArray *files = source_of(article);
    GArray *looks = memory->kept && files ? source_look(files, directory) : NULL;
    if (looks && last_good_kept_stands(memory->kept, article->name, looks)) {
        g_array_unref(looks);
        g_ptr_array_unref(files);
    } else {
        keep_source(memory, article->name, files, looks);
    }
}

char *last_good_source(struct last_good *memory, const char *name)
{
    const struct record *record = find_record(memory, name, NULL);
    if (g_strcmp0(record->facts, memory->facts) != 0)
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

guint last_good_count(const struct last_good *memory)
{
    return made_files_all(memory->made).count;
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
    if (made_files_put(memory->made, name, path_below(memory, path), as_made))
        memory->changed = true;
}

void last_good_drop(struct last_good *memory, const char *name,
                    bool (*is_old)(const void *user, const char *path), const void *user)
{
    const struct made_range files = made_files_of(memory->made, name);
    for (guint i = 0; i < files.count; i++) {
        struct made_file *file = &files.first[i];
        g_autofree char *made = made_file_made(file);
        g_autofree char *path = made_file_path(file);
        const char *digest = strchr(made, ':');
        if (digest == made || !is_old(user, path))
            continue;
        made_file_set(file, digest ? digest : "");
        memory->changed = true;
    }
}

/* It is no product any more. */
static void forget_file(struct last_good *memory, struct made_file *file)
{
    made_file_set(file, NULL);
    memory->changed = memory->gaps = true;
}

static void remove_file(struct last_good *memory, struct made_file *file, GPtrArray *removed)
{
    g_autofree char *below = made_file_path(file);
    g_autofree char *path = g_build_filename(memory->out_dir, below, NULL);
    if (made_file_stands(file, memory->out_dir) && g_unlink(path) == 0)
        g_ptr_array_add(removed, g_steal_pointer(&path));
    forget_file(memory, file);
}

void last_good_sweep(struct last_good *memory, const char *name, GPtrArray *removed)
{
    const struct made_range files = made_files_of(memory->made, name);
    for (guint i = 0; i < files.count; i++) {
        g_autofree char *made = made_file_made(&files.first[i]);
        if (made && !g_str_has_prefix(made, memory->facts))
            remove_file(memory, &files.first[i], removed);
    }
}

/* Two articles may have had a file of that name: it is the one's as which it is there. */
static bool is_of_another(const struct last_good *memory, const struct made_range *all,
                          const struct made_file *file)
{
    const struct made_file *end = all->first + all->count;
    for (const struct made_file *other = all->first; other < end; other++)
        if (other->name != file->name && other->path == file->path &&
            made_file_stands(other, memory->out_dir))
            return true;
    return false;
}

static void forget_files(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                         void *user, GPtrArray *removed)
{
    const struct made_range all = made_files_all(memory->made);
    guint there = 0; /* the article of the file before */
    for (guint i = 0; i < all.count; i++) {
        struct made_file *file = &all.first[i];
        if (file->name == there || is_there(user, intern_text(file->name)))
            there = file->name;
        else if (is_of_another(memory, &all, file))
            forget_file(memory, file);
        else
            remove_file(memory, file, removed);
    }
}

void last_good_forget(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                      void *user, GPtrArray *removed)
{
    g_autoptr(GPtrArray) names = list_names(memory);
    GHashTableIter iter;
    gpointer name;
    forget_files(memory, is_there, user, removed);
    g_hash_table_iter_init(&iter, memory->records);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!is_there(user, name))
            g_hash_table_iter_remove(&iter);
    for (guint i = 0; i < names->len; i++)
        if (*(const char *)names->pdata[i] != '.' && !is_there(user, names->pdata[i]))
            g_hash_table_add(memory->gone, g_strdup(names->pdata[i]));
    if (memory->kept)
        last_good_kept_forget(memory->kept, is_there, user);
}

/* Those of articles that are forgotten, and what was there before a record of now. */
static bool remove_others(const struct last_good *memory, struct diag *diag)
{
    g_autoptr(GPtrArray) names = file_list(memory->directory, diag);
    bool ok = names != NULL;
    for (guint i = 0; ok && i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *directory = g_build_filename(memory->directory, name, NULL);
        if ((*name == '.' || g_hash_table_contains(memory->gone, name)) &&
            record_is_there(directory))
            ok = record_remove(directory, diag);
    }
    return ok;
}

static void tell_made(void *user, FILE *out)
{
    const struct last_good *memory = user;
    made_list_write(made_files_all(memory->made), out);
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
    struct file_aside *aside = file_set_aside_told(path, tell, (void *)memory, diag);
    if (aside)
        g_ptr_array_add(asides, aside);
    return aside != NULL;
}

static bool style_stands(const struct last_good *memory, const char *style)
{
    return !memory->style || file_holds_told(style, tell_style, (void *)memory);
}

/* Without a look into the list, where that can be. */
static bool list_stands(const struct last_good *memory)
{
    if (memory->known && last_good_kept_knows(memory->kept, memory->list))
        return memory->leaves || !memory->changed;
    return file_holds_told(memory->list, tell_made, (void *)memory);
}

/* What is remembered of all articles together. */
static bool publish_shared(const struct last_good *memory, struct diag *diag)
{
    g_autofree char *style = g_build_filename(memory->directory, STYLE, NULL);
    g_autoptr(GPtrArray) asides = g_ptr_array_new_with_free_func(file_aside_free);
    if (!memory->style && g_unlink(style) != 0 && errno != ENOENT)
        return false;
    return (style_stands(memory, style) || set_aside(style, tell_style, memory, asides, diag)) &&
           (list_stands(memory) || set_aside(memory->list, tell_made, memory, asides, diag)) &&
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
        record_make_way(directory, folder.bundle, diag);
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
    if (g_mkdir_with_parents(memory->directory, 0777) == 0)
        return publish_shared(memory, diag) && remove_others(memory, diag) &&
               publish_records(memory, diag);
    file_report_write(memory->directory, errno, diag);
    return false;
}

/* Who is killed before the next build leaves what was begun in mind. */
static bool may_leave_list(const struct last_good *memory)
{
    return memory->changed && memory->known && !memory->gaps &&
           last_good_kept_knows(memory->kept, memory->list);
}

/* Leaves them to the next build, if the list is what they are, or is left to it, too. */
static void close_made(const struct last_good *memory, bool listed)
{
    if (memory->kept && listed && !memory->gaps)
        last_good_kept_give(memory->kept, memory->list, memory->made, memory->leaves);
    else
        made_files_free(memory->made);
}

void last_good_close(struct last_good *memory, bool followed, struct diag *diag)
{
    memory->leaves = followed && may_leave_list(memory);
    bool published = publish(memory, diag);
    if (published && !memory->leaves)
        begun_remove(memory->out_dir);
    begun_close(memory->begun);
    close_made(memory, published);
    g_hash_table_unref(memory->records);
    g_hash_table_unref(memory->gone);
    g_clear_pointer(&memory->style, g_bytes_unref);
    g_free(memory->facts);
    g_free(memory->list);
    g_free(memory->directory);
    g_free(memory->out_dir);
    g_free(memory);
}
