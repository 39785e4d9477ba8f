/*
 * Links to headings of the same article, "[words](#heading)". Headings are called what GitHub calls
 * them, as authors know it from there; letters without their marks will do, too.
 */
#include "content/article_parts.h"

#include "base/nearest.h"
#include "base/slug.h"

#include <limits.h>
#include <string.h>

/* Every heading's name, of its own: the second of two gets a number. */
static void name_headings(struct node *root)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (struct node *node = root; node; node = node_next(node, root)) {
        if (node->kind != NODE_HEADING)
            continue;
        g_autofree char *words = node_words(node);
        g_autofree char *plain = g_utf8_normalize(words, -1, G_NORMALIZE_NFKC); /* "h2o" of H₂O */
        g_autofree char *slug = slug_of_heading(plain);
        char *anchor = g_strdup(*slug ? slug : "section");
        for (unsigned i = 1; g_hash_table_contains(taken, anchor); i++) {
            g_free(anchor);
            anchor = g_strdup_printf("%s-%u", *slug ? slug : "section", i);
        }
        node->as.heading.anchor = anchor;
        g_hash_table_add(taken, anchor);
    }
}

static bool is_called(const struct node *heading, const char *name)
{
    g_autofree char *exact = slug_of_heading(name);
    if (strcmp(exact, heading->as.heading.anchor) == 0)
        return true;
    g_autofree char *plain = slug_new(name, INT_MAX);
    g_autofree char *own = slug_new(heading->as.heading.anchor, INT_MAX);
    return plain && own && strcmp(plain, own) == 0;
}

static const struct node *find_heading(struct node *root, const char *name)
{
    for (struct node *node = root; node; node = node_next(node, root))
        if (node->kind == NODE_HEADING && is_called(node, name))
            return node;
    return NULL;
}

static const struct node *find_target(struct node *root, const char *url)
{
    g_autofree char *name = g_uri_unescape_string(url, NULL);
    return find_heading(root, name ? name : url);
}

bool article_has_heading(const struct article *article, const char *name)
{
    return article && find_target(article->root, name);
}

static void report_unknown(struct node *root, const struct node *link, const char *url,
                           struct diag *diag)
{
    g_autofree char *unescaped = g_uri_unescape_string(url, NULL);
    const char *name = unescaped ? unescaped : url;
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (struct node *node = root; node; node = node_next(node, root))
        if (node->kind == NODE_HEADING)
            g_ptr_array_add(known, node->as.heading.anchor);
    g_ptr_array_add(known, NULL);
    const char *near = nearest_word(name, (const char *const *)known->pdata);
    if (near)
        diag_report(diag, RULE_LINK_INSIDE, link->pos,
                    "no heading is called '#%s': did you mean '#%s'?", name, near);
    else
        diag_report(diag, RULE_LINK_INSIDE, link->pos,
                    "no heading is called '#%s': write the heading's words in small letters, with "
                    "hyphens between them",
                    name);
}

/* Aims the links at and below `from`, which stand in the article `root` or beside it. */
static void tie(struct node *root, struct node *from, struct diag *diag)
{
    for (struct node *node = from; node; node = node_next(node, from)) {
        if (node->kind != NODE_LINK || *node->as.link.url != '#')
            continue;
        node->as.link.target = find_target(root, node->as.link.url + 1);
        if (!node->as.link.target)
            report_unknown(root, node, node->as.link.url + 1, diag);
        *node->as.link.url = '\0';
    }
}

void article_tie_links(struct article *article, struct diag *diag)
{
    GHashTableIter lines;
    gpointer line;
    name_headings(article->root);
    tie(article->root, article->root, diag);
    g_hash_table_iter_init(&lines, article->lines);
    while (g_hash_table_iter_next(&lines, NULL, &line))
        tie(article->root, line, diag);
}
