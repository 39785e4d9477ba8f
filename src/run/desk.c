/*
 * The command `desk`: starts the helper that is the front desk, with the clinic's folders, and
 * becomes it.
 */
#include "base/program.h"
#include "run/command.h"
#include "run/place.h"

#include <stddef.h>

/* A number that no other service is known by, so that staff may keep the address. */
#define DEFAULT_PORT "8631"

struct arguments {
    char *content, *out, *fonts, *printer, *port;
    gboolean open;
};

static const GOptionEntry options[] = {
    {"printer", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, printer)),
     "its name or its ipp: address (the default printer)", "NAME"},
    {"port", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, port)),
     "the address is http://127.0.0.1:N/ (" DEFAULT_PORT "); 0: any that is free", "N"},
    {"open", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, open)),
     "open the page in the browser, too", NULL},
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "write to DIR/print, /web and /lobby (" DEFAULT_OUT ")", "DIR"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {0},
};

static void add_option(GPtrArray *words, const char *name, const char *value)
{
    if (value)
        g_ptr_array_add(words, g_strdup_printf("--%s=%s", name, value));
}

/* The helper's command line. Owned. */
static GPtrArray *helper_words(const struct arguments *a)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_ptr_array_add(words, program_part("handout-desk"));
    add_option(words, "program", program);
    add_option(words, "content", a->content ? a->content : DEFAULT_CONTENT);
    add_option(words, "out", a->out ? a->out : DEFAULT_OUT);
    add_option(words, "fonts", place_fonts(a->fonts));
    add_option(words, "printer", a->printer);
    add_option(words, "port", a->port ? a->port : DEFAULT_PORT);
    if (a->open)
        g_ptr_array_add(words, g_strdup("--open"));
    g_ptr_array_add(words, NULL);
    return words;
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    if (a->port && !g_ascii_string_to_unsigned(a->port, 10, 0, G_MAXUINT16, NULL, NULL))
        return command_refuse(&command_desk, "--port is a number up to 65535, not '%s'", a->port);
    g_autoptr(GPtrArray) words = helper_words(a);
    return place_become((char *const *)words->pdata, "its front desk");
}

const struct command command_desk = {
    .name = "desk",
    .help = "open the front desk, a page to find and print handouts",
    .usage = "[OPTION…]",
    .about =
        "Opens the front desk: a page at http://127.0.0.1:8631/ for the browser of this\n"
        "computer, where staff find a handout, choose its language and its form, and print it.\n"
        "What the content says is made anew whenever it changes, as 'handout watch' does.\n"
        "No other computer can reach the page.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
