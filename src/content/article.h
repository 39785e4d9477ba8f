/*
 * The article: what the author wrote, as a tree of nodes, each with its place in the file.
 *
 * Goes in: a Markdown file (CommonMark with tables, task lists, strikethrough) that may open with
 * YAML front matter. Comes out: a checked tree in which every node kind is one of ours and every
 * word of the source is kept. Raw HTML is reported and kept as text (RULE_RAW_HTML). No
 * coordinates, no styles, no PDF roles: those come later.
 *
 * The article owns its nodes, strings and images; they live until `article_free`. Later stages may
 * point into it.
 */
#ifndef HANDOUT_CONTENT_ARTICLE_H
#define HANDOUT_CONTENT_ARTICLE_H

#include "base/diag.h"
#include "content/art.h"
#include "content/fact.h"
#include "content/images.h"
#include "content/schedule.h"
#include "content/selection.h"
#include "content/translation.h"

#include <glib.h>
#include <stdbool.h>

enum node_kind {
    /* Blocks */
    NODE_ARTICLE,   /* the root; children: blocks */
    NODE_HEADING,   /* children: inlines */
    NODE_PARAGRAPH, /* children: inlines */
    NODE_LIST,      /* children: NODE_ITEM */
    NODE_ITEM,      /* children: blocks */
    NODE_QUOTE,     /* children: blocks */
    NODE_CALLOUT,   /* the same, set off for what it is for */
    NODE_CODE_BLOCK,
    NODE_RULE,  /* thematic break */
    NODE_TABLE, /* children: NODE_ROW, the first one the header row */
    NODE_ROW,   /* children: NODE_CELL, as many as the table has columns */
    NODE_CELL,  /* children: inlines */
    NODE_NOTE,  /* children: blocks; the last children of the root, in the order of their numbers */
    /* Inlines */
    NODE_TEXT,
    NODE_BLANK, /* a line to write on, as long as the '_' in its text */
    NODE_CODE,
    NODE_EMPHASIS,     /* children: inlines */
    NODE_STRONG,       /* children: inlines */
    NODE_STRIKE,       /* children: inlines */
    NODE_INSERTED,     /* children: inlines */
    NODE_SUPERSCRIPT,  /* children: inlines */
    NODE_SUBSCRIPT,    /* children: inlines */
    NODE_SPAN,         /* children: inlines in a language, direction or quotation of their own */
    NODE_ABBREVIATION, /* children: inlines */
    NODE_LINK,         /* children: inlines */
    NODE_REFERENCE,    /* the number of a note */
    NODE_IMAGE,
    NODE_SOFT_BREAK, /* a line end in the source: a space */
    NODE_HARD_BREAK,
    NODE_KIND_COUNT
};

enum alignment { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGNMENT_COUNT };

enum task { TASK_NONE, TASK_OPEN, TASK_DONE, TASK_COUNT };

/* What a block that is set off from the text is for. */
enum callout {
    CALLOUT_NOTE,
    CALLOUT_TIP,
    CALLOUT_IMPORTANT,
    CALLOUT_WARNING,
    CALLOUT_CAUTION,
    CALLOUT_COUNT
};

/* What kind of text it is. */
enum article_kind {
    ARTICLE_ORDINARY,
    ARTICLE_ANNOUNCEMENT, /* a few words for the day: screens and one sheet */
    ARTICLE_URGENT,       /* the urgent message (content/urgent.h); no author can ask for it */
    ARTICLE_KIND_COUNT
};

/* What of it the lobby shows. */
enum lobby_part {
    LOBBY_FULL,
    LOBBY_SHORT, /* the title, what to remember, and where to read the rest */
    LOBBY_NO,    /* nothing: it is for paper */
    LOBBY_PART_COUNT
};

enum span_direction {
    SPAN_DIRECTION_NONE,
    SPAN_DIRECTION_LTR,
    SPAN_DIRECTION_RTL,
    SPAN_DIRECTION_COUNT
};

