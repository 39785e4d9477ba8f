/*
 * The files of a page's pictures: inside the page itself, or in the folder that a browser saves
 * beside it. Awkward: a page may name any file of the computer, so nothing outside the page's own
 * folder is read, not even by way of a link; and what cannot be shown is left out as before.
 */
#include "base/paths.h"
#include "import/parts.h"

#include "base/file.h"
#include "base/slug.h"
#include "content/image.h"

#include <glib/gstdio.h>
#include <string.h>

/* As long as a file name is still read at a glance. [characters] */
#define NAME_LENGTH 48

/* What it begins with tells the kind of a file. */
static const struct {
    const char *magic;
    gsize length;
    const char *ending;
} kinds[] = {{"\x89PNG\r\n\x1a\n", 8, ".png"}, {"\xff\xd8\xff", 3, ".jpg"}};

static const char *ending_of(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    for (size_t i = 0; data && i < G_N_ELEMENTS(kinds); i++)
        if (size > kinds[i].length && memcmp(data, kinds[i].magic, kinds[i].length) == 0)
            return kinds[i].ending;
    return NULL;
}

/* The picture inside of its own address; NULL: none. */
static GBytes *read_data(const char *src)
{
    const char *comma = strchr(src, ',');
    g_autofree char *head = comma ? g_strndup(src, (gsize)(comma - src)) : NULL;
    if (!head || !g_str_has_suffix(head, ";base64"))
        return NULL;
    gsize size;
    guchar *data = g_base64_decode(comma + 1, &size);
    return g_bytes_new_take(data, size);
}

/* The file below `folder` that the page names; owned by the caller, or NULL. */
static char *find_file(const char *folder, const char *src)
{
    g_autofree char *name = g_strndup(src, strcspn(src, "?#"));
    g_autofree char *plain = g_uri_unescape_string(name, NULL);
    if (!plain || g_path_is_absolute(plain))
        return NULL;
    return import_find_within(folder, plain);
}

GBytes *import_read_beside(const struct source *source, const char *src)
{
    if (g_str_has_prefix(src, "data:"))
        return read_data(src);
    g_autofree char *folder = g_path_get_dirname(source->path);
    g_autofree char *path = find_file(folder, src);
    struct diag *quiet = diag_new(false);
    GBytes *bytes =
        path ? file_read(path, FILE_IMAGE_LIMIT, (struct pos){.file = paths_number(path)}, quiet)
             : NULL;
    diag_free(quiet);
    return bytes;
}

/* True when an article can show it. */
static bool is_shown(GBytes *bytes, const char *ending)
{
    g_autofree char *folder = g_dir_make_tmp("handout-XXXXXX", NULL);
    g_autofree char *name = g_strconcat("picture", ending, NULL);
    g_autofree char *path = folder ? g_build_filename(folder, name, NULL) : NULL;
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    struct diag *quiet = diag_new(false);
    struct image *image = path && g_file_set_contents(path, data, (gssize)size, NULL)
                              ? image_load(folder, name, (struct pos){0}, quiet)
                              : NULL;
    bool shown = image != NULL;
    image_free(image);
    diag_free(quiet);
    if (folder) {
        g_unlink(path);
        g_rmdir(folder);
    }
    return shown;
}

static bool is_taken(const struct source *source, const char *name)
{
    for (guint i = 0; i < source->pictures->len; i++) {
        const struct import_picture *other = source->pictures->pdata[i];
        if (other->name && strcmp(other->name, name) == 0)
            return true;
    }
    return false;
}

/* A name of its own among the pictures, made of its alternative text; owned by the caller. */
static char *name_picture(const struct source *source, const struct import_picture *picture,
                          const char *ending)
{
    g_autofree char *stem = slug_new(picture->alt, NAME_LENGTH);
    char *name = g_strconcat(stem ? stem : "picture", ending, NULL);
    for (unsigned i = 2; is_taken(source, name); i++) {
        g_free(name);
        name = g_strdup_printf("%s-%u%s", stem ? stem : "picture", i, ending);
    }
    return name;
}

/* The words of a caption as the title in Markdown. */
static void append_caption(GString *out, const char *caption)
{
    g_autoptr(GString) words = g_string_new(NULL);
    import_escape(words, caption, true);
    g_string_replace(words, "\"", "\\\"", 0);
    g_string_append_printf(out, " \"%s\"", words->str);
}

/* What was left out is in the article after all. */
static void show(struct source *source, struct import_picture *picture, const char *ending)
{
    struct input_line *line = picture->line, *below = picture->below;
    GString *marked = g_string_new("![");
    picture->name = name_picture(source, picture, ending);
    import_escape(marked, picture->alt, true);
    g_string_append_printf(marked, "](%s", picture->name);
    if (below && !below->why && !below->is_fact) {
        append_caption(marked, below->text);
        below->kind = LINE_BLANK;
    }
    g_string_append_c(marked, ')');
    line->kind = LINE_PICTURE;
    line->why = NULL;
    line->marked = g_string_free(marked, FALSE);
    g_free(line->text);
    line->text = g_strdup(picture->alt);
}

/* Gets what the picture holds, if an article can show it; the ending of its name, or NULL. */
static const char *fetch(const struct source *source, struct import_picture *picture)
{
    g_autoptr(GBytes) bytes = import_read_beside(source, picture->src);
    const char *ending = bytes ? ending_of(bytes) : NULL;
    if (!ending || !is_shown(bytes, ending))
        return NULL;
    picture->bytes = g_steal_pointer(&bytes);
    return ending;
}

void import_find_pictures(struct source *source)
{
    for (guint i = 0; i < source->pictures->len; i++) {
        struct import_picture *picture = source->pictures->pdata[i];
        const char *ending = fetch(source, picture);
        if (ending)
            show(source, picture, ending);
    }
}

const char *import_take_picture(struct source *source, const char *src, const char *alt)
{
    struct import_picture *picture = g_new0(struct import_picture, 1);
    *picture = (struct import_picture){.src = g_strdup(src), .alt = g_strdup(alt)};
    const char *ending = fetch(source, picture);
    if (ending)
        picture->name = name_picture(source, picture, ending);
    g_ptr_array_add(source->pictures, picture);
    return picture->name;
}
