/*
 * A face of a font set, before anybody has opened its file.
 */
#ifndef HANDOUT_LAYOUT_FONT_FILE_H
#define HANDOUT_LAYOUT_FONT_FILE_H

#include <stdbool.h>

struct font_file {
    char *path;
    char *name;          /* PostScript's; NULL: it has none */
    unsigned index;      /* within a collection */
    bool bold;           /* or half of it */
    const void *letters; /* that it has, as fontconfig keeps them; NULL: its own table says it */
};

#endif
