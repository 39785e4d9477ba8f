/*
 * Tools of the compose step: what every part of a document is made with. Internal to document/.
 *
 * Blocks pass to the array that they are appended to, elements to their parent; what is returned is
 * lent. Words are copied.
 */
#ifndef HANDOUT_DOCUMENT_COMPOSE_TOOLS_H
#define HANDOUT_DOCUMENT_COMPOSE_TOOLS_H

#include "document/compose.h"

/* A text block of one span, appended to `blocks`. */
struct block *compose_text(GPtrArray *blocks, enum text_kind kind, struct element *element,
                           const char *text, struct pos pos);

/* Adds words to a text block. `element`: the one that they are content of. */
void compose_span(struct block *block, const struct element *element, const char *text, bool strong,
                  struct pos pos);

/* The same for words that are a fact of the clinic's, which read by themselves. */
void compose_fact(struct block *block, const struct element *element, const char *text,
                  struct pos pos);

/* Gives `link`, of role LINK, the target `url` and its spoken name by the kind of that address;
 * `text` is what the link shows. */
void compose_link(struct composer *composer, struct element *link, const char *url,
                  const char *text);

/* Makes `link`, of role LINK, lead to what becomes of the node `target`. `words`: its spoken name.
 */
void compose_inner_link(struct composer *composer, struct element *link, const struct node *target,
                        const char *words);

/* Marks `element`, whose words are those of `label`, as being in their language where that differs
 * from the article's. Returns it. */
struct element *compose_labelled(struct composer *composer, struct element *element,
                                 enum label label);

/* A section of the program's own at the end of the structure tree, under a heading of level 2 with
 * the words of `label`, whose block is appended to `blocks`. */
struct element *compose_section(struct composer *composer, GPtrArray *blocks, enum label label,
                                struct pos pos);

/* A list of items behind discs, appended to `blocks`; it belongs to them and to `section`. */
struct disc_list {
    struct block *block;
    struct element *element;
};

struct disc_list compose_disc_list(GPtrArray *blocks, struct element *section, struct pos pos);

/* One more of its items, without words. `*body`: the element that these are to be content of. */
struct block *compose_disc_item(const struct disc_list *list, struct pos pos,
                                struct element **body);

/* Gives the document's blocks from index `from` on their part. */
void compose_mark(struct composer *composer, guint from, enum part part);

#endif
