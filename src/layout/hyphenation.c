/*
 * Awkward: libhyphen wants small letters in the encoding of its patterns, and counts characters,
 * not bytes. Some patterns would change the spelling at the hyphen ("Schiffahrt", "Schiff-fahrt");
 * the word is the author's, so it is not parted there.
 */
#include "layout/hyphenation.h"

#include "base/lang.h"

#include <hyphen.h>
#include <stdbool.h>
#include <stdlib.h>

/* The language range, nearest first, and its file. */
static const struct {
    const char *lang, *file;
} patterns[] = {
    {"en-GB", "hyph_en_GB.dic"}, {"en-AU", "hyph_en_GB.dic"}, {"en-IE", "hyph_en_GB.dic"},
    {"en-NZ", "hyph_en_GB.dic"}, {"en-ZA", "hyph_en_GB.dic"}, {"en", "hyph_en_US.dic"},
    {"es", "hyph_es_ES.dic"},    {"fr", "hyph_fr.dic"},       {"pt-PT", "hyph_pt_PT.dic"},
    {"pt", "hyph_pt_BR.dic"},    {"pl", "hyph_pl_PL.dic"},    {"de", "hyph_de_DE.dic"},
    {"it", "hyph_it_IT.dic"},    {"ru", "hyph_ru_RU.dic"},    {"hi", "hyph_hi_IN.dic"},
    {"gu", "hyph_gu_IN.dic"},    {"pa", "hyph_pa_IN.dic"},    {"bn", "hyph_bn_IN.dic"},
};

static GMutex mutex;
static HyphenDict *loaded[G_N_ELEMENTS(patterns)];
static bool tried[G_N_ELEMENTS(patterns)];

/* NULL: the language has none, or they are not there. */
static HyphenDict *find_patterns(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
        if (!lang_matches(patterns[i].lang, lang))
            continue;
        g_autofree char *path = g_strconcat(HYPHENATION_FOLDER, patterns[i].file, NULL);
        if (!tried[i])
            loaded[i] = hnj_hyphen_load(path);
        tried[i] = true;
        return loaded[i];
    }
    return NULL;
}

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
    return hnj_hyphen_hyphenate2(dict, spelt, (int)length, answer->hyphens, NULL, &answer->changed,
                                 &answer->places, &answer->cuts) == 0;
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

void hyphenation_find(const char *word, size_t length, const char *lang,
                      void (*point)(size_t offset, void *data), void *data)
{
    g_mutex_lock(&mutex);
    HyphenDict *dict = find_patterns(lang);
    if (dict)
        find(dict, word, length, point, data);
    g_mutex_unlock(&mutex);
}
