/*
 * A line a file: "FACTS:DIGEST NAME/PATH". Each is one write at the end of the list, so lines of
 * several threads never mix, and what is killed within one leaves a line that fits no file. It is
 * synced before the file is put in place, as files themselves are: a power cut leaves no file that
 * the list does not name. A list that cannot be written is none.
 */
#include "publish/begun.h"

#include "base/file.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LIST "build/begun"

struct begun {
    char *path, *facts;
    GMutex mutex; /* guards `fd` */
    int fd;       /* -1: nothing is begun */
};

static char *list_path(const char *out_dir)
{
    return g_build_filename(out_dir, LIST, NULL);
}

struct begun *begun_open(const char *out_dir, const char *facts)
{
    struct begun *begun = g_new0(struct begun, 1);
    begun->path = list_path(out_dir);
    begun->facts = g_strdup(facts);
    begun->fd = -1;
    g_mutex_init(&begun->mutex);
    return begun;
}

/* -1: it cannot be written. */
static int open_list(struct begun *begun)
{
    g_mutex_lock(&begun->mutex);
    if (begun->fd < 0) {
        g_autofree char *directory = g_path_get_dirname(begun->path);
        g_mkdir_with_parents(directory, 0777);
        begun->fd = open(begun->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        file_sync_directory(directory);
    }
    int fd = begun->fd;
    g_mutex_unlock(&begun->mutex);
    return fd;
}

void begun_add(struct begun *begun, const char *name, const char *path, const char *digest)
{
    g_autofree char *line = g_strdup_printf("%s:%s %s/%s\n", begun->facts, digest, name, path);
    int fd = open_list(begun);
    if (fd >= 0 && (write(fd, line, strlen(line)) < 0 || fdatasync(fd) != 0))
        g_debug("%s is not written", begun->path);
}

void begun_close(struct begun *begun)
{
    if (!begun)
        return;
    if (begun->fd >= 0)
        close(begun->fd);
    g_mutex_clear(&begun->mutex);
    g_free(begun->path);
    g_free(begun->facts);
    g_free(begun);
}

bool begun_is_left(const char *out_dir)
{
    g_autofree char *path = list_path(out_dir);
    return !file_is_absent(path);
}

void begun_read(const char *out_dir,
                void (*take)(void *user, const char *name, const char *path, const char *made),
                void *user)
{
    g_autofree char *list = list_path(out_dir);
    g_autofree char *text = file_peek_text(list);
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    for (char **line = lines; *line; line++) {
        char *name = strchr(*line, ' ');
        char *path = name ? strchr(name, '/') : NULL;
        if (!path)
            continue;
        *name++ = '\0';
        *path++ = '\0';
        take(user, name, path, *line);
    }
}

void begun_remove(const char *out_dir)
{
    g_autofree char *path = list_path(out_dir);
    g_unlink(path);
}
