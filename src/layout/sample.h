/*
 * The mark of a sample: one pale word across every page, below everything else, so that nobody
 * takes a starter's placeholders for the clinic's own words. Decoration: it takes no room, and
 * is not read aloud from a PDF.
 */
#ifndef HANDOUT_LAYOUT_SAMPLE_H
#define HANDOUT_LAYOUT_SAMPLE_H

#include "layout/job.h"

/* Marks all pages of a finished layout. */
void sample_mark(struct layout *layout, const struct layout_job *job);

#endif
