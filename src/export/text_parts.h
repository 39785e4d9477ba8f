/*
 * A plain text on its way. Internal to text*.c.
 */
#ifndef HANDOUT_EXPORT_TEXT_PARTS_H
#define HANDOUT_EXPORT_TEXT_PARTS_H

#include "document/walk.h"

#include <glib.h>

/* Words of the block that is open, of one kind. */
struct text_run {
    gsize start;      /* where they begin. [bytes] */
    const char *lang; /* lent; NULL: that of the document */
    bool strong;
    bool typed; /* an address or a code: as it is typed, letter by letter */
};

/* What the lines of a text are like. */
struct text_form {
    gsize columns;
    const char *first;           /* stands in front of the first word of paragraphs, which follow
                                    each other; NULL: an empty line parts them */
    const char *indent;          /* in front of cells behind the first, and of code */
    const char *quote, *callout; /* in front of every line */
    const char *heading;         /* in front of headings below the first, which stands in the
                                    middle; NULL: they are underlined */
    const char *item;            /* in front of the lines of an item behind its first; NULL: as wide
                                    as its marker */

    const char *parting; /* ends a line within a word that is wider than one; NULL: such a word
                            stays whole */

    /* The words in other letters, owned by the caller; NULL: as they are. `runs` (of struct
     * text_run) say what they are. */
    char *(*letters)(void *user, const char *words, const GArray *runs);
};

struct text {
    const struct document *document; /* borrowed */
    const struct text_form *form;    /* borrowed */
    void *user;                      /* for its letters */
    GString *out;
    GByteArray *tied;           /* for each line in it: 1 where the next one belongs to it */
    GString *words;             /* of the block that is open */
    GArray *runs;               /* of struct text_run: what they are */
    struct text_run run;        /* what the next ones are; where it starts means nothing */
    bool pictured;              /* they end with those of a picture */
    bool paragraph;             /* the block is one that stands by itself */
    bool fact;                  /* its lines stay together */
    bool leads;                 /* the next block belongs to its last line */
    bool headed;                /* a heading stands above it */
    bool middle;                /* its lines stand in the middle */
    guint apart;                /* empty lines that its kind has before it */
    GString *next;              /* in front of the next line, and */
    GString *later;             /* of those after it */
    GArray *depths;             /* gsize: lengths of `later` outside of what is open */
    guint gap;                  /* empty lines that are wanted in any case */
    guint lists;                /* that are open */
    bool begun;                 /* the empty lines before the next block are there */
    const struct element *told; /* words that were told already, while it is open */
    bool as_written;            /* lines end where the author has it */

    GHashTable *expansions;     /* of abbreviations, told where they stand first; lent words */
    const struct element *abbr; /* the abbreviation that is open and is to be told; else NULL */

    GPtrArray *columns; /* of char *: words that name those of the table */
    guint column;       /* of the cell that is open */
    gsize named;        /* bytes of its words that only name its column */
    bool heads;         /* the row that is open names the columns */
    bool facts;         /* each row of the table is a name and what it says */
};

struct text *text_new(const struct document *document, const struct text_form *form, void *user);

/* Goes through the document, but for its slip. */
void text_walk(struct text *text);

/* Ends what is open: the text, owned by the caller. Frees the rest. */
char *text_finish(struct text *text);

/* Takes the words of the block away as they were added, owned by the caller. */
char *text_drop(struct text *text);

/* Adds words to those of the block. `block`: what they are of; NULL: the program's own. */
void text_add(struct text *text, const struct block *block, const char *before, const char *words,
              const char *after);

/* Adds those of a picture, which a blank parts from what follows. */
void text_add_picture(struct text *text, const struct block *block, const char *words);

/* Ends the block: its words as lines. Returns the width of the longest, 0 where there are none.
 * [columns] */
gsize text_flush(struct text *text);

/* What stands below a heading. [columns] */
void text_underline(struct text *text, char sign, gsize width);

/* `marker` stands in front of the next line, and what the form has for items before all others;
 * `mark` before every line. Until the next call of text_outdent, which takes back one of them. */
void text_indent(struct text *text, const char *marker);
void text_mark(struct text *text, const char *mark);
void text_outdent(struct text *text);

void text_open_table(struct text *text, const struct step *step);
void text_open_heads(struct text *text, const struct step *step);
void text_open_row(struct text *text, const struct step *step);
void text_open_cell(struct text *text, const struct step *step);
void text_close_cell(struct text *text);

#endif
