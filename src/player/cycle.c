/*
 * Gathers what the slides need: faces, pictures, times; and the files of the whole show. Method for
 * the build id: a hash over names and bytes of every file, with the manifest as it is before it has
 * one.
 */
#include "player/cycle.h"

#include "base/bundle.h"
#include "player/manifest.h"
#include "player/show_files.h"

#include <gio/gio.h>
#include <string.h>

#define PLAYER_RESOURCES "/handout/player"
#define BUILD_ID_DIGITS  12

static struct webfont *find_font(GPtrArray *fonts, const struct face *face)
{
    for (guint i = 0; i < fonts->len; i++)
        if (((struct webfont *)fonts->pdata[i])->face == face)
            return fonts->pdata[i];
    struct webfont *font = webfont_new(face);
    g_ptr_array_add(fonts, font);
    return font;
}

static void gather(struct cycle *cycle, const struct page *page)
{
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN)
            webfont_add(find_font(cycle->fonts, item->as.run.face), item->as.run.text);
        if (item->kind == ITEM_IMAGE && !g_hash_table_contains(cycle->images, item->as.image))
            g_hash_table_insert(cycle->images, (gpointer)item->as.image,
                                webimage_new(item->as.image));
    }
}

static void report_long_loop(const struct cycle *cycle, struct diag *diag)
{
    if (cycle->loop_s <= CYCLE_LONGEST)
        return;
    const char *article = ((const struct slide *)cycle->slides->pdata[0])->source.article;
    diag_report(diag, RULE_LOOP_LONG, (struct pos){0},
                "the show takes %u minutes from '%s' to its end, longer than people wait: shorten "
                "it, or give articles 'days' and 'hours'",
                (cycle->loop_s + 59) / 60, article);
}

struct cycle *cycle_new(const struct cycle_setup *setup, GPtrArray *slides,
                        struct webfonts *webfonts, struct diag *diag)
{
    struct cycle *cycle = g_new0(struct cycle, 1);
    cycle->setup = *setup;
    cycle->slides = slides;
    cycle->fonts = g_ptr_array_new_with_free_func((GDestroyNotify)webfont_free);
    cycle->images = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)webimage_free);
    for (guint i = 0; i < slides->len; i++) {
        const struct slide *slide = slides->pdata[i];
        gather(cycle, slide->source.page);
        cycle->loop_s += slide->dwell_s;
    }
    for (guint i = 0; i < cycle->fonts->len; i++)
        webfont_cut(cycle->fonts->pdata[i], webfonts);
    report_long_loop(cycle, diag);
    return cycle;
}

void cycle_free(struct cycle *cycle)
{
    g_ptr_array_unref(cycle->slides);
    g_ptr_array_unref(cycle->fonts);
    g_hash_table_unref(cycle->images);
    g_free(cycle->build_id);
    g_free(cycle);
}

const char *cycle_lang(const struct cycle *cycle)
{
    return ((const struct slide *)cycle->slides->pdata[0])->source.layout->lang;
}

const struct labels *cycle_labels(const struct cycle *cycle)
{
    return g_hash_table_lookup(cycle->setup.labels, cycle_lang(cycle));
}

static void add_slides(const struct cycle *cycle, GPtrArray *bundle)
{
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        g_autofree char *caption = g_strdup_printf("captions/%s.txt", slide->src);
        g_autofree char *words = g_strconcat(slide->alt, "\n", NULL);
        bundle_add(bundle, slide->src, g_bytes_ref(slide->source.png));
        bundle_add(bundle, caption, g_bytes_new(words, strlen(words)));
    }
}

static void add_fonts_and_images(const struct cycle *cycle, GPtrArray *bundle)
{
    for (guint i = 0; i < cycle->fonts->len; i++) {
        const struct webfont *font = cycle->fonts->pdata[i];
        if (font->program)
            bundle_add(bundle, font->src, g_bytes_ref(font->program));
    }
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, cycle->images);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const struct webimage *image = value;
        bundle_add(bundle, image->src, g_bytes_ref(image->bytes));
    }
}

static void add_player(GPtrArray *bundle)
{
    g_auto(GStrv) names = g_resources_enumerate_children(PLAYER_RESOURCES, 0, NULL);
    for (char **name = names; name && *name; name++) {
        g_autofree char *path = g_strconcat(PLAYER_RESOURCES "/", *name, NULL);
        GBytes *bytes = g_resources_lookup_data(path, 0, NULL);
        if (bytes)
            bundle_add(bundle, *name, bytes);
    }
}

static int compare_files(gconstpointer a, gconstpointer b)
{
    const struct bundle_file *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

static char *hash_of(GPtrArray *bundle)
{
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    g_ptr_array_sort(bundle, compare_files);
    for (guint i = 0; i < bundle->len; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        gsize size;
        const guchar *data = g_bytes_get_data(file->bytes, &size);
        g_checksum_update(hash, (const guchar *)file->name, (gssize)strlen(file->name) + 1);
        g_checksum_update(hash, data, (gssize)size);
    }
    return g_strndup(g_checksum_get_string(hash), BUILD_ID_DIGITS);
}

GPtrArray *cycle_files(struct cycle *cycle)
{
    GPtrArray *bundle = bundle_new();
    add_slides(cycle, bundle);
    add_fonts_and_images(cycle, bundle);
    add_player(bundle);
    show_files_add(cycle, bundle);

    g_autofree char *draft = manifest_to_json(cycle);
    GPtrArray *probe = bundle_new();
    for (guint i = 0; i < bundle->len; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        bundle_add(probe, file->name, g_bytes_ref(file->bytes));
    }
    bundle_add(probe, "manifest.json", g_bytes_new(draft, strlen(draft)));
    cycle->build_id = hash_of(probe);
    g_ptr_array_unref(probe);

    g_autofree char *json = manifest_to_json(cycle);
    g_autofree char *script = g_strdup_printf("window.handoutShow = %s;\n", json);
    g_autofree char *file = g_strconcat(json, "\n", NULL);
    bundle_add(bundle, "manifest.json", g_bytes_new(file, strlen(file)));
    bundle_add(bundle, "manifest.js", g_bytes_new(script, strlen(script)));
    return bundle;
}
