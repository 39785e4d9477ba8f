/*
 * Notes on screens: nobody can leaf to the end of a show, so a note stands where it is needed.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_NOTES_H
#define HANDOUT_LAYOUT_SCREEN_NOTES_H

#include "document/document.h"

/* The notes that words of the blocks refer to, in the order of the references, each once: of const
 * struct block *, the document's items; the array is the caller's. */
GPtrArray *screen_notes(const struct document *document, const GPtrArray *blocks);

/* The heading of a screen with that note; owned by the caller. */
struct block *screen_note_heading(const struct document *document, const struct block *note);

#endif
