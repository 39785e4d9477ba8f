/*
 * The command `plan`: what other machines have to do, a command a line, for engines that run such
 * lines (GNU parallel, a Slurm array). Each line says all that it needs, so that it means the same
 * wherever it is run and however often.
 */
#include "base/clock.h"
#include "content/group.h"
#include "run/clinics.h"
#include "run/command.h"

#include <stddef.h>
#include <stdio.h>

struct arguments {
    char *group, *out, *fonts, *shards;
    gboolean strict;
};

static const GOptionEntry options[] = {
    {"group", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, group)),
     "the group's folder (.)", "DIR"},
    {"shards", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, shards)),
     "into how many jobs its clinics are parted", "K"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "each clinic's products go to DIR/CLINIC (out in the group)", "DIR"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set", "FILE"},
    {"strict", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, strict)),
     "treat every warning as an error", NULL},
    {0},
};

static void add_word(GString *line, const char *option, const char *word)
{
    g_autofree char *quoted = g_shell_quote(word);
    g_string_append_printf(line, " %s %s", option, quoted);
}

/* From whatever folder it is run. */
static void add_path(GString *line, const char *option, const char *path)
{
    g_autofree char *whole = path ? g_canonicalize_filename(path, NULL) : NULL;
    if (whole)
        add_word(line, option, whole);
}

/* What all jobs say, up to which part each of them makes; owned by the caller. */
static char *job_words(const struct arguments *a)
{
    GString *line = g_string_new(NULL);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *quoted = g_shell_quote(program ? program : "handout");
    g_autoptr(GDateTime) told = clock_told();
    if (told)
        g_string_append_printf(line, "env SOURCE_DATE_EPOCH=%" G_GINT64_FORMAT " ",
                               g_date_time_to_unix(told));
    g_string_append_printf(line, "%s render --quiet", quoted);
    add_path(line, "--group", a->group ? a->group : ".");
    add_path(line, "--out", a->out);
    add_path(line, "--fonts", a->fonts);
    g_string_append(line, a->strict ? " --strict" : "");
    return g_string_free(line, FALSE);
}

/* That there is such a group is said here, not by each of the jobs. */
static int check_group(const struct arguments *a)
{
    struct diag *diag = diag_new(false);
    g_autoptr(GPtrArray) names = group_clinics(a->group ? a->group : ".", diag);
    diag_print(diag, stderr);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    guint64 count;
    if (!a->shards)
        return command_refuse(&command_plan, "say into how many jobs: '--shards 16'");
    if (!g_ascii_string_to_unsigned(a->shards, 10, 1, SHARDS_MAX, &count, NULL))
        return command_refuse(&command_plan, "--shards is a number from 1 to %d, not '%s'",
                              SHARDS_MAX, a->shards);
    int status = check_group(a);
    g_autofree char *words = status == STATUS_OK ? job_words(a) : NULL;
    for (guint i = 1; words && i <= count; i++)
        printf("%s --shard %u/%u\n", words, i, (guint)count);
    return status;
}

const struct command command_plan = {
    .name = "plan",
    .help = "part a group's clinics into jobs for several machines",
    .usage = "--shards K [OPTION…]",
    .about = "Prints K commands, a line each, that make a part of a group's clinics each. Run on\n"
             "any machines in any order, they make the same files as 'handout render --group'.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
