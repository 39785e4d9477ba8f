/*
 * The program that makes drafts of what others wrote: a page or document becomes a draft article,
 * the facts beside it a draft of clinic.yaml, and what was dropped is listed for a person to look
 * over. It stands beside the main program, which starts it, because it needs libxml2. Awkward: the
 * clinic's own clinic.yaml holds more than any page does, so it is never replaced, not even by
 * force; a page's facts then go to a file of their own, to be copied from by hand.
 *
 * Exit status: 0 all is done, 1 what is there already or cannot be read, 2 a command line that
 * makes no sense, 3 the system failed.
 */
#include "base/paths.h"
#include "import/import.h"

#include "base/file.h"
#include "base/no_memory.h"
#include "base/output.h"
#include "base/status.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct arguments {
    char *into, *name;
    char **files;
    gboolean force, check;
};

static struct arguments given;

static const GOptionEntry options[] = {
    {"into", 0, 0, G_OPTION_ARG_FILENAME, &given.into, "where the drafts go", "DIR"},
    {"name", 0, 0, G_OPTION_ARG_FILENAME, &given.name, "what the article is called", "NAME"},
    {"force", 0, 0, G_OPTION_ARG_NONE, &given.force, "in place of a draft that is there", NULL},
    {"check", 0, 0, G_OPTION_ARG_NONE, &given.check, "print what becomes of each line", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.files, NULL, "FILE"},
    {0},
};

/* Where the drafts go; strings are owned. */
struct targets {
    char *article, *clinic;
    bool clinic_is_new; /* there was no clinic.yaml, so that this is it */
};

/* The facts of the files that one command names go into one file. Strings are owned. */
struct facts {
    char *path; /* NULL: none is written yet */
    char *text;
    bool is_new;          /* as `clinic_is_new` */
    GHashTable *articles; /* paths of the articles of this command, owned */
};

static void targets_clear(struct targets *t)
{
    g_free(t->article);
    g_free(t->clinic);
}

/* Where the article goes: pages of one title each get a file. Owned by the caller. */
static char *choose_article(const char *into, const char *name, const struct facts *known)
{
    g_autofree char *file = g_strconcat(name, ".md", NULL);
    char *first = g_build_filename(into, file, NULL), *path = g_strdup(first);
    for (unsigned i = 2; !g_hash_table_add(known->articles, g_strdup(path)); i++) {
        g_free(path);
        path = g_strdup_printf("%.*s-%u.md", (int)(strlen(first) - strlen(".md")), first, i);
    }
    if (strcmp(path, first) != 0)
        printf("%s  called so because %s is another page's: give each its own title\n", path,
               first);
    g_free(first);
    return path;
}

static struct targets choose_targets(const char *into, const char *name, const struct facts *known)
{
    struct targets t = {0};
    g_autofree char *facts = g_strconcat(name, "-clinic.yaml", NULL);
    t.article = choose_article(into, name, known);
    if (known->path) {
        t.clinic = g_strdup(known->path);
        t.clinic_is_new = known->is_new;
        return t;
    }
    t.clinic = g_build_filename(into, "clinic.yaml", NULL);
    t.clinic_is_new = !g_file_test(t.clinic, G_FILE_TEST_EXISTS);
    if (!t.clinic_is_new) {
        g_free(t.clinic);
        t.clinic = g_build_filename(into, facts, NULL);
    }
    return t;
}

/* True when nothing stands at `path`; else reported. */
static bool is_vacant(const char *path, struct diag *diag)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        return true;
    struct pos pos = {.file = paths_number(path)};
    diag_report(diag, RULE_FILE_EXISTS, pos,
                "'%s' is there already: choose another --name, or say --force to replace it", path);
    return false;
}

static bool write_draft(const char *path, const char *text, struct diag *diag)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write(path, bytes, diag);
}

/* Beside the article. */
static bool write_pictures(const struct targets *t, const struct import *import, bool force,
                           struct diag *diag)
{
    g_autofree char *folder = g_path_get_dirname(t->article);
    bool ok = true;
    for (guint i = 0; ok && i < import->files->len; i++) {
        const struct import_file *file = import->files->pdata[i];
        g_autofree char *path = g_build_filename(folder, file->name, NULL);
        ok = (force || file_holds(path, file->bytes) || is_vacant(path, diag)) &&
             file_write(path, file->bytes, diag);
    }
    return ok;
}

/* Takes the import's facts to those that are known. What it says otherwise is printed. */
static void merge_facts(struct facts *known, const struct targets *t, const struct import *import,
                        const char *path)
{
    if (!known->path) {
        known->path = g_strdup(t->clinic);
        known->text = g_strdup(import->clinic);
        known->is_new = t->clinic_is_new;
        return;
    }
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *name = g_filename_display_name(base);
    g_autoptr(GPtrArray) differing = g_ptr_array_new_with_free_func(g_free);
    char *text = import_merge_clinic(known->text, import->clinic, name, differing);
    g_free(known->text);
    known->text = text;
    for (guint i = 0; i < differing->len; i++)
        printf("%s  '%s' is not as in %s: choose\n", t->clinic, (char *)differing->pdata[i], path);
}

