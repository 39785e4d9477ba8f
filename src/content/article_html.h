/*
 * HTML as people write it inside Markdown: its tokens. Nobody but the article's files includes
 * this.
 */
#ifndef HANDOUT_CONTENT_ARTICLE_HTML_H
#define HANDOUT_CONTENT_ARTICLE_HTML_H

#include "content/article.h"

#include <stdbool.h>
#include <stddef.h>

enum html_token_kind {
    HTML_TEXT,    /* words, entities not decoded yet */
    HTML_OPEN,    /* a start tag; void elements have no end tag */
    HTML_CLOSE,   /* an end tag */
    HTML_COMMENT, /* a comment, declaration or processing instruction */
    HTML_TOKEN_KIND_COUNT
};

/* Points into the HTML that it was read from. */
struct html_token {
    enum html_token_kind kind;
    const char *start;
    size_t length;
    char name[16]; /* OPEN, CLOSE: in lower case; empty when longer than any that we know */
};

/* Reads the token at `*at` and moves on behind it; false at the end. Scripts and styles are one
 * text up to their end tag. */
bool html_next(const char **at, struct html_token *token);

/* The value of an attribute of a start tag, entities decoded; "" when it has none. NULL when it is
 * not there. Owned by the caller. */
char *html_attribute(const struct html_token *tag, const char *name);

/* True when something stands in the tag that is neither an attribute with a value nor one that
 * needs none: "<time of day>" are words. */
bool html_holds_words(const struct html_token *tag);

/* Entities decoded as in Markdown. Owned by the caller. */
char *html_decode(const char *text, size_t length);

/* What becomes of an element. */
enum html_fate {
    HTML_FATE_NODE,    /* a node of `kind` around its content */
    HTML_FATE_HEADING, /* a heading, in blocks only */
    HTML_FATE_LIST,
    HTML_FATE_TABLE,
    HTML_FATE_CELL,
    HTML_FATE_BREAK,
    HTML_FATE_IMAGE,
    HTML_FATE_RULE,
    HTML_FATE_BLOCK,  /* parts what stands before it from what follows */
    HTML_FATE_LOOKS,  /* nothing: only its looks are lost */
    HTML_FATE_REFUSE, /* its sense would be lost: an error */
    HTML_FATE_COUNT
};

struct html_tag {
    const char *name;
    enum html_fate fate;
    enum node_kind kind; /* what it becomes, or stands in for */
};

/* Never NULL: an element that is not in the table loses its sense (scripts, forms, films, what
 * nobody knows), and is refused. */
const struct html_tag *html_tag_find(const char *name);

/* What has been refused, so that one fault is said once. */
struct html_refusals {
    GHashTable *kinds;              /* refused in this block or paragraph: a set; NULL: nothing */
    unsigned open[NODE_KIND_COUNT]; /* by kind: left open, and said, in what stands before */
    const struct node *nameless;    /* in which words a tag that leaves no node is open; or NULL */
    struct pos nameless_pos;
};

/* Follows within the words of `root` the tags that leave no node: "Come at <time>." */
void html_watch_words(struct html_refusals *refusals, const struct html_token *tag, struct pos pos,
                      const struct node *root);

void html_refusals_clear(struct html_refusals *refusals);

/* Begins a block or paragraph, whose faults are its own. */
void html_refusals_begin(struct html_refusals *refusals);

/* Reports a token that cannot be carried out; of one stretch of HTML the first of its kind stands
 * for all (one form, one film, one thing out of place). The end tag of what was left open before
 * is no fault of its own. */
void html_refuse(struct html_refusals *refusals, const struct html_token *token, struct pos pos,
                 struct diag *diag);

/* As nesting_refuse(), but of one stretch of HTML the first that stands too deep is reported. */
bool html_refuse_nesting(struct html_refusals *refusals, int depth, struct pos pos,
                         struct diag *diag);

/* Reports what is still open at the end of a block of HTML that stands in `parent`. */
void html_end_block(struct html_refusals *refusals, const struct node *parent,
                    const struct node *at, struct diag *diag);

/* A language that is not the article's is an error where the tag, unlike <span>, cannot carry it.
 */
void html_check_language(const struct html_token *tag, const char *own, struct pos pos,
                         struct diag *diag);

/* The tag strikes or hides its words by their look alone, so that they would be read as valid. */
bool html_takes_back(const struct html_token *tag);

/* The kind of an element that is refused: its name, or one word for all that come together (the
 * fields of a form). */
const char *html_refused_kind(const char *name);

/* Gives a table whose rows are read a header row, which may be empty, and short rows cells. */
void html_finish_table(struct node *table);

/* The level of the heading that a summary becomes: below the one that it stands under. */
int html_summary_level(const struct article *article);

/* The level of the summary whose details are open; 0: none are. */
int html_details_level(const struct article *article);

#endif
