#include "player/inline.h"

#include <gio/gio.h>

#define SCRIPTS "/handout/inline/"

static GBytes *read_script(const char *name)
{
    g_autofree char *path = g_strconcat(SCRIPTS, name, ".js", NULL);
    return g_resources_lookup_data(path, 0, NULL);
}

char *inline_script(const char *name)
{
    g_autoptr(GBytes) whole = read_script("whole-page"), own = read_script(name);
    return g_strconcat("\n", (const char *)g_bytes_get_data(whole, NULL),
                       (const char *)g_bytes_get_data(own, NULL), NULL);
}
