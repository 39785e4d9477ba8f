/*
 * Names are kept as numbers (base/digest.h), in order: a few bytes for each of many files. What is
 * no plain file is nobody's twin.
 */
#include "base/twins.h"

#include "base/digest.h"
#include "base/file.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

/* A file of the folder. */
struct twin {
    guint64 name; /* a number for it */
    guint64 file; /* which it is */
};

struct twins {
    GArray *files; /* of struct twin, by their names */
    bool *found;   /* by place: it lies in another folder, too */
    guint n_found;
    bool mixed; /* something in the folder is no plain file */
    dev_t device;
};

static gint compare(gconstpointer a, gconstpointer b)
{
    guint64 one = ((const struct twin *)a)->name, other = ((const struct twin *)b)->name;
    return one < other ? -1 : one > other;
}

/* The place of the file of that name; as many as there are files: there is none. By hand: each file
 * of a clinic is looked for in each build. */
static guint place_of(const struct twins *twins, const char *name)
{
    guint64 number = digest_number(name, strlen(name));
    const struct twin *all = (const struct twin *)(void *)twins->files->data;
    guint from = 0, to = twins->files->len;
    while (from < to) {
        guint middle = from + (to - from) / 2;
        if (all[middle].name < number)
            from = middle + 1;
        else
            to = middle;
    }
    return from < twins->files->len && all[from].name == number ? from : twins->files->len;
}

/* The next plain file of those listed; NULL: there is none. What else there is sets `*mixed`. */
static const struct dirent *next_file(DIR *directory, bool *mixed)
{
    const struct dirent *entry;
    while ((entry = readdir(directory)) && entry->d_type != DT_REG)
        *mixed |= !file_is_folder_itself(entry->d_name);
    return entry;
}

/* NULL: it cannot be listed. */
static DIR *open_directory(const char *path, dev_t *device)
{
    DIR *directory = opendir(path);
    struct stat status;
    if (directory && fstat(dirfd(directory), &status) == 0) {
        *device = status.st_dev;
        return directory;
    }
    if (directory)
        closedir(directory);
    return NULL;
}

struct twins *twins_new(const char *path)
{
    struct twins *twins = g_new0(struct twins, 1);
    twins->files = g_array_new(FALSE, FALSE, sizeof(struct twin));
    DIR *directory = open_directory(path, &twins->device);
    if (!directory)
        return twins;
    for (const struct dirent *entry; (entry = next_file(directory, &twins->mixed));) {
        struct twin file = {digest_number(entry->d_name, strlen(entry->d_name)), entry->d_ino};
        g_array_append_val(twins->files, file);
    }
    closedir(directory);
    g_array_sort(twins->files, compare);
    twins->found = g_new0(bool, twins->files->len);
    return twins;
}

void twins_free(struct twins *twins)
{
    g_array_unref(twins->files);
    g_free(twins->found);
    g_free(twins);
}

void twins_look(struct twins *twins, const char *path)
{
    dev_t device;
    bool mixed = false;
    DIR *directory = twins->files->len > 0 ? open_directory(path, &device) : NULL;
    if (!directory)
        return;
    const struct dirent *entry;
    while (device == twins->device && (entry = next_file(directory, &mixed))) {
        guint at = place_of(twins, entry->d_name);
        if (at == twins->files->len || twins->found[at] ||
            g_array_index(twins->files, struct twin, at).file != entry->d_ino)
            continue;
        twins->found[at] = true;
        twins->n_found++;
    }
    closedir(directory);
}

bool twins_have(const struct twins *twins, const char *name)
{
    guint at = place_of(twins, name);
    return at < twins->files->len && twins->found[at];
}

bool twins_are_all(const struct twins *twins)
{
    return twins->n_found > 0 && !twins->mixed && twins->n_found == twins->files->len;
}
