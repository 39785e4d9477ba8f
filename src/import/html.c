/*
 * Walks a web page's tree, as libxml2 mends it, and writes down lines: one for each run of text
 * between blocks, with what the page says about it (heading, list item, table row, part of a menu
 * or a form). The only user of libxml2. Awkward: many pages use tables to place things, so a table
 * is data only when nothing but words stands in its cells; and any page may be nested without
 * limit, so the walk keeps no stack.
 */
#include "base/lang.h"
#include "import/parts.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#define WHY_PICTURE "a picture: save it beside the article and add it by hand"
#define WHY_COMMENT "a comment in the page"
#define WHY_WINDOW  "the title of the browser's window"

struct walk {
    struct source *source;
    GString *text; /* of the line so far */
    int number;    /* where it starts; 0: nothing in it yet */
    enum line_kind kind;
    int level;
    const xmlNode *heading, *table; /* the outermost one that we are in, or NULL */
    const xmlNode *context;         /* the part of the page around the article, or NULL */
    const char *why;                /* it is dropped */
    bool aside;                     /* but may hold facts */
    bool has_heading;
};

/* What is not the article's text. */
static const struct {
    const char *name, *why;
    bool aside;  /* contact facts are looked for in it */
    bool hidden; /* never shown: its words are not listed one by one */
} parts[] = {
    {"script", "a program", false, true},
    {"style", "a style sheet", false, true},
    {"template", "hidden in the page", false, true},
    {"svg", "a drawing: save it as PNG beside the article and add it by hand", false, true},
    {"noscript", "a message to browsers without JavaScript", false, false},
    {"nav", "part of a menu", true, false},
    {"header", "part of the page's head", true, false},
    {"footer", "part of the page's foot", true, false},
    {"form", "part of a form", false, false},
    {"select", "part of a form", false, false},
    {"textarea", "part of a form", false, false},
    {"button", "a button", false, false},
    {"iframe", "a page within the page", false, false},
    {"object", "a program within the page", false, false},
    {"dialog", "a message above the page", false, false},
};

static const char *const blocks[] = {
    "address", "article",  "aside",    "blockquote", "body",   "caption",    "center",  "dd",
    "details", "dialog",   "div",      "dl",         "dt",     "figcaption", "figure",  "fieldset",
    "footer",  "form",     "h1",       "h2",         "h3",     "h4",         "h5",      "h6",
    "header",  "hr",       "html",     "label",      "legend", "li",         "main",    "menu",
    "nav",     "noscript", "ol",       "option",     "p",      "pre",        "section", "summary",
    "table",   "tbody",    "td",       "tfoot",      "th",     "thead",      "tr",      "ul",
    "button",  "select",   "textarea", "title",      NULL};

static bool is_named(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool is_block(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && g_strv_contains(blocks, (const char *)node->name);
}

/* Owned by the caller, or NULL. */
static char *attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    char *copy = g_strdup((const char *)value);
    xmlFree(value);
    return copy;
}

static bool attribute_has(const xmlNode *node, const char *name, const char *word)
{
    g_autofree char *value = attribute(node, name);
    g_autofree char *lower = value ? g_ascii_strdown(value, -1) : NULL;
    return lower && strstr(lower, word);
}

/* The head or foot of an article is its text, that of the page is not. */
static bool is_within_article(const xmlNode *node)
{
    for (const xmlNode *n = node->parent; n; n = n->parent)
        if (is_named(n, "article") || is_named(n, "main"))
            return true;
    return false;
}

/* Ends the line, if there is anything in it. */
static void flush(struct walk *w)
{
    if (w->text->str[strspn(w->text->str, " \t")] == '\0') {
        g_string_truncate(w->text, 0);
        return;
    }
    struct input_line *line = source_add(w->source, w->kind, w->number, w->text->str);
    line->level = w->level;
    line->why = line->kind == LINE_BLANK ? NULL : w->why;
    line->aside = w->aside && line->why;
    /* The title often stands in the page's head. */
    if (line->aside && line->kind == LINE_HEADING && line->level == 1)
        line->why = NULL;
    w->has_heading |= line->kind == LINE_HEADING && !line->why;
    g_string_truncate(w->text, 0);
    w->number = 0;
    /* Another line of the same item is text below it. */
    if (w->kind == LINE_ITEM)
        w->kind = LINE_TEXT;
}

