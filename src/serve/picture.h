/*
 * Pictures of the pages that come out of the printer, each drawn by a child process when a browser
 * asks for it: no file of them is kept.
 */
#ifndef HANDOUT_SERVE_PICTURE_H
#define HANDOUT_SERVE_PICTURE_H

#include <libsoup/soup.h>

/* Answers with page `page` (from 1) of that article and form, both looked up by the caller.
 * `command` are the words that print without what is to be printed, ended by NULL. */
void picture_answer(SoupServerMessage *message, const char *const *command, const char *name,
                    const char *form, int page);

#endif