static bool write_drafts(const struct targets *t, const struct import *import, bool force,
                         struct facts *known, const char *path, struct diag *diag)
{
    bool vacant = force || is_vacant(t->article, diag);
    vacant &= force || known->path || is_vacant(t->clinic, diag);
    if (!vacant || !write_pictures(t, import, force, diag) ||
        !write_draft(t->article, import->article, diag))
        return false;
    merge_facts(known, t, import, path);
    return write_draft(t->clinic, known->text, diag);
}

static void print_place(struct pos pos)
{
    g_autofree char *path = paths_text(pos.file);
    if (pos.line)
        printf("  %s:%d: ", path, pos.line);
    else
        printf("  %s: ", path);
}

static void print_changed(const struct import *import, const char *article)
{
    if (import->changed->len == 0)
        return;
    printf("changed: look at these %u\n", import->changed->len);
    for (unsigned i = 0; i < import->changed->len; i++) {
        const struct import_change *change = import->changed->pdata[i];
        print_place(change->pos);
        printf("'%s' (%s)", change->text, change->why);
        if (change->line)
            printf(" -> %s:%d", article, change->line);
        printf("\n");
    }
}

static void print_dropped(const struct import *import)
{
    printf("left out: %u %s\n", import->dropped->len, import->dropped->len == 1 ? "line" : "lines");
    for (unsigned i = 0; i < import->dropped->len; i++) {
        const struct import_drop *drop = import->dropped->pdata[i];
        print_place(drop->pos);
        printf("'%s' (%s)\n", drop->text, drop->why);
    }
}

static void print_done(const struct targets *t, const struct import *import)
{
    printf("%s  %u words: read it over against the page\n", t->article, import->words);
    printf("%s  %s\n", t->clinic,
           t->clinic_is_new ? "check each fact and fill the gaps"
                            : "copy what is new into clinic.yaml, then remove this file");
    print_changed(import, t->article);
    print_dropped(import);
}

/* What became of each line of the input, in its order. */
static void print_fates(const struct import *import)
{
    for (guint i = 0; i < import->fates->len; i++) {
        const struct import_fate *fate = import->fates->pdata[i];
        print_place(fate->pos);
        printf("'%s' -> ", fate->text);
        if (fate->line)
            printf("line %d\n", fate->line);
        else if (fate->why)
            printf("left out (%s)\n", fate->why);
        else
            printf("%s\n", fate->is_fact ? "clinic.yaml" : "title");
    }
}

static void import_into(const struct import *import, const char *path, struct facts *known,
                        struct diag *diag)
{
    struct targets t = choose_targets(given.into, given.name ? given.name : import->name, known);
    if (given.check) {
        print_fates(import);
        print_changed(import, t.article);
    } else if (write_drafts(&t, import, given.force, known, path, diag))
        print_done(&t, import);
    targets_clear(&t);
}

static void import_file(const char *path, struct facts *known, struct diag *diag)
{
    struct import *import = import_load(path, diag);
    if (import)
        import_into(import, path, known, diag);
    import_free(import);
}

/* True for what browsers put beside a page that they save, by its name. */
static bool is_beside_page(const char *name)
{
    return g_str_has_suffix(name, "_files");
}

/* Says what else of the folder could be read, and was not. */
static void print_passed(const char *path, const char *name, bool folder)
{
    if (folder && !is_beside_page(name) && *name != '.')
        printf("%s  not read: a folder within the folder, name it too if pages are in it\n", path);
    else if (!folder && import_is_document(name))
        printf("%s  not read: no saved page, name it too if it is wanted\n", path);
}

/* True for a link that leads out of the folder: nobody who names a folder means another one. */
static bool leads_out(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL),
                    *within = import_find_within(folder, name);
    return !within && g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The pages that were saved in a folder. */
static void import_folder(const char *folder, struct facts *known, struct diag *diag)
{
    g_autoptr(GPtrArray) names = file_list(folder, diag);
    bool any = false;
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        if (leads_out(folder, names->pdata[i])) {
            printf("%s  not read: a link that leads out of the folder, name its file if it is "
                   "wanted\n",
                   path);
            continue;
        }
        bool within = g_file_test(path, G_FILE_TEST_IS_DIR);
        if (within || !import_is_page(names->pdata[i])) {
            print_passed(path, names->pdata[i], within);
            continue;
        }
        any = true;
        import_file(path, known, diag);
    }
    if (names && !any)
        diag_report(diag, RULE_EMPTY_ARTICLE, (struct pos){.file = paths_number(folder)},
                    "'%s' holds no saved page: name a file, or a folder of pages", folder);
}

static int import_all(void)
{
    struct diag *diag = diag_new(false);
    struct facts known = {
        .articles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    for (char **path = given.files; *path; path++)
        if (g_file_test(*path, G_FILE_TEST_IS_DIR))
            import_folder(*path, &known, diag);
        else
            import_file(*path, &known, diag);
    g_hash_table_unref(known.articles);
    g_free(known.path);
    g_free(known.text);
    diag_print(diag, stderr);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

/* Before the libraries begin. */
__attribute__((section(".preinit_array"),
               used)) static void (*const before_all)(void) = no_memory_heap;

int main(int argc, char **argv)
{
    no_memory_settle();
    setlocale(LC_ALL, "C.UTF-8"); /* words of the command line are UTF-8, whatever else is set */
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, options, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || !given.into || !given.files) {
        fprintf(stderr, "handout-import: %s\n",
                error ? error->message : "'handout import' starts it");
        return STATUS_USAGE;
    }
    int status = import_all();
    return output_flush() ? status : STATUS_ENVIRONMENT;
}
