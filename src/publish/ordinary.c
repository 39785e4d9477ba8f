/*
 * Keeps a whole show. Awkward: it is copied from the folder that the publication of the message has
 * put aside, so that nothing delays the message; and how old a show is stands in the time of its
 * manifest, which goes with it.
 */
#include "publish/ordinary.h"

#include "base/bundle.h"
#include "base/file.h"
#include "base/json.h"
#include "content/urgent.h"
#include "player/show.h"
#include "publish/folder.h"
#include "publish/folder_guard.h"
#include "publish/folder_parts.h"

#include <fcntl.h>
#include <sys/stat.h>

#define KEPT "build/show-before-urgent"

/* What a show tells of itself. */
struct told {
    bool urgent;
    struct urgent_end end;
    char *build_id; /* NULL: there is no show */
};

static void told_clear(struct told *told)
{
    g_free(told->build_id);
}

static struct told listen(const char *directory)
{
    struct told told = {0};
    g_autofree char *path = g_build_filename(directory, SHOW_MANIFEST, NULL);
    g_autoptr(GHashTable) show = json_members(path);
    if (!show)
        return told;
    const char *build_id = g_hash_table_lookup(show, "build_id");
    const char *until = g_hash_table_lookup(show, "until");
    told.build_id = g_strdup(build_id ? build_id : "");
    told.urgent = g_strcmp0(g_hash_table_lookup(show, "urgent"), "true") == 0;
    urgent_end_read(until ? until : "", &told.end);
    return told;
}

static GPtrArray *read_folder(const char *directory)
{
    GPtrArray *bundle = bundle_new();
    g_autoptr(GHashTable) names = folder_inventory(directory);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_remove(names, FOLDER_INVENTORY);
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        GBytes *bytes = file_peek(path);
        if (bytes)
            bundle_add(bundle, name, bytes);
    }
    return bundle;
}

/* The manifest in `to` becomes as old as the one in `from`. */
static void keep_age(const char *from, const char *to)
{
    struct stat st;
    g_autofree char *old = g_build_filename(from, SHOW_MANIFEST, NULL);
    g_autofree char *new = g_build_filename(to, SHOW_MANIFEST, NULL);
    if (stat(old, &st) == 0)
        utimensat(AT_FDCWD, new, (struct timespec[]){st.st_atim, st.st_mtim}, 0);
}

static bool copy(const char *from, const char *to, GPtrArray *removed, struct diag *diag)
{
    g_autoptr(GPtrArray) bundle = read_folder(from);
    g_autofree char *parent = g_path_get_dirname(to);
    bool ok = g_mkdir_with_parents(parent, 0777) == 0 && folder_publish(bundle, to, removed, diag);
    if (ok)
        keep_age(from, to);
    return ok;
}

/* A wall with nothing on it misleads nobody. */
static bool clear(const char *path, GPtrArray *removed, struct diag *diag)
{
    g_autoptr(GPtrArray) nothing = bundle_new();
    return folder_publish(nothing, path, removed, diag);
}

void ordinary_keep(const char *out_dir, const char *folder, struct diag *diag)
{
    g_autofree char *path = g_build_filename(out_dir, folder, NULL);
    g_autofree char *kept = g_build_filename(out_dir, KEPT, NULL);
    g_autofree char *previous = folder_previous(path, diag);
    g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func(g_free);
    struct told told = previous ? listen(previous) : (struct told){0};
    if (told.build_id && !told.urgent)
        copy(previous, kept, removed, diag);
    told_clear(&told);
}

void ordinary_bring_back(const char *out_dir, const char *folder, bool withdrawn,
                         struct report *report, struct diag *diag)
{
    g_autofree char *path = g_build_filename(out_dir, folder, NULL);
    g_autofree char *kept = g_build_filename(out_dir, KEPT, NULL);
    struct told message = listen(path);
    struct told before = listen(kept);
    bool over = withdrawn || !urgent_stands(&message.end);
    guint from = report->removed->len;
    if (message.urgent && over &&
        (before.build_id ? copy(kept, path, report->removed, diag)
                         : clear(path, report->removed, diag))) {
        report->show.removed_from = from;
        report->show.removed_to = report->removed->len;
        report->show.build_id = g_steal_pointer(&before.build_id);
    }
    told_clear(&message);
    told_clear(&before);
}
