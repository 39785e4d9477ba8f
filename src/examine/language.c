/*
 * The table of languages. A language without a record is still asked what holds for all of them.
 */
#include "examine/language.h"

#include "base/lang.h"

static const struct language_checks any = {
    .alt_empty = language_alt_empty,
    .alt_openings = language_alt_openings,
};

static const struct language_checks *const languages[] = {
    &language_english,
    &language_spanish,
};

const struct language_checks *language_checks_for(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        if (lang_matches(languages[i]->lang, lang))
            return languages[i];
    return &any;
}
