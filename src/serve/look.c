/*
 * One look at a time, as a child process whose last lines count.
 */
#include "serve/look.h"

#include "base/child.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>

/* Between the end of a look and the next. [us] */
#define PAUSE_US (5 * G_USEC_PER_SEC)

struct look {
    char **command;
    char *printer, *keyword;
    GSubprocess *process; /* NULL: none runs */
    GCancellable *over;   /* the desk is closed */
    bool one_sided;
    gint64 ended; /* [us, monotonic]; 0: there was none */
};

struct look *look_new(const char *const *command)
{
    struct look *look = g_new0(struct look, 1);
    look->command = g_strdupv((char **)command);
    look->printer = g_strdup("");
    look->keyword = g_strdup("");
    look->over = g_cancellable_new();
    return look;
}

void look_free(struct look *look)
{
    if (!look)
        return;
    g_cancellable_cancel(look->over);
    if (look->process)
        g_subprocess_send_signal(look->process, SIGTERM);
    g_clear_object(&look->process);
    g_clear_object(&look->over);
    g_strfreev(look->command);
    g_free(look->printer);
    g_free(look->keyword);
    g_free(look);
}

static void set(char **where, const char *text)
{
    g_free(*where);
    *where = g_strdup(text);
}

/* "EVENT<tab>DETAIL", a line each. */
static void take(struct look *look, const char *told)
{
    g_auto(GStrv) lines = g_strsplit(told, "\n", -1);
    look->one_sided = false;
    for (char **line = lines; *line; line++) {
        char *tab = strchr(*line, '\t');
        if (!tab)
            continue;
        *tab = '\0';
        if (g_str_equal(*line, "printer"))
            set(&look->printer, tab + 1);
        else if (g_str_equal(*line, "one-sided"))
            look->one_sided = true;
        else
            set(&look->keyword, g_str_equal(*line, "ready") ? "ready" : tab + 1);
    }
}

static void hear(GObject *source, GAsyncResult *result, gpointer user)
{
    g_autofree char *told = NULL;
    g_autoptr(GError) error = NULL;
    bool ok =
        g_subprocess_communicate_utf8_finish(G_SUBPROCESS(source), result, &told, NULL, &error);
    if (g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    struct look *look = user;
    if (ok && told)
        take(look, told);
    g_clear_object(&look->process);
    look->ended = g_get_monotonic_time();
}

void look_again(struct look *look)
{
    if (look->process || (look->ended && g_get_monotonic_time() < look->ended + PAUSE_US))
        return;
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    child_launch_to_end_with_parent(launcher);
    look->process =
        g_subprocess_launcher_spawnv(launcher, (const char *const *)look->command, NULL);
    if (look->process)
        g_subprocess_communicate_utf8_async(look->process, NULL, look->over, hear, look);
}

struct look_state look_state(const struct look *look)
{
    return (struct look_state){
        .printer = look->printer, .keyword = look->keyword, .one_sided = look->one_sided};
}
