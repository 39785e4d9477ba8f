/*
 * Finds the articles of a clinic, its own and those of its group. Folders sort them for people;
 * links to folders are not followed, for they may lead in a circle.
 */
#include "base/paths.h"
#include "content/article.h"

#include "base/file.h"
#include "content/checks_config.h"
#include "content/group.h"
#include "content/style.h"
#include "content/urgent.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* What a directory holds. */
struct listing {
    GPtrArray *articles; /* of const char *, interned */
    GPtrArray *folders;  /* of char *, owned */
    bool top;            /* the content directory itself */
};

/* 0: it cannot be seen. */
static mode_t mode_of(const char *path)
{
    GStatBuf status;
    return g_lstat(path, &status) == 0 ? status.st_mode : 0;
}

static bool is_article_name(const char *name)
{
    return g_str_has_suffix(name, ".md");
}

static void report_folder(const char *path, struct diag *diag)
{
    diag_report(diag, RULE_FOLDER_NAME, (struct pos){.file = paths_number(path)},
                "this is a folder and named like an article: what lies in it is taken, with the "
                "folder as its category; name the folder without '.md', or make it a file");
}

/* A link to a folder, in which articles lie. */
static bool hides_articles(const char *link)
{
    g_autoptr(GDir) folder = g_dir_open(link, 0, NULL);
    const char *name = NULL;
    while (folder && (name = g_dir_read_name(folder)))
        if (is_article_name(name) && name[0] != '.')
            return true;
    return false;
}

static void report_link(const char *path, struct diag *diag)
{
    diag_report(diag, RULE_FOLDER_NAME, (struct pos){.file = paths_number(path)},
                "this is a link to a folder, which is not followed: no article in it is taken; "
                "move the folder here");
}

/* In its place; owned by the caller. */
static char *with_suffix(const char *name, size_t length, const char *suffix)
{
    g_autofree char *stem = g_strndup(name, length);
    return g_strconcat(stem, suffix, NULL);
}

/* What a file would be read as that editors and other systems have named in their own way: "a.MD",
 * "a.md.txt", "style.yml"; NULL: it is read, or was meant for somebody else. `top`: it lies in the
 * content directory itself. Owned by the caller. */
static char *meant_name(const char *name, bool top)
{
    static const char *const settings[] = {URGENT_FILE, "clinic.yaml", STYLE_FILE, CHECKS_FILE};
    static const char *const suffixes[][2] = {{".md.txt", ".md"}, {".markdown", ".md"},
                                              {".md", ".md"},     {".yaml.txt", ".yaml"},
                                              {".yml", ".yaml"},  {".yaml", ".yaml"}};
    g_autofree char *lower = g_ascii_strdown(name, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (!g_str_has_suffix(lower, suffixes[i][0]))
            continue;
        size_t length = strlen(name) - strlen(suffixes[i][0]);
        g_autofree char *meant = with_suffix(lower, length, suffixes[i][1]);
        for (size_t j = 0; top && j < G_N_ELEMENTS(settings); j++)
            if (g_str_equal(meant, settings[j]))
                return g_str_equal(name, meant) ? NULL : g_steal_pointer(&meant);
        bool article = is_article_name(meant) && !is_article_name(name);
        return article ? with_suffix(name, length, ".md") : NULL;
    }
    return NULL;
}

/* Lists of files have a line for each name, and reports a text. */
static bool is_sound(const char *name, const char *directory, struct diag *diag)
{
    bool sound = g_utf8_validate(name, -1, NULL);
    for (const char *p = name; sound && *p; p = g_utf8_next_char(p))
        sound = !g_unichar_iscntrl(g_utf8_get_char(p));
    g_autofree char *printable = sound ? NULL : diag_printable(name);
    if (!sound)
        diag_report(diag, RULE_ENCODING, (struct pos){.file = paths_number(directory)},
                    "the name of '%s' has a sign that is no letter of any script: give it another",
                    printable);
    return sound;
}

/* Of a file whose place no other has taken. */
static void report_name(const char *directory, const char *name, bool top, struct diag *diag)
{
    g_autofree char *meant = meant_name(name, top);
    g_autofree char *place = meant ? group_file(directory, meant) : NULL;
    if (!place || mode_of(place) != 0 || !is_sound(name, directory, diag))
        return;
    g_autofree char *path = g_build_filename(directory, name, NULL);
    diag_report(diag, RULE_FILE_NAME, (struct pos){.file = paths_number(path)}, "%s: call it '%s'",
                is_article_name(name) ? "by its name this is an article, not the urgent message"
                                      : "nothing reads a file of this name",
                meant);
}

