/*
 * Names of files made of words: [a-z0-9-], which every file system, web server and display takes.
 */
#ifndef HANDOUT_BASE_SLUG_H
#define HANDOUT_BASE_SLUG_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Small ASCII letters and digits of `words`, which lose their marks (é: e, ß: ss); apostrophes
 * vanish, all else between them is one hyphen, and so is what is not UTF-8. More than `longest`
 * bytes are cut where a word ends, if one does. NULL when the words have no Latin letter and no
 * digit: the caller knows what else the file may be called. Owned by the caller.
 */
char *slug_new(const char *words, size_t longest);

/* What links to a heading of these words call it, as on GitHub: small letters and digits of any
 * script, '_' and '-'; a hyphen for each blank; nothing for any other sign. Owned by the caller. */
char *slug_of_heading(const char *words);

/* True when `text` is what `slug_new` may make, of whatever length; leading and doubled hyphens are
 * let pass. */
bool slug_is(const char *text);

#endif