struct node {
    enum node_kind kind;
    struct pos pos;
    struct node *parent, *first, *last, *next;
    char *text; /* TEXT, BLANK, CODE, CODE_BLOCK: the words; IMAGE: its alternative text; NULL for
                   the others */
    union {
        struct {
            int level;        /* as written, 1..6 */
            int tagged_level; /* starts at 1, never skips: what the PDF's tags say (PDF/UA-1 7.4.2)
                               */
            char *anchor;     /* what links in the article call it; unique among its headings */
            bool summary;     /* of details, whose end is a rule */
        } heading;
        struct {
            int ends; /* headings of this level and below stand over nothing behind it: as written
                         until the tree is whole, then as tagged; 0: the author's, ends them all */
        } rule;
        struct {
            bool ordered;
            bool tight;     /* no blank lines between items */
            int start;      /* number of the first item of an ordered list */
            char delimiter; /* behind the numbers of an ordered list: '.' or ')' */
        } list;
        struct {
            enum task task;
        } item;
        enum callout callout;
        struct {
            int columns;
            enum alignment *alignments; /* `columns` of them */
        } table;
        struct {
            bool header; /* names its row or column, as the author says */
        } cell;
        struct {
            char *lang; /* BCP 47; NULL: that of what is around it */
            enum span_direction direction;
            bool quoted; /* goes between the quotation marks of the article's language */
        } span;
        struct {
            char *expansion; /* the words in full; NULL: not given */
        } abbreviation;
        struct {
            char *url; /* never NULL; ASCII, percent-encoded; http, https, mailto, tel or sms. A
                          target that cannot work on paper is reported and left "" */
            const struct node *target; /* the heading that it leads to instead; NULL: none */
        } link;
        struct {
            unsigned number; /* from 1, by the first reference */
            char *label;     /* as the author names it: "1" in "[^1]"; NULL: unknown */
        } note;
        struct {
            unsigned number;
            const struct node *note; /* in the same tree; never NULL in a loaded article */
        } reference;
        struct {
            const struct image *image; /* lent by `images`; NULL: could not be loaded (reported);
                                          the text stands in */
            char *caption;             /* the Markdown title; NULL: none */
        } image;
    } as;
};

/* Another language that the article is there in. */
struct other_language {
    char *lang; /* BCP 47 */
    char *name; /* in its own words */
};

struct article {
    char *path;
    char *name;           /* file name without ".md": the stem of product names, [a-z0-9-] */
    char *lang;           /* BCP 47, from front matter, default "en-US" */
    bool front_readable;  /* false: what the front matter says is not known, which was reported, so
                             that nothing can be said about what it lacks */
    struct fact language; /* the same as written: its place is what messages about it point to */
    struct fact screen_title; /* a shorter title for the lobby's display; absent: the title */
    struct fact title; /* front matter, else the first H1 (which is then taken out of the tree) */
    struct fact summary, version, reviewed, review_due, producer, approved_by;
    struct fact approved_on; /* a date */
    struct fact audience, purpose, funding, feedback;
    struct fact_list sources;
    struct fact_list key_points; /* what to remember, in a few words each */
    struct fact_list questions;  /* what the reader may want to ask */
    GHashTable *lines; /* of the facts that are Markdown within a line (summary, key_points,
                          questions, sources): const struct fact * -> struct node * */
    struct selection selection; /* of products */
    struct fact kind_given;     /* "announcement" or "article" */
    enum article_kind kind;     /* as given, else its source's, else by its length */
    struct fact lobby_given;    /* "full", "short" or "no" */
    enum lobby_part lobby;
    struct fact art_given; /* the name of a motif, or "none" */
    enum art art;          /* as given; else it goes by the title (document/compose_art.h) */
    const struct yaml *picture_given;     /* while the front matter is read; else NULL */
    const struct yaml *translation_given; /* the same */
    struct translation translation;       /* what it says of its source and its translator */
    struct fact critical_given;           /* "yes" or "no" */
    bool critical;                        /* a mistake in it can do harm */
    struct fact crisis_given;             /* "first" or "last", as the next */
    bool crisis_first;    /* where to turn at once stands before the words of paper, too */
    struct node *picture; /* the article's own: a PARAGRAPH with the IMAGE, who took it as caption;
                             owned, not in the tree; NULL: it has none */
    struct fact picture_alt;  /* what it shows, for those who cannot see it, as given */
    bool picture_covers;      /* what is over may be cut off where it fills a place */
    struct schedule schedule; /* of the lobby display */
    struct fact until;        /* of the urgent message: when it ends */
    struct node *root;
    GHashTable *headings; /* in it, lent, by the names that links call them by */
    char *source;         /* the file as it was read */
    char *digest;         /* of that (base/digest.h) */
    const char *body;     /* the Markdown in it */
    int body_line;        /* its first line in the file */
    GPtrArray *others;    /* of struct other_language *, owned; NULL: none, or nobody has said so;
                             likewise for whoever publishes to set */
    bool foreign;         /* in another language than most of the clinic's articles; likewise */
    char *page;      /* its file among the pages for the web; owned; NULL: it has none, or nobody
                        has said so; for whoever publishes to set */
    char *directory; /* where images are looked up; nothing outside of it is read */
    struct images *images;
};

