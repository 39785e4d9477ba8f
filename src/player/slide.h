/*
 * A slide: one screen of the show with its picture and all that can be said about it.
 */
#ifndef HANDOUT_PLAYER_SLIDE_H
#define HANDOUT_PLAYER_SLIDE_H

#include "content/schedule.h"
#include "content/style.h"
#include "document/document.h"
#include "layout/page.h"
#include "player/playbill.h"

#include <glib.h>

/* A page as it comes from layout and painter. */
struct slide_source {
    const struct document *document;
    const struct layout *layout;
    const struct page *page;
    const char *article;  /* its name */
    const char *topic;    /* what it is called in all its languages; NULL: it is no article */
    const char *category; /* the folder that it stands in; NULL: none */
    enum act_kind act;    /* what it is a part of */
    const struct schedule *schedule;
    GBytes *png;
    GBytes *night_png; /* the same in the colours of the night; NULL: the show has none */
    int width_px;
};

struct slide {
    struct slide_source source; /* borrowed, but for the pictures */
    unsigned order;             /* from 1; it and the next two as slide_place says */
    char *id;                   /* ARTICLE/SLUG/N: stays when others come and go */
    char *src;                  /* NNN-SLUG.HASH.png, HASH the first 12 hex digits of `sha256` */
    char *sha256;
    int width_px, height_px;
    char *title;
    char *text; /* all words as they are heard, line by line */
    char *alt;  /* the same on one line, what was broken put together, pictures by their
                 * descriptions */
    bool rtl;   /* it is laid out from right to left, as its document, whatever its words are */
    unsigned words, lines;
    unsigned dwell_s;    /* [s] time on the display */
    double cap_mm;       /* [mm] least height of a capital letter */
    double arcmin;       /* the same as an angle at the viewing distance */
    double d20_m;        /* [m] from how far a reader of 20/20 can read it; 0: not known */
    double reads_to_m;   /* [m] from how far it can be read where its letters are smaller than the
                            distance asks for; 0: they are not */
    double min_contrast; /* WCAG ratio */
    const char *binding; /* what set the letters' height: "distance" or "mounting"; static */
};

/* A slide that has no place in the show yet. */
struct slide *slide_new(const struct slide_source *source, const struct style *style);

/* How long a slide of it stays. [s] */
unsigned slide_seconds(const struct slide_source *source, const struct style *style);

/* Gives it its place. `count` is how many slides of the article with the same slug come up to it.
 */
void slide_place(struct slide *slide, unsigned order, unsigned count);

/* Sets `sha256` and `src` by its picture and its place. */
void slide_name(struct slide *slide);

void slide_free(struct slide *slide);

#endif
