/*
 * Publishes a folder in one step. The order is: look at all that bears one of the names that are
 * going to be moved; clear up after a run that was killed; look whether anything changed; make sure
 * there is room; build `.NAME.new` beside the folder; sync it; exchange the two; move along what is
 * not ours; keep the old one as `.NAME.previous`. Awkward: the program may be killed between any
 * two of these, so each run starts by clearing up what an earlier one left, and whatever is cleared
 * up may hold files that staff put there, which are moved back first.
 */
#include "publish/folder.h"

#include "base/bundle.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/tasks.h"
#include "base/threads.h"
#include "publish/folder_guard.h"
#include "publish/folder_parts.h"
#include "publish/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Left free for others when the space is checked. [bytes] */
#define RESERVE (1024 * 1024)

/* One publication on its way. */
struct move {
    GPtrArray *folder; /* with the list of its files */
    char *path;
    char *parent, *fresh, *previous, *aside; /* directories */
    bool stands, ready;                      /* of several: as it shall be; to take its place */
    struct diag *diag;
};

static bool is_open(const struct stat *st, mode_t bits)
{
    return (st->st_mode & bits) == bits;
}

/* True when the file is there, as it shall be: a plain one, with these bytes, for all to read. */
static bool is_placed(const char *path, GBytes *bytes)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISREG(st.st_mode) && is_open(&st, 0444) &&
           file_holds(path, bytes);
}

static bool is_published(const GPtrArray *folder, const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0 || !is_open(&st, 0555))
        return false;
    for (guint i = 0; i < folder->len; i++) {
        const struct bundle_file *file = folder->pdata[i];
        g_autofree char *at = g_build_filename(path, file->name, NULL);
        if (!is_placed(at, file->bytes))
            return false;
    }
    return true;
}

static bool fail(const struct move *move, const char *path)
{
    file_report_write(path, errno, move->diag);
    return false;
}

static bool is_there(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

/* What of staff's stands where a file of ours is to go, or the folder that it lies in; or NULL. */
static char *find_clash(const struct move *move, GHashTable *ours, const char *name)
{
    g_autofree char *inner = g_path_get_dirname(name);
    g_autofree char *folder = g_build_filename(move->path, inner, NULL);
    if (!g_str_equal(inner, ".") && is_there(folder) && !folder_owns(ours, inner))
        return g_steal_pointer(&folder);
    g_autofree char *at = g_build_filename(move->path, name, NULL);
    return is_there(at) && !g_hash_table_contains(ours, name) ? g_steal_pointer(&at) : NULL;
}

/* A file of staff's that bears a name of ours would be lost by publishing. */
static bool check_clashes(const struct move *move)
{
    g_autoptr(GHashTable) ours = folder_inventory(move->path);
    for (guint i = 0; i < move->folder->len; i++) {
        const char *name = ((struct bundle_file *)move->folder->pdata[i])->name;
        g_autofree char *at = find_clash(move, ours, name);
        if (!at)
            continue;
        diag_report(move->diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(at)},
                    "'%s' was not made by this program and stands where a file of the show "
                    "belongs: move it away",
                    at);
        return false;
    }
    return true;
}

/* Files of staff's would stay behind in the folder of before, where nobody looks. */
static bool check_carrying(const struct move *move)
{
    g_autofree char *at = folder_find_unmovable(move->path);
    if (at)
        diag_report(move->diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(at)},
                    "'%s' may hold files of others that this program may not move along: make it "
                    "readable and writable, or move it away",
                    at);
    return !at;
}

/* True when what has to be written fits the disk; of the old files none is freed before. */
static bool check_space(const struct move *move)
{
    struct statvfs disk;
    guint64 needed = RESERVE;
    if (statvfs(move->parent, &disk) != 0)
        return fail(move, move->parent);
    for (guint i = 0; i < move->folder->len; i++) {
        const struct bundle_file *file = move->folder->pdata[i];
        g_autofree char *old = g_build_filename(move->path, file->name, NULL);
        guint64 blocks = g_bytes_get_size(file->bytes) / disk.f_frsize + 1;
        if (!is_placed(old, file->bytes))
            needed += blocks * disk.f_frsize;
    }
    guint64 left = (guint64)disk.f_bavail * disk.f_frsize;
    if (left >= needed)
        return true;
    diag_report(move->diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(move->path)},
                "'%s' needs %.1f MB and the disk has %.1f MB left: free some space; the show of "
                "before stays",
                move->path, (double)needed / 1e6, (double)left / 1e6);
    return false;
}

/* A link to its twin, or to the file of the old folder, when that holds the same; else a new file.
 */
