#include "base/signature.h"

#include <sys/stat.h>

/* Longer than the longest step that a file system counts in: two seconds. [ns] */
#define STEP (G_GINT64_CONSTANT(3) * 1000 * 1000 * 1000)

static gint64 nanoseconds(struct timespec time)
{
    return time.tv_sec * G_GINT64_CONSTANT(1000000000) + time.tv_nsec;
}

struct signature signature_of(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return (struct signature){0};
    return (struct signature){.device = status.st_dev,
                              .file = status.st_ino,
                              .bytes = (guint64)status.st_size,
                              .written = nanoseconds(status.st_mtim),
                              .changed = nanoseconds(status.st_ctim)};
}

bool signature_same(const struct signature *a, const struct signature *b)
{
    return a->file != 0 && a->device == b->device && a->file == b->file && a->bytes == b->bytes &&
           a->written == b->written && a->changed == b->changed;
}

bool signature_settled(const struct signature *signature)
{
    gint64 now = g_get_real_time() * 1000;
    return MAX(signature->written, signature->changed) + STEP < now;
}
