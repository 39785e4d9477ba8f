/*
 * The files by which other players take the show: a writer each. Adding a player means a function
 * here and a row in the table of show.c.
 */
#ifndef HANDOUT_PLAYER_SHOW_FILES_H
#define HANDOUT_PLAYER_SHOW_FILES_H

#include "player/cycle.h"

/* The text of a file, owned by the caller. Times are seconds; names are relative, but
 * for Media RSS and Anthias as `cycle_address` gives them. */
char *show_m3u8(const struct cycle *cycle);     /* VLC, mpv, feh */
char *show_ffconcat(const struct cycle *cycle); /* mpv: times too */
char *show_txt(const struct cycle *cycle);      /* feh -f: a name a line */
char *show_smil(const struct cycle *cycle);     /* W3C SMIL 3.0 players */
char *show_mrss(const struct cycle *cycle);     /* RSS 2.0 with Media RSS: BrightSign, piSignage */
char *show_info_beamer(const struct cycle *cycle);      /* package-hd-player's static-config.json */
char *show_info_beamer_list(const struct cycle *cycle); /* what that package is to hold, besides */
char *show_pisignage(const struct cycle *cycle);        /* a piSignage playlist */
char *show_anthias(const struct cycle *cycle);          /* bodies for Anthias' API, version 2 */
char *show_transcript(const struct cycle *cycle);       /* every word, as an accessible page */
char *show_transcript_script(const struct cycle *cycle); /* what stands on that page, as HTML:
                                                            `window.handoutTranscript.html` */

#endif
