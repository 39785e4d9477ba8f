/*
 * The command line: finds the command, prepares the process, hands on the exit status. Awkward: the
 * surroundings must not change what is made (languages in the environment would pick other fonts
 * for Chinese words), and a reader who has gone, a full disk or a closed stdout must end in a
 * message and not in silence.
 */
#include "publish/products.h"
#include "run/command.h"

#include "base/heap.h"
#include "base/nearest.h"
#include "base/no_memory.h"
#include "base/output.h"
#include "base/program.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
    &command_render,    &command_check, &command_watch,  &command_print,
    &command_desk,      &command_push,  &command_import, &command_new,
    &command_translate, &command_plan,  &command_gather, NULL};

/* Pango asks these for the language of words that could be of several. */
static void settle_languages(void)
{
    g_unsetenv("LANGUAGE");
    g_unsetenv("PANGO_LANGUAGE");
    setlocale(LC_CTYPE, "C.UTF-8"); /* the rest stays C's own, which needs no files */
}

/* GLib's slices keep lists of their own, whose order is soon that of chance, and give nothing back;
 * newer versions take all from malloc. It asks once, before anything is made, so even before the
 * libraries begin. */
static void settle_heap(void)
{
    heap_settle();
    no_memory_heap();
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS
    g_slice_set_config(G_SLICE_CONFIG_ALWAYS_MALLOC, TRUE);
    G_GNUC_END_IGNORE_DEPRECATIONS
}

__attribute__((section(".preinit_array"),
               used)) static void (*const before_all)(void) = settle_heap;

/* Occupies closed standard descriptors with one that refuses to be written to, lest a product be
 * opened in their place and a message land in it. */
static void settle_descriptors(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDONLY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/* Failed writes are reported where they happen; these signals would end the program before. */
static void settle_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static void print_help(void)
{
    fputs("Usage: handout COMMAND [OPTION…]\n\n"
          "Turns what a clinic knows into tagged PDF handouts for printing and\n"
          "large-type PNG screens for the lobby display.\n\nCommands:\n",
          stdout);
    for (const struct command *const *command = commands; *command; command++)
        printf("  %-16s  %s\n", (*command)->name, (*command)->help);
    fputs("\nFormats:\n", stdout);
    for (const struct product *const *product = products; *product; product++)
        printf("  %-16s  %s\n", (*product)->name, (*product)->help);
    fputs("\nWhat cannot wait goes into content/urgent.md: see 'The lobby display' in README.\n"
          "\nExample: "
          "handout render --article treatment-resistance --format large,giant\n\n"
          "'handout COMMAND --help' lists the options of a command.\n",
          stdout);
}

static const struct command *find_command(const char *name)
{
    for (const struct command *const *command = commands; *command; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

static int unknown_command(const char *word)
{
    const char *names[G_N_ELEMENTS(commands) + 2] = {"--help", "--version"};
    for (size_t i = 0; commands[i]; i++)
        names[i + 2] = commands[i]->name;
    const char *near = nearest_word(word, names);
    g_autofree char *advice = near ? g_strdup_printf(", did you mean '%s'", near) : g_strdup("");
    fprintf(stderr, "handout: there is no command '%s'%s; see 'handout --help'\n", word, advice);
    return STATUS_USAGE;
}

static int dispatch(char **words)
{
    if (!words[0] || !words[1]) {
        fputs("handout: say what to do, for example 'handout render'; see 'handout --help'\n",
              stderr);
        return STATUS_USAGE;
    }
    const char *word = words[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_help();
        return STATUS_OK;
    }
    if (strcmp(word, "--version") == 0) {
        puts("handout " HANDOUT_VERSION);
        return STATUS_OK;
    }
    const struct command *command = find_command(word);
    return command ? command_main(command, words + 1) : unknown_command(word);
}

int main(int argc, char **argv)
{
    (void)argc;
    settle_descriptors();
    settle_signals();
    no_memory_settle();
    settle_languages();
    int status = dispatch(argv);
    return output_flush() ? status : STATUS_ENVIRONMENT;
}