/*
 * NULL when the file cannot be read or parsed at all. A returned article may still have findings of
 * severity error in `diag`; it is then good enough to look for more findings, not to publish.
 */
struct article *article_load(const char *path, struct diag *diag);
void article_free(struct article *article);

/* The same of a text that is in no file, of which `path` is the name; takes `text`. */
struct article *article_of_text(const char *path, char *text, struct diag *diag);

/* The same for the urgent message, which says 'until' and needs no review. */
struct article *article_load_urgent(const char *path, struct diag *diag);

/* The inlines of a fact that may hold emphasis and links, below a node of kind PARAGRAPH; NULL for
 * all other facts. Lent. */
const struct node *article_line(const struct article *article, const struct fact *fact);

/* The file that the article was translated from: the one that it names, which may not be there, or
 * the one that is named like it but for its language; NULL: it is no translation. Owned by the
 * caller. */
char *article_source_path(const struct article *article);

/* A file that is named like the article but for its language, where neither says that it was made
 * from the other and neither is in the language that articles are taken for; NULL: none. Owned by
 * the caller. */
char *article_unsettled_twin(const struct article *article);

/* What a translation and its source have in common of their names, or the article's own name. Owned
 * by the caller. */
char *article_source_name(const struct article *article);

/* The name of the source that the article at `path` gives; NULL: it gives none, or cannot be read.
 * Owned by the caller. */
char *article_named_source(const char *path);

/* Adds another language to the article. */
void article_add_language(struct article *article, const char *lang, const char *name);

/* The stem of product names that the article at `path` has; owned by the caller. */
char *article_name(const char *path);

/* The paths of all articles (`*.md`) in `directory` and in its folders, but those of `labels/`,
 * hidden ones and the urgent message; sorted, those of `directory` itself first: of char *,
 * owned. */
GPtrArray *article_list(const char *directory, struct diag *diag);

/* The folder below `directory` that the article stands in, which is its category; owned by the
 * caller; NULL: it stands in the directory itself. */
char *article_category(const char *path, const char *directory);

/* True when a heading of the article (NULL: none) is called `name`: what a link to '#name' leads
 * to. */
bool article_has_heading(const struct article *article, const char *name);

/* The next node after `node` in reading order below `root`, or NULL. */
struct node *node_next(struct node *node, const struct node *root);

/* Whether it is a block, and no inline. */
bool node_is_block(const struct node *node);

/* The words below a node on one line, for titles and alternative texts, with the raised and lowered
 * forms of such signs and "~~" around what is struck, and blanks between blocks; owned by the
 * caller. */
char *node_words(const struct node *node);

#endif
