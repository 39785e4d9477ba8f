/* What the files of the ink share among themselves. Nobody else includes this. */
#ifndef HANDOUT_IMPORT_INK_PARTS_H
#define HANDOUT_IMPORT_INK_PARTS_H

#include "base/signs.h"
#include "import/ink.h"

/* Stands for the end of a line: no text that comes in holds it. */
#define INK_BREAK      LINE_SEPARATOR
#define INK_BREAK_TEXT LINE_SEPARATOR_TEXT

/* Words of one look. */
struct ink_run {
    struct ink_look look;
    GString *text;
};

struct ink {
    GArray *runs; /* of struct ink_run; neighbours look different */
    bool blank;   /* before what comes next */
    bool seam;    /* there: ink_seam */
    bool joined;  /* a figure touches what is before it, with a seam between */
};

static inline struct ink_run *ink_run(const struct ink *ink, guint i)
{
    return &g_array_index(ink->runs, struct ink_run, i);
}

#endif
