/*
 * What espeak-ng writes to a pipe is a WAV file whose header does not know its length; behind the
 * header stand plain samples of 16 bits.
 */
#include "speak/voice.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <unistd.h>

#define HEADER_BYTES 44
/* Words a minute: slower than espeak-ng's own 175, as one reads to people who are not at ease. */
#define PACE "155"
/* Below this a sample is silence. */
#define SILENCE 64
/* A sentence takes some hundredths of a second. [s] */
#define LONGEST_S 10

/* The group of processes that speaks; 0: it was too slow and is ended. */
static volatile sig_atomic_t speaking;

static void end_it(int number)
{
    (void)number;
    kill(-(pid_t)speaking, SIGKILL);
    speaking = 0;
}

/* A group of its own is ended whole, and ends with whoever started it. Its addresses are those of
 * every other run: espeak-ng 1.51 looks at memory that it never set ("99" in Arabic),
 * and what lies there, mostly addresses, decides how it speaks. Where that is forbidden, it
 * speaks anyway. */
static void prepare(void *user)
{
    (void)user;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    personality(ADDR_NO_RANDOMIZE);
}

/* The environment lies in the same memory: of it, what says where espeak-ng itself is, alone. */
static char **environment(void)
{
    static const char *const kept[] = {"ESPEAK_DATA_PATH", "LD_LIBRARY_PATH"};
    char **all = g_environ_setenv(NULL, "PATH", "/usr/local/bin:/usr/bin:/bin", TRUE);
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        if (g_getenv(kept[i]))
            all = g_environ_setenv(all, kept[i], g_getenv(kept[i]), TRUE);
    return all;
}

static GSubprocess *start(const char *program, const char *voice, GError **error)
{
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                  G_SUBPROCESS_FLAGS_STDERR_SILENCE);
    g_auto(GStrv) variables = environment();
    g_subprocess_launcher_set_environ(launcher, variables);
    g_subprocess_launcher_set_child_setup(launcher, prepare, NULL, NULL);
    return g_subprocess_launcher_spawn(launcher, error, program, "-m", "-b", "1", "-s", PACE, "-v",
                                       voice, "--stdin", "--stdout", NULL);
}

/* What it writes about one sentence, within the time that it has. */
static GBytes *hear(GSubprocess *process, const char *ssml, GError **error)
{
    g_autoptr(GBytes) words = g_bytes_new(ssml, strlen(ssml));
    const char *id = g_subprocess_get_identifier(process);
    GBytes *wave = NULL;
    speaking = id ? atoi(id) : 0;
    signal(SIGALRM, id ? end_it : SIG_IGN);
    alarm(LONGEST_S);
    g_subprocess_communicate(process, words, NULL, &wave, NULL, error);
    alarm(0);
    return wave;
}

static GBytes *run(const char *program, const char *voice, const char *ssml, bool *too_slow)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process = start(program, voice, &error);
    g_autoptr(GBytes) wave = process ? hear(process, ssml, &error) : NULL;
    if (wave && g_subprocess_get_successful(process))
        return g_steal_pointer(&wave);
    *too_slow = process && speaking == 0;
    if (*too_slow)
        fprintf(stderr, "handout-speak: '%s' did not end within %d s\n", program, LONGEST_S);
    else if (error)
        fprintf(stderr, "handout-speak: %s\n", error->message);
    else
        fprintf(stderr, "handout-speak: '%s' has no voice '%s'\n", program, voice);
    return NULL;
}

static gboolean is_silent(gint16 sample)
{
    return ABS(GINT16_FROM_LE(sample)) < SILENCE;
}

enum voice_end voice_speak(const char *program, const char *voice, const char *ssml,
                           GArray *samples)
{
    bool too_slow = false;
    g_autoptr(GBytes) wave = run(program, voice, ssml, &too_slow);
    gsize size = 0;
    const char *data = wave ? g_bytes_get_data(wave, &size) : NULL;
    if (!wave)
        return too_slow ? VOICE_TOO_SLOW : VOICE_MISSING;
    g_autofree gint16 *heard =
        size > HEADER_BYTES ? g_memdup2(data + HEADER_BYTES, size - HEADER_BYTES) : NULL;
    gsize from = 0, to = heard ? (size - HEADER_BYTES) / sizeof *heard : 0;
    while (from < to && is_silent(heard[from]))
        from++;
    while (to > from && is_silent(heard[to - 1]))
        to--;
    for (; from < to; from++) {
        float sample = (float)GINT16_FROM_LE(heard[from]) / 32768;
        g_array_append_val(samples, sample);
    }
    return VOICE_SPOKEN;
}
