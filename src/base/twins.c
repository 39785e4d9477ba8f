/*
 * Names are kept as numbers (base/digest.h), in order: a few bytes for each of many files. What is
 * no plain file is nobody's twin.
 */
#include "base/twins.h"

#include "base/digest.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

struct twins {
    GArray *files; /* of guint64: name and file of what lies in the folder */
    GArray *found; /* of guint64: the names of those that lie in others, too */
    bool mixed;    /* something in the folder is no plain file */
    dev_t device;
};

static gint compare(gconstpointer a, gconstpointer b)
{
    guint64 one = *(const guint64 *)a, other = *(const guint64 *)b;
    return one < other ? -1 : one > other;
}

/* By hand: each file of a clinic is looked for in each build. */
static bool has(const GArray *numbers, guint64 number)
{
    const guint64 *all = (const guint64 *)numbers->data;
    guint from = 0, to = numbers->len;
    while (from < to) {
        guint middle = from + (to - from) / 2;
        if (all[middle] < number)
            from = middle + 1;
        else
            to = middle;
    }
    return from < numbers->len && all[from] == number;
}

static guint64 number_of_name(const char *name)
{
    return digest_number(name, strlen(name));
}

/* A file by its name: another for each of them. */
static guint64 number_of_file(guint64 name, ino_t file)
{
    const guint64 numbers[] = {name, file};
    return digest_number(numbers, sizeof numbers);
}

static bool is_itself(const char *name)
{
    return g_str_equal(name, ".") || g_str_equal(name, "..");
}

/* The next plain file of those listed; NULL: there is none. What else there is sets `*mixed`. */
static const struct dirent *next_file(DIR *directory, bool *mixed)
{
    const struct dirent *entry;
    while ((entry = readdir(directory)) && entry->d_type != DT_REG)
        *mixed |= !is_itself(entry->d_name);
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
    twins->files = g_array_new(FALSE, FALSE, sizeof(guint64));
    twins->found = g_array_new(FALSE, FALSE, sizeof(guint64));
    DIR *directory = open_directory(path, &twins->device);
    if (!directory)
        return twins;
    for (const struct dirent *entry; (entry = next_file(directory, &twins->mixed));) {
        guint64 number = number_of_file(number_of_name(entry->d_name), entry->d_ino);
        g_array_append_val(twins->files, number);
    }
    closedir(directory);
    g_array_sort(twins->files, compare);
    return twins;
}

void twins_free(struct twins *twins)
{
    g_array_unref(twins->files);
    g_array_unref(twins->found);
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
        guint64 name = number_of_name(entry->d_name), file = number_of_file(name, entry->d_ino);
        if (has(twins->files, file))
            g_array_append_val(twins->found, name);
    }
    closedir(directory);
    g_array_sort(twins->found, compare);
}

bool twins_have(const struct twins *twins, const char *name)
{
    return has(twins->found, number_of_name(name));
}

bool twins_are_all(const struct twins *twins)
{
    const guint64 *found = (const guint64 *)twins->found->data;
    guint names = 0; /* a file may lie in two others */
    for (guint i = 0; i < twins->found->len; i++)
        names += i == 0 || found[i] != found[i - 1];
    return names > 0 && !twins->mixed && names == twins->files->len;
}
