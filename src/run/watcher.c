/*
 * Watches directories by inotify. Method: any event starts a short wait for more; then the
 * directories are walked and watched anew, which costs nothing where a watch is in place and finds
 * those that were made since. Awkward: a directory that is deleted takes its watch along, so its
 * parent is watched for its return; and files that are made between the return of a directory and
 * the new watch bring no event, so a new watch counts as a change.
 */
#include "run/watcher.h"

#include <dirent.h>
#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A burst is over when nothing happened for so long; one that does not end is cut short. [ms] */
#define REST          15
#define LONGEST_BURST (10 * REST)

#define EVENTS                                                                                     \
    (IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |       \
     IN_MOVE_SELF | IN_ATTRIB)

#define DEEPEST 16 /* links could make a circle */

struct watched {
    char *directory;
    bool changed;
};

struct watcher {
    int fd;
    guint source, timer;
    gint64 burst;           /* [µs] when the first event of the burst came */
    GHashTable *owners;     /* watch descriptor -> struct watched *; NULL: a parent */
    GPtrArray *directories; /* of struct watched * */
    watcher_callback callback;
    void *user;
};

static void watched_free(struct watched *watched)
{
    g_free(watched->directory);
    g_free(watched);
}

/* True when the directory was not watched before. */
static bool add_watch(struct watcher *watcher, const char *directory, struct watched *owner)
{
    int wd = inotify_add_watch(watcher->fd, directory, EVENTS | IN_ONLYDIR | IN_EXCL_UNLINK);
    if (wd < 0 || (!owner && g_hash_table_contains(watcher->owners, GINT_TO_POINTER(wd))))
        return false;
    bool known = g_hash_table_contains(watcher->owners, GINT_TO_POINTER(wd));
    g_hash_table_insert(watcher->owners, GINT_TO_POINTER(wd), owner);
    return !known;
}

/* False, without a look at it, of most that a directory lists: of its plain files. */
static bool may_be_directory(const struct dirent *entry)
{
    return entry->d_name[0] != '.' &&
           (entry->d_type == DT_DIR || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN);
}

static bool watch_below(struct watcher *watcher, const char *directory, struct watched *owner,
                        int depth)
{
    bool added = add_watch(watcher, directory, owner);
    DIR *dir = depth < DEEPEST ? opendir(directory) : NULL;
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        g_autofree char *path =
            may_be_directory(entry) ? g_build_filename(directory, entry->d_name, NULL) : NULL;
        if (path && g_file_test(path, G_FILE_TEST_IS_DIR))
            added |= watch_below(watcher, path, owner, depth + 1);
    }
    if (dir)
        closedir(dir);
    return added;
}

/* True when anything was not watched before. */
static bool watch_all(struct watcher *watcher)
{
    bool added = false;
    for (guint i = 0; i < watcher->directories->len; i++) {
        struct watched *watched = watcher->directories->pdata[i];
        g_autofree char *absolute = g_canonicalize_filename(watched->directory, NULL);
        g_autofree char *parent = g_path_get_dirname(absolute);
        add_watch(watcher, parent, NULL);
        if (watch_below(watcher, absolute, watched, 0)) {
            watched->changed = true;
            added = true;
        }
    }
    return added;
}

static gboolean come_to_rest(gpointer user)
{
    struct watcher *watcher = user;
    watcher->timer = 0;
    watcher->burst = 0;
    watch_all(watcher);
    bool changed = false;
    for (guint i = 0; i < watcher->directories->len; i++)
        changed |= ((const struct watched *)watcher->directories->pdata[i])->changed;
    if (changed)
        watcher->callback(watcher->user);
    return G_SOURCE_REMOVE;
}

/* Editors' own files: hidden ones, and backups that end in '~'. */
static bool is_noise(const struct inotify_event *event)
{
    return event->len > 0 && (event->name[0] == '.' || g_str_has_suffix(event->name, "~"));
}

static void take_event(struct watcher *watcher, const struct inotify_event *event)
{
    gpointer wd = GINT_TO_POINTER(event->wd);
    struct watched *owner = g_hash_table_lookup(watcher->owners, wd);
    if (event->mask & IN_IGNORED)
        g_hash_table_remove(watcher->owners, wd);
    else if (owner && !is_noise(event))
        owner->changed = true;
    for (guint i = 0; event->mask & IN_Q_OVERFLOW && i < watcher->directories->len; i++)
        ((struct watched *)watcher->directories->pdata[i])->changed = true;
}

static gboolean take_events(gint fd, GIOCondition condition, gpointer user)
{
    struct watcher *watcher = user;
    _Alignas(struct inotify_event) char buffer[16384];
    (void)condition;
    ssize_t length = read(fd, buffer, sizeof buffer);
    for (char *at = buffer; length > 0 && at < buffer + length;) {
        const struct inotify_event *event = (const struct inotify_event *)(const void *)at;
        take_event(watcher, event);
        at += sizeof *event + event->len;
    }
    gint64 now = g_get_monotonic_time();
    if (watcher->burst == 0)
        watcher->burst = now;
    gint64 left = LONGEST_BURST - (now - watcher->burst) / 1000;
    g_clear_handle_id(&watcher->timer, g_source_remove);
    watcher->timer = g_timeout_add((guint)CLAMP(left, 0, REST), come_to_rest, watcher);
    return G_SOURCE_CONTINUE;
}

struct watcher *watcher_new(watcher_callback callback, void *user)
{
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd < 0)
        return NULL;
    struct watcher *watcher = g_new0(struct watcher, 1);
    watcher->fd = fd;
    watcher->callback = callback;
    watcher->user = user;
    watcher->owners = g_hash_table_new(NULL, NULL);
    watcher->directories = g_ptr_array_new_with_free_func((GDestroyNotify)watched_free);
    watcher->source = g_unix_fd_add(fd, G_IO_IN, take_events, watcher);
    return watcher;
}

void watcher_free(struct watcher *watcher)
{
    if (!watcher)
        return;
    g_clear_handle_id(&watcher->timer, g_source_remove);
    g_source_remove(watcher->source);
    close(watcher->fd);
    g_hash_table_unref(watcher->owners);
    g_ptr_array_unref(watcher->directories);
    g_free(watcher);
}

void watcher_add(struct watcher *watcher, const char *directory)
{
    struct watched *watched = g_new0(struct watched, 1);
    watched->directory = g_strdup(directory);
    g_ptr_array_add(watcher->directories, watched);
    watch_all(watcher);
}

bool watcher_changed(struct watcher *watcher, const char *directory)
{
    for (guint i = 0; i < watcher->directories->len; i++) {
        struct watched *watched = watcher->directories->pdata[i];
        if (!g_str_equal(watched->directory, directory))
            continue;
        bool changed = watched->changed;
        watched->changed = false;
        return changed;
    }
    return false;
}
