/*
 * A name is made of what the slide shows, by the digest in its file's name, and not of its place: a
 * slide that only moves is not sent again. One that comes twice in a round is there twice.
 */
#include "push/slides.h"

#include <stdio.h>
#include <string.h>

#define LIST "anthias.json"
#define MARK "handout "

static void wanted_free(void *data)
{
    struct wanted *wanted = data;
    g_free(wanted->name);
    g_free(wanted->path);
    json_object_unref(wanted->fields);
    g_free(wanted);
}

bool slides_is_ours(const char *name)
{
    return name && g_str_has_prefix(name, MARK);
}

/* "007-breathing.1bcb46e86d44.png": without its place and what it is. */
static char *stem_of(const char *file)
{
    const char *stem = strchr(file, '-');
    stem = stem ? stem + 1 : file;
    const char *end = strrchr(stem, '.');
    return g_strndup(stem, end ? (gsize)(end - stem) : strlen(stem));
}

/* `times`: stem -> how often it was there. */
static char *name_of(const char *file, GHashTable *times)
{
    char *stem = stem_of(file);
    guint before = GPOINTER_TO_UINT(g_hash_table_lookup(times, stem));
    char *name =
        before ? g_strdup_printf(MARK "%s, %u", stem, before + 1) : g_strconcat(MARK, stem, NULL);
    g_hash_table_replace(times, stem, GUINT_TO_POINTER(before + 1));
    return name;
}

/* Where the clinic says where the show lies, the list has whole addresses. */
static char *file_of(JsonObject *slide)
{
    const char *uri = json_object_get_string_member_with_default(slide, "uri", "");
    const char *slash = strrchr(uri, '/');
    return g_uri_unescape_string(slash ? slash + 1 : uri, NULL);
}

static struct wanted *take(JsonObject *slide, const char *folder, GHashTable *times)
{
    g_autofree char *file = file_of(slide);
    if (!file || !*file)
        return NULL;
    struct wanted *wanted = g_new(struct wanted, 1);
    *wanted = (struct wanted){.name = name_of(file, times),
                              .path = g_build_filename(folder, file, NULL),
                              .fields = json_object_ref(slide)};
    json_object_remove_member(slide, "uri");
    json_object_remove_member(slide, "play_order");
    json_object_set_string_member(slide, "name", wanted->name);
    /* Some versions fail where it is not said: a file that is there needs no look at it. */
    json_object_set_boolean_member(slide, "skip_asset_check", FALSE);
    return wanted;
}

GPtrArray *slides_read(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, LIST, NULL);
    g_autofree char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    g_autoptr(GPtrArray) listed = text ? json_objects(text) : NULL;
    g_autoptr(GHashTable) times = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *slides = g_ptr_array_new_with_free_func(wanted_free);
    for (guint i = 0; listed && i < listed->len; i++) {
        struct wanted *wanted = take(listed->pdata[i], folder, times);
        if (wanted)
            g_ptr_array_add(slides, wanted);
    }
    if (slides->len > 0)
        return slides;
    fprintf(stderr, "handout: there is no show in '%s': make it by 'handout render'\n", folder);
    g_ptr_array_unref(slides);
    return NULL;
}
