/*
 * Raised and lowered signs in braille, which has one level: an indicator stands before them.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_LEVELS_H
#define HANDOUT_EXPORT_BRAILLE_LEVELS_H

#include "export/braille_table.h"

/* The bytes of the raised signs, or of the lowered ones, that `text` begins with; 0: it begins with
 * neither. */
size_t braille_level_length(const char *text);

/* What is to be translated in place of such signs, with `*table` set to the table to do it: cells
 * of the language's own code, or of English where that is what signs beside another script are
 * written in, and signs that are left for the table. Owned by the caller. NULL: the table has the
 * signs itself. */
char *braille_level_text(const struct braille_table **table, const char *signs, size_t length);

#endif
