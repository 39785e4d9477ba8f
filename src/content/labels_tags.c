/*
 * Which labels files fit a language tag: the lookup of RFC 4647, 3.4 (subtags are taken off the
 * end), with what it does not know: that two tags can name one language, and that a language can be
 * written in two scripts, one of which its readers may not read.
 */
#include "content/labels_parts.h"

#include <string.h>

/* The script that a bare tag means (CLDR, likely subtags), of languages that are not written in
 * Latin letters. */
static const struct {
    const char *lang, *script;
} scripts[] = {{"am", "Ethi"}, {"ar", "Arab"}, {"bn", "Beng"}, {"fa", "Arab"}, {"gu", "Gujr"},
               {"hi", "Deva"}, {"ja", "Jpan"}, {"km", "Khmr"}, {"ko", "Kore"}, {"pa", "Guru"},
               {"ru", "Cyrl"}, {"ur", "Arab"}, {"zh", "Hans"}};

/* Regions in which a language is written in another script than its bare tag means. */
static const struct {
    const char *lang, *region, *script;
} elsewhere[] = {
    {"pa", "PK", "Arab"}, {"zh", "HK", "Hant"}, {"zh", "MO", "Hant"}, {"zh", "TW", "Hant"}};

/* Tags of one language: ISO 639 and CLDR differ. */
static const char *const twins[][2] = {{"tl", "fil"}, {"fil", "tl"}, {"cmn", "zh"}};

static const char *usual_script(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (g_str_equal(scripts[i].lang, lang))
            return scripts[i].script;
    return "Latn";
}

static bool all_letters(const char *subtag)
{
    for (; *subtag; subtag++)
        if (!g_ascii_isalpha(*subtag))
            return false;
    return true;
}

/* Letters as BCP 47 2.1.1 recommends them: language small, Script, REGION. */
static char **split(const char *lang)
{
    char **subtags = g_strsplit_set(lang, "-_", -1);
    for (char **subtag = subtags; *subtag; subtag++) {
        size_t length = strlen(*subtag);
        for (char *c = *subtag; *c; c++)
            *c = g_ascii_tolower(*c);
        if (subtag == subtags || !all_letters(*subtag))
            continue;
        if (length == 4)
            **subtag = g_ascii_toupper(**subtag);
        if (length == 2)
            for (char *c = *subtag; *c; c++)
                *c = g_ascii_toupper(*c);
    }
    return subtags;
}

/* The script that the tag names or its region implies. */
static const char *script_of(char **subtags)
{
    const char *script = usual_script(subtags[0]);
    for (char **subtag = subtags + 1; *subtags && *subtag; subtag++) {
        if (strlen(*subtag) == 4 && all_letters(*subtag))
            return *subtag;
        for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
            if (g_str_equal(elsewhere[i].lang, subtags[0]) &&
                g_str_equal(elsewhere[i].region, *subtag))
                script = elsewhere[i].script;
    }
    return script;
}

static void add(GPtrArray *tags, char *tag)
{
    if (g_ptr_array_find_with_equal_func(tags, tag, g_str_equal, NULL))
        g_free(tag);
    else
        g_ptr_array_add(tags, tag);
}

/* Longest first: all of the tag, then language and script, then the language where its own script
 * is meant. */
static void add_shorter(GPtrArray *tags, char **subtags, const char *script)
{
    for (guint count = g_strv_length(subtags); count > 1; count--) {
        GString *tag = g_string_new(subtags[0]);
        for (guint i = 1; i < count; i++)
            g_string_append_printf(tag, "-%s", subtags[i]);
        add(tags, g_string_free(tag, FALSE));
    }
    add(tags, g_strdup_printf("%s-%s", subtags[0], script));
    if (g_str_equal(script, usual_script(subtags[0])))
        add(tags, g_strdup(subtags[0]));
}

GPtrArray *labels_tags(const char *lang)
{
    GPtrArray *tags = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) subtags = split(lang);
    if (!*subtags)
        return tags;
    add_shorter(tags, subtags, script_of(subtags));
    for (size_t i = 0; i < G_N_ELEMENTS(twins); i++) {
        if (!g_str_equal(subtags[0], twins[i][0]))
            continue;
        g_free(subtags[0]);
        subtags[0] = g_strdup(twins[i][1]);
        add_shorter(tags, subtags, script_of(subtags));
        break;
    }
    return tags;
}