/* Ends the line and the block; the rows of a table are one. */
static void flush_block(struct walk *w)
{
    flush(w);
    if (!w->table)
        source_add(w->source, LINE_BLANK, 0, "");
}

/* A line of its own that is dropped, wherever it stands; lent. */
static struct input_line *add_drop(struct walk *w, const xmlNode *node, const char *text,
                                   const char *why)
{
    struct input_line *line = source_add(w->source, LINE_TEXT, (int)xmlGetLineNo(node), text);
    line->why = line->kind == LINE_BLANK ? NULL : why;
    return line;
}

static void add_name(struct walk *w, const xmlNode *node, const char *name)
{
    struct input_line *line = source_add(w->source, LINE_TEXT, (int)xmlGetLineNo(node), name);
    if (line->kind != LINE_BLANK)
        source_found(w->source, FOUND_NAME, g_strdup(line->text), line);
}

static void add_picture(struct walk *w, const xmlNode *node)
{
    g_autofree char *alt = attribute(node, "alt");
    g_autofree char *src = attribute(node, "src");
    bool embedded = src && g_str_has_prefix(src, "data:");
    g_autofree char *text = g_strdup_printf("[%s] %s", alt ? alt : "", src && !embedded ? src : "");
    add_drop(w, node, text, WHY_PICTURE);
}

/* True when nothing but words stands in the table's cells. */
static bool is_data(const xmlNode *table)
{
    static const char *const own[] = {"tr", "td", "th", "tbody", "thead", "tfoot", "caption", NULL};
    const xmlNode *n = table->children;
    while (n && n != table) {
        if (is_block(n) && !g_strv_contains(own, (const char *)n->name))
            return false;
        if (n->children) {
            n = n->children;
            continue;
        }
        while (n != table && !n->next)
            n = n->parent;
        if (n != table)
            n = n->next;
    }
    return true;
}

/* The number of an item in its list, 0 for a bullet. Counted on the list itself. */
static int item_number(const xmlNode *item)
{
    xmlNode *list = item->parent;
    if (!is_named(list, "ol"))
        return 0;
    if (!list->_private) {
        g_autofree char *start = attribute(list, "start");
        int first = start ? atoi(start) : 1;
        list->_private = GINT_TO_POINTER(CLAMP(first, 1, 999999));
    } else
        list->_private = GINT_TO_POINTER(GPOINTER_TO_INT(list->_private) + 1);
    return GPOINTER_TO_INT(list->_private);
}

static void enter_context(struct walk *w, const xmlNode *node, const char *why, bool aside)
{
    flush(w);
    w->context = node;
    w->why = why;
    w->aside = aside;
}

/* What the page's head says: the window's title, the name of whose page it is. */
static bool enter_head(struct walk *w, const xmlNode *node)
{
    if (is_named(node, "title") && !w->source->window) {
        xmlChar *title = xmlNodeGetContent(node);
        w->source->window = add_drop(w, node, (const char *)title, WHY_WINDOW);
        xmlFree(title);
        return false;
    }
    if (is_named(node, "meta") && attribute_has(node, "property", "og:site_name")) {
        g_autofree char *name = attribute(node, "content");
        if (name)
            add_name(w, node, name);
    }
    return true;
}

/* Finds out whether a part of the page that is not the article starts here. False: its words are
 * not even looked at. */
static bool enter_part(struct walk *w, const xmlNode *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (!is_named(node, parts[i].name))
            continue;
        if (parts[i].hidden) {
            g_autofree char *tag = g_strdup_printf("<%s>", parts[i].name);
            add_drop(w, node, tag, parts[i].why);
            return false;
        }
        bool article = parts[i].aside && !is_named(node, "nav") && is_within_article(node);
        if (!w->context && !article)
            enter_context(w, node, parts[i].why, parts[i].aside);
        return true;
    }
    if (w->context)
        return true;
    if (attribute_has(node, "id", "cookie") || attribute_has(node, "class", "cookie"))
        enter_context(w, node, "a cookie notice", false);
    else if (attribute_has(node, "role", "navigation"))
        enter_context(w, node, "part of a menu", true);
    else if (xmlHasProp((xmlNode *)node, (const xmlChar *)"hidden"))
        enter_context(w, node, "hidden in the page", false);
    return true;
}

