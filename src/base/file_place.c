/*
 * Writes whole files: aside, synced and renamed. Awkward: a rename is only safe against a power cut
 * once the directory itself has been synced too; and a program that is killed leaves what it wrote
 * aside. So a file is locked while it lies there: one that nobody holds is a left-over.
 */
#include "base/file.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    while (size > 0) {
        ssize_t n = write(fd, data, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        size -= (gsize)n;
    }
    return true;
}

/* Opens the directory and syncs it so; false with errno set. */
static bool sync_through(const char *directory, int (*sync)(int fd))
{
    int fd = open(directory, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return false;
    bool ok = sync(fd) == 0;
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

bool file_sync_directory(const char *directory)
{
    /* Some file systems cannot sync a directory and say EINVAL; they have nothing to sync. */
    return sync_through(directory, fsync) || errno == EINVAL;
}

bool file_sync_all(const char *directory)
{
    return sync_through(directory, syncfs);
}

bool file_create(const char *path, GBytes *bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, bytes);
    int error = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    errno = error;
    return ok;
}

bool file_jot(const char *path, const void *bytes, size_t size)
{
    g_autoptr(GBytes) all = g_bytes_new_static(bytes, size);
    unlink(path);
    return file_create(path, all);
}

static const char *write_advice(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return ": free some space and run again";
    case EACCES:
    case EPERM:
    case EROFS:
        return ": choose a directory that you may write to";
    case ENOTDIR:
    case EISDIR:
    case EEXIST:
        return ": a file and a directory are in each other's way";
    default:
        return "";
    }
}

void file_report_write(const char *path, int error, struct diag *diag)
{
    struct pos pos = {.file = paths_number(path)};
    diag_report(diag, RULE_FILE_WRITE, pos, "'%s' cannot be written: %s%s", path, g_strerror(error),
                write_advice(error));
}

struct file_aside {
    char *path, *directory; /* where it belongs */
    char *beside;           /* where it lies until then */
    int fd;                 /* held by its lock; -1: it lies nowhere */
    bool renamed;           /* it is in its place */
    int error;              /* why it is not, or not for good; 0: it is, or on its way */
};

void file_aside_free(void *data)
{
    struct file_aside *aside = data;
    if (!aside->renamed && aside->fd >= 0)
        unlink(aside->beside);
    if (aside->fd >= 0)
        close(aside->fd);
    g_free(aside->path);
    g_free(aside->directory);
    g_free(aside->beside);
    g_free(aside);
}

bool file_aside_is_placed(const struct file_aside *aside)
{
    return aside->renamed && aside->error == 0;
}

/* Another process may clear the file up before it is locked: then there is no name left for it. */
static bool hold(int fd)
{
    struct stat st;
    flock(fd, LOCK_EX | LOCK_NB);
    return fstat(fd, &st) != 0 || st.st_nlink > 0;
}

/* Makes an empty file beside its place; false with errno set. */
static bool open_aside(struct file_aside *aside)
{
    g_autofree char *base = g_path_get_basename(aside->path);
    g_autofree char *hidden = g_strdup_printf(".%s.XXXXXX" FILE_HALF, base);
    do {
        g_free(aside->beside);
        aside->beside = g_build_filename(aside->directory, hidden, NULL);
        aside->fd = g_mkstemp_full(aside->beside, O_WRONLY | O_CLOEXEC, 0666);
    } while (aside->fd >= 0 && !hold(aside->fd) && close(aside->fd) == 0);
    return aside->fd >= 0;
}

/* Most directories are there. */
static bool open_in_directory(struct file_aside *aside)
{
    return open_aside(aside) ||
           (errno == ENOENT && g_mkdir_with_parents(aside->directory, 0777) == 0 &&
            open_aside(aside));
}

static struct file_aside *new_aside(const char *path)
{
    struct file_aside *aside = g_new0(struct file_aside, 1);
    aside->path = g_strdup(path);
    aside->directory = g_path_get_dirname(path);
    aside->fd = -1;
    return aside;
}

