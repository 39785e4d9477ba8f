/*
 * Reads and writes whole files. Reading refuses anything but a regular file of a sane size, so that
 * a pipe, a device or a video in the wrong place cannot hang the program or fill the memory.
 * Writing goes aside, is synced and renamed. Awkward: a rename is only safe against a power cut
 * once the directory itself has been synced too; and a program that is killed leaves what it wrote
 * aside. So a file is locked while it lies there: one that nobody holds is a left-over.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Up to so many bytes are sooner read than mapped. */
#define READ_LIMIT (64 * 1024)

/* Opens a regular file, or returns -1 with errno set. */
static int open_regular(const char *path, struct stat *out_st)
{
    /* O_NONBLOCK: opening a named pipe without a writer must not wait for one. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return -1;
    int error = 0;
    if (fstat(fd, out_st) != 0)
        error = errno;
    else if (!S_ISREG(out_st->st_mode))
        error = S_ISDIR(out_st->st_mode) ? EISDIR : EINVAL;
    if (error == 0)
        return fd;
    close(fd);
    errno = error;
    return -1;
}

/* Appends up to `limit` bytes and one more, by which the caller sees that there are too many. */
static bool read_all(int fd, size_t limit, GByteArray *out)
{
    uint8_t buffer[65536];
    while (out->len <= limit) {
        ssize_t n = read(fd, buffer, MIN(sizeof buffer, limit + 1 - out->len));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            return true;
        g_byte_array_append(out, buffer, (unsigned)n);
    }
    return true;
}

static void report_read(const char *path, struct pos from, int error, struct diag *diag)
{
    diag_report(diag, RULE_FILE_READ, from, "'%s' cannot be read: %s", path,
                error == EINVAL ? "not a plain file" : g_strerror(error));
}

GBytes *file_read(const char *path, size_t limit, struct pos from, struct diag *diag)
{
    struct stat st;
    int fd = open_regular(path, &st);
    if (fd < 0) {
        report_read(path, from, errno, diag);
        return NULL;
    }
    GByteArray *data = g_byte_array_new();
    bool ok = read_all(fd, limit, data);
    int error = errno;
    close(fd);
    if (ok && data->len <= limit)
        return g_byte_array_free_to_bytes(data);
    if (ok)
        diag_report(diag, RULE_FILE_SIZE, from, "'%s' is larger than %zu MB: is it the right file?",
                    path, limit / (1024 * 1024));
    else
        report_read(path, from, error, diag);
    g_byte_array_unref(data);
    return NULL;
}

/* As much as the file held when it was opened, or as it holds now if that is less. */
static GBytes *read_small(int fd, size_t size)
{
    char *data = g_malloc(size);
    size_t held = 0;
    ssize_t n = 1;
    while (held < size && n > 0) {
        n = read(fd, data + held, size - held);
        if (n < 0 && errno == EINTR)
            n = 1;
        else if (n > 0)
            held += (size_t)n;
    }
    if (n >= 0)
        return g_bytes_new_take(data, held);
    g_free(data);
    return NULL;
}

static GBytes *map(int fd)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new_from_fd(fd, FALSE, NULL);
    return file ? g_mapped_file_get_bytes(file) : NULL;
}

GBytes *file_peek(const char *path)
{
    struct stat st;
    int fd = open_regular(path, &st);
    if (fd < 0)
        return NULL;
    GBytes *bytes = st.st_size <= READ_LIMIT ? read_small(fd, (size_t)st.st_size) : map(fd);
    close(fd);
    return bytes;
}

bool file_holds(const char *path, GBytes *bytes)
{
    struct stat st;
    int fd = open_regular(path, &st);
    if (fd < 0)
        return false;
    bool same = false;
    if ((gsize)st.st_size == g_bytes_get_size(bytes)) {
        GByteArray *old = g_byte_array_new();
        bool ok = read_all(fd, g_bytes_get_size(bytes), old);
        g_autoptr(GBytes) old_bytes = g_byte_array_free_to_bytes(old);
        same = ok && g_bytes_equal(old_bytes, bytes);
    }
    close(fd);
    return same;
}

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

