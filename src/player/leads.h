/*
 * Where a link leads, for whoever reads it on a display that nobody can leave: an address to read,
 * and a code for a telephone.
 */
#ifndef HANDOUT_PLAYER_LEADS_H
#define HANDOUT_PLAYER_LEADS_H

#include "content/labels.h"
#include "document/element.h"

/* The address as people write it, owned by the caller. NULL where there is nothing to tell: the
 * link leads to a place on the page, or its words are the number that it dials. */
char *leads_to(const struct element *link);

/* What is said of the code of a link's address; owned by the caller. */
char *leads_code_words(const char *uri, const struct labels *labels);

#endif
