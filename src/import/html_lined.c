/*
 * Lines that a style keeps as they are written ("white-space: pre-line"): their ends become breaks,
 * and blocks lined up with blanks are as "<pre>" is. Awkward: what is in such an element may have
 * its own lines again.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

bool html_keeps_lines(const char *style)
{
    static struct pattern form =
        PATTERN("(?<![^;])white-space(?:-collapse)?:(?:pre(?!serve-spaces)|break-spaces)");
    struct range found;
    return strstr(style, "white-space") && pattern_find(&form, style, 0, &found);
}

/* Whether the element says how lines are kept: 1: as they are, -1: not, 0: it does not say. */
static int says_lines(const xmlNode *node)
{
    static struct pattern class =
        PATTERN("(?:^|\\s)(?:whitespace-pre(?:-line|-wrap)?|text-pre-wrap)(?:\\s|$)");
    if (html_is(node, "pre") || html_is(node, "textarea"))
        return -1; /* they are read as lines anyway */
    if (!node->properties)
        return 0;
    g_autofree char *style = html_value(node, "style"), *names = html_value(node, "class");
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    struct range found;
    if ((plain && html_keeps_lines(plain)) || (names && pattern_find(&class, names, 0, &found)))
        return 1;
    return plain && strstr(plain, "white-space:") ? -1 : 0;
}

static bool is_kept(const xmlNode *text)
{
    for (const xmlNode *n = text->parent; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        int says = says_lines(n);
        if (says != 0)
            return says > 0;
    }
    return false;
}

static bool ends_block(const xmlNode *beside)
{
    return !beside || html_is_block(beside);
}

/* Breaks go where the text has line ends, but for those that only part the tags of blocks. */
static void break_lines(xmlNode *text)
{
    g_auto(GStrv) lines = g_strsplit((const char *)text->content, "\n", -1);
    bool opens = ends_block(text->prev), closes = ends_block(text->next);
    guint n = g_strv_length(lines);
    /* libxml2 would make one of two texts beside each other */
    xmlNode *end = xmlNewNode(NULL, BAD_CAST "wbr");
    xmlReplaceNode(text, end);
    xmlFreeNode(text);
    for (guint i = 0; i < n; i++) {
        bool blank = !lines[i][strspn(lines[i], " \t\r")];
        if (blank && ((i == 0 && opens) || (i + 1 == n && closes)))
            continue;
        if (i > 0 && (i > 1 || !opens || lines[0][strspn(lines[0], " \t\r")]))
            xmlAddPrevSibling(end, xmlNewNode(NULL, BAD_CAST "br"));
        xmlNode *line = xmlNewText(BAD_CAST lines[i]);
        xmlAddPrevSibling(end, line);
    }
    xmlUnlinkNode(end);
    xmlFreeNode(end);
}

/* Words only, in lines with columns of blanks. */
static bool is_lined_up(const xmlNode *block)
{
    static struct pattern columns =
        PATTERN("\\S(?: {2,}|\\t+)\\S[^\n]*\\n[^\n]*\\S(?: {2,}|\\t+)\\S");
    for (const xmlNode *n = html_after(block, block, true); n; n = html_after(n, block, true))
        if (n->type == XML_ELEMENT_NODE && (html_is_block(n) || html_is(n, "br")))
            return false;
    xmlChar *words = xmlNodeGetContent(block);
    struct range found;
    bool lined = pattern_find(&columns, (const char *)words, 0, &found);
    xmlFree(words);
    return lined;
}

void html_keep_lines(xmlNode *root)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    bool any = false;
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true)) {
        bool keeps = n->type == XML_ELEMENT_NODE && says_lines(n) > 0;
        any |= keeps;
        if (keeps && html_is_block(n) && !html_is(n, "li") && !html_is(n, "td") && is_lined_up(n))
            xmlNodeSetName(n, BAD_CAST "pre");
        if (any && n->type == XML_TEXT_NODE && strchr((const char *)n->content, '\n') && is_kept(n))
            g_ptr_array_add(texts, n);
    }
    for (guint i = 0; i < texts->len; i++)
        break_lines(texts->pdata[i]);
}
