/*
 * What the list of handouts is told of an article: words of its document, which is not composed
 * again for them.
 */
#ifndef HANDOUT_PUBLISH_SHELF_NOTE_H
#define HANDOUT_PUBLISH_SHELF_NOTE_H

#include "content/art.h"
#include "document/document.h"

#include <stdbool.h>

struct shelf_note {
    char *name, *title, *lang;
    char *summary; /* NULL: it has none */
    char *words;   /* all of an announcement; NULL: of another article */
    bool rtl;
    enum art art;
    char *telephone,
        *foot; /* how to reach the clinic, as its page has it; NULL: nobody asked yet */
};

struct shelf_note *shelf_note_new(const struct article *article, const struct document *document);

/* Accepts NULL. */
void shelf_note_free(struct shelf_note *note);

/* Adds how to reach the clinic, by the document of its page. */
void shelf_note_reach(struct shelf_note *note, const struct document *document);

#endif