static bool place_file(const struct move *move, const struct bundle_file *file)
{
    g_autofree char *old = g_build_filename(move->path, file->name, NULL);
    g_autofree char *at = g_build_filename(move->fresh, file->name, NULL);
    g_autofree char *directory = g_path_get_dirname(at);
    if (g_mkdir_with_parents(directory, 0777) != 0)
        return fail(move, directory);
    if (file->twin && is_placed(file->twin, file->bytes) && link(file->twin, at) == 0)
        return true;
    if (is_placed(old, file->bytes) && link(old, at) == 0)
        return true;
    return file_create(at, file->bytes) || fail(move, at);
}

static bool build_fresh(const struct move *move)
{
    if (mkdir(move->fresh, 0777) != 0)
        return fail(move, move->fresh);
    bool ok = true;
    for (guint i = 0; ok && i < move->folder->len; i++)
        ok = place_file(move, move->folder->pdata[i]);
    return ok;
}

/* Two renames in place of one exchange; between them nothing is published. */
static bool exchange_in_steps(const struct move *move)
{
    if (rename(move->path, move->aside) != 0)
        return fail(move, move->path);
    if (rename(move->fresh, move->path) == 0)
        return rename(move->aside, move->fresh) == 0 || fail(move, move->aside);
    fail(move, move->path);
    rename(move->aside, move->path);
    return false;
}

/* Afterwards `fresh` holds what was published before, or is gone when nothing was. */
static bool exchange(const struct move *move)
{
    if (!is_there(move->path))
        return rename(move->fresh, move->path) == 0 || fail(move, move->path);
    if (renameat2(AT_FDCWD, move->fresh, AT_FDCWD, move->path, RENAME_EXCHANGE) == 0)
        return true;
    if (errno == EINVAL || errno == ENOSYS)
        return exchange_in_steps(move);
    return fail(move, move->path);
}

/* Staff's files come back from a folder of before; then it goes. */
static bool clear_up(const struct move *move, const char *directory)
{
    if (!g_file_test(directory, G_FILE_TEST_IS_DIR))
        return true;
    folder_carry(directory, move->path);
    return folder_remove(directory) || fail(move, directory);
}

/* What an earlier run left that was killed. Without exchange it may have been killed while nothing
 * was published: then the folder of before comes back. */
static bool clear_up_all(const struct move *move)
{
    if (!is_there(move->path))
        rename(move->aside, move->path);
    return clear_up(move, move->aside) && clear_up(move, move->fresh);
}

static void keep_previous(const struct move *move, GPtrArray *removed)
{
    folder_carry(move->fresh, move->path);
    folder_missing(move->fresh, move->path, removed);
    if (clear_up(move, move->previous) && g_file_test(move->fresh, G_FILE_TEST_IS_DIR) &&
        rename(move->fresh, move->previous) != 0)
        fail(move, move->previous);
}

/* False, reported: it does not stand ready. */
static bool prepare(const struct move *move)
{
    if (!check_clashes(move) || !check_carrying(move) || !check_space(move))
        return false;
    if (build_fresh(move))
        return true;
    folder_remove(move->fresh);
    return false;
}

/* What stands ready would outlive a power cut, with all others that do. False, reported: it is
 * gone. */
static bool make_safe(const struct move *move)
{
    if (file_sync_all(move->parent))
        return true;
    fail(move, move->parent);
    folder_remove(move->fresh);
    return false;
}

static bool take_place(const struct move *move)
{
    if (exchange(move))
        return true;
    folder_remove(move->fresh);
    return false;
}

static bool sync_parent(const struct move *move)
{
    return file_sync_directory(move->parent) || fail(move, move->parent);
}

static bool publish(const struct move *move, GPtrArray *removed)
{
    if (!prepare(move) || !make_safe(move) || !take_place(move))
        return false;
    bool ok = sync_parent(move);
    keep_previous(move, removed);
    return ok;
}

/* A neighbour of the folder: ".NAME.suffix". */
static char *beside(const struct move *move, const char *suffix)
{
    g_autofree char *base = g_path_get_basename(move->path);
    g_autofree char *name = g_strdup_printf(".%s.%s", base, suffix);
    return g_build_filename(move->parent, name, NULL);
}

static bool guard_all(const struct move *move)
{
    return folder_guard(move->path, false, move->diag) &&
           folder_guard(move->fresh, true, move->diag) &&
           folder_guard(move->aside, false, move->diag) &&
           folder_guard(move->previous, true, move->diag);
}

static bool is_tidy(const struct move *move)
{
    return guard_all(move) && clear_up_all(move);
}

static bool publish_locked(const struct move *move, GPtrArray *removed)
{
    int lock = lock_directory(move->parent, move->diag);
    bool ok = lock >= 0 && is_tidy(move) &&
              (is_published(move->folder, move->path) || publish(move, removed));
    if (lock >= 0)
        close(lock);
    return ok;
}

