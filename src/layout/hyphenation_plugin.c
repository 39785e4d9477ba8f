/*
 * Awkward: libhyphen wants small letters in the encoding of its patterns, and counts characters,
 * not bytes. Some patterns would change the spelling at the hyphen ("Schiffahrt", "Schiff-fahrt");
 * the word is the author's, so it is not parted there.
 */
#include "layout/hyphenation_plugin.h"

#include "base/no_memory.h"

#include <hyphen.h>
#include <stdbool.h>
#include <stdlib.h>

/* The word as the patterns are written, a character for a character; owned by the caller. NULL: it
 * has letters that they do not know. */
static char *spell(const HyphenDict *dict, const char *word, size_t length, gsize *written)
{
    GString *small = g_string_new(NULL);
    for (const char *c = word; c < word + length; c = g_utf8_next_char(c))
        g_string_append_unichar(small, g_unichar_tolower(g_utf8_get_char(c)));
    char *spelt =
        g_convert(small->str, (gssize)small->len, dict->cset, "UTF-8", NULL, written, NULL);
    g_string_free(small, TRUE);
    return spelt;
}

/* What libhyphen says of a word: by character, whether a hyphen may follow it. */
struct answer {
    char *hyphens;  /* odd: one may */
    char **changed; /* NULL, or by character: how the spelling would change; NULL: not at all */
    int *places, *cuts;
};

static bool ask(HyphenDict *dict, const char *spelt, gsize length, struct answer *answer)
{
    *answer = (struct answer){.hyphens = g_malloc0(length + 5)};
    no_memory_enter();
    int failed = hnj_hyphen_hyphenate2(dict, spelt, (int)length, answer->hyphens, NULL,
                                       &answer->changed, &answer->places, &answer->cuts);
    no_memory_leave();
    return failed == 0;
}

static void answer_clear(struct answer *answer, size_t characters)
{
    for (size_t i = 0; answer->changed && i < characters; i++)
        free(answer->changed[i]);
    free(answer->changed);
    free(answer->places);
    free(answer->cuts);
    g_free(answer->hyphens);
}

static void find(HyphenDict *dict, const char *word, size_t length,
                 void (*point)(size_t offset, void *data), void *data)
{
    gsize written;
    g_autofree char *spelt = spell(dict, word, length, &written);
    if (!spelt)
        return;
    struct answer answer;
    bool answered = ask(dict, spelt, written, &answer);
    size_t characters = 0;
    for (const char *c = word; c < word + length; characters++) {
        c = g_utf8_next_char(c);
        bool changes = answer.changed && answer.changed[characters];
        bool hyphen = (answer.hyphens[characters] & 1) != 0;
        if (answered && hyphen && !changes && c < word + length)
            point((size_t)(c - word), data);
    }
    answer_clear(&answer, characters);
}

static HyphenDict *load(const char *path)
{
    no_memory_enter();
    HyphenDict *dict = hnj_hyphen_load(path);
    no_memory_leave();
    return dict;
}

G_MODULE_EXPORT const struct hyphenation_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .load = load,
    .find = find,
};
