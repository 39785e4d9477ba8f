/*
 * A plain text on its way. Internal to text*.c.
 */
#ifndef HANDOUT_EXPORT_TEXT_PARTS_H
#define HANDOUT_EXPORT_TEXT_PARTS_H

#include "document/walk.h"

#include <glib.h>

/* What stands in front of cells behind the first, and of code. */
#define TEXT_INDENT "    "

struct text {
    const struct document *document; /* borrowed */
    GString *out;
    GString *words;             /* of the block that is open */
    guint apart;                /* empty lines that its kind has before it */
    GString *next;              /* in front of the next line, and */
    GString *later;             /* of those after it */
    GArray *depths;             /* gsize: lengths of `later` outside of what is open */
    guint gap;                  /* empty lines that are wanted in any case */
    guint lists;                /* that are open */
    bool begun;                 /* the empty lines before the next block are there */
    const struct element *told; /* words that were told already, while it is open */
    bool as_written;            /* lines end where the author has it */

    GPtrArray *columns; /* of char *: words that name those of the table */
    guint column;       /* of the cell that is open */
    bool heads;         /* the row that is open names the columns */
    bool facts;         /* each row of the table is a name and what it says */
};

struct text *text_new(const struct document *document);

/* Ends what is open: the text, owned by the caller. Frees the rest. */
char *text_finish(struct text *text);

/* Adds words to those of the block. `block`: what they are of; NULL: the program's own. */
void text_add(struct text *text, const struct block *block, const char *before, const char *words,
              const char *after);

/* Ends the block: its words as lines. Returns the width of the longest, 0 where there are none.
 * [columns] */
gsize text_flush(struct text *text);

/* What stands below a heading. [columns] */
void text_underline(struct text *text, char sign, gsize width);

/* `first` stands in front of the next line, blanks of that width before all others; `mark` before
 * every line. Until the next call of text_outdent, which takes back one of them. */
void text_indent(struct text *text, const char *first);
void text_mark(struct text *text, const char *mark);
void text_outdent(struct text *text);

void text_open_table(struct text *text, const struct step *step);
void text_open_heads(struct text *text, const struct step *step);
void text_open_row(struct text *text, const struct step *step);
void text_open_cell(struct text *text, const struct step *step);
void text_close_cell(struct text *text);

#endif
