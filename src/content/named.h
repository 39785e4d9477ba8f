/*
 * The language in the name of an article, whether that of its file without ".md" or that of its
 * products: behind a dot ("mri.es") or, by custom, behind a hyphen ("mri-es", "mri-pt-BR").
 */
#ifndef HANDOUT_CONTENT_NAMED_H
#define HANDOUT_CONTENT_NAMED_H

#include <stddef.h>

/* Where its dot is, with whatever looks like a language behind it; the end: nothing does. */
const char *named_dot(const char *name);

/* How many bytes stand before the language `lang` (BCP 47) at the end of a name; all: it does not
 * end in it. */
size_t named_before(const char *name, const char *lang);

/* How many bytes of the name of a product stand before whatever may be languages, its own and that
 * of its source ("mri-en.es"); all: there is none to look at. */
size_t named_before_any(const char *name);

/* What language stands behind the first `bare` bytes of a name, and nothing else. Owned by the
 * caller; NULL: none does. */
char *named_lang(const char *name, size_t bare);

#endif