/* NULL, reported by errno, when it is not written. */
static struct file_aside *end_aside(struct file_aside *aside, bool written, struct diag *diag)
{
    if (written)
        return aside;
    file_report_write(aside->path, errno, diag);
    file_aside_free(aside);
    return NULL;
}

struct file_aside *file_set_aside(const char *path, GBytes *bytes, struct diag *diag)
{
    struct file_aside *aside = new_aside(path);
    return end_aside(aside, open_in_directory(aside) && write_all(aside->fd, bytes), diag);
}

/* False with errno set. */
static bool write_told(int fd, file_teller *tell, void *user)
{
    int own = dup(fd);
    FILE *out = own >= 0 ? fdopen(own, "w") : NULL;
    if (!out)
        return false;
    tell(user, out);
    bool ok = fflush(out) == 0 && !ferror(out);
    int error = errno;
    fclose(out);
    errno = error;
    return ok;
}

struct file_aside *file_set_aside_told(const char *path, file_teller *tell, void *user,
                                       struct diag *diag)
{
    struct file_aside *aside = new_aside(path);
    return end_aside(aside, open_in_directory(aside) && write_told(aside->fd, tell, user), diag);
}

/* Syncs the file system of the descriptor, unless that is done. The errno. */
static int sync_system(int fd, GArray *done)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return errno;
    for (guint i = 0; i < done->len; i++)
        if (g_array_index(done, dev_t, i) == st.st_dev)
            return 0;
    g_array_append_val(done, st.st_dev);
    return syncfs(fd) == 0 ? 0 : errno;
}

static void sync_together(const GPtrArray *asides, int with)
{
    g_autoptr(GArray) done = g_array_new(FALSE, FALSE, sizeof(dev_t));
    int error = with >= 0 ? sync_system(with, done) : 0;
    for (guint i = 0; i < asides->len; i++) {
        struct file_aside *aside = asides->pdata[i];
        int own = sync_system(aside->fd, done);
        error = error ? error : own;
    }
    for (guint i = 0; i < asides->len; i++)
        ((struct file_aside *)asides->pdata[i])->error = error;
}

static void place(struct file_aside *aside)
{
    aside->renamed = aside->error == 0 && rename(aside->beside, aside->path) == 0;
    if (aside->error == 0 && !aside->renamed)
        aside->error = errno;
}

/* No power cut undoes the renames then. */
static void sync_directories(const GPtrArray *asides)
{
    g_autoptr(GHashTable) errors = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < asides->len; i++) {
        struct file_aside *aside = asides->pdata[i];
        if (!aside->renamed)
            continue;
        if (!g_hash_table_contains(errors, aside->directory)) {
            int error = file_sync_directory(aside->directory) ? 0 : errno;
            g_hash_table_insert(errors, aside->directory, GINT_TO_POINTER(error));
        }
        aside->error = GPOINTER_TO_INT(g_hash_table_lookup(errors, aside->directory));
    }
}

bool file_place_all(const GPtrArray *asides, int with, struct diag *diag)
{
    bool all = true;
    struct file_aside *only = asides->len == 1 && with < 0 ? asides->pdata[0] : NULL;
    if (only)
        only->error = fsync(only->fd) == 0 ? 0 : errno;
    else
        sync_together(asides, with);
    for (guint i = 0; i < asides->len; i++)
        place(asides->pdata[i]);
    sync_directories(asides);
    for (guint i = 0; i < asides->len; i++) {
        const struct file_aside *aside = asides->pdata[i];
        all = all && aside->error == 0;
        if (aside->error != 0)
            file_report_write(aside->path, aside->error, diag);
    }
    return all;
}

bool file_write(const char *path, GBytes *bytes, struct diag *diag)
{
    if (file_holds(path, bytes))
        return true;
    struct file_aside *aside = file_set_aside(path, bytes, diag);
    if (!aside)
        return false;
    g_autoptr(GPtrArray) alone = g_ptr_array_new_with_free_func(file_aside_free);
    g_ptr_array_add(alone, aside);
    return file_place_all(alone, -1, diag);
}
