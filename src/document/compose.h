/*
 * What the files of the compose step share. Internal to document/.
 */
#ifndef HANDOUT_DOCUMENT_COMPOSE_H
#define HANDOUT_DOCUMENT_COMPOSE_H

#include "document/document.h"

struct composer {
    struct document *document;
    const struct article *article;
    const struct clinic *clinic;
    const struct labels *labels;
    enum medium medium;
};

/* The article's body, appended to the document's blocks and to its structure tree. */
void compose_article(struct composer *composer);

/* Who made the handout, and the contact block. */
void compose_contact(struct composer *composer);

/* Key points of the article's front matter, below the title; nothing when there are none. */
void compose_key_points(struct composer *composer);

/* Questions to ask, from the front matter; nothing when there are none. */
void compose_questions(struct composer *composer);

/*
 * A contact slip, appended to the document's blocks: the standard fields, then the clinic's own.
 * `number` makes its field names unique in the document; its heading has the role `heading`.
 */
void compose_slip(struct composer *composer, unsigned number, enum role heading);

/* What the slip is called. It leaves the handout, so it says by itself whose it is. Owned by the
 * caller. */
char *compose_slip_title(const struct composer *composer);

/* Gives the blocks appended since there were `from` of them their part. */
void compose_mark(struct composer *composer, guint from, enum part part);

/*
 * The inline content of `node` as blocks of `kind` (and pictures), which all belong to `element`,
 * appended to `blocks`.
 */
void compose_line(struct composer *composer, const struct node *node, enum text_kind kind,
                  struct element *element, GPtrArray *blocks);

/* The words of a node without their look; owned by the caller. */
char *compose_node_words(const struct node *node);

/* A text block of one span, appended to `blocks`. Returns the block, which `blocks` owns. */
struct block *compose_text(GPtrArray *blocks, enum text_kind kind, struct element *element,
                           const char *text, struct pos pos);

/* Adds words to a text block. */
void compose_span(struct block *block, const struct element *element, const char *text, bool strong,
                  struct pos pos);

/* The spoken name and target of a link, by the kind of its address; `text` is what the link shows.
 */
void compose_link(struct composer *composer, struct element *link, const char *url,
                  const char *text);

/* Marks `element` as being in the labels' language where that differs from the article's. */
struct element *compose_labelled(struct composer *composer, struct element *element);

#endif
