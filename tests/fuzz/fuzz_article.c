/*
 * Any bytes as an article: front matter, Markdown, HTML in it. Whatever comes out is UTF-8 and
 * nested no deeper than later stages may recurse. Then the editor's checks.
 */
#include "content/article_parts.h"
#include "examine/check.h"
#include "fuzz.h"

static void check_node(const struct node *node, int depth)
{
    g_assert_cmpint(depth, <=, NESTING_LIMIT + 1);
    g_assert_true(!node->text || g_utf8_validate(node->text, -1, NULL));
    g_assert_cmpint(node->pos.line, >=, 1);
    for (const struct node *child = node->first; child; child = child->next) {
        g_assert_true(child->parent == node);
        check_node(child, depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *path = fuzz_file(data, size);
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    g_assert_true(article || diag_errors(diag) > 0);
    if (article) {
        check_node(article->root, 0);
        check_article(article, NULL, fuzz_labels(), DEPTH_FULL, diag);
    }
    article_free(article);
    fuzz_print(diag);
    diag_free(diag);
    return 0;
}
