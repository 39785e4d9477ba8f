/*
 * The article's tree: making, joining, walking and freeing nodes, and their words. Walks follow the
 * links instead of recursing, so they take any shape of tree.
 */
#include "content/article_parts.h"

#include "base/script.h"

int node_depth(const struct node *node)
{
    int depth = 0;
    while ((node = node->parent))
        depth++;
    return depth;
}

bool nesting_refuse(int depth, struct pos pos, struct diag *diag)
{
    if (depth <= NESTING_LIMIT)
        return false;
    diag_report(diag, RULE_MARKDOWN_NESTING, pos,
                "lists, quotes or emphasis stand more than %d deep inside each other: readers "
                "cannot follow that",
                NESTING_LIMIT);
    return true;
}

struct node *node_new(enum node_kind kind, struct pos pos, struct node *parent)
{
    struct node *node = g_new0(struct node, 1);
    node->kind = kind;
    node->pos = pos;
    node->parent = parent;
    if (!parent)
        return node;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void node_unlink(struct node *node)
{
    struct node *parent = node->parent, *before = NULL;
    for (struct node *n = parent->first; n != node; n = n->next)
        before = n;
    if (before)
        before->next = node->next;
    else
        parent->first = node->next;
    if (parent->last == node)
        parent->last = before;
    node->parent = node->next = NULL;
}

static void free_one(struct node *node)
{
    if (node->kind == NODE_HEADING)
        g_free(node->as.heading.anchor);
    else if (node->kind == NODE_IMAGE)
        g_free(node->as.image.caption);
    else if (node->kind == NODE_TABLE)
        g_free(node->as.table.alignments);
    else if (node->kind == NODE_LINK)
        g_free(node->as.link.url);
    else if (node->kind == NODE_SPAN)
        g_free(node->as.span.lang);
    else if (node->kind == NODE_NOTE)
        g_free(node->as.note.label);
    else if (node->kind == NODE_ABBREVIATION)
        g_free(node->as.abbreviation.expansion);
    g_free(node->text);
    g_free(node);
}

void node_free(struct node *node)
{
    struct node *end = node ? node->parent : NULL;
    while (node != end) {
        if (node->first) {
            struct node *child = node->first;
            node->first = child->next;
            node = child;
        } else {
            struct node *parent = node->parent;
            free_one(node);
            node = parent;
        }
    }
}

struct node *node_next(struct node *node, const struct node *root)
{
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool node_is_block(const struct node *node)
{
    return node->kind < NODE_TEXT;
}

static bool is_break(const struct node *node)
{
    return node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK;
}

static void append_words(GString *words, const struct node *node);

/* What is raised, lowered or struck is so without a look of its own, too. */
static void append_marked(GString *words, const struct node *node)
{
    if (!node->first)
        return;
    g_autoptr(GString) inner = g_string_new(NULL);
    for (const struct node *n = node->first; n; n = n->next)
        append_words(inner, n);
    const char *sign = node->kind == NODE_STRIKE && inner->len > 0 ? "~~" : "";
    int raise = (node->kind == NODE_SUPERSCRIPT) - (node->kind == NODE_SUBSCRIPT);
    g_autofree char *forms = script_words(inner->str, raise);
    g_string_append_printf(words, "%s%s%s", sign, forms, sign);
}

static void append_words(GString *words, const struct node *node)
{
    if (node_is_block(node) && words->len > 0)
        g_string_append_c(words, ' ');
    if (node->text)
        g_string_append(words, node->text);
    else if (is_break(node))
        g_string_append_c(words, ' ');
    append_marked(words, node);
}

char *node_words(const struct node *node)
{
    GString *words = g_string_new(NULL);
    append_words(words, node);
    g_strstrip(words->str);
    return g_string_free(words, FALSE);
}