char *folder_previous(const char *path, struct diag *diag)
{
    g_autofree char *resolved = folder_resolve(path, diag);
    g_autofree char *parent = resolved ? g_path_get_dirname(resolved) : NULL;
    return resolved ? beside(&(struct move){.path = resolved, .parent = parent}, "previous") : NULL;
}

static void name_neighbours(struct move *move)
{
    move->parent = g_path_get_dirname(move->path);
    move->fresh = beside(move, "new");
    /* Where a file system without exchange keeps the old folder while the new one takes its place.
     */
    move->aside = beside(move, "new.old");
    move->previous = beside(move, "previous");
}

static void move_free(void *data)
{
    struct move *move = data;
    g_ptr_array_unref(move->folder);
    g_free(move->path);
    g_free(move->parent);
    g_free(move->fresh);
    g_free(move->previous);
    g_free(move->aside);
    g_free(move);
}

/* The list comes first, so that a folder which is not finished is known for ours. */
static GPtrArray *listed(const GPtrArray *folder)
{
    GPtrArray *whole = bundle_new();
    bundle_add(whole, FOLDER_INVENTORY, folder_list(folder));
    for (guint i = 0; i < folder->len; i++) {
        const struct bundle_file *file = folder->pdata[i];
        bundle_add_twin(whole, file->name, g_bytes_ref(file->bytes), file->twin);
    }
    return whole;
}

/* NULL, reported: there is no such place. */
static struct move *move_new(const GPtrArray *folder, const char *path, struct diag *diag)
{
    char *resolved = folder_resolve(path, diag);
    if (!resolved)
        return NULL;
    struct move *move = g_new0(struct move, 1);
    *move = (struct move){.folder = listed(folder), .path = resolved, .diag = diag};
    name_neighbours(move);
    return move;
}

bool folder_publish(const GPtrArray *folder, const char *path, GPtrArray *removed,
                    struct diag *diag)
{
    struct move *move = move_new(folder, path, diag);
    if (!move)
        return false;
    bool ok = publish_locked(move, removed);
    move_free(move);
    return ok;
}

static void prepare_one(void *data)
{
    struct move *move = data;
    bool tidy = is_tidy(move);
    move->stands = tidy && is_published(move->folder, move->path);
    move->ready = tidy && !move->stands && prepare(move);
}

/* Of those, the ones that stand ready; `ok` becomes false for each other that should. They are made
 * ready side by side: making new files takes most of the time. */
static GPtrArray *prepare_all(const GPtrArray *moves, bool *ok)
{
    GPtrArray *ready = g_ptr_array_new();
    struct tasks *tasks = tasks_new(threads_most());
    for (guint i = 0; i < moves->len; i++)
        tasks_add(tasks, prepare_one, moves->pdata[i]);
    tasks_free(tasks);
    for (guint i = 0; i < moves->len; i++) {
        const struct move *move = moves->pdata[i];
        *ok = *ok && (move->ready || move->stands);
        if (move->ready)
            g_ptr_array_add(ready, moves->pdata[i]);
    }
    return ready;
}

/* False, reported: they are gone. */
static bool sync_ready(const GPtrArray *ready)
{
    const struct move *first = ready->len > 0 ? ready->pdata[0] : NULL;
    if (!first || make_safe(first))
        return true;
    for (guint i = 1; i < ready->len; i++)
        folder_remove(((const struct move *)ready->pdata[i])->fresh);
    return false;
}

/* None takes its place before all of them would outlive a power cut. */
static bool publish_all(const GPtrArray *moves)
{
    bool ok = true;
    g_autoptr(GPtrArray) ready = prepare_all(moves, &ok);
    g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func(g_free);
    if (!sync_ready(ready))
        return false;
    for (guint i = ready->len; i > 0; i--)
        if (!take_place(ready->pdata[i - 1])) {
            ok = false;
            g_ptr_array_remove_index(ready, i - 1);
        }
    ok = (ready->len == 0 || sync_parent(ready->pdata[0])) && ok;
    for (guint i = 0; i < ready->len; i++)
        keep_previous(ready->pdata[i], removed);
    return ok;
}

static bool publish_all_locked(const GPtrArray *moves)
{
    const struct move *first = moves->len > 0 ? moves->pdata[0] : NULL;
    int lock = first ? lock_directory(first->parent, first->diag) : -1;
    bool ok = !first || (lock >= 0 && publish_all(moves));
    if (lock >= 0)
        close(lock);
    return ok;
}

bool folder_publish_all(const GPtrArray *folders, struct diag *diag)
{
    g_autoptr(GPtrArray) moves = g_ptr_array_new_with_free_func(move_free);
    bool ok = true;
    for (guint i = 0; i < folders->len; i++) {
        const struct folder_new *folder = folders->pdata[i];
        struct move *move = move_new(folder->bundle, folder->path, diag);
        if (move)
            g_ptr_array_add(moves, move);
        ok = ok && move;
    }
    return publish_all_locked(moves) && ok;
}
