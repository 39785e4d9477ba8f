/*
 * As espeak-ng 1.51 has them. Left out are languages that it has no voice for (Khmer, Somali,
 * Tagalog), and those whose writing it does not read: of Japanese it knows kana alone, and it says
 * "Chinese letter" for all else; of Hebrew it says neither vowels nor numbers.
 */
#include "player/speech_voice.h"

#include "base/lang.h"

#include <glib.h>
#include <stddef.h>

/* "cmn" alone says the tones of each sign as English numbers. */
#define MANDARIN "cmn-latn-pinyin"

static const struct voice {
    const char *lang; /* a tag, with all that are narrower */
    const char *name;
} voices[] = {
    /* Tags with a region before those without. */
    {"en-US", "en-us"}, {"en-CA", "en-us"}, {"en-GB", "en-gb"}, {"en-IE", "en-gb"},
    {"en-AU", "en-gb"}, {"en-NZ", "en-gb"}, {"en-IN", "en-gb"}, {"en", "en-us"},
    {"es-ES", "es"},    {"es", "es-419"},   {"pt-PT", "pt"},    {"pt", "pt-br"},
    {"fr-BE", "fr-be"}, {"fr-CH", "fr-ch"}, {"fr", "fr-fr"},    {"zh-HK", "yue"},
    {"yue", "yue"},     {"zh", MANDARIN},   {"cmn", MANDARIN},  {"nb", "nb"},
    {"no", "nb"},       {"am", "am"},       {"ar", "ar"},       {"bn", "bn"},
    {"cs", "cs"},       {"da", "da"},       {"de", "de"},       {"el", "el"},
    {"fa", "fa"},       {"fi", "fi"},       {"gu", "gu"},       {"hi", "hi"},
    {"ht", "ht"},       {"hu", "hu"},       {"hy", "hy"},       {"it", "it"},
    {"ko", "ko"},       {"ne", "ne"},       {"nl", "nl"},       {"pa", "pa"},
    {"pl", "pl"},       {"ro", "ro"},       {"ru", "ru"},       {"sv", "sv"},
    {"sw", "sw"},       {"tr", "tr"},       {"uk", "uk"},       {"ur", "ur"},
    {"vi", "vi"},
};

const char *speech_voice(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(voices); i++)
        if (lang_matches(voices[i].lang, lang))
            return voices[i].name;
    return NULL;
}
