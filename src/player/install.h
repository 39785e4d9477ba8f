/*
 * The sheet for whoever puts up the display: an article of the program's own (install.md), with the
 * heights of this clinic's panel.
 */
#ifndef HANDOUT_PLAYER_INSTALL_H
#define HANDOUT_PLAYER_INSTALL_H

#include "content/style.h"

/* Its language; nobody but staff reads it. */
#define INSTALL_LANG "en"

/* In the folder of the show. */
#define INSTALL_FILE "install.pdf"

/* The article's source; owned by the caller. */
char *install_source(const struct screen_setup *screen);

#endif
