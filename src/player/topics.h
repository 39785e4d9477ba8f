/*
 * The pages on which visitors choose what to read: in each language one with all articles of the
 * show as tiles, and a page for each article, in large letters, with a way to take it home. All
 * that they lead to lies beside them. Every page has the bar of the player and its question whether
 * anybody is still there (browser/topics.js).
 */
#ifndef HANDOUT_PLAYER_TOPICS_H
#define HANDOUT_PLAYER_TOPICS_H

#include "player/cycle.h"

/* In the language of most articles; in others "topics.LANG.html". */
#define TOPICS_PAGE "topics.html"

/* False for the urgent message, which takes their place. */
bool topics_are_there(const struct cycle *cycle);

/* The pages and what they need beside the player's own files. */
void topics_add_pages(const struct cycle *cycle, GPtrArray *bundle);

/* What is to be said aloud on these pages, of struct speech *, none of them spoken yet; without
 * those in languages that have no voice (RULE_SPEECH_VOICE). Owned by the caller. */
GPtrArray *topics_speeches(const struct cycle *cycle, struct diag *diag);

#endif
