/*
 * HTML inside Markdown to our tree. A table (article_html_tags.c) says what each element becomes;
 * whatever would change the sense and cannot be carried out is an error, what is only looks is
 * passed over. Awkward: Markdown hands over HTML in pieces, one tag at a time within a paragraph
 * and up to the next empty line otherwise, so a node stays open until its end tag comes, and what
 * is never closed is said.
 */
#include "content/article_html.h"
#include "content/article_parts.h"

#include "content/checks_config.h"

#include <string.h>

/* A piece of HTML on its way into the tree. */
struct html_reader {
    struct article *article;
    struct diag *diag;
    struct node *root; /* what it stands in: never closed by it */
    struct node *at;   /* the deepest node that is open */
    struct pos pos;    /* of the token */
    struct html_refusals *refusals;
};

static void refuse(struct html_reader *r, const struct html_token *token)
{
    html_refuse(r->refusals, token, r->pos, r->diag);
}

static void open_node(struct html_reader *r, enum node_kind kind)
{
    r->at = node_new(kind, r->pos, r->at);
}

static bool holds_words(enum node_kind kind)
{
    return kind == NODE_PARAGRAPH || kind == NODE_HEADING || kind == NODE_CELL || kind >= NODE_TEXT;
}

static bool holds_blocks(enum node_kind kind)
{
    return kind == NODE_ARTICLE || kind == NODE_ITEM || kind == NODE_QUOTE;
}

/* Takes off the blank behind a block's last word. */
static void trim_end(struct node *block)
{
    struct node *node = block;
    while (node->last)
        node = node->last;
    if (node->kind != NODE_TEXT || *g_strchomp(node->text))
        return;
    node_unlink(node);
    node_free(node);
    trim_end(block);
}

/* Code is one text, whatever stood between its tags. */
static void finish_code(struct node *code)
{
    g_free(code->text);
    code->text = NULL; /* of what stands in it alone */
    code->text = node_words(code);
    while (code->first) {
        struct node *child = code->first;
        node_unlink(child);
        node_free(child);
    }
}

static void close_node(struct html_reader *r)
{
    if (r->at->kind == NODE_CODE)
        finish_code(r->at);
    if (r->at->kind == NODE_PARAGRAPH || r->at->kind == NODE_HEADING || r->at->kind == NODE_CELL)
        trim_end(r->at);
    r->at = r->at->parent;
}

/* Ends the paragraph that is open, with all inside it. */
static void end_line(struct html_reader *r)
{
    while (r->at != r->root && holds_words(r->at->kind) && r->at->kind != NODE_CELL)
        close_node(r);
}

/* Makes sure that words have a paragraph to stand in. */
static void begin_line(struct html_reader *r)
{
    if (holds_blocks(r->at->kind))
        open_node(r, NODE_PARAGRAPH);
}

/* The node that an end tag, or the next element of its kind, closes; NULL: there is none. */
static struct node *find_open(const struct html_reader *r, enum node_kind kind)
{
    struct node *node = r->at;
    while (node != r->root && node->kind != kind)
        node = node->parent;
    return node == r->root ? NULL : node;
}

static void close_until(struct html_reader *r, const struct node *node)
{
    while (r->at != node)
        close_node(r);
    close_node(r);
}

static void read_span(struct html_reader *r, const struct html_token *tag)
{
    g_autofree char *lang = html_attribute(tag, "lang"), *dir = html_attribute(tag, "dir");
    r->at->as.span.lang = span_lang(lang, r->pos, r->diag);
    r->at->as.span.direction = span_direction(dir, r->pos, r->diag);
    r->at->as.span.quoted = strcmp(tag->name, "q") == 0;
}

/* Without an address it is a name for others to lead to, which says nothing. */
static void read_link(struct html_reader *r, const struct html_token *tag)
{
    g_autofree char *url = html_attribute(tag, "href"), *title = html_attribute(tag, "title");
    r->at->as.link.url = url ? link_url(url, r->pos, r->diag) : g_strdup("");
    if (title)
        link_check_title(title, "", r->pos, r->diag);
}

