/*
 * cmark's tree to ours. One table says what each kind of cmark node becomes and which function
 * fills in the rest; the walk itself is the same for all. Awkward: cmark counts columns in bytes,
 * forgets what a paragraph's later lines stand behind, and gives no place to line breaks and to
 * what its extensions make.
 */
#include "base/paths.h"
#include "content/article_html.h"
#include "content/article_parts.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <string.h>

struct builder {
    struct article *article;
    struct diag *diag;
    struct body *body;
    struct pos last;       /* the latest place known: stands in where cmark gives none */
    cmark_node *leaf;      /* the block whose inlines are being read */
    int uncounted, behind; /* its lines that cmark does not count, as a backslash ended them; their
                              bytes, since a line end that it counted */
    int indent;            /* columns left of the text in its file */
    struct html_refusals refusals;
};

struct conversion {
    const char *type; /* cmark's name of the node */
    enum node_kind kind;
    void (*fill)(struct builder *b, struct node *node, cmark_node *from);
};

static void convert_children(struct builder *b, cmark_node *from, struct node *parent);

static int further_in(const struct builder *b, struct body_line line, int number)
{
    bool later = b->leaf && number > cmark_node_get_start_line(b->leaf);
    return later ? markdown_further_in(b->leaf, line.text) : 0;
}

/* cmark gives links and pictures the line that they end in; what they hold starts earlier. */
static int first_line_of(cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);
    int line = cmark_node_get_start_line(node);
    int inner = child ? cmark_node_get_start_line(child) : 0;
    return inner > 0 ? MIN(line, inner) : line;
}

static struct pos place(struct builder *b, cmark_node *from)
{
    int number = first_line_of(from);
    if (number < 1)
        return b->last;
    number += b->leaf ? b->uncounted : 0;
    int column = cmark_node_get_start_column(from) - (b->leaf ? b->behind : 0);
    struct body_line line = body_line(b->body, number);
    int bytes = MAX(column - 1 + further_in(b, line, number), 0);
    b->last = body_pos(b->body, number, bytes);
    b->last.col += b->indent;
    return b->last;
}

/* Counts a line of the leaf that ends here, where cmark does not. */
static void pass_line_end(struct builder *b, bool hard)
{
    int number = b->last.line - b->body->first_line + 1;
    struct body_line line = body_line(b->body, number);
    bool counted = !hard || line.bytes == 0 || line.text[line.bytes - 1] != '\\';
    int margin = b->leaf ? MAX(cmark_node_get_start_column(b->leaf) - 1, 0) : 0;
    int bytes = line.bytes - margin - further_in(b, line, number) + 1;
    b->uncounted += !counted;
    b->behind = counted ? 0 : b->behind + bytes;
}

static void fill_code(struct builder *b, struct node *node, cmark_node *from)
{
    node->text = signs_words(cmark_node_get_literal(from), node->pos, false, b->diag);
}

/* Bytes of the blank to fill in at a place of the words: a run of '_', which may be shorter where a
 * sign alone parts it from another one, as in "__/__/____"; 0: there is none. */
static size_t blank_at(const char *words, const char *at)
{
    static const char between[] = "/-.:";
    size_t length = strspn(at, "_");
    if (length == 0 || length >= BLANK_LEAST)
        return length;
    bool follows = at > words + 1 && strchr(between, at[-1]) && at[-2] == '_';
    bool leads = at[length] && strchr(between, at[length]) && at[length + 1] == '_';
    return length + 1 == BLANK_LEAST && (follows || leads) ? length : 0;
}

/* The author's words are text, their runs of '_' blanks to fill in. */
static void convert_text(struct builder *b, cmark_node *from, struct node *parent)
{
    struct pos pos = place(b, from);
    g_autofree char *words = signs_words(cmark_node_get_literal(from), pos, false, b->diag);
    for (const char *at = words; *at;) {
        size_t blank = blank_at(words, at), text = 0;
        while (blank == 0 && at[text] && blank_at(words, at + text) == 0)
            text += MAX(strcspn(at + text, "_"), strspn(at + text, "_"));
        size_t length = blank == 0 ? text : blank;
        struct node *node = node_new(blank == 0 ? NODE_TEXT : NODE_BLANK, pos, parent);
        node->text = g_strndup(at, length);
        pos.col += (int)g_utf8_strlen(at, (gssize)length);
        at += length;
    }
}

