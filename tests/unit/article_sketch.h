/*
 * Loads articles from text and draws their trees as one line of text. Header only, for the tests
 * of articles.
 */
#ifndef HANDOUT_TESTS_ARTICLE_SKETCH_H
#define HANDOUT_TESTS_ARTICLE_SKETCH_H

#include "scratch.h"

#include "content/article.h"

static inline struct article *load(struct scratch *s, const char *text)
{
    g_autofree char *path = scratch_write(s, "a.md", text, -1);
    return article_load(path, s->diag);
}

/* A body below a title. */
static inline struct article *load_body(struct scratch *s, const char *body)
{
    g_autofree char *text = g_strconcat("---\ntitle: T\n---\n", body, NULL);
    return load(s, text);
}

static inline const char *kind_name(enum node_kind kind)
{
    static const char *const names[NODE_KIND_COUNT] = {
        [NODE_ARTICLE] = "article",
        [NODE_HEADING] = "h",
        [NODE_PARAGRAPH] = "p",
        [NODE_LIST] = "list",
        [NODE_ITEM] = "item",
        [NODE_CALLOUT] = "callout",
        [NODE_QUOTE] = "quote",
        [NODE_CODE_BLOCK] = "pre",
        [NODE_RULE] = "rule",
        [NODE_TABLE] = "table",
        [NODE_ROW] = "row",
        [NODE_CELL] = "cell",
        [NODE_TEXT] = "",
        [NODE_BLANK] = "blank",
        [NODE_INSERTED] = "ins",
        [NODE_SUPERSCRIPT] = "sup",
        [NODE_SUBSCRIPT] = "sub",
        [NODE_SPAN] = "span",
        [NODE_ABBREVIATION] = "abbr",
        [NODE_CODE] = "code",
        [NODE_EMPHASIS] = "em",
        [NODE_STRONG] = "strong",
        [NODE_STRIKE] = "strike",
        [NODE_LINK] = "link",
        [NODE_IMAGE] = "image",
        [NODE_SOFT_BREAK] = "soft",
        [NODE_NOTE] = "note",
        [NODE_REFERENCE] = "ref",
        [NODE_HARD_BREAK] = "hard",
    };
    return names[kind];
}

/* The tree in one line: kind(children), text in quotes. */
static inline void sketch(const struct node *node, GString *out)
{
    g_string_append(out, kind_name(node->kind));
    if (node->kind == NODE_HEADING)
        g_string_append_printf(out, "%d", node->as.heading.tagged_level);
    if (node->text)
        g_string_append_printf(out, "'%s'", node->text);
    if (!node->first)
        return;
    g_string_append_c(out, '(');
    for (const struct node *child = node->first; child; child = child->next) {
        assert_ptr_equal(child->parent, node);
        if (child != node->first)
            g_string_append_c(out, ' ');
        sketch(child, out);
        assert_true(child->next || child == node->last);
    }
    g_string_append_c(out, ')');
}

static inline void assert_tree(const struct article *article, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    for (const struct node *n = article->root->first; n; n = n->next) {
        if (found->len)
            g_string_append_c(found, ' ');
        sketch(n, found);
    }
    assert_string_equal(found->str, wanted);
}

static inline void assert_body(struct scratch *s, const char *body, const char *wanted)
{
    struct article *article = load_body(s, body);
    assert_tree(article, wanted);
    article_free(article);
}

static inline void assert_place(const struct node *node, int line, int col)
{
    assert_int_equal(node->pos.line, line);
    assert_int_equal(node->pos.col, col);
}

#endif
