/*
 * Lists as Word and Outlook write them into pages: each item is a paragraph whose style says the
 * level, and whose first words are the marker. Awkward: nothing but that marker says whether the
 * list has numbers.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

#define WHY_LETTERS "a list with letters: it has numbers now, check what refers to it"

static bool is_paragraph(const xmlNode *node)
{
    static const char *const names[] = {"p", "h1", "h2", "h3", "h4", "h5", "h6", NULL};
    return html_is_one_of(node, names);
}

/* The style for titles of Word, and of Google Docs, for which it is no heading. */
static bool is_title(const xmlNode *node, bool of_docs)
{
    static const char *const word[] = {"msotitle", NULL}, *const docs[] = {"title", NULL};
    static struct pattern counted = PATTERN("(?:^|\\s)c\\d+(?:\\s|$)"); /* as Docs names looks */
    g_autofree char *names =
        html_is(node, "p") && node->properties ? html_value(node, "class") : NULL;
    struct range found;
    return names &&
           (html_has_class(node, word) ||
            ((of_docs || pattern_find(&counted, names, 0, &found)) && html_has_class(node, docs)));
}

/* A part of the page that stands apart from its programs, and is shown. */
static bool is_shown(const xmlNode *template)
{
    return xmlHasProp((xmlNode *)template, BAD_CAST "shadowrootmode") ||
           xmlHasProp((xmlNode *)template, BAD_CAST "shadowroot");
}

/* A comment of Google Docs, and what refers to it, get Word's names for those. */
static void name_comment(xmlNode *link)
{
    g_autofree char *href = html_value(link, "href");
    bool back = href && g_str_has_prefix(href, "#cmnt_ref");
    bool refers = href && g_str_has_prefix(href, "#cmnt") && g_ascii_isdigit(href[5]);
    if (!back && !refers)
        return;
    xmlSetProp(link, BAD_CAST "class", BAD_CAST(refers ? "msocomanchor" : "msocomoff"));
    xmlNode *comment = link->parent;
    while (back && !html_is_block(comment) && comment->parent->type == XML_ELEMENT_NODE)
        comment = comment->parent;
    if (back)
        xmlSetProp(comment, BAD_CAST "class", BAD_CAST "msocomtxt");
}

/* Our parser takes Word's "<o:p>" for a paragraph, and no paragraph stands in another. */
void html_settle_names(xmlNode *root)
{
    static const char *const docs[] = {"doc-content", NULL};
    bool of_docs = false;
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true)) {
        if (html_is(n, "template") && is_shown(n))
            xmlNodeSetName(n, BAD_CAST "div");
        of_docs |= html_is(n, "body") && html_has_class(n, docs);
        if (html_is(n, "a"))
            name_comment(n);
        if (is_title(n, of_docs))
            xmlNodeSetName(n, BAD_CAST "h1");
        const xmlNode *around = html_is(n, "p") ? n->parent : NULL;
        while (around && around->type == XML_ELEMENT_NODE && !html_is_block(around))
            around = around->parent;
        if (is_paragraph(around))
            xmlNodeSetName(n, BAD_CAST "span");
    }
}

/* The level of the item from 1; 0: it is none. */
static int level_of(const xmlNode *node)
{
    g_autofree char *style = html_value(node, "style");
    const char *list = style ? strstr(style, "mso-list:") : NULL;
    const char *level = list ? strstr(list, "level") : NULL;
    return level ? CLAMP(atoi(level + 5), 1, WORD_LEVELS) : 0;
}

bool html_is_word_marker(const xmlNode *node)
{
    return html_is(node, "span") && (html_value_has(node, "style", "mso-list:ignore") ||
                                     html_value_has(node, "style", "mso-list: ignore"));
}

/* The words of the marker, owned by the caller; NULL: there is none. */
static char *marker_of(const xmlNode *item)
{
    for (const xmlNode *n = html_after(item, item, true); n; n = html_after(n, item, true))
        if (n->type == XML_ELEMENT_NODE && html_is_word_marker(n))
            return html_words(n);
    return NULL;
}

/* The number that the marker gives the item, after `before`; 0: a bullet. */
static int number_of(struct walk *w, const char *marker, int before)
{
    size_t length = strlen(marker);
    bool numbered = length > 1 && strchr(".)", marker[length - 1]);
    if (numbered && g_ascii_isalpha(*marker)) {
        html_note(w, "", WHY_LETTERS);
        return before + 1;
    }
    return numbered ? CLAMP(atoi(marker), 0, 999999) : 0;
}

void html_enter_word_item(struct walk *w, const xmlNode *node)
{
    int level = node->properties ? level_of(node) : 0;
    g_autofree char *marker = level > 0 && !w->why ? marker_of(node) : NULL;
    if (!marker) {
        w->word_depth = 0;
        return;
    }
    level = MIN(level, w->word_depth + 1);
    bool goes_on = level <= w->word_depth;
    const struct holder *before = goes_on ? w->word_items[level - 1] : NULL;
    struct holder *around = w->holder, *parent = level > 1 ? w->word_items[level - 2] : around;
    w->holder = parent;
    html_hold(w, node, HOLDER_ITEM);
    html_view(node)->around = around;
    if (w->holder == parent)
        return;
    w->holder->list = before ? before->list : w->holder;
    w->holder->number = number_of(w, marker, before ? before->number : 0);
    w->word_items[level - 1] = w->holder;
    w->word_depth = level;
}
