/*
 * The document: what the article and the clinic's facts mean. Styled blocks in reading order, each
 * tied to an element of the structure tree; no coordinates yet.
 *
 * Goes in: a checked article, the clinic's facts, the labels. Comes out: the same words, in the
 * same order, plus the labels that go with them. The compose files are the only place where roles
 * are given; layout sets blocks and hands their elements on, and writers without pages read both.
 *
 * The document owns its blocks and elements. It borrows pictures and facts from the article and the
 * clinic, and the labels; all of them must outlive it.
 */
#ifndef HANDOUT_DOCUMENT_DOCUMENT_H
#define HANDOUT_DOCUMENT_DOCUMENT_H

#include "base/diag.h"
#include "content/art.h"
#include "content/article.h"
#include "content/clinic.h"
#include "content/found_facts.h"
#include "content/labels.h"
#include "document/element.h"

#include <glib.h>
#include <stdbool.h>

/* What a text is to the reader; layout gives each its size, weight, colour and white space. */
enum text_kind {
    TEXT_CLINIC,    /* the clinic's name above the title; on screens in a language that is not the
                       house's, the name of that language */
    TEXT_TITLE,     /* the one H1 */
    TEXT_SUMMARY,   /* the lead below the title */
    TEXT_HEADING_2, /* the article's own levels, as tagged; 4 and deeper look alike */
    TEXT_HEADING_3,
    TEXT_HEADING_4,
    TEXT_BODY,        /* a paragraph */
    TEXT_ITEM,        /* a paragraph of a tight list */
    TEXT_CODE,        /* lines as written */
    TEXT_CELL,        /* of a table */
    TEXT_HEADER_CELL, /* the same, naming its column */
    TEXT_FACT,        /* one line of the contact block or of the lines about the handout */
    TEXT_CAPTION,     /* what a QR code leads to, what is said of a picture */
    TEXT_CALLOUT,     /* the word at the head of a callout, the name of a card */
    TEXT_ENTRY,       /* of the list of sections */
    TEXT_KIND_COUNT
};

/* Words of one look that belong to one element. A block owns its spans. */
struct span {
    char *text;                    /* UTF-8, owned; a hard break is a blank and U+2028 */
    const struct element *element; /* what the words are content of: the block's own, or a LINK or
                                      CODE below it; NULL: decoration */
    bool strong;                   /* set in bold, as emphasis and labels are */
    bool code;                     /* to be typed as it stands: set in the family for codes */
    bool strike;                   /* struck out by the author */
    bool label;                    /* of a card: names its field; else it is what the field says */
    bool small;                    /* set smaller, and not bold for its kind's sake */
    int raise;                     /* 1: raised, -1: lowered, 0: on the baseline */
    bool address; /* where a link leads, for those who cannot follow it: paper only */
    bool whole;   /* a fact in words: stays in one piece, or in its parts, where that fits a line */
    bool isolated;  /* as the clinic gave it: reads by itself, whatever the words about it do */
    struct pos pos; /* of the first character */
};

enum block_kind {
    BLOCK_TEXT,       /* spans */
    BLOCK_LIST,       /* children: BLOCK_ITEM */
    BLOCK_ITEM,       /* children: blocks, set beside a marker */
    BLOCK_QUOTE,      /* children: blocks, set beside a bar */
    BLOCK_CALLOUT,    /* children: a BLOCK_TEXT with the word for its kind, then blocks; set in a
                         panel */
    BLOCK_CODE,       /* spans, set as written */
    BLOCK_RULE,       /* a new subject without a heading: a line on paper, a new screen */
    BLOCK_TABLE,      /* children: BLOCK_ROW, header rows first, at least one row */
    BLOCK_CARD,       /* a row of a table by itself. children: a BLOCK_TEXT with its name, then
                         blocks, a field each or a picture in one; set in a frame */
    BLOCK_ROW,        /* children: BLOCK_CELL */
    BLOCK_CELL,       /* children: BLOCK_TEXT and BLOCK_IMAGE */
    BLOCK_IMAGE,      /* a picture on a line of its own; children: none, or its caption */
    BLOCK_QR,         /* a QR code */
    BLOCK_WRITE_LINE, /* spans as label, then a line to write on */
    BLOCK_CHOICE,     /* a box to tick, then spans */
    BLOCK_ENTRY,      /* of the list of sections: spans, and behind them the page */
    BLOCK_GROUP,      /* children: blocks that stay together on one page */
    BLOCK_KIND_COUNT
};

/* What stands beside an item. */
enum marker {
    MARKER_NONE, /* the item goes on from an earlier screen */
    MARKER_DISC,
    MARKER_NUMBER,
    MARKER_BOX,         /* of a task that is to be done */
    MARKER_CHECKED_BOX, /* of one that is done */
    MARKER_COUNT
};

