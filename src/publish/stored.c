#include "publish/stored_parts.h"

#include "publish/shelf_note.h"

#include <sys/stat.h>

static void file_free(void *data)
{
    struct report_file *file = data;
    g_free(file->path);
    g_free(file);
}

static void stamp_free(void *data)
{
    struct stamp *stamp = data;
    g_free(stamp->path);
    g_free(stamp);
}

struct stored *stored_new(void)
{
    struct stored *stored = g_new0(struct stored, 1);
    stored->files = g_ptr_array_new_with_free_func(file_free);
    stored->stamps = g_ptr_array_new_with_free_func(stamp_free);
    stored->findings = g_ptr_array_new_with_free_func(finding_free);
    stored->build_id = g_strdup("");
    return stored;
}

void stored_free(struct stored *stored)
{
    if (!stored)
        return;
    g_ptr_array_unref(stored->files);
    g_ptr_array_unref(stored->stamps);
    g_ptr_array_unref(stored->findings);
    g_free(stored->build_id);
    shelf_note_free(stored->note);
    g_free(stored);
}

void stored_add_file(struct stored *stored, const struct report_file *file)
{
    struct report_file *copy = g_memdup2(file, sizeof *file);
    copy->path = g_strdup(file->path);
    g_ptr_array_add(stored->files, copy);
}

/* But for its path. */
static struct stamp stamp_now(struct folders *folders, const char *path)
{
    struct stat status;
    if (folders_stat(folders, path, &status) != 0)
        return (struct stamp){.time = NO_TIME};
    bool file = !S_ISDIR(status.st_mode);
    gint64 time = status.st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) + status.st_mtim.tv_nsec;
    return (struct stamp){.mode = status.st_mode,
                          .bytes = file ? (guint64)status.st_size : 0,
                          .time = file ? time : 0};
}

static struct stamp *stamp_new(const char *path)
{
    struct stamp stamp = stamp_now(NULL, path);
    stamp.path = g_strdup(path);
    return g_memdup2(&stamp, sizeof stamp);
}

static bool stamp_holds(const struct stamp *stamp, struct folders *folders)
{
    struct stamp now = stamp_now(folders, stamp->path);
    return now.time != NO_TIME && now.time == stamp->time && now.bytes == stamp->bytes &&
           now.mode == stamp->mode;
}

void stored_add_stamp(struct stored *stored, const char *path)
{
    g_ptr_array_add(stored->stamps, stamp_new(path));
}

void stored_add_finding(struct stored *stored, const struct finding *finding)
{
    g_ptr_array_add(stored->findings, finding_copy(finding));
}

void stored_add_findings(struct stored *stored, const struct diag *found)
{
    g_autoptr(GPtrArray) findings = diag_findings(found);
    for (guint i = 0; i < findings->len; i++)
        stored_add_finding(stored, findings->pdata[i]);
}

void stored_tell_findings(const struct stored *stored, struct diag *diag)
{
    for (guint i = 0; i < stored->findings->len; i++)
        diag_repeat(diag, stored->findings->pdata[i]);
}

bool stored_stands(const struct stored *stored, struct folders *folders)
{
    for (guint i = 0; i < stored->stamps->len; i++)
        if (!stamp_holds(stored->stamps->pdata[i], folders))
            return false;
    return true;
}
