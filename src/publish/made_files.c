/*
 * One array. What is new stands behind what is in order, until somebody asks.
 */
#include "publish/made_files.h"

#include "base/file.h"
#include "base/intern.h"
#include "base/paths.h"
#include "base/rows.h"

#include <string.h>

struct made_files {
    struct rows list; /* of struct made_file */
    guint ordered;    /* of them: the first */
    guint from, to;   /* of these: those of the article that was asked for last, as files come */
};

char *made_file_path(const struct made_file *file)
{
    return paths_text(file->path);
}

static bool has_digest(const struct made_file *file)
{
    static const struct digest_bits none;
    return memcmp(&file->digest, &none, sizeof none) != 0;
}

char *made_file_made(const struct made_file *file)
{
    char digest[DIGEST_SIZE];
    const char *facts = intern_text(file->facts);
    if (!has_digest(file))
        return g_strdup(facts);
    digest_unpack(&file->digest, digest);
    return g_strconcat(facts, ":", digest, NULL);
}

/* What is no digest stays with the facts. */
void made_file_set(struct made_file *file, const char *made)
{
    const char *colon = made ? strchr(made, ':') : NULL;
    struct digest_bits digest = {0};
    bool packed = colon && digest_pack(colon + 1, &digest);
    file->digest = packed ? digest : (struct digest_bits){0};
    file->facts = has_digest(file) ? intern_part(made, (gsize)(colon - made)) : intern_number(made);
}

bool made_as_told(const char *path, const char *made)
{
    const char *digest = strchr(made, ':');
    g_autoptr(GBytes) bytes = digest ? file_peek(path) : NULL;
    g_autofree char *now = bytes ? digest_of_bytes(bytes) : NULL;
    return !digest || (now && g_str_equal(now, digest + 1));
}

bool made_file_stands(const struct made_file *file, const char *out_dir)
{
    g_autofree char *below = made_file_path(file);
    g_autofree char *path = g_build_filename(out_dir, below, NULL);
    g_autofree char *made = made_file_made(file);
    return made && made_as_told(path, made);
}

struct made_files *made_files_new(void)
{
    struct made_files *files = g_new0(struct made_files, 1);
    files->list.size = sizeof(struct made_file);
    return files;
}

void made_files_free(struct made_files *files)
{
    rows_clear(&files->list);
    g_free(files);
}

static int compare(gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    const struct made_file *one = a, *other = b;
    int order =
        one->name == other->name ? 0 : strcmp(intern_text(one->name), intern_text(other->name));
    return order ? order : paths_compare(one->path, other->path);
}

static bool is_same(const struct made_file *one, const struct made_file *other)
{
    return one->name == other->name && one->path == other->path;
}

static struct made_file *file_at(const struct made_files *files, guint index)
{
    return rows_at(&files->list, index);
}

/* Mostly: articles come in the order of their names. */
static bool is_in_order(const struct made_files *files)
{
    guint i = 1;
    while (i < files->list.count && compare(file_at(files, i - 1), file_at(files, i), NULL) < 0)
        i++;
    return i >= files->list.count;
}

/* Of one path the last alone stays: those of one place are sorted as they came. */
static void sort(struct made_files *files)
{
    struct rows *list = &files->list;
    guint count = 0;
    g_qsort_with_data(list->first, (gint)list->count, list->size, compare, NULL);
    for (guint i = 0; i < list->count; i++) {
        bool again = count > 0 && is_same(file_at(files, count - 1), file_at(files, i));
        count += !again;
        *file_at(files, count - 1) = *file_at(files, i);
    }
    rows_cut(list, count);
}

static void order(struct made_files *files)
{
    if (files->ordered == files->list.count)
        return;
    if (!is_in_order(files))
        sort(files);
    files->ordered = files->list.count;
    files->from = files->to = 0;
}

/* How many of those that are in order stand before that place, which is not before `from` or behind
 * `to`. */
static guint count_before(const struct made_files *files, guint from, guint to,
                          const struct made_file *place)
{
    while (from < to) {
        guint middle = from + (to - from) / 2;
        if (compare(file_at(files, middle), place, NULL) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Finds those of one article among those that are in order. */
static void find_article(struct made_files *files, guint name)
{
    if (files->from < files->to && file_at(files, files->from)->name == name)
        return;
    const struct made_file first = {.name = name}; /* no path comes before all */
    files->from = files->to = count_before(files, 0, files->ordered, &first);
    while (files->to < files->ordered && file_at(files, files->to)->name == name)
        files->to++;
}

bool made_files_put(struct made_files *files, const char *name, const char *path, const char *made)
{
    struct made_file file = {.name = intern_number(name), .path = paths_number(path)};
    made_file_set(&file, made);
    find_article(files, file.name);
    guint at = count_before(files, files->from, files->to, &file);
    struct made_file *known = at < files->to ? file_at(files, at) : NULL;
    if (!known || !is_same(known, &file)) {
        rows_add(&files->list, &file);
        return true;
    }
    bool changed = memcmp(known, &file, sizeof file) != 0;
    *known = file;
    return changed;
}

struct made_range made_files_all(struct made_files *files)
{
    order(files);
    return (struct made_range){(struct made_file *)files->list.first, files->list.count};
}

struct made_range made_files_of(struct made_files *files, const char *name)
{
    const struct made_range all = made_files_all(files);
    if (all.count == 0) /* there is no first one to count from */
        return all;
    find_article(files, intern_number(name));
    return (struct made_range){all.first + files->from, files->to - files->from};
}
