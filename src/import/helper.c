/*
 * Programs that read what others' programs wrote. Awkward: a file made to harm may keep a reader
 * busy or let it write without end, so each has a limit of time, of memory, and of what it says.
 */
#include "import/parts.h"

#include "base/file.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>

/* A long document takes a few. [s] */
#define SECONDS 60

/* [bytes] of memory that a helper may ask for; the Haskell runtime reserves far more than it uses,
 * and has a limit of its own (pandoc's +RTS). */
#define MEMORY (1024UL * 1024 * 1024)

/* Runs in the child, before it becomes the helper. */
static void set_limits(gpointer own_memory)
{
    const struct rlimit seconds = {SECONDS, SECONDS}, memory = {MEMORY, MEMORY}, core = {0, 0};
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_CORE, &core);
    if (!own_memory)
        setrlimit(RLIMIT_AS, &memory);
}

/* All that the stream holds; NULL, with `error` set, when that is more than any document. */
static GBytes *read_all(GInputStream *stream, GError **error)
{
    g_autoptr(GByteArray) all = g_byte_array_new();
    guint8 buffer[65536];
    for (gssize n; (n = g_input_stream_read(stream, buffer, sizeof buffer, NULL, error)) != 0;) {
        if (n < 0)
            return NULL;
        g_byte_array_append(all, buffer, (guint)n);
        if (all->len > FILE_IMAGE_LIMIT) {
            g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "it holds more than any document");
            return NULL;
        }
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&all));
}

static void set_failure(GSubprocess *process, const char *name, GError **error)
{
    if (g_subprocess_get_if_signaled(process)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED,
                    "%s needed more than %d seconds or too much memory", name, SECONDS);
        return;
    }
    g_autoptr(GBytes) complaint =
        g_input_stream_read_bytes(g_subprocess_get_stderr_pipe(process), 4096, NULL, NULL);
    gsize size = 0;
    const char *said = complaint ? g_bytes_get_data(complaint, &size) : NULL;
    g_autofree char *text = g_utf8_make_valid(said ? said : "", (gssize)size);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s failed: %s", name, text);
}

GBytes *helper_run(const char *const *words, bool own_memory, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
    g_subprocess_launcher_set_child_setup(launcher, set_limits, GINT_TO_POINTER(own_memory), NULL);
    g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, words, error);
    if (!process)
        return NULL;
    g_autofree char *name = g_path_get_basename(words[0]);
    GBytes *out = read_all(g_subprocess_get_stdout_pipe(process), error);
    if (!out)
        g_subprocess_force_exit(process);
    g_subprocess_wait(process, NULL, NULL);
    if (out && !g_subprocess_get_successful(process)) {
        g_clear_pointer(&out, g_bytes_unref);
        set_failure(process, name, error);
    }
    return out;
}
