/*
 * Words in braille: cells as Unicode has them (U+2801 to U+283F), with blanks between words as in
 * the print, so that lines end where words do (export/text_lines.h).
 */
#ifndef HANDOUT_EXPORT_BRAILLE_LETTERS_H
#define HANDOUT_EXPORT_BRAILLE_LETTERS_H

#include "document/document.h"
#include "export/braille_table.h"

#include <glib.h>

/* The print of a stretch of cells without a blank. */
struct braille_word {
    guint cells;
    char *print;
};

struct braille_letters {
    const struct braille_table *table; /* of the document */
    GPtrArray *words; /* of struct braille_word *, owned: all that were asked for, in their order */
};

struct braille_letters *braille_letters_new(const struct braille_table *table);
void braille_letters_free(struct braille_letters *letters);

/* The `letters` of a struct text_form; `user` is a struct braille_letters. */
char *braille_letters(void *user, const char *words, const GArray *runs);

/* Appends to `out`, an array of gunichar, the signs of the words in their order that no table has
 * for their language (NULL: that of the document). */
void braille_unknown(const struct braille_table *table, const char *words, const char *lang,
                     GArray *out);

#endif
