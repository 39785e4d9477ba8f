/*
 * Finds what clinics share by the names of folders alone, so that each clinic of a group can be
 * rendered, watched or checked by itself.
 */
#include "content/group.h"

#include "base/file.h"
#include "base/paths.h"

#include <string.h>

/* Behind the last "clinics/" of a path that is a part of its own; NULL: there is none. */
static const char *behind_clinics(const char *path)
{
    const size_t length = strlen(GROUP_CLINICS "/");
    const char *found = NULL;
    for (const char *at = path; (at = strstr(at, GROUP_CLINICS "/")); at++)
        if (at == path || at[-1] == '/')
            found = at + length;
    return found;
}

static char *find_shared(const char *path)
{
    const char *behind = behind_clinics(path);
    const char *name = behind ? behind + strspn(behind, "/") : "";
    size_t length = strcspn(name, "/");
    if (length == 0)
        return NULL;
    g_autofree char *group = g_strndup(path, (gsize)(behind - path) - strlen(GROUP_CLINICS "/"));
    g_autofree char *shared = g_strconcat(group, GROUP_SHARED, NULL);
    const char *rest = name + length + strspn(name + length, "/");
    if (!g_file_test(shared, G_FILE_TEST_IS_DIR))
        return NULL;
    return *rest ? g_build_filename(shared, rest, NULL) : g_steal_pointer(&shared);
}

char *group_shared(const char *path)
{
    char *shared = find_shared(path);
    if (shared || g_path_is_absolute(path))
        return shared;
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    return find_shared(whole);
}

/* What stands behind the folder in the path of something below it; NULL: it lies elsewhere. */
static const char *path_below(const char *path, const char *folder)
{
    size_t length = folder ? strlen(folder) : 0;
    bool below = length > 0 && g_str_has_prefix(path, folder) && path[length] == '/';
    return below ? path + length + 1 : NULL;
}

char *group_nearest(const char *content_dir, const char *path)
{
    g_autofree char *shared_dir = group_shared(content_dir);
    const char *name = path_below(path, content_dir);
    name = name ? name : path_below(path, shared_dir);
    return name ? group_file(content_dir, name) : g_strdup(path);
}

char *group_file(const char *content_dir, const char *name)
{
    g_autofree char *own = g_build_filename(content_dir, name, NULL);
    g_autofree char *shared = group_shared(own);
    bool other = shared && file_is_absent(own) && !file_is_absent(shared);
    return other ? g_steal_pointer(&shared) : g_steal_pointer(&own);
}

static struct yaml *read_settings(const char *path, struct diag *diag)
{
    g_autofree char *text = file_read_text(path, diag);
    return text ? yaml_parse(text, path, 1, diag) : NULL;
}

struct yaml *group_settings(const char *path, struct diag *diag)
{
    g_autofree char *shared_path = group_shared(path);
    if (!shared_path || file_is_absent(shared_path))
        return read_settings(path, diag);
    struct yaml *shared = read_settings(shared_path, diag);
    if (file_is_absent(path))
        return shared;
    struct yaml *own = read_settings(path, diag);
    if (own && shared)
        yaml_add_missing(own, shared);
    else
        g_clear_pointer(&own, yaml_tree_free);
    yaml_tree_free(shared);
    return own;
}

/* A link that leads nowhere, as to a disk that is not there, is one that can not be made: it is not
 * passed over. */
static bool is_clinic(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    bool lost = g_file_test(path, G_FILE_TEST_IS_SYMLINK) && !g_file_test(path, G_FILE_TEST_EXISTS);
    return name[0] != '.' && (lost || g_file_test(path, G_FILE_TEST_IS_DIR));
}

GPtrArray *group_clinics(const char *group_dir, struct diag *diag)
{
    g_autofree char *shared = g_build_filename(group_dir, GROUP_SHARED, NULL);
    g_autofree char *folder = g_build_filename(group_dir, GROUP_CLINICS, NULL);
    g_autoptr(GPtrArray) names = NULL;
    if (g_file_test(shared, G_FILE_TEST_IS_DIR))
        names = file_list(folder, diag);
    else
        diag_report(diag, RULE_NO_ARTICLES, (struct pos){.file = paths_number(group_dir)},
                    "'%s' is no group: it needs '" GROUP_SHARED "/' with what its clinics share, "
                    "and '" GROUP_CLINICS "/' with a folder for each of them",
                    group_dir);
    if (!names)
        return NULL;
    GPtrArray *clinics = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < names->len; i++)
        if (is_clinic(folder, names->pdata[i]))
            g_ptr_array_add(clinics, g_strdup(names->pdata[i]));
    if (clinics->len > 0)
        return clinics;
    g_ptr_array_unref(clinics);
    diag_report(diag, RULE_NO_ARTICLES, (struct pos){.file = paths_number(folder)},
                "there is no clinic in '%s': it has a folder for each of them", folder);
    return NULL;
}
