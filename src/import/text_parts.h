/*
 * What the files that read plain text share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_IMPORT_TEXT_PARTS_H
#define HANDOUT_IMPORT_TEXT_PARTS_H

#include "import/parts.h"

#include <stdbool.h>

/* A table in lines of text. */
struct text_table {
    unsigned lines;  /* that it takes; 0: there is none */
    GPtrArray *rows; /* of char *, owned: cells parted by tabs; empty: it cannot be read as rows */
    GArray *at;      /* of unsigned: the line where each row begins, from 0 */
    unsigned heads;  /* rows at the top that a line below says to name the columns */
};

/* Both: the one that begins with the first of `lines`, which NULL ends. The caller clears it. */
struct text_table text_read_drawn(char **lines);  /* with bars between its cells */
struct text_table text_read_spaced(char **lines); /* with blanks or tabs between them */

struct text_table text_table_new(void);
void text_table_clear(struct text_table *table);

/* Takes `row`, which begins in line `at`. */
void text_table_add(struct text_table *table, char *row, unsigned at);

/* True when a line is drawn with such signs alone, and blanks. */
bool text_is_drawn(const char *line, const char *signs);

/* True when blanks part the line where a column may begin. */
bool text_has_gap(const char *line);

#endif
