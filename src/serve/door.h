/*
 * The door: which requests are answered at all. The desk is for people at this computer; a page of
 * somebody else in the same browser is kept out by what a browser says of each request, and by a
 * token that is new at each start and stands in no page but ours.
 */
#ifndef HANDOUT_SERVE_DOOR_H
#define HANDOUT_SERVE_DOOR_H

#include <libsoup/soup.h>
#include <stdbool.h>

/* The most that a form of ours holds. [bytes] */
#define DOOR_MOST 4096

/* Where pictures of pages are. */
#define DOOR_PICTURE "/picture"

struct door;

struct door *door_new(void);
void door_free(struct door *door);

/* The port is known once the server listens. */
void door_set_port(struct door *door, guint port);

const char *door_token(const struct door *door);

/* When a request begins: how long and how much is waited for. */
void door_receive(SoupServerMessage *message);

/* Answers and returns true when the request is to go no farther. */
bool door_refuses(const struct door *door, SoupServerMessage *message);

/* Whether the form that was sent holds the token. */
bool door_knows(const struct door *door, GHashTable *form);

/* Answers with a status and one line. */
void door_answer(SoupServerMessage *message, guint status);

#endif
