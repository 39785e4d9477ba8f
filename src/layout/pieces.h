/*
 * Pieces: a document's blocks seen as a row of things that are not to be cut (sentences, lines of
 * code, table rows, cards, pictures), and the blocks put together again from any stretch of that
 * row. Screens are made of such stretches.
 */
#ifndef HANDOUT_LAYOUT_PIECES_H
#define HANDOUT_LAYOUT_PIECES_H

#include "document/document.h"

#include <glib.h>

/* Where a byte of a block's words stands; zeros: the first one. */
struct words_place {
    gsize byte;   /* of the block's words */
    guint span;   /* which it is in, or at the end of, */
    gsize before; /* with so many bytes of the block's words before that span, */
    int letters;  /* and so many characters of it before the byte */
};

/* The way to a piece from the top: the walk need not pass what is before it. */
struct piece_way {
    guint block; /* of the blocks that were taken apart, */
    guint child; /* of that block's children; 0 where it is no container */
};

struct piece {
    const struct block *block;
    struct piece_way way;
    gsize start, end;         /* bytes of the block's words, CARD: its children; 0, 0 for others */
    struct words_place place; /* of `start`, where that is a byte */
    gsize label; /* bytes of the block's words that name what follows, as "Opening hours: "; they go
                    with what is cut off behind them; 0: none do */
    unsigned words;
    unsigned signs; /* that stand by themselves; they take room as words do, and no time */
    bool keep;      /* belongs with the next one: a name with its number */
    bool yields;    /* but rather parts from it where there are several: the items of a list within
                       an item */
    const struct block *item; /* the item that the list is in; NULL: it is in none */
    bool of_item;             /* it is an item's, or part of one */
    bool led;                 /* the words of that item stand above it once more */

    bool fragment; /* of a sentence that no screen holds, */
    bool listed;   /* which had to be cut between the entries of a list */

    const struct block *holder; /* the card or callout whose head is shown above it; or NULL */
    bool headless;              /* that head stands on a screen before it */

    /* What planning has found out (screen_plan.c). */
    double size;  /* of its screen's letters ÷ their legal size */
    bool letters; /* its words may be parted between letters */
    bool bare;    /* its screen has no room for the topic */
    bool lone;    /* it has a screen to itself: a statement */
};

/* Where a piece may be cut, in the order of what it costs the reader (the ladder of screens). */
enum cut {
    CUT_LINES, /* behind a line end of the author's; a card between its fields */
    CUT_SENTENCES,
    CUT_CLAUSES, /* behind a colon, a semicolon or a dash */
    CUT_COMMAS,  /* between clauses */
    CUT_PHRASES, /* a heading before one of the language's small words */
    CUT_ENTRIES, /* behind any comma: the entries of a list are apart, and one from its verb */
    CUT_WORDS,   /* between words, but not in a fact */
    CUT_FACTS,   /* between words of a fact */
    CUT_HEADS,   /* a fact from its label, what stands in a card or callout from its head */
    CUT_LETTERS, /* between what are two characters to a reader */
    CUT_COUNT
};

/* The pieces of `blocks` in reading order (of struct piece), owned by the caller. */
GArray *pieces_of(const GPtrArray *blocks, const struct document *document);

/* Cuts piece `index` in two, at the best of such places: near its middle. False when it has none.
 * What is cut off has its full size again. */
bool pieces_cut(GArray *pieces, guint index, enum cut cut, const struct labels *labels);

/*
 * The blocks that the pieces [from, to) came from, with nothing but those pieces in them. List
 * items whose beginning is left out lose their marker; tables keep their header row, cards their
 * names, callouts their words, facts their labels. Of addresses "https://" and "www." are left out,
 * which nobody types. New blocks, owned by the caller; elements are shared.
 */
GPtrArray *pieces_blocks(const GPtrArray *blocks, const GArray *pieces, guint from, guint to);

#endif
