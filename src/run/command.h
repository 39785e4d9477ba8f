/*
 * Commands: what `handout WORD` does. Each is one row of a table; adding one means adding a file
 * beside this one and a row in main.c.
 */
#ifndef HANDOUT_RUN_COMMAND_H
#define HANDOUT_RUN_COMMAND_H

#include <glib.h>
#include <stdbool.h>

#define HANDOUT_VERSION "0.1.0"

/* Where commands look and write when not told otherwise. */
#define DEFAULT_CONTENT "content"
#define DEFAULT_OUT     "out"
#define DEFAULT_FONTS   "fonts/fonts.conf"

/* Exit statuses; 1 and 3 as diag_exit_status gives them. */
enum status {
    STATUS_OK = 0,
    STATUS_CONTENT = 1,     /* the content has errors */
    STATUS_USAGE = 2,       /* the command line makes no sense */
    STATUS_ENVIRONMENT = 3, /* fonts, files or the system failed */
};

struct command {
    const char *name;
    const char *help; /* one line */

    /* `arguments`: the words after the command's name, ended by NULL; may be rearranged. Returns an
     * exit status. */
    int (*run)(char **arguments);
};

/*
 * Reads `words`, the command's name first, by the table `entries`, which ends with an empty row;
 * the words stay as they are. Words that are no options go where the row named G_OPTION_REMAINING
 * says; without one they are an error.
 */
bool command_parse(const GOptionEntry *entries, char *const *words, GError **error);

extern const struct command command_render;
extern const struct command command_check;
extern const struct command command_import;
extern const struct command command_new;
extern const struct command command_watch;

#endif
