/*
 * What all pages for visitors have in common: head, bar, and the dialogs.
 */
#ifndef HANDOUT_PLAYER_TOPICS_FRAME_H
#define HANDOUT_PLAYER_TOPICS_FRAME_H

#include "base/xml.h"
#include "content/labels.h"
#include "content/style.h"
#include "player/speech.h"

#include <glib.h>

/* What is said aloud; all of it NULL: nothing is. */
struct topics_sound {
    const struct speech *page;  /* the words of the page */
    const struct speech *words; /* the names of its controls */
};

struct topics_frame {
    const char *title;
    const char *title_lang; /* may not be that of the page */
    const char *lang;       /* BCP 47 */
    bool rtl;
    const struct labels *labels;
    const struct screen_setup *screen;
    const char *topics;         /* address of the page with all topics in this language */
    bool is_topics;             /* it is that page */
    const GPtrArray *languages; /* of const struct html_language *: this page and those that say the
                                   same in others; empty: there are none */
    struct topics_sound sound;
};

/* A page to where its main part is open. Given to topics_frame_finish. */
struct xml *topics_frame_new(const struct topics_frame *frame, const char *class);

/* Closes the main part and the page; its text, owned by the caller. */
char *topics_frame_finish(struct xml *page, const struct topics_frame *frame);

/* A link to each language by its own name; the page's own is said to be that, and is among them
 * where there are more than `most`. */
void topics_frame_add_languages(struct xml *page, const struct topics_frame *frame, guint most);

#endif
