/*
 * Articles that say the same in several languages: their names are those of the source, and end in
 * their own language as "mri.es" or, by custom, as "mri-es".
 */
#ifndef HANDOUT_CONTENT_TRANSLATION_H
#define HANDOUT_CONTENT_TRANSLATION_H

#include <stddef.h>

/* How many bytes of an article's name are that of its source: all, where it does not end in its
 * language (`lang`, BCP 47). */
size_t translation_source(const char *name, const char *lang);

#endif
