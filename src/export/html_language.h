/*
 * The languages that a page is there in, as links that have their own names and no flags.
 */
#ifndef HANDOUT_EXPORT_HTML_LANGUAGE_H
#define HANDOUT_EXPORT_HTML_LANGUAGE_H

#include "base/xml.h"
#include "content/labels.h"

/* All strings are owned. */
struct html_language {
    char *lang;     /* BCP 47 */
    char *language; /* its name in its own words */
    char *href;
};

/* Takes the strings. */
struct html_language *html_language_new(char *lang, char *language, char *href);
void html_language_free(struct html_language *language);

/* Adds the country to the names that several of the list (of struct html_language *) have, and the
 * tag where that does not part them. */
void html_languages_part(const GPtrArray *languages);

/* The list (of struct html_language *), with its heading, in a page in the language `lang`; nothing
 * where it has one entry or none. */
void html_add_languages(struct xml *page, const GPtrArray *languages, const char *lang,
                        const struct labels *labels);

#endif
