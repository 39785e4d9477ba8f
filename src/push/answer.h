/*
 * A question to a server and what it answers, within a time and a size: whatever it is that
 * listens, neither its silence nor its talk goes on for ever.
 */
#ifndef HANDOUT_PUSH_ANSWER_H
#define HANDOUT_PUSH_ANSWER_H

#include <libsoup/soup.h>

/* The body of the answer, owned by the caller; its status is the message's. NULL with an error:
 * none, or one that takes longer than five minutes or more than 16 MiB. */
GBytes *answer_to(SoupSession *session, SoupMessage *message, GError **error);

#endif
