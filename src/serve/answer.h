/*
 * Answers of the desk's server.
 */
#ifndef HANDOUT_SERVE_ANSWER_H
#define HANDOUT_SERVE_ANSWER_H

#include <libsoup/soup.h>

/* What every answer says to the browser. */
void answer_headers(SoupServerMessage *message);

void answer_bytes(SoupServerMessage *message, const char *type, GBytes *bytes);

/* The file, of the type that its name ends in; NULL, or one that is not there: "not found". */
void answer_file(SoupServerMessage *message, const char *path);

#endif