/* What a top-level block is for; formats that do not set the document from top to bottom go by it.
 */
enum part {
    PART_BODY,      /* the article */
    PART_TITLE,     /* the clinic's name and the title */
    PART_LEAD,      /* summary and key points */
    PART_PICTURE,   /* the article's own */
    PART_CONTENTS,  /* the list of sections: for handouts of many pages alone */
    PART_QUESTIONS, /* questions to ask */
    PART_ACTION,    /* a short last section: what the reader may do now */
    PART_NOTES,     /* what numbers in the text refer to */
    PART_ABOUT,     /* who made and checked the text: for readers, on no slide */
    PART_PLACES,    /* contact points and locations */
    PART_MY_NOTES,  /* heading of a page to write on, where paper is left over */
    PART_CONTACT,   /* how to reach the clinic */
    PART_SLIP,      /* the contact slip */
    PART_COUNT
};

/* What a block of the contact block, or of the places, says. */
enum fact_kind {
    FACT_NONE,
    FACT_POINT,    /* GROUP: a contact point, whole */
    FACT_LOCATION, /* GROUP: a location, whole */
    FACT_NAME,     /* of the clinic, or of what the group is about */
    FACT_TELEPHONE,
    FACT_TEXT, /* a number to write to */
    FACT_FAX,
    FACT_TTY,
    FACT_EMAIL,
    FACT_WEBSITE,
    FACT_ADDRESS,
    FACT_HOURS, /* their label, and their table where there is one */
    FACT_NOTES,
    FACT_SERVICES,
    FACT_CRISIS, /* all about crisis lines */
    FACT_VERIFIED,
    FACT_CODE, /* the QR code; its caption follows */
    FACT_COUNT
};

/*
 * A block owns its children and spans and borrows all else. `as` is read by kind; what is not set
 * is zero.
 */
struct block {
    enum block_kind kind;
    enum part part;      /* of top-level blocks; their children leave it PART_BODY */
    enum fact_kind fact; /* NONE outside of the contact block and the places */
    struct pos pos;      /* in the article or the clinic's facts; path NULL: made by the program */
    const struct element *element; /* what its words are content of; NULL: decoration or a frame */
    GPtrArray *children;           /* of struct block *, owned; never NULL */
    GPtrArray *spans;              /* of struct span *, owned; never NULL */
    enum text_kind text_kind;      /* of its words; LIST: of its items; TABLE: FACT where it is one
                                      of facts, each row a name and what it says */
    union {
        struct {
            bool heading; /* stays with what follows, opens a section */
            bool parted;  /* holds some of what was one block's words */
        } text;           /* TEXT */
        struct {
            enum marker marker;
            char *number;                /* MARKER_NUMBER: "3."; owned */
            const struct element *label; /* the marker's element, role Lbl */
        } item;                          /* ITEM */
        enum callout callout;            /* CALLOUT */
        enum role ends; /* RULE: headings of this role and below stand over nothing behind it;
                           ROLE_DOCUMENT: none does */
        struct {
            GPtrArray *cards; /* of struct block *, kind CARD: its rows once more, with elements
                                 of their own, to be set instead of them where columns do not
                                 fit; shared by copies; NULL: it has none */
        } table;              /* TABLE */
        struct {
            bool header; /* one of the rows that name the columns */
        } row;           /* ROW */
        struct {
            enum alignment alignment; /* of its words, as the author has it for the column */
        } cell;                       /* CELL */
        const struct image *image;    /* IMAGE; borrowed from the article */
        char *qr;                     /* QR: what it says; owned */
        const struct element *field;  /* WRITE_LINE, CHOICE: the form field there, role FORM; or
                                         NULL */
        struct {
            const struct element *heading; /* the section's */
            const struct element *page;    /* what its number is content of, role REFERENCE */
            bool lower;                    /* below the entry of another section */
        } entry;                           /* ENTRY */
    } as;
};

struct document {
    char *title;       /* the article's, else its name; of slips: the slip's; owned */
    char *lang;        /* BCP 47, of all words that have no other; owned */
    char *author;      /* who made the text, else the clinic; owned; NULL: unknown */
    char *subject;     /* the summary; owned; NULL: none */
    char *web_address; /* where the same words stand as a page of their own; owned; NULL: not on
                          the web */
    const char *name;  /* the article's; stem of product names; borrowed */
    const char *clinic_name; /* borrowed */
    const char *telephone;   /* of the clinic, as it is dialled; borrowed; NULL: not given */
    const char *sample;      /* the word that marks every page of a sample, borrowed; NULL: it is
                                none */
    struct block *logo;      /* kind IMAGE, not among the blocks: pages have it beside the clinic's
                                name; owned; NULL: none */
    enum art art;            /* the article's motif */
    bool crisis_first;       /* where to turn at once is seen before the article's words, too */
    bool picture_covers;     /* of its picture may be cut off what is over where it fills a place */
    bool rtl;                /* the language reads from right to left, or the title: so pages do */
    const struct labels *labels;     /* borrowed */
    struct found_facts *found_facts; /* those of its words that were set; owned */
    struct element *root;            /* of the structure tree, role DOCUMENT; owned */
    GPtrArray *blocks;               /* of struct block *, in reading order; owned */
    struct document *beside; /* the same in another language, its root a section of this one's;
                                owned; NULL: it stands alone */
    GArray *pairs;           /* of struct block_pair, with `beside`; owned */
};

