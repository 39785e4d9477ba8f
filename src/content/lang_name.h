/*
 * What languages are called in their own words (CLDR), whether or not there are labels in them.
 */
#ifndef HANDOUT_CONTENT_LANG_NAME_H
#define HANDOUT_CONTENT_LANG_NAME_H

/* The name of the language of a tag, "Kiswahili" of sw-KE; in English where its own words are not
 * known; NULL: nobody knows its name. Lent for good. */
const char *lang_name(const char *tag);

#endif
