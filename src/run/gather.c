/*
 * The command `gather`: whether all clinics of a group have what is made of their content as it is,
 * whichever machines have made it: every file is held against the list that its build has left.
 */
#include "base/file.h"
#include "publish/sums.h"
#include "run/clinics.h"
#include "run/command.h"

#include <stddef.h>
#include <stdio.h>

struct arguments {
    char *group, *out;
    gboolean quiet;
};

static const GOptionEntry options[] = {
    {"group", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, group)),
     "the group's folder (.)", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "each clinic's products lie in DIR/CLINIC (out in the group)", "DIR"},
    {"quiet", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, quiet)),
     "print what is missing alone", NULL},
    {0},
};

/* True when its products are whole; else says why not. */
static bool look_at(const struct clinics *clinics, guint index)
{
    g_autofree char *out = clinics_out(clinics, index);
    g_autofree char *digest = clinics_digest(clinics, index);
    g_autofree char *fault = sums_fault(out, digest);
    g_autofree char *line =
        fault ? g_strdup_printf("%s: %s", (char *)clinics->names->pdata[index], fault) : NULL;
    g_autofree char *printable = line ? diag_printable(line) : NULL;
    if (line)
        puts(printable);
    return !line;
}

static int look_at_all(const struct clinics *clinics, bool quiet)
{
    guint whole = 0;
    for (guint i = 0; i < clinics->names->len; i++)
        whole += look_at(clinics, i);
    if (!quiet)
        printf("%u of %u clinics have all that is made of their content%s\n", whole,
               clinics->names->len,
               whole < clinics->names->len ? ": run the jobs of the others again" : "");
    return whole == clinics->names->len ? STATUS_OK : STATUS_CONTENT;
}

static bool has(const struct clinics *clinics, const char *name)
{
    for (guint i = 0; i < clinics->names->len; i++)
        if (g_str_equal(clinics->names->pdata[i], name))
            return true;
    return false;
}

/* What was made for clinics that the group no longer has tells old facts. It is theirs who put it
 * there: nothing of ours takes it away, since all clinics are gone, too, where a disk is missing.
 */
static void name_others(const struct clinics *clinics)
{
    struct diag *passed_over = diag_new(false);
    g_autoptr(GPtrArray) names = file_list(clinics->out, passed_over);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *list = g_build_filename(clinics->out, names->pdata[i], SUMS_FILE, NULL);
        g_autofree char *folder = g_path_get_dirname(list);
        g_autofree char *printable = diag_printable(folder);
        if (!has(clinics, names->pdata[i]) && !file_is_absent(list))
            printf("%s is of no clinic in the group any more: delete it\n", printable);
    }
    diag_free(passed_over);
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    struct diag *diag = diag_new(false);
    struct clinics *clinics = clinics_open(a->group ? a->group : ".", a->out, diag);
    diag_print(diag, stderr);
    int status = clinics ? look_at_all(clinics, a->quiet) : diag_exit_status(diag);
    if (clinics)
        name_others(clinics);
    clinics_close(clinics);
    diag_free(diag);
    return status;
}

const struct command command_gather = {
    .name = "gather",
    .help = "check what several machines have made for a group",
    .usage = "[OPTION…]",
    .about = "Holds all files that were made for a group's clinics against the lists that their\n"
             "builds have left, and names the clinics that lack something or were made of other\n"
             "content than there is now.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