static void read_abbreviation(struct html_reader *r, const struct html_token *tag)
{
    r->at->as.abbreviation.expansion = html_attribute(tag, "title");
}

/* True where a node of the kind may stand in one of kind `parent`. */
static bool may_stand_in(enum node_kind kind, enum node_kind parent)
{
    if (kind == NODE_ITEM)
        return parent == NODE_LIST;
    if (kind == NODE_ROW)
        return parent == NODE_TABLE;
    return kind < NODE_TEXT ? holds_blocks(parent) : holds_words(parent);
}

static void open_element(struct html_reader *r, const struct html_token *tag, enum node_kind kind)
{
    if (kind < NODE_TEXT)
        end_line(r);
    else
        begin_line(r);
    const struct node *same = kind == NODE_ITEM || kind == NODE_ROW ? find_open(r, kind) : NULL;
    const struct node *list = find_open(r, kind == NODE_ITEM ? NODE_LIST : NODE_TABLE);
    if (same && (!list || list->parent != same) && r->at->kind != NODE_LIST)
        close_until(r, same);
    if (!may_stand_in(kind, r->at->kind)) {
        refuse(r, tag);
        return;
    }
    open_node(r, kind);
    if (kind == NODE_CODE)
        r->at->text = g_strdup(""); /* and so it stays where it is never closed */
    else if (kind == NODE_SPAN)
        read_span(r, tag);
    else if (kind == NODE_LINK)
        read_link(r, tag);
    else if (kind == NODE_ABBREVIATION)
        read_abbreviation(r, tag);
}

/* Headings in HTML say their level; a summary stands below the last heading. */
static void open_heading(struct html_reader *r, const struct html_token *tag)
{
    end_line(r);
    if (!holds_blocks(r->at->kind)) {
        refuse(r, tag);
        return;
    }
    int level = html_summary_level(r->article);
    open_node(r, NODE_HEADING);
    r->at->as.heading.summary = tag->name[0] != 'h';
    r->at->as.heading.level = tag->name[0] == 'h' ? tag->name[1] - '0' : level;
}

/* What follows details stands under no heading of theirs: a rule parts it from them. */
static void end_details(struct html_reader *r)
{
    int level = html_details_level(r->article);
    if (level > 0 && may_stand_in(NODE_RULE, r->at->kind))
        node_new(NODE_RULE, r->pos, r->at)->as.rule.ends = level;
}

static void open_list(struct html_reader *r, const struct html_token *tag)
{
    g_autofree char *start = html_attribute(tag, "start"), *type = html_attribute(tag, "type"),
                    *reversed = html_attribute(tag, "reversed");
    end_line(r);
    bool stands = holds_blocks(r->at->kind);
    if ((type && strcmp(type, "1") != 0) || reversed || !stands)
        refuse(r, tag);
    if (!stands)
        return;
    open_node(r, NODE_LIST);
    r->at->as.list.ordered = strcmp(tag->name, "ol") == 0;
    r->at->as.list.tight = true;
    r->at->as.list.start = start ? atoi(start) : 1;
    r->at->as.list.delimiter = '.';
}

static bool is_joined(const struct html_token *tag, const char *attribute)
{
    g_autofree char *span = html_attribute(tag, attribute);
    return span && atoi(span) != 1;
}

static void open_cell(struct html_reader *r, const struct html_token *tag)
{
    struct node *open = find_open(r, NODE_CELL);
    if (open)
        close_until(r, open);
    if (r->at->kind != NODE_ROW || is_joined(tag, "colspan") || is_joined(tag, "rowspan")) {
        refuse(r, tag);
        return;
    }
    open_node(r, NODE_CELL);
    r->at->as.cell.header = strcmp(tag->name, "th") == 0;
}