static void fill_code_block(struct builder *b, struct node *node, cmark_node *from)
{
    node->text = signs_words(cmark_node_get_literal(from), node->pos, true, b->diag);
    size_t n = strlen(node->text);
    if (n && node->text[n - 1] == '\n')
        node->text[n - 1] = '\0';
}

static void fill_heading(struct builder *b, struct node *node, cmark_node *from)
{
    (void)b;
    node->as.heading.level = cmark_node_get_heading_level(from);
}

static void fill_list(struct builder *b, struct node *node, cmark_node *from)
{
    (void)b;
    node->as.list.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
    node->as.list.tight = cmark_node_get_list_tight(from);
    node->as.list.start = node->as.list.ordered ? cmark_node_get_list_start(from) : 0;
    node->as.list.delimiter = cmark_node_get_list_delim(from) == CMARK_PAREN_DELIM ? ')' : '.';
}

static void fill_task(struct builder *b, struct node *node, cmark_node *from)
{
    (void)b;
    node->as.item.task =
        cmark_gfm_extensions_get_tasklist_item_checked(from) ? TASK_DONE : TASK_OPEN;
}

static enum alignment alignment_of(uint8_t letter)
{
    return letter == 'c' ? ALIGN_CENTER : letter == 'r' ? ALIGN_END : ALIGN_START;
}

static void fill_table(struct builder *b, struct node *node, cmark_node *from)
{
    (void)b;
    int columns = cmark_gfm_extensions_get_table_columns(from);
    const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(from);
    node->as.table.columns = columns;
    node->as.table.alignments = g_new0(enum alignment, columns);
    for (int i = 0; i < columns; i++)
        node->as.table.alignments[i] = alignment_of(letters[i]);
}

/* Cells in the source of a table row: bars that are not escaped part them. */
static int count_cells(const char *row)
{
    int cells = 1;
    bool open = false; /* something stands after the last bar */
    for (const char *p = row + (*row == '|'); *p && *p != '\n'; p++) {
        if (*p == '|') {
            cells++;
            open = false;
            continue;
        }
        open |= *p != ' ' && *p != '\t';
        if (*p == '\\' && p[1] && p[1] != '\n')
            p++;
    }
    return open ? cells : cells - 1;
}

/* GFM drops the cells of a row that its header has no column for; we do not let words go
 * unnoticed. */
static void fill_row(struct builder *b, struct node *node, cmark_node *from)
{
    struct body_line line = body_line(b->body, cmark_node_get_start_line(from));
    int start = MAX(cmark_node_get_start_column(from) - 1, 0);
    int cells = start < line.bytes ? count_cells(line.text + start) : 0;
    int columns = node->parent->as.table.columns;
    if (cells > columns)
        diag_report(b->diag, RULE_TABLE_CELLS, node->pos,
                    "this row has %d cells but the table's header has %d: "
                    "widen the header, or write '\\|' for a bar within a cell",
                    cells, columns);
}

static void fill_link(struct builder *b, struct node *node, cmark_node *from)
{
    g_autofree char *url = g_strdup(cmark_node_get_url(from));
    signs_show(url);
    node->as.link.url = link_url(url, node->pos, b->diag);
    g_autofree char *words = markdown_words(from);
    g_autofree char *title = signs_words(cmark_node_get_title(from), node->pos, false, b->diag);
    link_check_title(title, words, node->pos, b->diag);
}

/* The parser has replaced the reference's name by the note's number. */
static void fill_reference(struct builder *b, struct node *node, cmark_node *from)
{
    (void)b;
    node->as.reference.number = (unsigned)strtoul(cmark_node_get_literal(from), NULL, 10);
}

static void fill_note(struct builder *b, struct node *node, cmark_node *from)
{
    node->as.note.label = note_label(body_line_seen(b->body, cmark_node_get_start_line(from)));
}

