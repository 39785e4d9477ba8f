/*
 * What a part of a page is by its links: a menu, a table of contents, a list of other pages.
 * Awkward: before there were other ways, whole pages were laid out in tables, with the menu in a
 * cell of its own and the foot in the last row.
 */
#include "base/pattern.h"
#include "import/html_parts.h"

#include <string.h>

/* A menu has some entries, and hardly a word beside them. */
#define MENU_LINKS 3
/* The last row of such a table is the page's foot if it has no more words. [bytes] */
#define FOOT_MOST 600
/* So far above words the link that they are of may stand. */
#define LEVELS 4
/* And its links have such a part of them, or it is the page itself with its menu beside it. */
#define FOOT_LINKED 4

/* A link past the head of the page to its text. */
bool html_is_skip_link(const xmlNode *node)
{
    g_autofree char *href = html_is(node, "a") ? html_value(node, "href") : NULL;
    const xmlNode *parent = node->parent;
    return href && *href == '#' && href[1] && !html_view(node)->in_text && html_is(parent, "body");
}

/* True for a link that is an item of a list of several. */
static bool is_item(const xmlNode *link)
{
    const xmlNode *item = link->parent;
    return html_is(item, "li") && item->parent && html_view(item->parent)->links > 1;
}

bool html_leads_on(const xmlNode *node)
{
    static struct pattern home = PATTERN("(?i)^(?:https?://[^/]+)?[./]*(?:(?:index|default|home)\\b"
                                         "[^/]*)?(?:[?#].*)?$");
    struct range found;
    for (int i = 0; i < LEVELS && node && node->type == XML_ELEMENT_NODE;
         i++, node = node->parent) {
        g_autofree char *href = html_is(node, "a") ? html_value(node, "href") : NULL;
        if (href)
            return is_item(node) || !pattern_find(&home, href, 0, &found);
    }
    return false;
}

/* A mark behind a note that leads back to the text, and says nothing. */
bool html_is_back_sign(const xmlNode *node)
{
    if (!html_is(node, "a") || !html_value_is(node, "role", "doc-backlink"))
        return false;
    xmlChar *words = xmlNodeGetContent(node);
    bool says = words && strpbrk((const char *)words, "0123456789");
    xmlFree(words);
    return !says;
}

/* A link, which may stand in brackets, to a footnote or back. */
static bool is_of_note(const xmlNode *link)
{
    const struct html_view *view = html_view(link);
    return view->leads_back || view->refers_to || html_view(link->parent)->refers_to;
}

/* References to footnotes are words of the text. */
static bool holds_reference(const xmlNode *node)
{
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (html_is(n, "a") && is_of_note(n))
            return true;
    return false;
}

/* Nearly all words in it are links, and most of them stay within the site: a list of what others
 * offer is text. */
bool html_is_menu(const xmlNode *node)
{
    static const char *const lists[] = {"ul", "ol", "div", "section", NULL};
    const struct html_view *view = html_view(node);
    return html_is_one_of(node, lists) && !view->in_text && !view->holds_heading &&
           view->links >= MENU_LINKS && view->outward <= view->links / 2 &&
           view->linked * 10 >= view->letters * 9 && !holds_reference(node);
}

/* A list of links to places in the page itself, which says nothing that they do not say. */
bool html_is_contents(const xmlNode *node)
{
    static const char *const lists[] = {"ul", "ol", NULL};
    const struct html_view *view = html_view(node);
    if (!html_is_one_of(node, lists) || view->links < 2 || view->linked * 10 < view->letters * 9)
        return false;
    for (const xmlNode *n = node; n; n = html_after(n, node, true)) {
        g_autofree char *href = html_is(n, "a") ? html_value(n, "href") : NULL;
        if (html_is(n, "a") && (!href || *href != '#' || !href[1] || is_of_note(n)))
            return false;
    }
    return true;
}

/* What lists anything at all, here other pages of the site: each is little but a link. */
bool html_is_list_of_links(const xmlNode *node)
{
    static const char *const loops[] = {"w-dyn-list", "wp-block-query", "elementor-loop-container",
                                        NULL};
    const struct html_view *view = html_view(node);
    return view->links >= MENU_LINKS - 1 && view->linked * 10 >= view->letters * 8 &&
           html_has_class(node, loops);
}

/* True when nothing stands between the links but signs that part them; `*parted`: there are some.
 */
static bool holds_only_links(const xmlNode *node, bool *parted)
{
    static const char signs[] = "|\u00b7\u2022\u2219\u203a\u00bb>/-\u2013\u2014[]";
    for (const xmlNode *n = node; n; n = html_after(n, node, !html_is(n, "a"))) {
        bool text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
        const char *words = text && n->content ? (const char *)n->content : "";
        for (const char *p = words; *p; p = g_utf8_next_char(p)) {
            gunichar c = g_utf8_get_char(p);
            bool sign = g_utf8_strchr(signs, -1, c) != NULL;
            if (!sign && !g_unichar_isspace(c))
                return false;
            *parted |= sign;
        }
    }
    return true;
}

/* Links to other pages of the site, side by side. `*parted`: with signs between. */
static bool is_bar(const xmlNode *node, bool *parted)
{
    static const char *const parts[] = {"table", "tr", "td", "p", "center", "font", "small", NULL};
    const struct html_view *view = html_view(node);
    return html_is_one_of(node, parts) && !view->in_text && !view->holds_heading &&
           view->links >= MENU_LINKS && view->outward <= view->links / 2 &&
           holds_only_links(node, parted) && !holds_reference(node);
}

bool html_is_cell_menu(const xmlNode *node)
{
    bool parted = false;
    return is_bar(node, &parted);
}

bool html_is_bar(const xmlNode *node)
{
    bool parted = false;
    return is_bar(node, &parted) && (parted || html_is(node, "table"));
}

bool html_is_last_row(const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    return html_is(node, "tr") && xmlPreviousElementSibling((xmlNode *)node) &&
           !xmlNextElementSibling((xmlNode *)node) && !view->holds_heading &&
           view->links >= MENU_LINKS && view->letters <= FOOT_MOST &&
           view->linked * FOOT_LINKED >= view->letters;
}