static void open_table(struct html_reader *r, const struct html_token *tag)
{
    end_line(r);
    if (!holds_blocks(r->at->kind))
        refuse(r, tag);
    else
        open_node(r, NODE_TABLE);
}

/* Adds what has no content, where it may stand; NULL, refused, where it may not. */
static struct node *add_leaf(struct html_reader *r, const struct html_token *tag,
                             enum node_kind kind)
{
    if (kind < NODE_TEXT)
        end_line(r);
    else
        begin_line(r);
    if (may_stand_in(kind, r->at->kind))
        return node_new(kind, r->pos, r->at);
    refuse(r, tag);
    return NULL;
}

static void add_image(struct html_reader *r, const struct html_token *tag)
{
    g_autofree char *src = html_attribute(tag, "src"), *alt = html_attribute(tag, "alt"),
                    *caption = html_attribute(tag, "title");
    struct node *node = add_leaf(r, tag, NODE_IMAGE);
    if (node)
        image_fill(r->article, node, src ? src : "", alt ? alt : "", caption, r->diag);
}

static void open_tag(struct html_reader *r, const struct html_token *token)
{
    const struct html_tag *tag = html_tag_find(token->name);
    html_check_language(token, r->article->lang, r->pos, r->diag);
    bool refused = html_takes_back(token) || html_holds_words(token);
    switch (refused ? HTML_FATE_REFUSE : tag->fate) {
    case HTML_FATE_NODE:
        open_element(r, token, tag->kind);
        break;
    case HTML_FATE_HEADING:
        open_heading(r, token);
        break;
    case HTML_FATE_LIST:
        open_list(r, token);
        break;
    case HTML_FATE_TABLE:
        open_table(r, token);
        break;
    case HTML_FATE_CELL:
        open_cell(r, token);
        break;
    case HTML_FATE_BREAK:
    case HTML_FATE_RULE:
        add_leaf(r, token, tag->kind);
        break;
    case HTML_FATE_IMAGE:
        add_image(r, token);
        break;
    case HTML_FATE_BLOCK:
        end_line(r);
        break;
    case HTML_FATE_LOOKS:
        break;
    case HTML_FATE_REFUSE:
    case HTML_FATE_COUNT:
        refuse(r, token);
        break;
    }
}

static void close_tag(struct html_reader *r, const struct html_token *token)
{
    const struct html_tag *tag = html_tag_find(token->name);
    if (tag->fate == HTML_FATE_REFUSE || html_holds_words(token))
        refuse(r, token);
    if (tag->fate == HTML_FATE_BLOCK)
        end_line(r);
    if (strcmp(token->name, "details") == 0)
        end_details(r);
    if (tag->fate > HTML_FATE_CELL)
        return;
    struct node *open = find_open(r, tag->kind);
    if (!open) {
        refuse(r, token);
        return;
    }
    close_until(r, open);
    if (open->kind == NODE_TABLE)
        html_finish_table(open);
}

/* Words between tags, their blanks and line ends folded to one. */
static void add_text(struct html_reader *r, const struct html_token *token)
{
    if (token->length == 0)
        return;
    g_autofree char *words = html_decode(token->start, token->length);
    bool before = g_ascii_isspace(token->start[0]);
    bool after = g_ascii_isspace(token->start[token->length - 1]);
    bool blank = *words == '\0';
    if (blank && (!holds_words(r->at->kind) || !r->at->first))
        return;
    begin_line(r);
    if (!holds_words(r->at->kind)) {
        refuse(r, token);
        return;
    }
    bool first = r->at->first == NULL && r->at->kind < NODE_TEXT;
    struct node *text = node_new(NODE_TEXT, r->pos, r->at);
    text->text = blank ? g_strdup(" ")
                       : g_strconcat(before && !first ? " " : "", words, after ? " " : "", NULL);
}

/* Comments are the author's own; one that is never closed would take the text along, and words of
 * a program ("<?php") were to be shown. */
