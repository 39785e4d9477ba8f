/*
 * Words that are longer than any that is read: a file that was pasted, a key that stuck. Each
 * letter of such a word may end a line, which takes layout time by the square of them.
 */
#ifndef HANDOUT_CONTENT_WORD_RUN_H
#define HANDOUT_CONTENT_WORD_RUN_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

/* The longest word of any literature has 195 letters (Guinness World Records), addresses on the web
 * have some hundreds. */
#define WORD_RUN_LONGEST 1000

/* What has been seen of a word, which texts in a row may hold; zero: nothing. */
struct word_run {
    struct pos pos; /* of the text in which it begins */
    gsize letters;
};

/* Goes on with the text that stands at `pos`, directly behind what was added before. False when a
 * word that ends in it is too long (RULE_OVERFLOW, reported). Scripts that part no words with
 * blanks have none. */
bool word_run_add(struct word_run *run, const char *text, struct pos pos, struct diag *diag);

/* The word ends here. False when it is too long (reported). */
bool word_run_end(struct word_run *run, struct diag *diag);

/* Leaves of a text that holds such a word what is laid out in no time. Nothing is made of it, but
 * what else is wrong around it is looked for. */
void word_run_cut(char *text);

#endif
