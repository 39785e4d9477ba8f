/*
 * Which motif an article has.
 */
#ifndef HANDOUT_DOCUMENT_COMPOSE_ART_H
#define HANDOUT_DOCUMENT_COMPOSE_ART_H

#include "content/art.h"
#include "content/article.h"
#include "content/labels.h"

/* As the author says; else the first whose words (a list of the labels) its title has; else by its
 * name. */
enum art compose_art(const struct article *article, const char *title, const struct labels *labels);

#endif
