/*
 * The command `push`: starts the helper that sends the show to a display, and becomes it.
 */
#include "base/program.h"
#include "content/address.h"
#include "run/command.h"
#include "run/place.h"

#include <stddef.h>

struct arguments {
    char *to, *out;
    char **rest;
};

static const GOptionEntry options[] = {
    {"to", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, to)),
     "the display's address, http://HOST or http://NAME@HOST", "URL"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "the show is in DIR/lobby (" DEFAULT_OUT ")", "DIR"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, rest)), NULL, NULL},
    {0},
};

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    if (a->rest)
        return command_refuse(&command_push, "'%s' is not an option", a->rest[0]);
    if (!a->to || !address_is_web(a->to))
        return command_refuse(&command_push, "say where the display is: --to http://192.168.1.20");
    g_autofree char *helper = program_part("handout-push");
    g_autofree char *folder = g_build_filename(a->out ? a->out : DEFAULT_OUT, "lobby", NULL);
    return place_become((char *const[]){helper, folder, a->to, NULL}, "what sends shows");
}

const struct command command_push = {
    .name = "push",
    .help = "send the lobby show to an Anthias display",
    .usage = "--to URL [OPTION…]",
    .about = "Sends the screens of DIR/lobby to an Anthias device and puts them in order. What it\n"
             "has already is not sent again, what is old goes, and what others put there stays.\n"
             "Where DIR/lobby lies on a web server, better have the device show its index.html as\n"
             "a web page: that one changes by itself, and can be touched and read aloud.\n"
             "Of a display with a password, the address has the name, http://NAME@HOST, and\n"
             "the environment the password: HANDOUT_PASSWORD. Nobody else can read it there.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
