/*
 * A player of others (mpv, feh …) that shows what is published. Most of them read their list once,
 * so that one is started anew when the show has changed, and again when it ends by itself.
 */
#ifndef HANDOUT_RUN_PLAYER_H
#define HANDOUT_RUN_PLAYER_H

#include <glib.h>

struct player;

/* Is to run `command`, words parted as by a shell but without one, in the folder `directory`, as
 * one process in a group of its own. NULL, with the error set, when the words make no sense. */
struct player *player_new(const char *command, const char *directory, GError **error);

/* Ends the process with all that it has started. */
void player_free(struct player *player);

/* There is the show `build_id`; NULL: it is as it was. Starts the process anew if it shows another
 * one, and at all if it does not run and there is a folder. Needs a main loop from then on. */
void player_show(struct player *player, const char *build_id);

#endif
