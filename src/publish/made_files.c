/*
 * One array, and the words in blocks. What is new stands behind what is in order, until somebody
 * asks.
 */
#include "publish/made_files.h"

#include "base/intern.h"

#include <string.h>

/* Room for words that is taken at once. [bytes] */
#define ROOM 4096

struct made_files {
    GArray *list;   /* of struct made_file */
    guint ordered;  /* of them: the first */
    guint from, to; /* of these: those of the article that was asked for last, as files come */
    guint replaced;
    GStringChunk *words;
};

struct made_files *made_files_new(void)
{
    struct made_files *files = g_new0(struct made_files, 1);
    files->list = g_array_new(FALSE, FALSE, sizeof(struct made_file));
    files->words = g_string_chunk_new(ROOM);
    return files;
}

void made_files_free(struct made_files *files)
{
    g_array_unref(files->list);
    g_string_chunk_free(files->words);
    g_free(files);
}

static int compare_places(const struct made_file *one, const struct made_file *other)
{
    int order = one->name == other->name ? 0 : strcmp(one->name, other->name);
    return order ? order : strcmp(one->path, other->path);
}

static int compare(gconstpointer a, gconstpointer b)
{
    const struct made_file *one = a, *other = b;
    int order = compare_places(one, other);
    return order ? order : (one->turn > other->turn) - (one->turn < other->turn);
}

static struct made_file *file_at(const struct made_files *files, guint index)
{
    return &g_array_index(files->list, struct made_file, index);
}

/* Of one path the last alone stays. */
static void order(struct made_files *files)
{
    guint count = 0;
    if (files->ordered == files->list->len)
        return;
    g_array_sort(files->list, compare);
    for (guint i = 0; i < files->list->len; i++) {
        bool again = count > 0 && compare_places(file_at(files, count - 1), file_at(files, i)) == 0;
        count += !again;
        *file_at(files, count - 1) = *file_at(files, i);
    }
    g_array_set_size(files->list, count);
    for (guint i = 0; i < count; i++)
        file_at(files, i)->turn = i;
    files->ordered = count;
    files->from = files->to = 0;
}

/* How many of those that are in order stand before that place, which is not before `from` or behind
 * `to`. */
static guint count_before(const struct made_files *files, guint from, guint to,
                          const struct made_file *place)
{
    while (from < to) {
        guint middle = from + (to - from) / 2;
        if (compare_places(file_at(files, middle), place) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool is_of(const struct made_files *files, guint index, const char *name)
{
    const char *other = file_at(files, index)->name;
    return other == name || g_str_equal(other, name);
}

/* Finds those of one article among those that are in order. */
static void find_article(struct made_files *files, const char *name)
{
    if (files->from < files->to && is_of(files, files->from, name))
        return;
    const struct made_file first = {.name = name, .path = ""};
    files->from = files->to = count_before(files, 0, files->ordered, &first);
    while (files->to < files->ordered && is_of(files, files->to, name))
        files->to++;
}

bool made_files_put(struct made_files *files, const char *name, const char *path, const char *made)
{
    struct made_file file = {.name = name, .path = path};
    find_article(files, name);
    guint at = count_before(files, files->from, files->to, &file);
    struct made_file *known = at < files->to ? file_at(files, at) : NULL;
    if (known && compare_places(known, &file) == 0) {
        if (g_strcmp0(known->made, made) == 0)
            return false;
        known->made = g_string_chunk_insert(files->words, made);
        files->replaced++;
        return true;
    }
    file.name = intern(name);
    file.path = g_string_chunk_insert(files->words, path);
    file.made = g_string_chunk_insert(files->words, made);
    file.turn = files->list->len;
    g_array_append_val(files->list, file);
    return true;
}

guint made_files_replaced(const struct made_files *files)
{
    return files->replaced;
}

struct made_range made_files_all(struct made_files *files)
{
    order(files);
    return (struct made_range){(struct made_file *)files->list->data, files->list->len};
}

struct made_range made_files_of(struct made_files *files, const char *name)
{
    const struct made_range all = made_files_all(files);
    if (all.count == 0) /* there is no first one to count from */
        return all;
    find_article(files, name);
    return (struct made_range){all.first + files->from, files->to - files->from};
}
