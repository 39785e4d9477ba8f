/*
 * Tells ours from not ours in a published folder, by the list that it keeps of itself. Awkward:
 * a folder that was being built when the program was killed has no list yet, or one whose files are
 * not all there; nobody but this program writes there, so all of it is ours.
 */
#include "publish/folder_parts.h"

#include "base/bundle.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The list lies where anybody can write; what it names must lie in the folder. */
static bool lies_within(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    return *name && !g_path_is_absolute(name) && !g_strv_contains((const char *const *)parts, "..");
}

GBytes *folder_list(const GPtrArray *folder)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < folder->len; i++)
        g_ptr_array_add(names, ((struct bundle_file *)folder->pdata[i])->name);
    g_ptr_array_sort(names, file_compare_names);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)names->pdata[i]);
    return g_string_free_to_bytes(text);
}

GHashTable *folder_inventory(const char *directory)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *path = g_build_filename(directory, FOLDER_INVENTORY, NULL);
    g_autofree char *text = file_peek_text(path);
    if (!text)
        return names;
    g_hash_table_add(names, g_strdup(FOLDER_INVENTORY));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        if (lies_within(*line))
            g_hash_table_add(names, g_strdup(*line));
    return names;
}

/* Looks through all of it: to be asked of what is no file of ours. */
bool folder_owns(GHashTable *inventory, const char *name)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, inventory);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, name) && ((const char *)key)[strlen(name)] == '/')
            return true;
    return false;
}

/* `within` is the part of the path below the published folder, "" or "fonts/". */
static void carry(GHashTable *inventory, const char *from, const char *to, const char *within)
{
    g_autofree char *directory = g_build_filename(from, within, NULL);
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *entry; dir && (entry = g_dir_read_name(dir));) {
        g_autofree char *name = g_strconcat(within, entry, NULL);
        g_autofree char *source = g_build_filename(from, name, NULL);
        g_autofree char *target = g_build_filename(to, name, NULL);
        g_autofree char *below = g_strconcat(name, "/", NULL);
        if (g_hash_table_contains(inventory, name))
            continue;
        if (folder_owns(inventory, name))
            carry(inventory, from, to, below);
        else
            renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE);
    }
}

static bool is_folder(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

/* A file moves out of its folder; a folder that moves is written, too. */
static char *find_unmovable(GHashTable *inventory, const char *path, const char *within)
{
    g_autofree char *directory = g_build_filename(path, within, NULL);
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    char *found = dir || access(directory, F_OK) != 0 ? NULL : g_strdup(directory);
    for (const char *entry; !found && dir && (entry = g_dir_read_name(dir));) {
        g_autofree char *name = g_strconcat(within, entry, NULL);
        g_autofree char *at = g_build_filename(path, name, NULL);
        g_autofree char *below = g_strconcat(name, "/", NULL);
        if (g_hash_table_contains(inventory, name))
            continue;
        if (folder_owns(inventory, name))
            found = find_unmovable(inventory, path, below);
        else if (access(directory, W_OK | X_OK) != 0)
            found = g_strdup(directory);
        else if (is_folder(at) && access(at, W_OK) != 0)
            found = g_strdup(at);
    }
    return found;
}

char *folder_find_unmovable(const char *directory)
{
    g_autoptr(GHashTable) inventory = folder_inventory(directory);
    return find_unmovable(inventory, directory, "");
}

void folder_carry(const char *from, const char *to)
{
    g_autoptr(GHashTable) inventory = folder_inventory(from);
    g_autofree char *list = g_build_filename(from, FOLDER_INVENTORY, NULL);
    bool unread = g_hash_table_size(inventory) == 0 && !file_is_absent(list);
    if (!unread) /* else ours would be taken for somebody's */
        carry(inventory, from, to, "");
}

/* Unlinks a file and then the folders that it lay in, as far as they are empty now. */
static bool remove_file(const char *directory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    if (unlink(path) != 0 && errno != ENOENT)
        return false;
    for (char *slash; (slash = strrchr(path, '/')) && slash > path + strlen(directory);) {
        *slash = '\0';
        if (rmdir(path) != 0)
            break;
    }
    return true;
}

bool folder_remove(const char *directory)
{
    g_autoptr(GHashTable) inventory = folder_inventory(directory);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, inventory);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!g_str_equal(name, FOLDER_INVENTORY) && !remove_file(directory, name))
            return false;
    return remove_file(directory, FOLDER_INVENTORY) && (rmdir(directory) == 0 || errno == ENOENT);
}

void folder_missing(const char *before, const char *now, GPtrArray *missing)
{
    g_autoptr(GHashTable) old = folder_inventory(before);
    g_autoptr(GHashTable) new = folder_inventory(now);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, old);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!g_hash_table_contains(new, name))
            g_ptr_array_add(missing, g_build_filename(now, name, NULL));
    g_ptr_array_sort(missing, file_compare_names);
}
