/*
 * The language that a word processor's document says it is in. Awkward: programs write English for
 * whoever never chose a language, so that English is not said by it.
 */
#include "import/zip.h"

#include "base/lang.h"
#include "base/pattern.h"

#include <string.h>

/* Where each format says it: the language, and perhaps its country. */
static struct {
    const char *part; /* NULL: that which the container of a book names */
    struct pattern form;
} places[] = {
    {"word/styles.xml", PATTERN("(?s)<w:docDefaults>.{0,4000}?<w:lang [^>]*w:val=\"([\\w-]+)\"")},
    {"styles.xml", PATTERN("(?s)<style:default-style [^>]*style:family=\"paragraph\".{0,4000}?"
                           "fo:language=\"(\\w+)\"(?:[^>]*?fo:country=\"(\\w+)\")?")},
    {"meta.xml", PATTERN("<dc:language>\\s*([\\w-]+)\\s*</dc:language>")},
    {NULL, PATTERN("<dc:language[^>]*>\\s*([\\w-]+)\\s*</dc:language>")},
};

/* The part of a book that says what it holds; owned by the caller; NULL: it is none. */
static char *book_part(GBytes *document)
{
    static struct pattern path = PATTERN("full-path=[\"']([^\"']+)");
    g_autofree char *container = zip_text(document, "META-INF/container.xml");
    g_autoptr(GMatchInfo) match = NULL;
    if (!container || !g_utf8_validate(container, -1, NULL) ||
        !g_regex_match(pattern_regex(&path), container, 0, &match))
        return NULL;
    g_autofree char *name = g_match_info_fetch(match, 1);
    return zip_text(document, name);
}

/* What the place says, as a tag; owned by the caller; NULL: nothing, or English. */
static char *read_place(GBytes *document, size_t place)
{
    const char *name = places[place].part;
    g_autofree char *text = name ? zip_text(document, name) : book_part(document);
    g_autoptr(GMatchInfo) match = NULL;
    if (!text || !g_utf8_validate(text, -1, NULL) ||
        !g_regex_match(pattern_regex(&places[place].form), text, 0, &match))
        return NULL;
    g_autofree char *lang = g_match_info_fetch(match, 1), *country = g_match_info_fetch(match, 2);
    bool known = country && *country && strcmp(country, "none") != 0;
    g_autofree char *tag = known ? g_strconcat(lang, "-", country, NULL) : g_strdup(lang);
    bool said = strcmp(lang, "none") != 0 && strcmp(lang, "zxx") != 0 && !lang_matches("en", tag);
    return said ? lang_canonical(tag) : NULL;
}

char *document_lang(GBytes *document)
{
    char *lang = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(places) && !lang; i++)
        lang = read_place(document, i);
    return lang;
}
