/*
 * The pages to choose an article from: the one to begin with, in each language, and one with all
 * topics where that has no room for them.
 */
#ifndef HANDOUT_PLAYER_TOPICS_LIST_H
#define HANDOUT_PLAYER_TOPICS_LIST_H

#include "player/topics_parts.h"

/* Adds the pages to the files of the show. */
void topics_list_add_pages(const struct topics *topics, GPtrArray *bundle);

#endif
