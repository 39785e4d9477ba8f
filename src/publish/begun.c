/*
 * The list is synced before the files are put in place, with them: a power cut leaves no file that
 * it does not name. One that cannot be opened is none, but for want of room: the disk that is full
 * now was not before, and may not be when the next build has to know.
 */
#include "publish/begun.h"

#include "base/file.h"
#include "publish/made_list.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define LIST "build/begun"

struct begun {
    char *path, *facts;
    GMutex mutex;   /* guards the rest */
    GString *added; /* lines that are not written yet */
    int fd;         /* -1: nothing is begun */
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
    begun->added = g_string_new("\n"); /* what was there may end within a line */
    begun->fd = -1;
    g_mutex_init(&begun->mutex);
    return begun;
}

static bool open_list(struct begun *begun)
{
    g_autofree char *directory = g_path_get_dirname(begun->path);
    if (g_mkdir_with_parents(directory, 0777) == 0)
        begun->fd = open(begun->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    return begun->fd >= 0;
}

void begun_add(struct begun *begun, const char *name, const char *path, const char *digest)
{
    g_autofree char *made = g_strconcat(begun->facts, ":", digest, NULL);
    g_mutex_lock(&begun->mutex);
    made_list_add(begun->added, made, name, path);
    g_mutex_unlock(&begun->mutex);
}

/* Of the disk, an errno. */
static bool is_full(int error)
{
    return error == ENOSPC || error == EDQUOT;
}

/* What cannot be written stays added. */
static bool write_added(struct begun *begun)
{
    for (size_t at = 0; at < begun->added->len;) {
        ssize_t n = write(begun->fd, begun->added->str + at, begun->added->len - at);
        if (n < 0 && errno != EINTR) {
            g_string_prepend_c(begun->added, '\n'); /* some of it may be there */
            return false;
        }
        at += n > 0 ? (size_t)n : 0;
    }
    g_string_truncate(begun->added, 0);
    return true;
}

bool begun_note(struct begun *begun, int *synced, struct diag *diag)
{
    g_mutex_lock(&begun->mutex);
    bool written = begun->fd >= 0 || open_list(begun) || !is_full(errno);
    written = written && (begun->fd < 0 || write_added(begun));
    int error = errno;
    *synced = begun->fd;
    g_mutex_unlock(&begun->mutex);
    if (!written)
        file_report_write(begun->path, error, diag);
    return written;
}

void begun_close(struct begun *begun)
{
    if (!begun)
        return;
    if (begun->fd >= 0)
        close(begun->fd);
    g_mutex_clear(&begun->mutex);
    g_string_free(begun->added, TRUE);
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
    made_list_read(list, take, user);
}

void begun_remove(const char *out_dir)
{
    g_autofree char *path = list_path(out_dir);
    g_unlink(path);
}
