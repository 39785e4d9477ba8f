/*
 * Where an article's links lead, for who reads it on a display: nothing leaves that, so each
 * address stands behind the article once, in words and as a code for a telephone.
 */
#ifndef HANDOUT_PLAYER_TOPICS_ADDRESSES_H
#define HANDOUT_PLAYER_TOPICS_ADDRESSES_H

#include "base/xml.h"
#include "content/clinic.h"
#include "document/document.h"
#include "player/speech.h"

/* `blocks`: of const struct block *, those of the document that the page has. */
void topics_addresses_add(struct xml *page, const struct document *document,
                          const GPtrArray *blocks);

/* The clinic's own addresses on the web, behind what says how to reach it; nothing where it has
 * none. */
void topics_addresses_add_clinic(struct xml *page, const struct document *document,
                                 const struct clinic *clinic);

/* Adds the words of the links, and of the addresses behind the article, that are not in `told` yet:
 * a set of strings, which it takes them into. */
void topics_addresses_say(struct speech *speech, const struct document *document,
                          const GPtrArray *blocks, GHashTable *told);

/* The same of the clinic's own addresses. */
void topics_addresses_say_clinic(struct speech *speech, const struct document *document,
                                 const struct clinic *clinic, GHashTable *told);

#endif
