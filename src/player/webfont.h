/*
 * The typefaces of the show, cut down for the browser player: the characters that the slides use
 * and those of Latin text, with kerning and mark placement, without hints.
 */
#ifndef HANDOUT_PLAYER_WEBFONT_H
#define HANDOUT_PLAYER_WEBFONT_H

#include "layout/font.h"

#include <glib.h>
#include <stdbool.h>

struct webfont {
    const struct face *face; /* borrowed */
    hb_set_t *characters;
    GBytes *program; /* TrueType or OpenType; set by webfont_cut */
    char *src;       /* name below the show's folder: "fonts/andika-regular.HASH.ttf" */
    char *sha256;
};

/* Remembers what was cut, so that a show that is rendered again and again does not cut anew. */
struct webfonts;
struct webfonts *webfonts_new(void);
void webfonts_free(struct webfonts *webfonts);

/* To collect the characters of a face. */
struct webfont *webfont_new(const struct face *face);
void webfont_add(struct webfont *font, const char *text);
void webfont_free(struct webfont *font);

/* Fills program, src and sha256. Does nothing else when HarfBuzz refuses: program stays NULL, and
 * the browser takes a face of its own. */
void webfont_cut(struct webfont *font, struct webfonts *webfonts);

#endif
