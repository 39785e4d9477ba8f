/*
 * The door of the plug-in that draws pixels. Any thread may call its functions.
 */
#ifndef HANDOUT_PAINT_PNG_PLUGIN_H
#define HANDOUT_PAINT_PNG_PLUGIN_H

#include "base/plugin.h"
#include "layout/font.h"
#include "layout/page.h"
#include "paint/png_encode.h"

struct png_plugin {
    struct plugin_head head;

    /* A face to draw with, of its file; never NULL, but what is drawn with one whose file is gone
     * fails. */
    void *(*face_new)(const char *path, unsigned index);
    void (*face_free)(void *face);

    /*
     * Begins to draw the page on `ground`, as large as `raster` says, whose other fields then lead
     * to the pixels; each face by what `drawn` gives for it. The drawing is the caller's, to end;
     * NULL with *error (free with g_free) set: it cannot be drawn.
     */
    void *(*begin)(const struct page *page, struct color ground,
                   void *(*drawn)(const struct face *face), struct raster *raster, char **error);

    /* NULL: all pixels that were asked for were drawn; or why not (free with g_free). */
    char *(*end)(void *drawing);
};

#endif
