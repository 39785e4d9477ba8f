/*
 * The compose step: one file for each part of a document, called in reading order by compose.c. A
 * part appends its blocks to the document's and its elements to the structure tree. What the parts
 * have in common stands in compose_tools.h. Internal to document/.
 */
#ifndef HANDOUT_DOCUMENT_COMPOSE_H
#define HANDOUT_DOCUMENT_COMPOSE_H

#include "document/document.h"

/* A link to a place in the same document. */
struct inner_link {
    struct element *link;      /* of role LINK; the document's */
    const struct node *target; /* of the article */
};

/* One document under construction. All but the document is only read. */
struct composer {
    struct document *document;     /* grows at its end; passes to the caller of document_compose */
    const struct article *article; /* borrowed; the document keeps pointers to its pictures */
    const struct clinic *clinic;   /* borrowed, like its strings that the document keeps */
    const struct labels *labels;   /* borrowed by the document, too */
    enum medium medium;            /* what is missing is handled differently on each */
    GHashTable *places;    /* const struct node * -> struct element *: what links lead to; of a note
                              that is still to come, its first reference */
    GHashTable *addresses; /* char *, owned: those that have been told; a set */
    GPtrArray *inner_links; /* of struct inner_link *: links whose target may still be to come */
};

/* Which top-level blocks of the document and of the one beside it say the same, of struct
 * block_pair; `lines` as in document_compose_beside. Owned by the caller. */
GArray *compose_pairs(const struct document *document, const GArray *lines);

/* Key points of the article's front matter; nothing when there are none. */
void compose_key_points(struct composer *composer);

/* The article's body, with its key points behind the introduction. Its last section is PART_ACTION
 * where it is short. */
void compose_article(struct composer *composer);

/* That a machine translated the article and nobody has read it over, as a warning; nothing where
 * that is not so. */
void compose_unread(struct composer *composer);

/* The blocks of an item, a quote or a note, below `element`, at the end of `blocks`. `tight`: its
 * paragraphs need no elements of their own. */
void compose_blocks(struct composer *composer, const struct node *parent, struct element *element,
                    GPtrArray *blocks, bool tight);

/* A table of the article, as a block at the end of `blocks` and an element below `parent`. */
void compose_table(struct composer *composer, const struct node *node, struct element *parent,
                   GPtrArray *blocks);

/* Questions to ask, from the front matter; nothing when there are none. */
void compose_questions(struct composer *composer);

/* What numbers in the text refer to, as a section of its own; nothing when nothing does. */
void compose_notes(struct composer *composer);

/* For paper and the web: where else to turn, who made the handout, then the contact block, each
 * with its part. */
void compose_contact(struct composer *composer);

/* Who made and checked the handout, as a section of its own; nothing where nobody is named. */
void compose_about(struct composer *composer);

/* Contact points and locations; nothing when there are none. */
void compose_places(struct composer *composer);

/* For the lobby's display: how to reach the clinic, and where to get the words of the show. */
void compose_lobby(struct composer *composer);

/* Where to get the words of the show, alone. */
void compose_take_home(struct composer *composer);

/*
 * A contact slip: the standard fields, then the clinic's own. `number` makes its field names unique
 * in a document of several slips, and is 0 for the only one; its heading has the role `heading`.
 */
void compose_slip(struct composer *composer, unsigned number, enum role heading);

/* What the slip is called. It leaves the handout, so it says by itself whose it is. Owned by the
 * caller. */
char *compose_slip_title(const struct composer *composer);

/*
 * The inline content of `node` as text blocks that look like `kind`, parted by pictures, which all
 * belong to `element`; appended to `blocks`, which owns them.
 */
void compose_line(struct composer *composer, const struct node *node, enum text_kind kind,
                  struct element *element, GPtrArray *blocks);

/* The same, added to the words of `block`, where pictures are told by the words that stand for
 * them.
 */
void compose_words(struct composer *composer, const struct node *node, struct element *element,
                   struct block *block);

/* The list of sections; nothing where there are fewer than two. After all parts, and their
 * languages. */
void compose_contents(struct composer *composer);

/* Isolates the facts in words that are only spoken or copied; after all parts. */
void compose_isolates(struct document *document);

/* Names the language of words in letters that their element's is not written in; after all parts.
 */
void compose_scripts(struct document *document);

/* The words of a node for a plain string, without blanks at the ends: what their look means is said
 * in the words of `labels` ("deleted: 5 mg"), or by Unicode's own forms ("10⁹"). Owned by the
 * caller. */
char *compose_node_words(const struct labels *labels, const struct node *node);

#endif
