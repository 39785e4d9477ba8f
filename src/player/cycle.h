/*
 * The cycle: all slides of the lobby display in their order, and what the files of the show need to
 * know beside them. Once made it is only read.
 */
#ifndef HANDOUT_PLAYER_CYCLE_H
#define HANDOUT_PLAYER_CYCLE_H

#include "content/clinic.h"
#include "content/labels.h"
#include "content/style.h"
#include "player/slide.h"
#include "player/speech.h"
#include "player/webfont.h"
#include "player/webimage.h"

#include <glib.h>

/* The large print of an article, for whoever wants it on paper. */
struct cycle_print {
    GBytes *pdf; /* owned */
    char *path;  /* of its file; owned */
    unsigned pages;
};

/* What all slides share; borrowed. */
struct cycle_setup {
    const struct style *style;
    const struct clinic *clinic;
    GHashTable *labels; /* language of an article -> struct labels * */
    const char *home;   /* the language of the house (publish/home.h); NULL: there is none */
    const char *until;  /* "2026-03-31 17:00": it is the urgent message and ends then; "": it has no
                           end; NULL: it is no such message */
    gint64 until_s;     /* [s since 1970] the same */
};

struct cycle {
    struct cycle_setup setup;
    GPtrArray *slides;    /* of struct slide *, at least one */
    GPtrArray *unplayed;  /* of const struct slide_source *, borrowed: what pages tell and no slide
                             does */
    GPtrArray *fonts;     /* of struct webfont *: the faces that the slides use */
    GHashTable *images;   /* const struct image * -> struct webimage *: the pictures in slides */
    GHashTable *prints;   /* name of an article -> struct cycle_print *, of those that have one */
    GHashTable *speeches; /* its name -> struct speech *, of those that were spoken */
    GBytes *sheet;        /* for who puts up the display; NULL: there is none */
    const char *folder;   /* in that of the show, with the slash; "": it is that itself; static */
    char *build_id;       /* 12 hex digits of a hash over all files of the show; NULL until
                             `show_bundle` */
    char *player_id;      /* the same over those of the browser's player */
    unsigned loop_s;      /* [s] one round when every slide shows */
    unsigned articles_s;  /* [s] of it, what articles and announcements take */
};

/* One round this long or longer is seen by nobody as a whole (lobby-standards 4.4). [s] */
#define CYCLE_LONGEST 600

/* Takes `slides`. Reports RULE_LOOP_LONG. */
struct cycle *cycle_new(const struct cycle_setup *setup, GPtrArray *slides,
                        struct webfonts *webfonts, struct diag *diag);
void cycle_free(struct cycle *cycle);

/* Adds the first screen of what has no turn in the show, which outlives the cycle. */
void cycle_add_unplayed(struct cycle *cycle, const struct slide_source *source);

/* Takes the bytes, which the file at `path` has. */
void cycle_add_print(struct cycle *cycle, const char *article, const char *path, GBytes *pdf,
                     unsigned pages);

/* Takes the sheet (player/install.h). */
void cycle_set_sheet(struct cycle *cycle, GBytes *pdf);

/* Takes what is said on a page. */
void cycle_add_speech(struct cycle *cycle, struct speech *speech);

/* What lists call a file of the show that are read elsewhere: its address, where the clinic says
 * where the show lies on a web server, else its name; owned by the caller. */
char *cycle_address(const struct cycle *cycle, const char *name);

/* The language of the house where a slide is in it, else that of the first slide. */
const char *cycle_lang(const struct cycle *cycle);

/* The labels in that language. */
const struct labels *cycle_labels(const struct cycle *cycle);

/* For html_setting, whose user the cycle is: the file of a picture that is in slides, lent. */
const char *cycle_find_picture(void *cycle, const struct image *image);

#endif
