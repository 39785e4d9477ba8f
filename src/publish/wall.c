/*
 * Hangs pictures. Awkward: a screen's file is named after its place in the sequence and its bytes,
 * so it has no name before all screens are painted.
 */
#include "publish/wall.h"

#include "base/stop.h"
#include "player/show.h"
#include "publish/folder.h"

struct screen {
    struct slide_source source;
    struct report_file file; /* no path: it was not published */
};

struct wall {
    struct wall_setup setup;
    const char *folder; /* of the products that are here; NULL: there are none */
    GPtrArray *screens; /* of struct screen * */
    bool spoiled;
};

static void screen_free(struct screen *screen)
{
    g_clear_pointer(&screen->source.png, g_bytes_unref);
    g_free(screen->file.path);
    g_free(screen);
}

struct wall *wall_new(const struct wall_setup *setup)
{
    struct wall *wall = g_new0(struct wall, 1);
    wall->setup = *setup;
    wall->screens = g_ptr_array_new_with_free_func((GDestroyNotify)screen_free);
    return wall;
}

void wall_free(struct wall *wall)
{
    if (!wall)
        return;
    g_ptr_array_unref(wall->screens);
    g_free(wall);
}

bool wall_takes(const struct product *product, const struct painter *painter)
{
    return painter && painter->by_page && product->painter == painter;
}

struct screen *wall_add(struct wall *wall, const struct product *product,
                        const struct slide_source *source)
{
    struct screen *screen = g_new0(struct screen, 1);
    screen->source = *source;
    screen->file =
        (struct report_file){.article = source->article, .format = product->name, .pages = 1};
    wall->folder = product->folder;
    g_ptr_array_add(wall->screens, screen);
    return screen;
}

void wall_paint(struct wall *wall, struct screen *screen, const struct painter *painter,
                const struct paint_job *job)
{
    const struct slide_source *source = &screen->source;
    g_autofree char *digest = NULL;
    GBytes *png = keep_find_picture(wall->setup.keep, source->page, source->layout->title,
                                    source->layout->lang, job->width_px, &digest);
    if (!png && (png = painter->paint(job)))
        keep_add_picture(wall->setup.keep, digest, png);
    screen->source.png = png;
}

void wall_spoil(struct wall *wall)
{
    wall->spoiled = true;
}

static bool is_whole(const struct wall *wall)
{
    for (guint i = 0; i < wall->screens->len; i++)
        if (!((const struct screen *)wall->screens->pdata[i])->source.png)
            return false;
    return !wall->spoiled && wall->screens->len > 0;
}

/* How many slides of the same article and slug there are up to this one. */
static unsigned count_same(GHashTable *counts, const struct slide_source *source)
{
    char *key = g_strconcat(source->article, "/", source->page->slug, NULL);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
    g_hash_table_replace(counts, key, GUINT_TO_POINTER(count));
    return count;
}

static GPtrArray *make_slides(const struct wall *wall)
{
    GPtrArray *slides = g_ptr_array_new_with_free_func((GDestroyNotify)slide_free);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < wall->screens->len; i++) {
        const struct screen *screen = wall->screens->pdata[i];
        g_ptr_array_add(slides, slide_new(&screen->source, wall->setup.show.style, i + 1,
                                          count_same(counts, &screen->source)));
    }
    return slides;
}

static void tell_slide(struct screen *screen, const struct slide *slide, const char *directory)
{
    screen->file.bytes = g_bytes_get_size(screen->source.png);
    screen->file.path = g_build_filename(directory, slide->src, NULL);
    screen->file.screen = (struct report_screen){.words = slide->words,
                                                 .seconds = slide->dwell_s,
                                                 .lines = slide->lines,
                                                 .cap_mm = slide->cap_mm,
                                                 .arcmin = slide->arcmin,
                                                 .contrast = slide->min_contrast,
                                                 .d20_m = slide->d20_m,
                                                 .binding = slide->binding};
}

void wall_publish(struct wall *wall, struct report *report)
{
    if (!is_whole(wall) || stop_asked())
        return;
    g_autofree char *directory = g_build_filename(wall->setup.out_dir, wall->folder, NULL);
    struct cycle *cycle = cycle_new(&wall->setup.show, make_slides(wall),
                                    keep_webfonts(wall->setup.keep), wall->setup.diag);
    g_autoptr(GPtrArray) files = show_bundle(cycle);
    if (folder_publish(files, directory, report->removed, wall->setup.diag)) {
        report->loop_s = cycle->loop_s;
        for (guint i = 0; i < wall->screens->len; i++)
            tell_slide(wall->screens->pdata[i], cycle->slides->pdata[i], directory);
    }
    cycle_free(cycle);
}

const struct report_file *screen_file(const struct screen *screen)
{
    return screen->file.path ? &screen->file : NULL;
}
