/*
 * The program that speaks: reads what is to be said, one utterance a line, has it spoken, makes all
 * of it equally loud and writes one file of sound. It stands beside the main program, which starts
 * it, because it needs libopusenc, and nothing else that the main program does shall wait for that.
 *
 * A line is a voice, a tab, the milliseconds of silence behind the words, a tab, and the words in
 * marks of SSML. For each line one goes to standard output: the millisecond at which it begins; at
 * the end one more with the length of all.
 *
 * Ends with STATUS_ENVIRONMENT where nothing was spoken, and with STATUS_TOO_SLOW (base/status.h).
 */
#include "base/status.h"
#include "speak/encode.h"
#include "speak/loudness.h"
#include "speak/voice.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void tell_place(const GArray *samples)
{
    printf("%" G_GUINT64_FORMAT "\n", (guint64)samples->len * 1000 / VOICE_RATE);
}

static void add_silence(GArray *samples, int ms)
{
    g_array_set_size(samples, samples->len + (guint)MAX(ms, 0) * VOICE_RATE / 1000);
}

static enum voice_end speak_line(const char *program, const char *line, GArray *samples)
{
    g_auto(GStrv) parts = g_strsplit(line, "\t", 3);
    guint from = samples->len;
    tell_place(samples);
    enum voice_end end = VOICE_MISSING;
    if (g_strv_length(parts) == 3)
        end = voice_speak(program, parts[0], parts[2], samples);
    if (end != VOICE_SPOKEN)
        return end;
    loudness_even(&g_array_index(samples, float, from), samples->len - from, VOICE_RATE);
    add_silence(samples, atoi(parts[1]));
    return VOICE_SPOKEN;
}

static enum voice_end speak(const char *program, GArray *samples)
{
    g_autoptr(GInputStream) input = g_unix_input_stream_new(0, FALSE);
    g_autoptr(GDataInputStream) lines = g_data_input_stream_new(input);
    enum voice_end end = VOICE_SPOKEN;
    char *line;
    while (end == VOICE_SPOKEN && (line = g_data_input_stream_read_line(lines, NULL, NULL, NULL))) {
        end = speak_line(program, line, samples);
        g_free(line);
    }
    tell_place(samples);
    return end == VOICE_SPOKEN && samples->len == 0 ? VOICE_MISSING : end;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8"); /* words are UTF-8, whatever else is set */
    if (argc != 3) {
        fputs("handout-speak: name espeak-ng and the file to write\n", stderr);
        return STATUS_USAGE;
    }
    g_autoptr(GArray) samples = g_array_new(FALSE, TRUE, sizeof(float));
    enum voice_end end = speak(argv[1], samples);
    if (end == VOICE_TOO_SLOW)
        return STATUS_TOO_SLOW;
    gboolean ok = end == VOICE_SPOKEN && encode_write(argv[2], &g_array_index(samples, float, 0),
                                                      samples->len, VOICE_RATE);
    return ok ? STATUS_OK : STATUS_ENVIRONMENT;
}
