/*
 * A document in braille: lines of cells on pages.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_BOOK_H
#define HANDOUT_EXPORT_BRAILLE_BOOK_H

#include "export/braille_letters.h"
#include "export/writer.h"

#include <glib.h>

struct braille_line {
    char *cells;      /* U+2800 to U+283F, as they stand; no longer than the lines of the style */
    GPtrArray *words; /* of const struct braille_word *: the print of the cells between blanks, in
                         their order; of a word that is parted all stands with its beginning */
};

struct braille_book {
    GPtrArray *pages;                /* of GPtrArray * of struct braille_line * */
    struct braille_letters *letters; /* what the words of the lines are of */
};

/* Of a document that braille_refusal() lets pass; laid out once for all writers that share it. To
 * be left when it has been read. */
const struct braille_book *braille_book_take(const struct writing *writing);
void braille_book_leave(const struct writing *writing, const struct braille_book *book);

/* Why there is no braille of the document, for its author, owned by the caller; NULL: there is.
 * `pos`: set to the place of what is in the way. */
char *braille_refusal(const struct writing *writing, struct pos *pos);

#endif
