/*
 * What the files of the article share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_CONTENT_ARTICLE_PARTS_H
#define HANDOUT_CONTENT_ARTICLE_PARTS_H

#include "content/article.h"

/* Blocks and inlines inside each other, counted from the root. Sixteen nested lists are far past
 * what any reader follows, and the stages after may recurse without fear for the stack. */
#define NESTING_LIMIT 32

/* A new last child of `parent` (NULL: a root). */
struct node *node_new(enum node_kind kind, struct pos pos, struct node *parent);

/* Takes a node out of its parent's children; it is then the caller's to free. */
void node_unlink(struct node *node);

/* Frees the node and everything below it. */
void node_free(struct node *node);

/* The next node after `node` in reading order below `root`, or NULL. */
struct node *node_next(struct node *node, const struct node *root);

/* The words below a node on one line, for titles and spoken names; owned by the caller. */
char *node_words(struct node *node);

/* Reads the front matter at the start of `text` into `article`, reports what is missing, and
 * returns where the body starts. */
const char *article_read_front(struct article *article, const char *text, struct diag *diag);

/* cmark's tree of a Markdown text, with tables, task lists, strikethrough and bare addresses as
 * links. The caller frees it with `cmark_node_free`. May be called by several threads. */
struct cmark_node *markdown_parse(const char *text);

/* The words below a node of cmark's, whatever marks them up, on one line; owned by the caller. */
char *markdown_words(struct cmark_node *from);

/* Parses the Markdown `body`, whose first line is line `first_line` of the article, into
 * `article->root`. */
void article_read_body(struct article *article, const char *body, int first_line,
                       struct diag *diag);

/* Sets the tagged level of every heading so that none is skipped, and reports where that differs
 * from what the author wrote. */
void article_repair_headings(struct article *article, struct diag *diag);

/* The text between the tags of a piece of HTML, entities decoded, spaces and line ends collapsed;
 * owned by the caller. Comments are left out, scripts are text. */
char *html_text(const char *html);

/* True for a line break tag. */
bool html_is_break(const char *html);

#endif
