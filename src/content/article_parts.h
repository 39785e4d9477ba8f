/*
 * What the files of the article share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_CONTENT_ARTICLE_PARTS_H
#define HANDOUT_CONTENT_ARTICLE_PARTS_H

#include "content/article.h"
#include "content/body.h"

/* Blocks and inlines inside each other, counted from the root. Sixteen nested lists are far past
 * what any reader follows, and the stages after may recurse without fear for the stack. */
#define NESTING_LIMIT 32

/* How many nodes hold `node`. */
int node_depth(const struct node *node);

/* True, reported at `pos`, when a node would stand deeper than that. */
bool nesting_refuse(int depth, struct pos pos, struct diag *diag);

/* A new last child of `parent` (NULL: a root). */
struct node *node_new(enum node_kind kind, struct pos pos, struct node *parent);

/* Takes a node out of its parent's children; it is then the caller's to free. */
void node_unlink(struct node *node);

/* Frees the node and everything below it. */
void node_free(struct node *node);

/* Reads the front matter at the start of `text` into `article`, reports what is missing, and
 * returns where the body starts. */
const char *article_read_front(struct article *article, const char *text, struct diag *diag);

/* Reads the mapping `yaml` of the front matter (NULL: there is none) into `article->picture`. */
void article_read_picture(struct article *article, const struct yaml *yaml, struct diag *diag);

/* Memory for a tree of cmark's and its parser, of this thread; the tree that was opened last is
 * closed first. */
struct cmark_mem *markdown_memory_open(void);
void markdown_memory_close(void);

/* cmark's tree of a Markdown text, with tables, task lists, strikethrough and bare addresses as
 * links; it stands until it is freed, by the same thread, before those that stood before it. May be
 * called by several threads. */
struct cmark_node *markdown_parse(const char *text);
void markdown_free(struct cmark_node *document);

/* Lets mail addresses that the parser found by itself in `text` begin and end where they do. */
void markdown_mend_mails(struct cmark_node *document, const char *text);

/* Gives the tables in the tree of `text` that begin right below words, and those, their places. */
void markdown_place_tables(struct cmark_node *document, const char *text);

/* Sets which lines of the body belong to code and to HTML, as the parser has seen them. */
void markdown_mark_lines(struct cmark_node *document, struct body *body);

/* Bytes by which a later line of the block stands further in than its columns tell: they are
 * counted from where the first one stands. A lazy line, which fewer signs open, keeps blanks. */
int markdown_further_in(const struct cmark_node *leaf, const char *line);

/* The words below a node of cmark's, whatever marks them up, on one line; owned by the caller. */
char *markdown_words(struct cmark_node *from);

/* A copy of Markdown in which signs that the parser would take for markup, but that authors mean,
 * are hidden from it; same length. Owned by the caller. */
char *signs_hide(const char *body);

/* Bytes of the signs of quotations and of blanks at the start of a line; of the signs alone. */
int signs_margin(const char *line, int *quoted);

/* Stands for blanks behind a list sign that say nothing: a blank to the parser's rules of emphasis,
 * but none that could set code. It is left out of what the parser gives back. */
#define SIGN_LEFT_OUT '\f'

/* Puts hidden signs back, in place. */
void signs_show(char *text);

/* The author's words, of `code` with its lines, with the hidden signs put back; owned by the
 * caller. Control characters, which only entities can write here, are reported and left out. */
char *signs_words(const char *text, struct pos pos, bool code, struct diag *diag);

/* A digit or another number ("½"). */
bool sign_is_number(gunichar c);

/* A number stands there, or one behind a sign of its own: "-20", "$50", ".5". */
bool sign_begins_amount(const char *text);

/* A run of so many '_' is a blank to fill in. */
#define BLANK_LEAST 3

/* Reports signs that the parser has taken for markup although they may mean something, in the block
 * or emphasis `from`, which became `node`. */
void eaten_check(struct body *body, struct cmark_node *from, const struct node *node,
                 struct diag *diag);

/* Reports definitions of links that nothing refers to, as the parser drops them with their words,
 * and notes that it takes for such. `root`: what the body has become. */
void article_check_definitions(const struct node *root, struct body *body, struct diag *diag);

/* Parses the Markdown `text`, whose first line is line `first_line` of the article, into
 * `article->root`. */
void article_read_body(struct article *article, const char *text, int first_line,
                       struct diag *diag);