bool file_sync_directory(const char *directory)
{
    int fd = open(directory, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return false;
    /* Some file systems cannot sync a directory and say EINVAL; they have nothing to sync. */
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

bool file_sync_all(const char *directory)
{
    int fd = open(directory, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return false;
    bool ok = syncfs(fd) == 0;
    int error = errno;
    close(fd);
    errno = error;
    return ok;
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

bool file_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0;
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

/* A file on its way to its name, held by its lock. */
struct aside {
    char *path;
    int fd;
};

/* Another process may clear the file up before it is locked: then there is no name left for it. */
static bool hold(int fd)
{
    struct stat st;
    flock(fd, LOCK_EX | LOCK_NB);
    return fstat(fd, &st) != 0 || st.st_nlink > 0;
}

/* Makes an empty file beside `path`; false with errno set. */
static bool open_aside(struct aside *aside, const char *path, const char *directory)
{
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *hidden = g_strdup_printf(".%s.XXXXXX" FILE_HALF, base);
    do {
        g_free(aside->path);
        aside->path = g_build_filename(directory, hidden, NULL);
        aside->fd = g_mkstemp_full(aside->path, O_WRONLY | O_CLOEXEC, 0666);
    } while (aside->fd >= 0 && !hold(aside->fd) && close(aside->fd) == 0);
    return aside->fd >= 0;
}

int file_compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *file_list(const char *directory, struct diag *diag)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    if (!dir) {
        report_read(directory, (struct pos){.path = g_intern_string(directory)}, errno, diag);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, file_compare_names);
    return names;
}

/* GLib would write over the beginning of a file that is there, and leave the rest of a longer one.
 */
void file_jot(const char *path, const void *bytes, size_t size)
{
    unlink(path);
    g_file_set_contents_full(path, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0666, NULL);
}

void file_clear_halves(const char *directory)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        if (name[0] != '.' || !g_str_has_suffix(name, FILE_HALF))
            continue;
        g_autofree char *path = g_build_filename(directory, name, NULL);
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
            unlink(path);
        if (fd >= 0)
            close(fd);
    }
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
    struct pos pos = {.path = g_intern_string(path)};
    diag_report(diag, RULE_FILE_WRITE, pos, "'%s' cannot be written: %s%s", path, g_strerror(error),
                write_advice(error));
}

/* Gives the file its name for good; on failure errno is set and the file is gone. */
static bool put_in_place(struct aside *aside, const char *path, const char *directory)
{
    bool ok = rename(aside->path, path) == 0;
    int error = errno;
    if (!ok)
        unlink(aside->path);
    close(aside->fd);
    errno = error;
    return ok && file_sync_directory(directory);
}

/* Fills the file that lies aside; on failure errno is set and it is gone. */
static bool fill_aside(struct aside *aside, GBytes *bytes)
{
    if (write_all(aside->fd, bytes) && fsync(aside->fd) == 0)
        return true;
    int error = errno;
    unlink(aside->path);
    close(aside->fd);
    errno = error;
    return false;
}

bool file_write(const char *path, GBytes *bytes, struct diag *diag)
{
    if (file_holds(path, bytes))
        return true;
    g_autofree char *directory = g_path_get_dirname(path);
    struct aside aside = {0};
    bool ok = g_mkdir_with_parents(directory, 0777) == 0 && open_aside(&aside, path, directory) &&
              fill_aside(&aside, bytes) && put_in_place(&aside, path, directory);
    int error = errno;
    g_free(aside.path);
    if (!ok)
        file_report_write(path, error, diag);
    return ok;
}

bool file_is_absent(const char *path)
{
    struct stat st;
    return lstat(path, &st) != 0 && errno == ENOENT;
}
