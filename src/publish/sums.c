/*
 * A file is read for its digest when it is new or was written to since the last time, which the
 * store remembers: of a group in which nothing has changed, nothing is read.
 */
#include "publish/sums.h"

#include "base/digest.h"
#include "base/file.h"
#include "publish/products.h"
#include "publish/store.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define MADE_OF  "build/made-of"
#define REMEMBER STORE_DIRECTORY "/.sums"
#define DIGEST   64 /* hexadecimal digits of a SHA-256 */

typedef void (*visitor)(void *user, const char *path, const char *name);

static gint64 time_of(const struct stat *status)
{
    return status->st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) + status->st_mtim.tv_nsec;
}

/* Visits the files below `folder`, in the order of their names, but for hidden ones, which are not
 * for readers. `name` is the folder's within what is looked through. */
static void visit(const char *folder, const char *name, visitor take, void *user)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(g_free);
    for (const char *entry; dir && (entry = g_dir_read_name(dir));)
        if (entry[0] != '.')
            g_ptr_array_add(entries, g_strdup(entry));
    g_ptr_array_sort(entries, file_compare_names);
    for (guint i = 0; i < entries->len; i++) {
        g_autofree char *path = g_build_filename(folder, entries->pdata[i], NULL);
        g_autofree char *inner =
            *name ? g_build_filename(name, entries->pdata[i], NULL) : g_strdup(entries->pdata[i]);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            visit(path, inner, take, user);
        else
            take(user, path, inner);
    }
}

static void add_content(void *user, const char *path, const char *name)
{
    g_autoptr(GBytes) bytes = file_peek(path);
    digest_add_file(user, name, bytes);
}

char *sums_of_folder(const char *folder)
{
    struct digest *digest = digest_new();
    visit(folder, "", add_content, digest);
    return digest_end(digest);
}

struct listing {
    GHashTable *known;        /* name -> what is remembered of the file, "SIZE TIME DIGEST" */
    GString *sums, *remember; /* lines */
};

static GHashTable *read_known(const char *out_dir)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *path = g_build_filename(out_dir, REMEMBER, NULL);
    g_autofree char *text = file_peek_text(path);
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
    for (char **line = lines; *line; line++) {
        const char *name = strstr(*line, "  ");
        if (name)
            g_hash_table_replace(known, g_strdup(name + 2),
                                 g_strndup(*line, (gsize)(name - *line)));
    }
    return known;
}

/* The digest of a file; owned; NULL: it cannot be read. */
static char *digest_of_file(const char *path)
{
    g_autoptr(GBytes) bytes = file_peek(path);
    return bytes ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;
}

/* "SIZE TIME " of a file; owned; NULL: it is not there. */
static char *stamp_of(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return NULL;
    return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", (gint64)status.st_size,
                           time_of(&status));
}

static void list_file(void *user, const char *path, const char *name)
{
    struct listing *listing = user;
    g_autofree char *stamp = stamp_of(path);
    const char *known = g_hash_table_lookup(listing->known, name);
    bool as_before = stamp && known && g_str_has_prefix(known, stamp);
    g_autofree char *digest = as_before ? g_strdup(known + strlen(stamp)) : digest_of_file(path);
    if (!stamp || !digest)
        return;
    g_string_append_printf(listing->sums, "%s  %s\n", digest, name);
    g_string_append_printf(listing->remember, "%s%s  %s\n", stamp, digest, name);
}

static void list_products(struct listing *listing, const char *out_dir)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (const struct product *const *product = products; *product; product++) {
        const char *name = (*product)->folder;
        g_autofree char *folder = g_build_filename(out_dir, name, NULL);
        if (g_hash_table_add(seen, (gpointer)name))
            visit(folder, name, list_file, listing);
    }
}