static void enter_table(struct walk *w, const xmlNode *node)
{
    if (!w->table && is_named(node, "table") && is_data(node))
        w->table = node;
    else if (w->table && is_named(node, "tr"))
        w->kind = LINE_ROW;
}

static void enter_block(struct walk *w, const xmlNode *node)
{
    if (w->kind == LINE_ROW) { /* in a row, only its end ends the line */
        if (xmlPreviousElementSibling((xmlNode *)node))
            g_string_append_c(w->text, '\t');
        return;
    }
    flush_block(w);
    const char *name = (const char *)node->name;
    bool heading = name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
    if (heading && !w->heading) {
        w->heading = node;
        w->kind = LINE_HEADING;
        w->level = name[1] - '0';
    } else if (!w->heading && is_named(node, "li")) {
        w->kind = LINE_ITEM;
        w->level = item_number(node);
    }
    enter_table(w, node);
}

/* False: nothing below the element is wanted. */
static bool enter_element(struct walk *w, const xmlNode *node)
{
    if (is_block(node))
        enter_block(w, node);
    if (is_named(node, "br") && w->kind != LINE_ROW)
        flush(w);
    else if (is_named(node, "br"))
        g_string_append_c(w->text, ' ');
    else if (is_named(node, "img"))
        add_picture(w, node);
    return enter_head(w, node) && enter_part(w, node);
}

static void leave_block(struct walk *w, const xmlNode *node)
{
    if (w->kind == LINE_ROW && !is_named(node, "tr"))
        return;
    if (node == w->table)
        w->table = NULL;
    flush_block(w);
    if (node == w->heading || !w->heading)
        w->kind = LINE_TEXT;
    if (node == w->heading)
        w->heading = NULL;
}

static void leave_element(struct walk *w, const xmlNode *node)
{
    if (is_block(node))
        leave_block(w, node);
    if (node == w->context)
        enter_context(w, NULL, NULL, false);
}

/* Spaces, tabs and line ends are one to a page; tabs part cells here. */
static void add_text(struct walk *w, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (!text)
        return;
    if (w->number == 0 && text[strspn(text, " \t\r\n")])
        w->number = (int)xmlGetLineNo(node);
    for (; *text; text++)
        g_string_append_c(w->text, strchr("\t\r\n", *text) ? ' ' : *text);
}

/* Enters the node; true when its children are to be walked. */
static bool enter(struct walk *w, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text(w, node);
    else if (node->type == XML_COMMENT_NODE && node->content)
        add_drop(w, node, (const char *)node->content, WHY_COMMENT);
    return node->type == XML_ELEMENT_NODE && enter_element(w, node) && node->children;
}

static void walk_tree(struct walk *w, const xmlNode *root)
{
    const xmlNode *n = root;
    while (n) {
        if (enter(w, n)) {
            n = n->children;
            continue;
        }
        leave_element(w, n);
        while (n != root && !n->next) {
            n = n->parent;
            leave_element(w, n);
        }
        n = n == root ? NULL : n->next;
    }
    flush(w);
}

/* A language tag as front matter takes it, or NULL. */
static char *read_lang(const xmlNode *root)
{
    g_autofree char *lang = root ? attribute(root, "lang") : NULL;
    return lang ? lang_canonical(lang) : NULL;
}

void import_read_html(struct source *source, const char *html, size_t size)
{
    /* Pages that do not say their encoding are UTF-8 when they can be; NULL leaves it to them. */
    bool utf8 = g_utf8_validate(html, (gssize)size, NULL);
    xmlDoc *page = htmlReadMemory(html, (int)size, NULL, utf8 ? "UTF-8" : NULL,
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    if (!page)
        return;
    const xmlNode *root = xmlDocGetRootElement(page);
    struct walk walk = {.source = source, .text = g_string_new(NULL), .kind = LINE_TEXT};
    source->lang = read_lang(root);
    /* Comments may stand before the root. */
    for (const xmlNode *n = page->children; n; n = n->next)
        walk_tree(&walk, n);
    source->structured = walk.has_heading;
    g_string_free(walk.text, TRUE);
    xmlFreeDoc(page);
}
