/*
 * Markdown as other programs have it, into ours: what the files that translate it share.
 */
#ifndef HANDOUT_IMPORT_DIALECT_H
#define HANDOUT_IMPORT_DIALECT_H

#include "content/body.h"
#include "import/parts.h"

/* A list whose items get their numbers from another program: its last one. */
struct counted {
    size_t indent; /* bytes before its sign */
    int number;
};

struct dialect {
    struct source *source;
    char **lines;          /* of the input */
    struct body body;      /* the same, for which of them are code */
    unsigned at;           /* the line that is read, from 0 */
    GString *out;          /* the body so far */
    int line;              /* that is written next in it, from 1 */
    char *title;           /* NULL: none is found yet */
    const char *ends;      /* what closes the note that is open; "" where a line without indent
                              does; NULL: none is open */
    GString *fences;       /* of colons, that are open: '>' for each that sets off a note, ' ' for
                              others */
    GHashTable *shortened; /* abbreviations and their words; used ones are taken out */
    GString *notes;        /* of notes that stood within lines */
    unsigned n_notes;
    bool headed;          /* there is no heading of level 1, and the text begins with another one */
    int defined;          /* the line of the body that a definition ended with */
    GHashTable *examples; /* names of items that are counted through the text, their numbers */
    unsigned n_examples;  /* such items so far */
    GArray *counted;      /* of struct counted: lists that are open, the outermost first */
    bool files;           /* pictures may be read from the folder of the input */
};

/* The line with what stands within it translated; owned by the caller. */
char *dialect_line(struct dialect *d, const char *text, const struct input_line *from);

/* All add a line: to the body; to the body as code, which is its author's own but for what no
 * article can print; and to the source as one that is read, lent. */
void dialect_put(struct dialect *d, const char *text);
void dialect_put_code(struct dialect *d, const char *text);
struct input_line *dialect_add(struct dialect *d, const char *text);

/* True for the name of a kind of note. */
bool dialect_is_note(const char *name);

/* Notes in fences of code have fences of colons then. */
void dialect_open_directives(char **lines);

/* Starts, and ends, a note that is set off, if the line does so. */
bool dialect_open_note(struct dialect *d, const char *text);
bool dialect_close_note(struct dialect *d, const char *text);
/* Lists that one is still open. */
void dialect_end_notes(struct dialect *d);

/* "> [!danger]- Words": with our name for the kind; owned by the caller. `line`: what it is of. */
char *dialect_rename_kind(struct dialect *d, const char *text, const struct input_line *line);

/* Takes a table whose columns stand below dashes, if one begins with the line that is read. */
bool dialect_take_ruled(struct dialect *d);

/* The level of the heading that a line of signs makes of the line above it; 0: it makes none. */
int dialect_underline(const char *text);

/* True for a line of words, which no sign makes anything else. */
bool dialect_is_words(const char *text);

/* The words of a title without tags of HTML, figures that those raise as signs of their own; owned
 * by the caller. */
char *dialect_title(const char *text);

/* The body with headings from level 2 on that skip none; owned by the caller. */
char *dialect_settle_levels(const char *body);

/* The body without HTML that no article can carry out, which is words now, and listed; owned by the
 * caller. */
char *dialect_refuse_html(struct source *source, const char *body);

/* The body with each item of a list numbered as Markdown counts it, the others listed; owned by the
 * caller. */
char *dialect_settle_numbers(struct source *source, const char *body);

/* The body with tables as wide as their longest rows, those listed; owned by the caller. */
char *dialect_settle_tables(struct source *source, const char *body);

/* Takes the names of the items that count through the whole text. */
void dialect_find_examples(struct dialect *d);

/* The line with the numbers that another program gives to items; owned by the caller. `from`: what
 * it is of. */
char *dialect_count_item(struct dialect *d, const char *text, const struct input_line *from);

/* Ends the line above in the body, where the line that is read begins an item that Markdown has
 * not.
 */
void dialect_break_above(struct dialect *d, const struct input_line *from);

/* Takes the abbreviations that the input defines. */
void dialect_find_shortened(struct dialect *d);

#endif
