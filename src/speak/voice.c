/*
 * What espeak-ng writes to a pipe is a WAV file whose header does not know its length; behind the
 * header stand plain samples of 16 bits.
 */
#include "speak/voice.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#define HEADER_BYTES 44
/* Words a minute: slower than espeak-ng's own 175, as one reads to people who are not at ease. */
#define PACE "155"
/* Below this a sample is silence. */
#define SILENCE 64

static GBytes *run(const char *program, const char *voice, const char *ssml)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) words = g_bytes_new(ssml, strlen(ssml));
    GBytes *wave = NULL;
    g_autoptr(GSubprocess) process = g_subprocess_new(
        G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
            G_SUBPROCESS_FLAGS_STDERR_SILENCE,
        &error, program, "-m", "-b", "1", "-s", PACE, "-v", voice, "--stdin", "--stdout", NULL);
    if (!process || !g_subprocess_communicate(process, words, NULL, &wave, NULL, &error)) {
        fprintf(stderr, "handout-speak: %s\n", error->message);
        return NULL;
    }
    if (g_subprocess_get_successful(process))
        return wave;
    fprintf(stderr, "handout-speak: '%s' has no voice '%s'\n", program, voice);
    g_bytes_unref(wave);
    return NULL;
}

static gboolean is_silent(gint16 sample)
{
    return ABS(GINT16_FROM_LE(sample)) < SILENCE;
}

gboolean voice_speak(const char *program, const char *voice, const char *ssml, GArray *samples)
{
    g_autoptr(GBytes) wave = run(program, voice, ssml);
    gsize size = 0;
    const char *data = wave ? g_bytes_get_data(wave, &size) : NULL;
    if (!wave)
        return FALSE;
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
    return TRUE;
}