static bool write_text(const char *out_dir, const char *name, const char *text, struct diag *diag)
{
    g_autofree char *path = g_build_filename(out_dir, name, NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write(path, bytes, diag);
}

bool sums_write(const char *out_dir, const char *content, unsigned errors, struct diag *diag)
{
    g_autoptr(GHashTable) known = read_known(out_dir);
    g_autoptr(GString) sums = g_string_new(NULL);
    g_autoptr(GString) remember = g_string_new(NULL);
    struct listing listing = {known, sums, remember};
    list_products(&listing, out_dir);
    g_autofree char *list = g_compute_checksum_for_string(G_CHECKSUM_SHA256, sums->str, -1);
    g_autofree char *made_of = g_strdup_printf("%s\n%u errors\n%s list\n", content, errors, list);
    g_autofree char *made_of_path = g_build_filename(out_dir, MADE_OF, NULL);
    if (!write_text(out_dir, MADE_OF, made_of, diag))
        return false;
    list_file(&listing, made_of_path, MADE_OF);
    return write_text(out_dir, REMEMBER, remember->str, diag) &&
           write_text(out_dir, SUMS_FILE, sums->str, diag);
}

/* Whether the list is the one that was written: its last line is of the file that knows the digest
 * of those before it. */
static bool is_whole(const char *out_dir, const char *list)
{
    g_autofree char *path = g_build_filename(out_dir, MADE_OF, NULL);
    g_autofree char *made_of = file_peek_text(path);
    if (!made_of || !g_str_has_suffix(list, "  " MADE_OF "\n"))
        return false;
    const char *last = g_strrstr_len(list, (gssize)strlen(list) - 1, "\n");
    gssize before = last ? last + 1 - list : 0;
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, list, before);
    return strstr(made_of, digest);
}

/* The list, if there is one; owned. */
static char *read_list(const char *out_dir)
{
    g_autofree char *path = g_build_filename(out_dir, SUMS_FILE, NULL);
    return file_peek_text(path);
}

bool sums_stand(const char *out_dir)
{
    g_autoptr(GHashTable) known = read_known(out_dir);
    g_autofree char *list = read_list(out_dir);
    bool stand = g_hash_table_size(known) > 0 && list && is_whole(out_dir, list);
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, known);
    while (stand && g_hash_table_iter_next(&iter, &name, &value)) {
        g_autofree char *path = g_build_filename(out_dir, name, NULL);
        g_autofree char *stamp = stamp_of(path);
        stand = stamp && g_str_has_prefix(value, stamp);
    }
    return stand;
}

/* Whether what was made is of that content. */
static char *fault_of_content(const char *out_dir, const char *content)
{
    g_autofree char *path = g_build_filename(out_dir, MADE_OF, NULL);
    g_autofree char *text = file_peek_text(path);
    unsigned errors = 0;
    if (!text || !g_str_has_prefix(text, content))
        return g_strdup("was made of other content");
    if (sscanf(text + strlen(content), "%u", &errors) == 1 && errors == 0)
        return NULL;
    return g_strdup_printf("has errors in its content (%u)", errors);
}

static char *fault_of_line(const char *out_dir, const char *line)
{
    g_autofree char *path = g_build_filename(out_dir, line + DIGEST + strlen("  "), NULL);
    g_autofree char *digest = digest_of_file(path);
    if (!digest)
        return g_strdup_printf("lacks '%s'", path);
    return strncmp(digest, line, DIGEST) == 0
               ? NULL
               : g_strdup_printf("has another '%s' than was made", path);
}

char *sums_fault(const char *out_dir, const char *content)
{
    g_autofree char *list = read_list(out_dir);
    if (!list)
        return g_strdup("is not made");
    char *fault = fault_of_content(out_dir, content);
    if (!fault && !is_whole(out_dir, list))
        fault = g_strdup_printf("has another '%s" G_DIR_SEPARATOR_S SUMS_FILE "' than was made",
                                out_dir);
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    for (char **line = lines; *line && !fault; line++)
        if (strlen(*line) > DIGEST + strlen("  "))
            fault = fault_of_line(out_dir, *line);
    return fault;
}
