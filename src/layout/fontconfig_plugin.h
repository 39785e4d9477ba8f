/*
 * The door of the plug-in that reads font sets. Faces and all that is lent live as long as their
 * set; of a set one thread at a time may ask, but for has_letter.
 */
#ifndef HANDOUT_LAYOUT_FONTCONFIG_PLUGIN_H
#define HANDOUT_LAYOUT_FONTCONFIG_PLUGIN_H

#include "base/plugin.h"
#include "layout/font_file.h"

#include <glib.h>
#include <stdbool.h>

struct fontconfig;

struct fontconfig_plugin {
    struct plugin_head head;

    /* Reads the set that the file `path` describes, after the rules in the text `rules` (NULL:
     * none) and nothing else; NULL: it cannot be read. */
    struct fontconfig *(*load)(const char *path, const char *rules);
    void (*free)(struct fontconfig *set);

    bool (*has_family)(const struct fontconfig *set, const char *family);

    /* All faces, best first, for a family (NULL: any), a weight as Pango has it, and a language: of
     * const struct font_file *, lent; the array is the caller's. */
    GPtrArray *(*rank)(struct fontconfig *set, const char *family, int weight, const char *lang);

    /* Of a face whose letters are known. Any thread. */
    bool (*has_letter)(const struct font_file *file, gunichar letter);

    /* The files of fontconfig's that were read, the folders of the whole set, the files of its
     * faces; of char *; the caller's. */
    GPtrArray *(*files)(struct fontconfig *set);
};

#endif