/* The urgent message has a place of its own, where a folder of its name is an error. `plain`: it is
 * known to be a file. */
static void add_entry(struct listing *listing, const char *directory, const char *name, bool plain,
                      struct diag *diag)
{
    g_autofree char *path =
        plain ? g_build_filename(directory, name, NULL) : group_file(directory, name);
    bool urgent = listing->top && g_str_equal(name, URGENT_FILE);
    mode_t mode = plain ? S_IFREG : mode_of(path);
    if (name[0] == '.' ||
        ((S_ISDIR(mode) || is_article_name(name)) && !is_sound(name, directory, diag)))
        return;
    if (S_ISREG(mode))
        report_name(directory, name, listing->top, diag);
    if (S_ISDIR(mode) && is_article_name(name) && !urgent)
        report_folder(path, diag);
    if (S_ISLNK(mode) && hides_articles(path))
        report_link(path, diag);
    if (S_ISDIR(mode))
        g_ptr_array_add(listing->folders, g_steal_pointer(&path));
    else if (is_article_name(name) && !urgent)
        g_ptr_array_add(listing->articles, g_steal_pointer(&path));
}

static void add_names(GPtrArray *names, const GPtrArray *others)
{
    for (guint i = 0; i < others->len; i++)
        if (!g_ptr_array_find_with_equal_func(names, others->pdata[i], g_str_equal, NULL))
            g_ptr_array_add(names, g_strdup(others->pdata[i]));
    g_ptr_array_sort(names, file_compare_names);
}

/* With what the group has there. NULL, reported, when it cannot be read. `plain`: gets those that
 * are files of its own. */
static GPtrArray *list_names(const char *directory, GHashTable *plain, struct diag *diag)
{
    g_autoptr(GPtrArray) names = file_list_plain(directory, plain, diag);
    g_autofree char *shared = group_shared(directory);
    if (!names || !shared || !S_ISDIR(mode_of(shared)))
        return g_steal_pointer(&names);
    g_autoptr(GPtrArray) others = file_list(shared, diag);
    if (!others)
        return NULL;
    add_names(names, others);
    return g_steal_pointer(&names);
}

/* False, reported, when the directory cannot be read. */
static bool list_directory(struct listing *listing, const char *directory, struct diag *diag)
{
    g_autoptr(GHashTable) plain = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) names = list_names(directory, plain, diag);
    for (guint i = 0; names && i < names->len; i++)
        add_entry(listing, directory, names->pdata[i],
                  g_hash_table_contains(plain, names->pdata[i]), diag);
    return names != NULL;
}

static bool holds_labels(const char *folder)
{
    g_autofree char *name = g_path_get_basename(folder);
    return g_str_equal(name, "labels");
}

static void add_articles(GPtrArray *paths, const char *directory, bool top, struct diag *diag)
{
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    if (!list_directory(&(struct listing){paths, folders, top}, directory, diag))
        return;
    for (guint i = 0; i < folders->len; i++)
        if (!top || !holds_labels(folders->pdata[i]))
            add_articles(paths, folders->pdata[i], false, diag);
}

GPtrArray *article_list(const char *directory, struct diag *diag)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    unsigned errors = diag_errors(diag);
    add_articles(paths, directory, true, diag);
    if (paths->len == 0 && diag_errors(diag) == errors)
        diag_report(diag, RULE_NO_ARTICLES, (struct pos){.file = paths_number(directory)},
                    "'%s' holds no article: add a file NAME.md", directory);
    return paths;
}

/* The folder of the file below the directory; owned; NULL: it lies in the directory, or elsewhere.
 */
static char *folder_below(const char *path, const char *directory)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *from = g_canonicalize_filename(directory, NULL);
    g_autofree char *whole = g_canonicalize_filename(folder, NULL);
    size_t length = strlen(from);
    bool below = g_str_has_prefix(whole, from) && whole[length] == '/';
    return below ? g_strdup(whole + length + 1) : NULL;
}

char *article_category(const char *path, const char *directory)
{
    g_autofree char *shared = group_shared(directory);
    char *category = folder_below(path, directory);
    return category || !shared ? category : folder_below(path, shared);
}