static void read_comment(struct html_reader *r, const struct html_token *token)
{
    g_autofree char *comment = g_strndup(token->start, token->length);
    bool program = g_str_has_prefix(comment, "<?");
    if (program || !g_str_has_suffix(comment, ">"))
        refuse(r, token);
    else
        checks_comment_apply(comment, r->pos, r->diag);
}

/* Words among blocks get a paragraph. */
static bool is_too_deep(const struct html_reader *r, bool opens)
{
    int depth = node_depth(r->at) + holds_blocks(r->at->kind) + opens;
    return html_refuse_nesting(r->refusals, depth, r->pos, r->diag);
}

static void read_token(struct html_reader *r, const struct html_token *token)
{
    bool opens = token->kind == HTML_OPEN;
    if ((opens || token->kind == HTML_TEXT) && is_too_deep(r, opens))
        return;
    switch (token->kind) {
    case HTML_TEXT:
        add_text(r, token);
        break;
    case HTML_OPEN:
        open_tag(r, token);
        break;
    case HTML_CLOSE:
        close_tag(r, token);
        break;
    case HTML_COMMENT:
        read_comment(r, token);
        break;
    case HTML_TOKEN_KIND_COUNT:
        g_assert_not_reached();
    }
}

/* A row without a cell, a list without an item: nothing of theirs can be shown. From a node on, or
 * none. */
static void drop_empty(struct node *from)
{
    for (struct node *node = from, *next; node; node = next) {
        next = node->next;
        bool shell = node->kind == NODE_LIST || node->kind == NODE_TABLE || node->kind == NODE_ROW;
        if (shell || holds_blocks(node->kind))
            drop_empty(node->first);
        if ((shell || node->kind == NODE_PARAGRAPH) && !node->first) {
            node_unlink(node);
            node_free(node);
        }
    }
}

/* Moves `pos` past `length` bytes; its column is known in the first line alone, since the parser
 * has taken off what the later ones are indented by. */
static void advance(struct pos *pos, const char *html, size_t length)
{
    for (const char *p = html; p < html + length; p++) {
        pos->line += *p == '\n';
        if (*p == '\n')
            pos->col = 0;
        else if (pos->col > 0 && ((unsigned char)*p & 0xc0) != 0x80)
            pos->col++;
    }
}

void html_read_block(struct article *article, const char *html, struct pos pos, struct node *parent,
                     struct html_refusals *refusals, struct diag *diag)
{
    struct html_reader r = {article, diag, parent, parent, pos, refusals};
    struct node *before = parent->last;
    struct html_token token;
    html_refusals_begin(refusals);
    for (const char *from = html, *at = html; html_next(&at, &token); from = at) {
        read_token(&r, &token);
        advance(&r.pos, from, (size_t)(at - from));
    }
    end_line(&r);
    html_end_block(refusals, parent, r.at, diag);
    for (; r.at != parent; close_node(&r))
        if (r.at->kind == NODE_TABLE)
            html_finish_table(r.at);
    drop_empty(before ? before->next : parent->first);
}

struct node *html_read_inline(struct article *article, const char *html, struct pos pos,
                              struct node *root, struct node *at, struct html_refusals *refusals,
                              struct diag *diag)
{
    struct html_reader r = {article, diag, root, at, pos, refusals};
    struct html_token token;
    for (const char *p = html; html_next(&p, &token);) {
        const struct html_tag *tag = html_tag_find(token.name);
        bool is_tag = token.kind == HTML_OPEN || token.kind == HTML_CLOSE;
        bool block = is_tag && tag->kind < NODE_TEXT && tag->fate != HTML_FATE_BLOCK;
        if (is_tag)
            html_watch_words(refusals, &token, pos, root);
        if (block && tag->fate != HTML_FATE_REFUSE)
            refuse(&r, &token);
        else
            read_token(&r, &token);
    }
    return r.at;
}