static void fill_image(struct builder *b, struct node *node, cmark_node *from)
{
    g_autofree char *url = g_strdup(cmark_node_get_url(from));
    convert_children(b, from, node);
    g_autofree char *alt = node_words(node);
    for (struct node *inner; (inner = node->first); node_free(inner))
        node_unlink(inner);
    signs_show(url);
    g_autofree char *caption = signs_words(cmark_node_get_title(from), node->pos, false, b->diag);
    image_fill(b->article, node, url, alt, caption, b->diag);
}

static const struct conversion conversions[] = {
    {"heading", NODE_HEADING, fill_heading},
    {"paragraph", NODE_PARAGRAPH, NULL},
    {"list", NODE_LIST, fill_list},
    {"item", NODE_ITEM, NULL},
    {"tasklist", NODE_ITEM, fill_task},
    {"block_quote", NODE_QUOTE, NULL},
    {"code_block", NODE_CODE_BLOCK, fill_code_block},
    {"thematic_break", NODE_RULE, NULL},
    {"table", NODE_TABLE, fill_table},
    {"table_header", NODE_ROW, NULL},
    {"table_row", NODE_ROW, fill_row},
    {"table_cell", NODE_CELL, NULL},
    {"code", NODE_CODE, fill_code},
    {"emph", NODE_EMPHASIS, NULL},
    {"strong", NODE_STRONG, NULL},
    {"strikethrough", NODE_STRIKE, NULL},
    {"link", NODE_LINK, fill_link},
    {"footnote_reference", NODE_REFERENCE, fill_reference},
    {"footnote_definition", NODE_NOTE, fill_note},
    {"image", NODE_IMAGE, fill_image},
    {"softbreak", NODE_SOFT_BREAK, NULL},
    {"linebreak", NODE_HARD_BREAK, NULL},
};

/* As cmark calls it; for notes it has no word. */
static const char *type_of(cmark_node *from)
{
    cmark_node_type type = cmark_node_get_type(from);
    return type == CMARK_NODE_FOOTNOTE_REFERENCE    ? "footnote_reference"
           : type == CMARK_NODE_FOOTNOTE_DEFINITION ? "footnote_definition"
                                                    : cmark_node_get_type_string(from);
}

static const struct conversion *find_conversion(const char *type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(conversions); i++)
        if (strcmp(conversions[i].type, type) == 0)
            return &conversions[i];
    return NULL;
}

static char *html_of(cmark_node *from)
{
    char *html = g_strdup(cmark_node_get_literal(from));
    signs_show(html);
    return html;
}

static void convert_html_block(struct builder *b, cmark_node *from, struct node *parent)
{
    g_autofree char *html = html_of(from);
    b->leaf = NULL;
    html_read_block(b->article, html, place(b, from), parent, &b->refusals, b->diag);
}

static bool has_words(struct node *node)
{
    g_autofree char *words = node_words(node);
    return *words != '\0';
}

/* A node that turned out to show nothing is taken out, with a report where its author may wonder.
 */
static void drop_if_empty(struct builder *b, struct node *node)
{
    bool heading = node->kind == NODE_HEADING, link = node->kind == NODE_LINK;
    if ((!heading && !link && node->kind != NODE_PARAGRAPH) || has_words(node))
        return;
    if (node->kind == NODE_PARAGRAPH && node->first)
        return; /* a picture without words, which is reported already */
    if (heading)
        diag_report(b->diag, RULE_HEADING_LEVEL, node->pos,
                    "this heading has no words, so it is left out");
    if (link)
        diag_report(b->diag, RULE_LINK_TARGET, node->pos,
                    "this link has no words: write them between the brackets");
    if (link && *node->as.link.url) {
        node_new(NODE_TEXT, node->pos, node)->text = g_strdup(node->as.link.url);
        return;
    }
    node_unlink(node);
    node_free(node);
}

static bool holds_inlines(enum node_kind kind)
{
    return kind == NODE_HEADING || kind == NODE_PARAGRAPH || kind == NODE_CELL;
}

static bool is_inline(enum node_kind kind)
{
    return kind >= NODE_TEXT;
}

