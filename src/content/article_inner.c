/*
 * Links to headings of the same article, "[words](#heading)". Headings are called what GitHub calls
 * them, as authors know it from there; letters without their marks will do, too.
 */
#include "content/article_parts.h"

#include "base/nearest.h"
#include "base/slug.h"

#include <limits.h>
#include <string.h>

/* Before a heading's name in letters without their marks, among those of all headings. */
#define PLAIN "~"

/* A name for the heading, of its own: the second of two gets a number. `next`: numbers to try, by
 * the names that have some already. */
static char *new_name(GHashTable *taken, GHashTable *next, const char *slug)
{
    char *name = g_strdup(slug);
    unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(next, slug));
    while (g_hash_table_contains(taken, name)) {
        g_free(name);
        name = g_strdup_printf("%s-%u", slug, ++number);
    }
    g_hash_table_insert(next, g_strdup(slug), GUINT_TO_POINTER(number));
    return name;
}

static void name_heading(GHashTable *headings, GHashTable *next, struct node *heading)
{
    g_autofree char *words = node_words(heading);
    g_autofree char *normal = g_str_is_ascii(words) /* else "h2o" of H₂O */
                                  ? g_strdup(words)
                                  : g_utf8_normalize(words, -1, G_NORMALIZE_NFKC);
    g_autofree char *slug = slug_of_heading(normal);
    char *name = new_name(headings, next, *slug ? slug : "section");
    g_autofree char *plain = slug_new(name, INT_MAX);
    heading->as.heading.anchor = name;
    g_hash_table_insert(headings, g_strdup(name), heading);
    g_autofree char *key = g_strconcat(PLAIN, plain, NULL);
    if (plain && !g_hash_table_contains(headings, key))
        g_hash_table_insert(headings, g_steal_pointer(&key), heading);
}

static GHashTable *name_headings(struct node *root)
{
    GHashTable *headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) next = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (struct node *node = root; node; node = node_next(node, root))
        if (node->kind == NODE_HEADING)
            name_heading(headings, next, node);
    return headings;
}

static const struct node *find_target(const struct article *article, const char *url)
{
    g_autofree char *unescaped = g_uri_unescape_string(url, NULL);
    const char *name = unescaped ? unescaped : url;
    g_autofree char *exact = slug_of_heading(name), *plain = slug_new(name, INT_MAX);
    g_autofree char *key = g_strconcat(PLAIN, plain, NULL);
    const struct node *heading = g_hash_table_lookup(article->headings, exact);
    return heading || !plain ? heading : g_hash_table_lookup(article->headings, key);
}

bool article_has_heading(const struct article *article, const char *name)
{
    return article && find_target(article, name);
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

/* Aims the links at and below `from`, which stand in the article or beside it. */
static void tie(const struct article *article, struct node *from, struct diag *diag)
{
    for (struct node *node = from; node; node = node_next(node, from)) {
        if (node->kind != NODE_LINK || *node->as.link.url != '#')
            continue;
        node->as.link.target = find_target(article, node->as.link.url + 1);
        if (!node->as.link.target)
            report_unknown(article->root, node, node->as.link.url + 1, diag);
        *node->as.link.url = '\0';
    }
}

void article_tie_links(struct article *article, struct diag *diag)
{
    GHashTableIter lines;
    gpointer line;
    article->headings = name_headings(article->root);
    tie(article, article->root, diag);
    g_hash_table_iter_init(&lines, article->lines);
    while (g_hash_table_iter_next(&lines, NULL, &line))
        tie(article, line, diag);
}
