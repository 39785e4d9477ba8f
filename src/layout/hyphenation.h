/*
 * Where a language parts its words, by the patterns that libhyphen reads: those of Debian's
 * packages hyphen-*, of which only the ones named in hyphenation.c are ever looked at, so that
 * lines do not depend on what else a machine has.
 */
#ifndef HANDOUT_LAYOUT_HYPHENATION_H
#define HANDOUT_LAYOUT_HYPHENATION_H

#include <glib.h>
#include <stddef.h>

/* Where the patterns lie. */
#define HYPHENATION_FOLDER "/usr/share/hyphen/"

/*
 * Calls `point` with the byte offset of every place in the `length` bytes of `word`, letters only,
 * where a hyphen may stand; of none for languages without patterns. `lang`: BCP 47. Patterns are
 * read when a word first needs them and kept; may be called by several threads.
 */
void hyphenation_find(const char *word, size_t length, const char *lang,
                      void (*point)(size_t offset, void *data), void *data);

#endif
