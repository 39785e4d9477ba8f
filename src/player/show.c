/*
 * Puts the files of the show together. Method for the build id: a hash over names and bytes of
 * every file, with the manifest as it is before it has one.
 */
#include "player/show.h"

#include "base/bundle.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/xml.h"
#include "export/html_page.h"
#include "player/inline.h"
#include "player/install.h"
#include "player/manifest.h"
#include "player/night.h"
#include "player/show_files.h"
#include "player/topics.h"

#include <gio/gio.h>
#include <string.h>

#define PLAYER_RESOURCES "/handout/player"
#define PLAYER_PAGE      "index.html"
#define BUILD_ID_DIGITS  12

static const struct show_file {
    const char *name;
    char *(*write)(const struct cycle *cycle);
} show_files[] = {
    {"show.m3u8", show_m3u8},
    {"show.ffconcat", show_ffconcat},
    {"show.txt", show_txt},
    {"show.smil", show_smil},
    {"mrss.xml", show_mrss},
    {"static-config.json", show_info_beamer},
    {"MANIFEST", show_info_beamer_list},
    {"__lobby.json", show_pisignage},
    {"anthias.json", show_anthias},
    {"transcript.html", show_transcript},
    {"transcript.js", show_transcript_script},
};

/* `folder`: "", or of files in one of its own, with the slash. */
static void add_playlists(const struct cycle *cycle, const char *folder, GPtrArray *bundle)
{
    for (size_t i = 0; i < G_N_ELEMENTS(show_files); i++) {
        g_autofree char *name = g_strconcat(folder, show_files[i].name, NULL);
        char *text = show_files[i].write(cycle);
        bundle_add(bundle, name, g_bytes_new_take(text, strlen(text)));
    }
}

static void add_slides(const struct cycle *cycle, const char *folder, GPtrArray *bundle)
{
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        g_autofree char *name = g_strconcat(folder, slide->src, NULL);
        g_autofree char *caption = g_strdup_printf("%scaptions/%s.txt", folder, slide->src);
        g_autofree char *words = g_strconcat(slide->alt, "\n", NULL);
        bundle_add(bundle, name, g_bytes_ref(slide->source.png));
        bundle_add(bundle, caption, g_bytes_new(words, strlen(words)));
    }
}

/* The names of all pages in the bundle, so that nobody is led to one that is not there any more
 * (browser/files.js). */
static void add_pages_list(GPtrArray *bundle)
{
    JsonBuilder *builder = json_new();
    json_open_array(builder, NULL);
    for (guint i = 0; i < bundle->len; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        if (g_str_has_suffix(file->name, ".html"))
            json_text(builder, NULL, file->name);
    }
    json_close_array(builder);
    g_autofree char *names = json_finish(builder);
    char *script = g_strdup_printf("window.handoutPages = %s;\n", names);
    bundle_add(bundle, "pages.js", g_bytes_new_take(script, strlen(script)));
}

/* The same again with the pictures of the night. */
static void add_night(const struct cycle *cycle, GPtrArray *bundle)
{
    struct cycle night = *cycle;
    night.slides = night_slides(cycle);
    night.folder = NIGHT_FOLDER;
    add_slides(&night, NIGHT_FOLDER, bundle);
    add_playlists(&night, NIGHT_FOLDER, bundle);
    g_ptr_array_unref(night.slides);
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

/* Takes the value. */
static void fill(GString *text, const char *place, char *value)
{
    g_string_replace(text, place, value, 1);
    g_free(value);
}

static char *escaped(const char *words)
{
    GString *name = g_string_new(NULL);
    xml_escape(name, words);
    return g_string_free(name, FALSE);
}

/* The player's page, which says of which show it is, and its language. */
static GBytes *name_show(GBytes *page, const struct cycle *cycle)
{
    char *heals = inline_script("player");
    gsize size;
    const char *data = g_bytes_get_data(page, &size);
    GString *text = g_string_new_len(data, (gssize)size);
    fill(text, "{source}", html_page_source(heals));
    fill(text, "{inline}", heals);
    fill(text, "{show}", escaped(cycle->setup.clinic->name.value));
    fill(text, "{lang}", escaped(cycle_lang(cycle)));
    fill(text, "{dir}", g_strdup(lang_is_rtl(cycle_lang(cycle)) ? "rtl" : "ltr"));
    g_bytes_unref(page);
    return g_string_free_to_bytes(text);
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

/* What a player that runs compares, so that it begins anew with new files of its own. */
static void add_player(struct cycle *cycle, GPtrArray *bundle)
{
    GPtrArray *player = bundle_new();
    g_auto(GStrv) names = g_resources_enumerate_children(PLAYER_RESOURCES, 0, NULL);
    for (char **name = names; name && *name; name++) {
        g_autofree char *path = g_strconcat(PLAYER_RESOURCES "/", *name, NULL);
        GBytes *bytes = g_resources_lookup_data(path, 0, NULL);
        if (bytes && g_str_equal(*name, PLAYER_PAGE))
            bytes = name_show(bytes, cycle);
        if (bytes)
            bundle_add(player, *name, bytes);
    }
    g_free(cycle->player_id);
    cycle->player_id = hash_of(player);
    g_ptr_array_extend_and_steal(bundle, player);
}

GPtrArray *show_bundle(struct cycle *cycle)
{
    GPtrArray *bundle = bundle_new();
    add_slides(cycle, "", bundle);
    add_fonts_and_images(cycle, bundle);
    add_player(cycle, bundle);
    add_playlists(cycle, "", bundle);
    topics_add_pages(cycle, bundle);
    if (cycle->sheet)
        bundle_add(bundle, INSTALL_FILE, g_bytes_ref(cycle->sheet));
    if (cycle->setup.style->show.night_pictures)
        add_night(cycle, bundle);

    add_pages_list(bundle);

    g_clear_pointer(&cycle->build_id, g_free);
    g_autofree char *draft = manifest_to_json(cycle);
    GPtrArray *probe = bundle_new();
    for (guint i = 0; i < bundle->len; i++) {
        const struct bundle_file *file = bundle->pdata[i];
        bundle_add(probe, file->name, g_bytes_ref(file->bytes));
    }
    bundle_add(probe, SHOW_MANIFEST, g_bytes_new(draft, strlen(draft)));
    cycle->build_id = hash_of(probe);
    g_ptr_array_unref(probe);

    g_autofree char *json = manifest_to_json(cycle);
    g_autofree char *script = g_strdup_printf("window.handoutShow = %s;\n", json);
    g_autofree char *file = g_strconcat(json, "\n", NULL);
    bundle_add(bundle, SHOW_MANIFEST, g_bytes_new(file, strlen(file)));
    bundle_add(bundle, "manifest.js", g_bytes_new(script, strlen(script)));
    g_autofree char *news =
        g_strdup_printf("window.handoutBuild = \"%s\";\n%s", cycle->build_id,
                        cycle->setup.until ? "window.handoutUrgent = true;\n" : "");
    bundle_add(bundle, "build.js", g_bytes_new(news, strlen(news)));
    return bundle;
}
