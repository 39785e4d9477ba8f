/*
 * Signs become cells. Any thread may call this.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_WORDS_H
#define HANDOUT_EXPORT_BRAILLE_WORDS_H

#include "export/braille_table.h"

/*
 * The cells (of gunichar) of signs that the table has; a reference for the caller, to be read
 * alone. `from`, when it is not NULL, is set to an array of gint, likewise: the sign that each cell
 * comes from.
 */
GArray *braille_translate(const struct braille_table *table, const struct braille_sign *signs,
                          size_t n_signs, GArray **from);

#endif
