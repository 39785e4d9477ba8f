/*
 * Loads plug-ins, once and for good: what they keep would outlive them.
 */
#include "base/plugin.h"

#include "base/no_memory.h"
#include "base/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "handout-"
#define SUFFIX ".so"

/* Other threads may be at work: nothing is tidied up behind them, no more than by a loss of power.
 */
G_NORETURN static void give_up(const struct plugin *plugin, const char *why)
{
    /* The loader gives back what it had before it says so, so that the kernel has enough again. */
    if (strstr(why, "map segment") || strstr(why, "allocate memory"))
        no_memory_end();
    no_memory_ask();
    fflush(stdout);
    fprintf(stderr, "handout: this program was installed without %s: %s\n", plugin->work, why);
    _exit(STATUS_ENVIRONMENT);
}

static const void *load(const struct plugin *plugin)
{
    g_autofree char *file = g_strconcat(PREFIX, plugin->name, SUFFIX, NULL);
    g_autofree char *path = program_part(file);
    g_autofree char *other = g_strdup_printf("'%s' is of another version", path);
    gpointer door;
    GModule *module = g_module_open(path, G_MODULE_BIND_LOCAL);
    if (!module || !g_module_symbol(module, "plugin_door", &door))
        give_up(plugin, g_module_error());
    if (strcmp(((const struct plugin_head *)door)->version, HANDOUT_VERSION) != 0)
        give_up(plugin, other);
    g_module_make_resident(module);
    return door;
}

const void *plugin_open(struct plugin *plugin)
{
    if (g_once_init_enter(&plugin->door))
        g_once_init_leave(&plugin->door, (gsize)load(plugin));
    return (const void *)plugin->door;
}

static int compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *plugin_files(void)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *any = program_part(PREFIX "unparted" SUFFIX);
    g_autofree char *folder = g_path_get_dirname(any);
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names));)
        if (g_str_has_prefix(name, PREFIX) && g_str_has_suffix(name, SUFFIX))
            g_ptr_array_add(files, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(files, compare_text);
    return files;
}
