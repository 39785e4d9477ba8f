/*
 * Reads whole files. Anything but a regular file of a sane size is refused, so that a pipe, a
 * device or a video in the wrong place cannot hang the program or fill the memory.
 */
#include "base/file.h"

#include "base/paths.h"

#include <dirent.h>
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

/* What is told, held against a file. */
struct comparison {
    FILE *file;
    bool same; /* as far as it was told */
};

static ssize_t compare(void *cookie, const char *told, size_t size)
{
    struct comparison *comparison = cookie;
    for (size_t i = 0; i < size && comparison->same; i++)
        comparison->same = getc(comparison->file) == (unsigned char)told[i];
    return (ssize_t)size;
}

bool file_holds_told(const char *path, file_teller *tell, void *user)
{
    struct stat st;
    int fd = open_regular(path, &st);
    if (fd < 0)
        return false;
    struct comparison comparison = {fdopen(fd, "r"), true};
    FILE *out = fopencookie(&comparison, "w", (cookie_io_functions_t){.write = compare});
    tell(user, out);
    fclose(out);
    bool same = comparison.same && getc(comparison.file) == EOF;
    fclose(comparison.file);
    return same;
}

int file_compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool file_is_folder_itself(const char *name)
{
    return g_str_equal(name, ".") || g_str_equal(name, "..");
}

GPtrArray *file_list_plain(const char *directory, GHashTable *plain, struct diag *diag)
{
    DIR *dir = opendir(directory);
    if (!dir) {
        report_read(directory, (struct pos){.file = paths_number(directory)}, errno, diag);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const struct dirent *entry; (entry = readdir(dir));) {
        char *name = file_is_folder_itself(entry->d_name) ? NULL : g_strdup(entry->d_name);
        if (name)
            g_ptr_array_add(names, name);
        if (name && plain && entry->d_type == DT_REG)
            g_hash_table_add(plain, name);
    }
    closedir(dir);
    g_ptr_array_sort(names, file_compare_names);
    return names;
}

GPtrArray *file_list(const char *directory, struct diag *diag)
{
    return file_list_plain(directory, NULL, diag);
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

bool file_is_absent(const char *path)
{
    struct stat st;
    return lstat(path, &st) != 0 && errno == ENOENT;
}
