#include "base/folders.h"

#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* As many as products have, and some: what is opened beyond takes the place of another. */
#define OPEN_MOST 8

struct folder {
    char *path; /* with the slash behind it; NULL: none */
    size_t length;
    int fd; /* -1: it cannot be opened */
};

struct folders {
    GMutex mutex; /* guards the rest */
    struct folder open[OPEN_MOST];
    guint last; /* that was asked for: the next file is there, most often */
};

struct folders *folders_new(void)
{
    struct folders *folders = g_new0(struct folders, 1);
    g_mutex_init(&folders->mutex);
    return folders;
}

static void close_folder(struct folder *folder)
{
    if (folder->path && folder->fd >= 0)
        close(folder->fd);
    g_clear_pointer(&folder->path, g_free);
}

void folders_close(struct folders *folders)
{
    g_mutex_lock(&folders->mutex);
    for (guint i = 0; i < OPEN_MOST; i++)
        close_folder(&folders->open[i]);
    g_mutex_unlock(&folders->mutex);
}

void folders_free(struct folders *folders)
{
    folders_close(folders);
    g_mutex_clear(&folders->mutex);
    g_free(folders);
}

static bool is_at(const struct folder *folder, const char *path, size_t length)
{
    return folder->path && folder->length == length && memcmp(folder->path, path, length) == 0;
}

/* The one of which the path begins with so many bytes. */
static const struct folder *find(struct folders *folders, const char *path, size_t length)
{
    for (guint i = 0; i < OPEN_MOST; i++) {
        guint at = (folders->last + i) % OPEN_MOST;
        if (!is_at(&folders->open[at], path, length))
            continue;
        folders->last = at;
        return &folders->open[at];
    }
    folders->last = (folders->last + 1) % OPEN_MOST;
    struct folder *folder = &folders->open[folders->last];
    close_folder(folder);
    folder->path = g_strndup(path, length);
    folder->length = length;
    folder->fd = open(folder->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    return folder;
}

int folders_stat(struct folders *folders, const char *path, struct stat *out)
{
    const char *slash = folders ? strrchr(path, '/') : NULL;
    if (!slash || slash[1] == '\0')
        return stat(path, out);
    g_mutex_lock(&folders->mutex);
    int fd = find(folders, path, (size_t)(slash + 1 - path))->fd;
    int result = fd >= 0 ? fstatat(fd, slash + 1, out, 0) : stat(path, out);
    g_mutex_unlock(&folders->mutex);
    return result;
}
