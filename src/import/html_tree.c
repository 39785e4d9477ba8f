/*
 * Elements of a page: their names and attributes, and how to go from one to the next.
 */
#include "import/html_parts.h"

#include <string.h>

static const char *const blocks[] = {
    "address",    "article", "aside",      "dir",     "hgroup",   "marquee", "optgroup", "search",
    "blockquote", "body",    "caption",    "center",  "dd",       "details", "dialog",   "div",
    "dl",         "dt",      "figcaption", "figure",  "fieldset", "footer",  "form",     "h1",
    "h2",         "h3",      "h4",         "h5",      "h6",       "header",  "hr",       "html",
    "label",      "legend",  "li",         "main",    "menu",     "nav",     "noscript", "ol",
    "option",     "p",       "pre",        "section", "summary",  "table",   "tbody",    "td",
    "tfoot",      "th",      "thead",      "tr",      "ul",       "button",  "select",   "textarea",
    "title",      NULL};

bool html_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

bool html_is_one_of(const xmlNode *node, const char *const *names)
{
    return node && node->type == XML_ELEMENT_NODE &&
           g_strv_contains(names, (const char *)node->name);
}

bool html_is_tipped(const xmlNode *node)
{
    static const char *const attributes[] = {"data-bs-toggle", "data-toggle"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++)
        if (html_value_is(node, attributes[i], "tooltip") ||
            html_value_is(node, attributes[i], "popover"))
            return true;
    return false;
}

bool html_is_block(const xmlNode *node)
{
    return html_is_one_of(node, blocks) && !(html_is(node, "button") && html_is_tipped(node));
}

/* Below a number that the page counts up to (Divi): it says what that is of. */
static bool is_of_counter(const xmlNode *node)
{
    return html_is(node->parent, "div") &&
           xmlHasProp(node->parent, (const xmlChar *)"data-number-value");
}

int html_heading_level(const xmlNode *node)
{
    const char *name = node->type == XML_ELEMENT_NODE ? (const char *)node->name : "";
    bool heading = name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
    return heading && !is_of_counter(node) ? name[1] - '0' : 0;
}

/* What no text may hold, as a broken encoding leaves it, becomes blanks: values stand in drafts. */
static void blank_unprintable(char *text)
{
    for (char *c = text, *next; *c; c = next) {
        gunichar letter = g_utf8_get_char(c);
        next = g_utf8_next_char(c);
        if (!g_unichar_isspace(letter) && !source_is_printable(letter))
            memset(c, ' ', (size_t)(next - c));
    }
}

char *html_value(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    char *copy = value ? g_utf8_make_valid((const char *)value, -1) : NULL;
    xmlFree(value);
    if (copy)
        blank_unprintable(copy);
    return copy;
}

char *html_lang(const xmlNode *node)
{
    char *lang = html_value(node, "lang");
    return lang ? lang : html_value(node, "xml:lang");
}

bool html_value_is(const xmlNode *node, const char *name, const char *wanted)
{
    g_autofree char *value = html_value(node, name);
    return value && g_ascii_strcasecmp(value, wanted) == 0;
}

bool html_value_has(const xmlNode *node, const char *name, const char *part)
{
    g_autofree char *value = html_value(node, name);
    g_autofree char *lower = value ? g_ascii_strdown(value, -1) : NULL;
    return lower && strstr(lower, part);
}

bool html_has_class(const xmlNode *node, const char *const *names)
{
    g_autofree char *value = html_value(node, "class");
    if (!value)
        return false;
    g_autofree char *lower = g_ascii_strdown(value, -1);
    g_auto(GStrv) words = g_strsplit_set(lower, " \t\r\n", -1);
    for (char **word = words; *word; word++)
        if (**word && g_strv_contains(names, *word))
            return true;
    return false;
}

char *html_words(const xmlNode *node)
{
    xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
    struct ink *ink = ink_new();
    ink_add(ink, content ? (const char *)content : "", (struct ink_look){0});
    char *words = ink_plain(ink);
    ink_free(ink);
    xmlFree(content);
    return words;
}

/* The next node in reading order below `root`, or NULL. `down`: into the children. */
const xmlNode *html_after(const xmlNode *node, const xmlNode *root, bool down)
{
    if (down && node->children && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}
