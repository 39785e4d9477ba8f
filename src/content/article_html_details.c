/*
 * Details of HTML: their summary is a heading, and a rule ends them. Which of them are open is read
 * off the tree, since the HTML between their tags may come in many blocks of Markdown.
 */
#include "content/article_html.h"

int html_summary_level(const struct article *article)
{
    int level = 2;
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->kind == NODE_HEADING)
            level = MIN(n->as.heading.level + 1, 6);
        else if (n->kind == NODE_RULE && n->as.rule.ends > 0)
            level = n->as.rule.ends;
    return level;
}

int html_details_level(const struct article *article)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->kind == NODE_HEADING && n->as.heading.summary)
            g_ptr_array_add(open, n);
        else if (n->kind == NODE_RULE && n->as.rule.ends > 0 && open->len > 0)
            g_ptr_array_set_size(open, (int)open->len - 1);
    if (open->len == 0)
        return 0;
    return ((const struct node *)open->pdata[open->len - 1])->as.heading.level;
}
