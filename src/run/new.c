/*
 * The command `new`: sets up a clinic's folder with a starter, which the program carries inside
 * itself: an article, the clinic's facts, the look, and a page for staff. It renders at once, and
 * its every page is marked as a sample until the clinic's own words are in. Awkward: a starter over
 * somebody's work would be a disaster, so the directory must be new or empty; there is no option to
 * have it otherwise.
 */
#include "base/file.h"
#include "base/paths.h"
#include "run/command.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define STARTER "/handout/starter"

struct arguments {
    char **directories;
};

static const GOptionEntry options[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, directories)), NULL, NULL},
    {0},
};

/* True when nothing is at `path` or an empty directory; else reported. */
static bool is_vacant(const char *path, struct diag *diag)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    if (dir && !g_dir_read_name(dir))
        return true;
    struct pos pos = {.file = paths_number(path)};
    diag_report(diag, RULE_FILE_EXISTS, pos,
                dir ? "'%s' is not empty: name a directory that is new"
                    : "'%s' is there already: name a directory that is new",
                path);
    return false;
}

static bool write_file(const char *resource, const char *path, struct diag *diag)
{
    g_autoptr(GBytes) bytes = g_resources_lookup_data(resource, 0, NULL);
    g_assert(bytes);
    if (!file_write(path, bytes, diag))
        return false;
    puts(path);
    return true;
}

/* Everything below the resource `from` goes below the directory `to`. */
static bool write_files(const char *from, const char *to, struct diag *diag)
{
    g_auto(GStrv) names = g_resources_enumerate_children(from, 0, NULL);
    g_assert(names);
    bool ok = true;
    for (char **name = names; ok && *name; name++) {
        bool folder = g_str_has_suffix(*name, "/");
        if (folder)
            (*name)[strlen(*name) - 1] = '\0';
        g_autofree char *resource = g_strdup_printf("%s/%s", from, *name);
        g_autofree char *path = g_build_filename(to, *name, NULL);
        ok = folder ? write_files(resource, path, diag) : write_file(resource, path, diag);
    }
    return ok;
}

/* Where everything will be made: there from the start, so that nobody looks for it in vain. */
static bool make_out(const char *directory, struct diag *diag)
{
    g_autofree char *out = g_build_filename(directory, DEFAULT_OUT, NULL);
    if (g_mkdir_with_parents(out, 0777) == 0)
        return true;
    diag_report(diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(out)},
                "the folder '%s' cannot be made: %s", out, g_strerror(errno));
    return false;
}

static int make_starter(const char *directory)
{
    struct diag *diag = diag_new(false);
    if (is_vacant(directory, diag) && write_files(STARTER, directory, diag) &&
        make_out(directory, diag)) {
        g_autofree char *quoted = g_shell_quote(directory);
        printf("To see it: cd %s && handout render\n", quoted);
    }
    diag_print(diag, stderr);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

static int run(const void *arguments)
{
    char *const *directories = ((const struct arguments *)arguments)->directories;
    if (!directories || directories[1] || !*directories[0])
        return command_refuse(&command_new, "name one directory");
    return make_starter(directories[0]);
}

const struct command command_new = {
    .name = "new",
    .help = "set up a clinic's folder with a starter",
    .usage = "DIR",
    .about =
        "Sets up the new or empty directory DIR for a clinic: content/ with an article, the\n"
        "clinic's facts (clinic.yaml) and the look (style.yaml), each with notes on what to fill\n"
        "in; out/ for what is made; and a README for staff. It renders at once; every page is\n"
        "marked as a sample until the line 'sample: yes' is taken out of clinic.yaml.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
