/*
 * Language tags. The lookup of RFC 4647, 3.4 takes subtags off the end; added is what it does not
 * know: that two tags can name one language, and that a language can be written in two scripts, one
 * of which its readers may not read.
 */
#include "base/lang.h"

#include <string.h>

/* The script that a bare tag means (CLDR, likely subtags), of languages that are not written in
 * Latin letters. */
static const struct {
    const char *script, *langs;
} scripts[] = {{"Arab", " ar fa ks ps sd ug ur "},
               {"Armn", " hy "},
               {"Beng", " as bn "},
               {"Cans", " cr iu oj "},
               {"Cyrl", " ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk "},
               {"Deva", " hi mr ne sa "},
               {"Ethi", " am ti "},
               {"Geor", " ka "},
               {"Grek", " el "},
               {"Gujr", " gu "},
               {"Guru", " pa "},
               {"Hans", " zh "},
               {"Hebr", " he iw ji yi "},
               {"Jpan", " ja "},
               {"Khmr", " km "},
               {"Knda", " kn "},
               {"Kore", " ko "},
               {"Laoo", " lo "},
               {"Mlym", " ml "},
               {"Mymr", " my "},
               {"Nkoo", " nqo "},
               {"Orya", " or "},
               {"Sinh", " si "},
               {"Syrc", " syc syr "},
               {"Taml", " ta "},
               {"Telu", " te "},
               {"Thaa", " dv "},
               {"Thai", " th "},
               {"Tibt", " bo dz "},
               {"Yiii", " ii "}};

/* Languages that many write in Latin, Cyrillic or Arabic letters, whichever CLDR takes for usual.
 */
static const char several[] = " az bs ff ha kk ks ku ky mn ms pa sd sr tg tk tt ug uz ";

/* Regions in which a language is written in another script than its bare tag means. */
static const struct {
    const char *lang, *region, *script;
} elsewhere[] = {
    {"pa", "PK", "Arab"}, {"zh", "HK", "Hant"}, {"zh", "MO", "Hant"}, {"zh", "TW", "Hant"}};

/* Tags of one language: ISO 639 and CLDR differ. */
static const char *const twins[][2] = {{"tl", "fil"}, {"fil", "tl"}, {"cmn", "zh"}};

static bool is_among(const char *langs, const char *lang)
{
    g_autofree char *word = g_strconcat(" ", lang, " ", NULL);
    return strstr(langs, word) != NULL;
}

static const char *usual_script(const char *lang)
{
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (is_among(scripts[i].langs, lang))
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

static void change_case(char *subtag, bool capital, bool small)
{
    for (char *c = subtag; *c; c++)
        *c = (c == subtag && capital) || !small ? g_ascii_toupper(*c) : g_ascii_tolower(*c);
}

/* A subtag's letters, small but of Script and REGION. `after_single`: of an extension or for
 * private use. */
static void spell(char *subtag, bool first, bool after_single)
{
    size_t length = strlen(subtag);
    bool special = !first && !after_single && all_letters(subtag);
    change_case(subtag, special && length == 4, !(special && length == 2));
}

static bool fits(const char *subtag, bool first)
{
    size_t length = strlen(subtag);
    if (first)
        return length >= 2 && length <= 3 && all_letters(subtag);
    for (const char *c = subtag; *c; c++)
        if (!g_ascii_isalnum(*c))
            return false;
    return length >= 1 && length <= 8;
}

/* The subtags in their usual spelling; NULL when the tag does not look like one. */
static char **split(const char *tag)
{
    g_auto(GStrv) subtags = g_strsplit(tag, "-", -1);
    bool after_single = false;
    for (char **subtag = subtags; *subtag; subtag++) {
        if (!fits(*subtag, subtag == subtags))
            return NULL;
        spell(*subtag, subtag == subtags, after_single);
        after_single |= strlen(*subtag) == 1;
    }
    return *subtags ? g_steal_pointer(&subtags) : NULL;
}

char *lang_canonical(const char *tag)
{
    g_auto(GStrv) subtags = split(tag);
    return subtags ? g_strjoinv("-", subtags) : NULL;
}

bool lang_matches(const char *range, const char *tag)
{
    size_t length = strlen(range);
    return g_ascii_strncasecmp(range, tag, length) == 0 &&
           (tag[length] == '\0' || tag[length] == '-');
}

bool lang_same(const char *one, const char *other)
{
    g_autofree char *primary = g_strndup(one, strcspn(one, "-"));
    return lang_matches(primary, other);
}

bool lang_equal(const char *one, const char *other)
{
    return g_ascii_strcasecmp(one, other) == 0;
}

char *lang_country(const char *tag)
{
    g_auto(GStrv) subtags = split(tag);
    for (char **subtag = subtags ? subtags + 1 : NULL; subtag && *subtag; subtag++) {
        if (strlen(*subtag) == 1) /* what follows is an extension */
            break;
        if (strlen(*subtag) == 2)
            return g_strdup(*subtag);
    }
    return NULL;
}

/* The script that the tag names or its region implies. */
static const char *script_of(char **subtags)
{
    const char *script = usual_script(subtags[0]);
    for (char **subtag = subtags + 1; *subtag && strlen(*subtag) > 1; subtag++) {
        if (strlen(*subtag) == 4 && all_letters(*subtag))
            return *subtag;
        for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
            if (g_str_equal(elsewhere[i].lang, subtags[0]) &&
                g_str_equal(elsewhere[i].region, *subtag))
                script = elsewhere[i].script;
    }
    return script;
}

static bool is_of(const char *name, GUnicodeScript script)
{
    if (g_str_equal(name, "Jpan"))
        return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA;
    if (g_str_equal(name, "Kore"))
        return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL;
    if (g_str_equal(name, "Hans") || g_str_equal(name, "Hant"))
        return script == G_UNICODE_SCRIPT_HAN;
    guint32 code =
        (guint32)name[0] << 24 | (guint32)name[1] << 16 | (guint32)name[2] << 8 | (guint32)name[3];
    return g_unicode_script_from_iso15924(code) == script;
}

bool lang_has_script(const char *tag, GUnicodeScript script)
{
    g_auto(GStrv) subtags = split(tag);
    if (!subtags)
        return script == G_UNICODE_SCRIPT_LATIN;
    bool free = script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC ||
                script == G_UNICODE_SCRIPT_ARABIC;
    return is_of(script_of(subtags), script) || (free && is_among(several, subtags[0]));
}

/* Of a language with several scripts the usual one decides: Azeri and Panjabi are read from the
 * left, unless their tag says that they are written in Arabic letters. */
bool lang_is_rtl(const char *tag)
{
    static const char *const rtl[] = {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", NULL};
    g_auto(GStrv) subtags = split(tag);
    return subtags && g_strv_contains(rtl, script_of(subtags));
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
        if (strlen(subtags[count - 1]) == 1) /* what it opens was taken off */
            continue;
        GString *tag = g_string_new(subtags[0]);
        for (guint i = 1; i < count; i++)
            g_string_append_printf(tag, "-%s", subtags[i]);
        add(tags, g_string_free(tag, FALSE));
    }
    add(tags, g_strdup_printf("%s-%s", subtags[0], script));
    if (g_str_equal(script, usual_script(subtags[0])))
        add(tags, g_strdup(subtags[0]));
}

GPtrArray *lang_lookup(const char *tag)
{
    GPtrArray *tags = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *hyphens = g_strdelimit(g_strdup(tag), "_", '-');
    g_auto(GStrv) subtags = split(hyphens);
    if (!subtags)
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
