/*
 * Which patterns a language has; libhyphen, which reads them, is a plug-in, since few words are
 * wider than their line.
 */
#include "layout/hyphenation.h"

#include "base/lang.h"
#include "layout/hyphenation_plugin.h"

#include <stdbool.h>

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
static struct _HyphenDict *loaded[G_N_ELEMENTS(patterns)];
static bool tried[G_N_ELEMENTS(patterns)];

static const struct hyphenation_plugin *library(void)
{
    static struct plugin plugin = {.name = "hyphenation", .work = "its part for hyphens"};
    return plugin_open(&plugin);
}

/* NULL: the language has none, or they are not there. */
static struct _HyphenDict *find_patterns(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
        if (!lang_matches(patterns[i].lang, lang))
            continue;
        g_autofree char *path = g_strconcat(HYPHENATION_FOLDER, patterns[i].file, NULL);
        if (!tried[i])
            loaded[i] = library()->load(path);
        tried[i] = true;
        return loaded[i];
    }
    return NULL;
}

void hyphenation_find(const char *word, size_t length, const char *lang,
                      void (*point)(size_t offset, void *data), void *data)
{
    g_mutex_lock(&mutex);
    struct _HyphenDict *found = find_patterns(lang);
    if (found)
        library()->find(found, word, length, point, data);
    g_mutex_unlock(&mutex);
}
