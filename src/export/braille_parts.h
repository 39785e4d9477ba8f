/*
 * Signs of the print on their way to braille.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_PARTS_H
#define HANDOUT_EXPORT_BRAILLE_PARTS_H

#include "export/braille_table.h"

#include <glib.h>

struct braille_letter {
    gunichar letter;
    enum braille_hand hand;
    const struct braille_table *table; /* NULL: none has the letter */
    bool held;                         /* a blank where no line ends */
};

/* Adds to an array of struct braille_letter what numbers need to be read as they are: blanks behind
 * digits where the next sign has the cell of a digit, and number signs where the table forgets
 * them. */
void braille_numbers_part(GArray *letters);

/* Numbers of the table get their sign here, so all their signs are of that table. */
bool braille_numbers_are_ours(const struct braille_table *table);

#endif