/* Parses the value of a fact, which is Markdown within a line, as children of a PARAGRAPH, which is
 * the caller's. */
struct node *article_read_line(struct article *article, const struct fact *fact, struct diag *diag);

/* Takes out the line ends below `root` that stand for no blank, because its script writes none. */
void article_join_lines(struct node *root);

/* Makes a callout of a quotation that opens with its kind, as in "[!NOTE]"; one that is unknown or
 * has no words is reported. */
void article_take_alert(struct node *quote, struct diag *diag);

/* Sets the tagged level of every heading so that none is skipped, and reports where that differs
 * from what the author wrote. */
void article_repair_headings(struct article *article, struct diag *diag);

/* The language that words are marked with, in its usual spelling; NULL where there is none, and,
 * reported, for what is no language. Owned by the caller. */
char *span_lang(const char *lang, struct pos pos, struct diag *diag);

/* The direction that words are marked with; NULL: with none. Reports what is no direction. */
enum span_direction span_direction(const char *direction, struct pos pos, struct diag *diag);

/* Makes spans of "[words]{lang=es}" below `root`, and reports such braces that stand elsewhere. */
void article_read_spans(struct node *root, struct diag *diag);

/* Reports what is too long to be shown or heard as one: headings, links, what pictures show. */
void article_check_lengths(struct node *root, struct diag *diag);

/* Numbers the notes below `root` and ties what refers to them; reports references to no note, and
 * notes that nothing refers to. */
void article_tie_notes(struct node *root, struct body *body, struct diag *diag);

/* What stands behind the signs of quotations and items at `at`: definitions may stand within them.
 */
const char *behind_signs(const char *at);

/* The name of the note that a line begins as the parser sees it, owned by the caller; NULL: none
 * does. */
char *note_label(struct body_line line);

/* True when something in the heading refers to a note. */
bool article_heading_refers(struct node *heading);

/* Names the article's headings and aims links at them, wherever they stand; reports those that lead
 * to none. */
void article_tie_links(struct article *article, struct diag *diag);

/* Settles what is made of the article: its kind as its author says, else by its length, and its
 * part in the show. */
void article_settle_uses(struct article *article, struct diag *diag);

/* The same for an article whose author does not say its kind: it is that of `source` (NULL: it is
 * no translation of one that can be read); an announcement by its length is reported. */
void article_settle_kind(struct article *article, const struct article *source, struct diag *diag);

/* Takes its words from an article, and what was said of it to compose it: what its settings say
 * stays. */
void article_shorten(struct article *article);

/* Whether the article says, or its file's name does, that it may be a translation: then others have
 * a say in what it is. */
bool article_may_be_translated(const struct article *article);

/* Loads an article without a look at its source, which may be looked for by loading others. */
struct article *article_load_alone(const char *path, struct diag *diag);

/* Reports references below `root` that are none, because there is no note; who writes "[\^1]" means
 * the signs. `body`: what it was read from. */
void article_check_references(struct node *root, const struct body *body, struct diag *diag);

/* The address of a link as `struct node` keeps it; one that cannot work on paper is reported and
 * "". Owned by the caller. */
char *link_url(const char *url, struct pos pos, struct diag *diag);

/* Reports the words that a browser shows over a link which is pointed at, where those of the link
 * do not say them: paper has none. */
void link_check_title(const char *title, const char *words, struct pos pos, struct diag *diag);

/* Makes `node`, an IMAGE, show the file `url`, in words `alt`, above its caption ("" or NULL: it
 * has none). */
void image_fill(struct article *article, struct node *node, const char *url, const char *alt,
                const char *caption, struct diag *diag);

struct html_refusals;

/* A block of raw HTML as nodes at the end of `parent`, a holder of blocks. */
void html_read_block(struct article *article, const char *html, struct pos pos, struct node *parent,
                     struct html_refusals *refusals, struct diag *diag);

/* One tag or comment within a line: `at` is the deepest node open in `root`, the result is the one
 * that is open behind it. */
struct node *html_read_inline(struct article *article, const char *html, struct pos pos,
                              struct node *root, struct node *at, struct html_refusals *refusals,
                              struct diag *diag);

/* Reports what is still open at the end of `root`. */
void html_end_inline(struct html_refusals *refusals, const struct node *root, const struct node *at,
                     struct diag *diag);

#endif
