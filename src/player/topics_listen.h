/*
 * What has a page for visitors read aloud: the first button of the bar, and the row above it that
 * is there while it speaks (browser/listen.js). Nothing on a page that says nothing.
 */
#ifndef HANDOUT_PLAYER_TOPICS_LISTEN_H
#define HANDOUT_PLAYER_TOPICS_LISTEN_H

#include "player/topics_frame.h"

void topics_listen_add_button(struct xml *page, const struct topics_frame *frame);
void topics_listen_add_row(struct xml *page, const struct topics_frame *frame);

/* Which file says what of the page, and when. */
void topics_listen_add_sound(struct xml *page, const struct topics_frame *frame);

#endif
