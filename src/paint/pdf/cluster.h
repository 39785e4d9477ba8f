/*
 * Clusters: the smallest pieces of a run of which one can say "these glyphs show these characters".
 */
#ifndef HANDOUT_PAINT_PDF_CLUSTER_H
#define HANDOUT_PAINT_PDF_CLUSTER_H

#include "layout/page.h"

#include <glib.h>
#include <stdbool.h>

struct pdf_cluster {
    size_t first;     /* index of its leftmost glyph in the run */
    size_t count;     /* its glyphs, which stand side by side; 0: the space at the end of a line */
    const char *text; /* its characters, at least one; borrowed from the run */
    size_t length;    /* of `text` [bytes] */
};

/* Replaces the contents of `clusters` (of struct pdf_cluster) by those of the run, in logical
 * order. */
void pdf_clusters(const struct run *run, GArray *clusters);

/* Whether each glyph of a run is a cluster of one character, from left to right, as in most lines
 * of most scripts: then the run itself says what pdf_clusters() would. `*space`: the space at its
 * end that has no glyph, lent; NULL: none. */
bool pdf_run_is_simple(const struct run *run, const char **space);

/* More than one character. */
bool pdf_cluster_is_long(const struct pdf_cluster *cluster);

#endif
