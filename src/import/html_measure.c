/*
 * What is above and below each element, measured once for the whole page.
 */
#include "import/html_parts.h"

#include "content/address.h"

#include <string.h>

static struct html_view *new_view(GPtrArray *views, xmlNode *node)
{
    struct html_view *view = g_new0(struct html_view, 1);
    const xmlNode *parent = node->parent;
    bool inside = parent && parent->type == XML_ELEMENT_NODE && html_view(parent)->in_text;
    view->holds_main = html_is(node, "main") || html_value_is(node, "role", "main");
    view->holds_text = view->holds_main || html_is(node, "article");
    view->in_text = inside || view->holds_text;
    view->titles = html_is(node, "h1");
    g_ptr_array_add(views, view);
    node->_private = view;
    return view;
}

static size_t count_letters(const xmlNode *node)
{
    size_t letters = 0;
    for (const char *p = (const char *)node->content; p && *p; p++)
        letters += !g_ascii_isspace(*p);
    return letters;
}

static bool leads_out(const xmlNode *link, const char *base)
{
    g_autofree char *href = html_value(link, "href");
    return href && address_kind(href) == ADDRESS_WEB && !(base && address_same_host(href, base));
}

/* What is known of the node goes to what it stands in. */
static void pass_up(const xmlNode *node, const char *base)
{
    const xmlNode *parent = node->parent;
    if (!parent || parent->type != XML_ELEMENT_NODE)
        return;
    struct html_view *above = html_view(parent);
    if (node->type == XML_TEXT_NODE) {
        above->letters += (unsigned)count_letters(node);
        return;
    }
    if (node->type != XML_ELEMENT_NODE)
        return;
    const struct html_view *view = html_view(node);
    bool link = html_is(node, "a");
    static const char *const unseen[] = {"script", "style", "template", NULL};
    if (html_is_one_of(node, unseen))
        return;
    above->holds_text |= view->holds_text;
    above->holds_main |= view->holds_main;
    above->holds_panel |= view->holds_panel || (node->properties && html_is_panel(node));
    above->letters += view->letters;
    above->titles += view->titles;
    above->linked += link ? view->letters : view->linked;
    above->links += view->links + link;
    above->outward += view->outward + (link && leads_out(node, base));
    above->holds_heading |= view->holds_heading || html_heading_level(node) > 0 ||
                            html_is(node, "summary") || html_is_hidden_heading(node);
}

GPtrArray *html_measure(xmlNode *root, const char *base)
{
    GPtrArray *views = g_ptr_array_new_with_free_func(g_free);
    xmlNode *n = root;
    while (n) {
        if (n->type == XML_ELEMENT_NODE) {
            new_view(views, n);
            if (n->children) {
                n = n->children;
                continue;
            }
        }
        pass_up(n, base);
        while (n != root && !n->next) {
            n = n->parent;
            pass_up(n, base);
        }
        n = n == root ? NULL : n->next;
    }
    return views;
}
