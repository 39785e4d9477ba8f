/*
 * Most texts have no such letter, so the dictionaries are a plug-in's.
 */
#include "base/unparted.h"

#include "base/unparted_plugin.h"
#include "base/words.h"

#include <stdbool.h>

static bool has_unparted(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (words_unparted(g_utf8_get_char(text)))
            return true;
    return false;
}

GArray *unparted_edges(const char *text)
{
    static struct plugin plugin = {.name = "unparted", .work = "its part for words without blanks"};
    if (!has_unparted(text))
        return NULL;
    const struct unparted_plugin *door = plugin_open(&plugin);
    return door->edges(text);
}