/* Top-level blocks of a document and of the one beside it that say the same. */
struct block_pair {
    const struct block *own, *beside; /* lent by their documents */
};

/* Where the words will be read. What is missing for one medium is handled differently on the other.
 */
enum medium {
    MEDIUM_PAPER,  /* with places to write in and a slip at its end */
    MEDIUM_SCREEN, /* with where to get the words on paper */
    MEDIUM_WEB,    /* without places to hand in or to scan: links can be followed */
    MEDIUM_COUNT
};

/* Never NULL. Gaps have been reported by the loaders already. */
struct document *document_compose(const struct article *article, const struct clinic *clinic,
                                  const struct labels *labels, enum medium medium);

/* An article and the language that it is in. */
struct wording {
    const struct article *article;
    const struct labels *labels;
};

/* Lines of two articles on which portions begin that say the same. */
struct twin_lines {
    int own, beside;
};

/* A document with another beside it, each a section of its own language. `lines`: of struct
 * twin_lines, what of the articles goes together. Never NULL. */
struct document *document_compose_beside(struct wording source, struct wording translated,
                                         const GArray *lines, const struct clinic *clinic,
                                         enum medium medium);

/* Nothing but contact slips, as many as a sheet can hold at most, to be cut apart. The document is
 * about the slip and is named so. Never NULL. */
struct document *document_compose_slips(const struct article *article, const struct clinic *clinic,
                                        const struct labels *labels, enum medium medium);

/* Lets the fields of the first `count` slips say which of how many they are on, where there are
 * several. To be called once, by whoever knows how many of them a sheet holds. */
void document_number_slips(const struct document *document, unsigned count);

/* How to reach the clinic, for the lobby's display, in the language `lang`. Never NULL. */
struct document *document_compose_contact(const char *lang, const struct clinic *clinic,
                                          const struct labels *labels);

/* The name of that document, where others have their article's. */
#define CONTACT_NAME "contact"

void document_free(struct document *document);

/* Sets of parts, for document_blocks. */
#define PART_SET(part) (1u << (part))
/* All but what depends on the pages: the list of sections, which only those want who know on what
 * pages these begin, and the heading of what paper is left over. */
#define PART_ALL (~PART_SET(PART_CONTENTS) & ~PART_SET(PART_MY_NOTES))

/* The top-level blocks whose part is in the set, in reading order; the array is the caller's, its
 * entries are lent. */
GPtrArray *document_blocks(const struct document *document, unsigned parts);

/* True when one of the blocks is of that part. */
bool blocks_hold(const GPtrArray *blocks, enum part part);

/* An empty block, owned by the caller until it is added to another or to the document. */
struct block *block_new(enum block_kind kind, const struct element *element, struct pos pos);

/* In loops over blocks that set each of them: asks for those that come later, and for the words of
 * those that come soon. */
void block_ask_ahead(const GPtrArray *blocks, guint index);

/* Frees the block and all below it; not their elements. */
void block_free(struct block *block);

/* Gives `copy`, new and of the same kind, what the source's `as` holds. */
void block_copy_details(struct block *copy, const struct block *source);

/* A text that opens a section. */
bool block_is_heading(const struct block *block);

/* True when `below`, which follows `above` in a contact block, goes on with the same fact or
 * belongs to it: hours below their label, a number below its crisis line, a caption below its code.
 */
bool block_goes_on(const struct block *above, const struct block *below);

/* The words of a text block, spans joined; owned by the caller. */
char *block_words(const struct block *block);

/* True where these words are among those of a block, whatever their capitals. */
bool block_says(const struct block *block, const char *words);

/* How many words stand in the block and in its children, and how many signs by themselves. */
unsigned block_count_words(const struct block *block);
unsigned block_count_signs(const struct block *block);

/* Words of the element (NULL: decoration), copied, for a block that is to own the span. */
struct span *span_new(const struct element *element, const char *text);
void span_free(struct span *span);

/* A copy of the span with `length` bytes of its text from `offset`, for a block that is to own it.
 */
struct span *span_slice(const struct span *span, size_t offset, size_t length);

#endif
