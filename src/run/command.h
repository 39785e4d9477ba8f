/*
 * Commands: what `handout WORD` does. Each is one row of a table; adding one means adding a file
 * beside this one and a row in main.c. A command's own table of options is all that it says about
 * its command line: reading it, its help and "did you mean" come from there.
 */
#ifndef HANDOUT_RUN_COMMAND_H
#define HANDOUT_RUN_COMMAND_H

#include "base/status.h"

#include <glib.h>
#include <stdbool.h>

/* Where commands look and write when not told otherwise. */
#define DEFAULT_CONTENT "content"
#define DEFAULT_OUT     "out"
#define DEFAULT_FONTS   "fonts/fonts.conf"

struct command {
    const char *name;
    const char *help;  /* one line, for the list of commands */
    const char *usage; /* what may stand behind its name: "[OPTION…]" */
    const char *about; /* what it does, in a few lines that end with a line end */

    /*
     * Its options, ended by an empty row; --help is not among them, every command has it. In place
     * of where a value goes stands its offset in the command's own struct of arguments. Words that
     * are no options go where the row named G_OPTION_REMAINING says; without one they are an error.
     */
    const GOptionEntry *options;
    size_t arguments_size; /* [bytes] of that struct, which starts out as zeros */

    void (*more_help)(void); /* prints what stands below the options; or NULL */

    /* `arguments`: as the options say, borrowed. Returns an exit status. */
    int (*run)(const void *arguments);
};

/* The command with the words of its command line, its name first, ended by NULL. Returns an exit
 * status. */
int command_main(const struct command *command, char *const *words);

/* Says what is wrong with the command line. Returns STATUS_USAGE. */
int command_refuse(const struct command *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Says that `word` is no `kind`, and which of `names`, ended by NULL, it may have meant. Returns
 * STATUS_USAGE. */
int command_unknown(const struct command *command, const char *kind, const char *word,
                    const char *const *names);

extern const struct command command_render;
extern const struct command command_check;
extern const struct command command_desk;
extern const struct command command_gather;
extern const struct command command_import;
extern const struct command command_new;
extern const struct command command_plan;
extern const struct command command_print;
extern const struct command command_push;
extern const struct command command_translate;
extern const struct command command_watch;

#endif