static void convert(struct builder *b, cmark_node *from, struct node *parent)
{
    if (cmark_node_get_type(from) == CMARK_NODE_TEXT) {
        convert_text(b, from, parent);
        return;
    }
    const struct conversion *row = find_conversion(type_of(from));
    if (!row) {
        convert_html_block(b, from, parent);
        return;
    }
    if (nesting_refuse(node_depth(parent) + 1, place(b, from), b->diag))
        return;
    if (!is_inline(row->kind)) {
        b->leaf = NULL;
        html_refusals_begin(&b->refusals);
    }
    struct node *node = node_new(row->kind, place(b, from), parent);
    if (holds_inlines(row->kind)) {
        b->leaf = from;
        b->uncounted = b->behind = 0;
    }
    if (row->kind == NODE_SOFT_BREAK || row->kind == NODE_HARD_BREAK)
        pass_line_end(b, row->kind == NODE_HARD_BREAK);
    if (row->fill)
        row->fill(b, node, from);
    if (row->kind != NODE_IMAGE)
        convert_children(b, from, node);
    eaten_check(b->body, from, node, b->diag);
    if (node->kind == NODE_QUOTE)
        article_take_alert(node, b->diag);
    drop_if_empty(b, node);
}

/* Tags within a line open and close nodes between the parser's own. */
static void convert_children(struct builder *b, cmark_node *from, struct node *parent)
{
    struct node *at = parent;
    for (cmark_node *child = cmark_node_first_child(from); child; child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) != CMARK_NODE_HTML_INLINE) {
            convert(b, child, at);
            continue;
        }
        g_autofree char *html = html_of(child);
        at = html_read_inline(b->article, html, place(b, child), parent, at, &b->refusals, b->diag);
    }
    html_end_inline(&b->refusals, parent, at, b->diag);
}

void article_read_body(struct article *article, const char *text, int first_line, struct diag *diag)
{
    struct body body;
    body_init(&body, paths_number(article->path), text, first_line);
    struct pos start = {.file = body.path, .line = first_line, .col = 1};
    struct builder builder = {.article = article, .diag = diag, .body = &body, .last = start};
    g_autofree char *safe = signs_hide(text);
    body.seen = safe;
    cmark_node *document = markdown_parse(safe);
    markdown_mark_lines(document, &body);
    article->root = node_new(NODE_ARTICLE, start, NULL);
    convert_children(&builder, document, article->root);
    article_read_spans(article->root, diag);
    article_check_lengths(article->root, diag);
    article_join_lines(article->root);
    article_tie_notes(article->root, &body, diag);
    article_check_definitions(article->root, &body, diag);
    markdown_free(document);
    html_refusals_clear(&builder.refusals);
    body_clear(&body);
}

/* Takes the first sign off the words of a line. */
static void drop_sign(struct node *line)
{
    struct node *text = line->first;
    memmove(text->text, text->text + 1, strlen(text->text));
    text->pos.col++;
    if (*text->text)
        return;
    node_unlink(text);
    node_free(text);
}

/* A bracket before the words keeps them from opening a block: no list, no heading, no quotation. */
struct node *article_read_line(struct article *article, const struct fact *fact, struct diag *diag)
{
    struct body body;
    g_autofree char *text = g_strconcat("(", fact->value, NULL);
    body_init(&body, fact->pos.file, text, fact->pos.line);
    struct builder builder = {.article = article,
                              .diag = diag,
                              .body = &body,
                              .last = fact->pos,
                              .indent = fact->pos.col - 2};
    g_autofree char *hidden = signs_hide(fact->value);
    g_autofree char *safe = g_strconcat("(", hidden, NULL);
    cmark_node *document = markdown_parse(safe);
    struct node *line = node_new(NODE_PARAGRAPH, fact->pos, NULL);
    convert_children(&builder, cmark_node_first_child(document), line);
    drop_sign(line);
    article_read_spans(line, diag);
    article_check_lengths(line, diag);
    article_join_lines(line);
    article_check_references(line, &body, diag);
    markdown_free(document);
    html_refusals_clear(&builder.refusals);
    body_clear(&body);
    return line;
}
