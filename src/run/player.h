/*
 * A player of others (mpv, feh …) that shows what is published. Most of them read their list once,
 * so that one is started anew when the show has changed, and again when it ends by itself.
 */
#ifndef HANDOUT_RUN_PLAYER_H
#define HANDOUT_RUN_PLAYER_H

#include <glib.h>
#include <stdbool.h>

struct player;

/* Is to run `command`, words parted as by a shell but without one, in the folder `directory`, as
 * one process in a group of its own. NULL, with the error set, when the words make no sense. */
struct player *player_new(const char *command, const char *directory, GError **error);

/* Ends the process with all that it has started. */
void player_free(struct player *player);

/* There may be a show. Starts the process anew if it is another one than before, and at all if it
 * does not run and there is a folder. Needs a main loop from then on. */
void player_show(struct player *player, bool changed);

#endif
