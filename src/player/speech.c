/*
 * Utterances follow one another without a gap: each ends where the next begins, with its silence.
 */
#include "player/speech.h"

#include "base/signs.h"

#include <stdlib.h>
#include <string.h>

#define HASH_DIGITS 12

static void utterance_free(void *data)
{
    struct utterance *utterance = data;
    g_free(utterance->seen);
    g_free(utterance->voice);
    g_free(utterance->ssml);
    g_free(utterance);
}

struct speech *speech_new(const char *name)
{
    struct speech *speech = g_new0(struct speech, 1);
    speech->name = g_strdup(name);
    speech->utterances = g_ptr_array_new_with_free_func(utterance_free);
    return speech;
}

void speech_free(void *data)
{
    struct speech *speech = data;
    g_ptr_array_unref(speech->utterances);
    g_clear_pointer(&speech->sound, g_bytes_unref);
    g_free(speech->file);
    g_free(speech->name);
    g_free(speech);
}

/* Takes the text. */
static char *one_line(char *text)
{
    GString *line = g_string_new(g_strdelimit(text, "\t\r\n", ' '));
    g_free(text);
    g_string_replace(line, LINE_SEPARATOR_TEXT, " ", 0);
    return g_string_free(line, FALSE);
}

void speech_add(struct speech *speech, const char *seen, const char *voice, char *ssml,
                unsigned pause_ms)
{
    struct utterance *utterance = g_new0(struct utterance, 1);
    utterance->seen = g_strdup(seen);
    utterance->voice = g_strdup(voice);
    utterance->ssml = one_line(ssml);
    utterance->pause_ms = pause_ms;
    g_ptr_array_add(speech->utterances, utterance);
}

char *speech_request(const struct speech *speech)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < speech->utterances->len; i++) {
        const struct utterance *utterance = speech->utterances->pdata[i];
        g_string_append_printf(lines, "%s\t%u\t%s\n", utterance->voice, utterance->pause_ms,
                               utterance->ssml);
    }
    return g_string_free(lines, FALSE);
}

bool speech_take(struct speech *speech, GBytes *sound, const char *places)
{
    guint count = speech->utterances->len;
    g_auto(GStrv) lines = g_strsplit(places, "\n", -1);
    /* Behind the last line end stands an empty one. */
    if (g_strv_length(lines) != count + 2)
        return false;
    for (guint i = 0; i < count; i++) {
        struct utterance *utterance = speech->utterances->pdata[i];
        utterance->begins_ms = (unsigned)strtoul(lines[i], NULL, 10);
    }
    speech->length_ms = (unsigned)strtoul(lines[count], NULL, 10);
    g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, sound);
    speech->file = g_strdup_printf("speech/%s.%.*s.opus", speech->name, HASH_DIGITS, hash);
    speech->sound = g_bytes_ref(sound);
    return true;
}

static unsigned end_of(const struct speech *speech, guint i)
{
    if (i + 1 == speech->utterances->len)
        return speech->length_ms;
    return ((const struct utterance *)speech->utterances->pdata[i + 1])->begins_ms;
}

void speech_add_json(JsonBuilder *builder, const char *name, const struct speech *speech)
{
    if (!speech || !speech->sound)
        return;
    g_autofree char *src = g_uri_escape_string(speech->file, "/", FALSE);
    json_open_object(builder, name);
    json_text(builder, "src", src);
    json_open_array(builder, "said");
    for (guint i = 0; i < speech->utterances->len; i++) {
        const struct utterance *utterance = speech->utterances->pdata[i];
        json_open_array(builder, NULL);
        json_text(builder, NULL, utterance->seen);
        json_exact(builder, NULL, utterance->begins_ms / 1000.0);
        json_exact(builder, NULL, end_of(speech, i) / 1000.0);
        json_close_array(builder);
    }
    json_close_array(builder);
    json_close_object(builder);
}
