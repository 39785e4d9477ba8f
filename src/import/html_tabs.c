/*
 * Accordions and tabs: the words that open something are the heading of what they open. Pages say
 * so in the attributes of ARIA, or in the classes of the site builders that made them. Awkward: the
 * same words are often there twice, for wide and for narrow displays.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* Openers and headings that are no elements of headings. */
static const char *const openers[] = {"elementor-tab-title",
                                      "elementor-toggle-title",
                                      "accordion-button",
                                      "accordion-title",
                                      "accordion__title",
                                      "accordion-item__click-target",
                                      "et_pb_toggle_title",
                                      "faq-question",
                                      "schema-faq-question",
                                      "rank-math-question",
                                      "toggle-title",
                                      "w-dropdown-toggle",
                                      "faq_question",
                                      "heading-style-h2",
                                      "heading-style-h3",
                                      "heading-style-h4",
                                      "heading-style-h5",
                                      "heading-style-h6",
                                      NULL};

/* Buttons that open menus. */
static const char *const menu_buttons[] = {"menu-toggle", "navbar-toggler", "navbar-toggle",
                                           "hamburger",   "w-nav-button",   NULL};

/* What the attribute of Bootstrap, of its third version or a later one, says that is opened. */
static bool toggles(const xmlNode *node, const char *what)
{
    return html_value_is(node, "data-toggle", what) || html_value_is(node, "data-bs-toggle", what);
}

/* The words of a box that nobody sees, above the answer that ticking it opens; one of several where
 * they are tabs. */
static bool is_label_of_answer(const xmlNode *node)
{
    static const char *const answers[] = {"div", "section", "article", NULL};
    const xmlNode *box = xmlPreviousElementSibling((xmlNode *)node);
    const xmlNode *answer = xmlNextElementSibling((xmlNode *)node);
    return html_is(node, "label") && box && html_is(box, "input") &&
           (html_value_is(box, "type", "checkbox") || html_value_is(box, "type", "radio")) &&
           answer && html_is_one_of(answer, answers);
}

/* Something else stands right behind it, or behind what holds it alone. What is known of that is
 * not measured yet. */
static bool is_followed(const xmlNode *node)
{
    while (!xmlNextElementSibling((xmlNode *)node) && !xmlPreviousElementSibling((xmlNode *)node) &&
           html_is_block(node->parent))
        node = node->parent;
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);
    g_autofree char *own = html_value(node, "class");
    g_autofree char *other = next ? html_value(next, "class") : NULL;
    bool alike = html_is(next, (const char *)node->name) && g_strcmp0(own, other) == 0;
    return html_is_block(next) && next->children && !alike;
}

/* What opens what stands below it by its class alone, as in many a page with a program of its own.
 */
static bool is_called_opener(const xmlNode *node)
{
    static struct pattern button =
        PATTERN("(?i)(?:^|[^a-z])(?:accordion|collapsible|expander|faq|spoiler)");
    static struct pattern title =
        PATTERN("(?i)(?:^|[^a-z])(?:accordion|collapsible|expander|faq|spoiler)(?:[-_]+\\w+)*?[-_]*"
                "(?:header|heading|title|question|button|btn|trigger|toggle)(?:\\s|$)");
    static const char *const titles[] = {"div", "span", "p", "a", NULL};
    bool is_button = html_is(node, "button");
    g_autofree char *value =
        is_button || html_is_one_of(node, titles) ? html_value(node, "class") : NULL;
    struct range found;
    return value && html_view(node)->letters > 0 &&
           pattern_find(is_button ? &button : &title, value, 0, &found) && is_followed(node);
}

bool html_is_hidden_heading(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || !node->properties || html_heading_level(node) > 0)
        return false;
    bool button = html_is(node, "button") || html_value_is(node, "role", "button");
    bool opens = button && xmlHasProp((xmlNode *)node, (const xmlChar *)"aria-expanded") &&
                 !xmlHasProp((xmlNode *)node, (const xmlChar *)"aria-haspopup");
    bool heading = html_value_is(node, "role", "heading");
    static const char *const twice[] = {"elementor-tab-mobile-title", NULL};
    if (html_has_class(node, menu_buttons) || html_has_class(node, twice) ||
        html_view(node)->is_tabs)
        return false;
    return opens || heading || html_view(node)->opens || toggles(node, "collapse") ||
           is_label_of_answer(node) || is_called_opener(node) ||
           html_value_is(node, "role", "tab") || html_has_class(node, openers);
}

bool html_is_expander(const xmlNode *node)
{
    static const char *const lines[] = {"dt", "p", NULL};
    bool line = html_heading_level(node) > 0 || html_is_one_of(node, lines);
    for (const xmlNode *n = node; n; n = line ? html_after(n, node, true) : NULL)
        if (n->type == XML_ELEMENT_NODE &&
            (xmlHasProp((xmlNode *)n, BAD_CAST "aria-expanded") || toggles(n, "collapse")))
            return true;
    return false;
}

bool html_is_question(const xmlNode *node)
{
    return html_heading_level(node) > 0 &&
           (html_has_class(node, openers) || toggles(node, "collapse") || html_is_expander(node));
}

/* True for a list whose first link opens a tab or a pill. */
static bool is_list_of_toggles(const xmlNode *node)
{
    bool is_list = html_is(node, "ul") || html_is(node, "div");
    const xmlNode *n = is_list ? xmlFirstElementChild((xmlNode *)node) : NULL;
    while (n && !toggles(n, "tab") && !toggles(n, "pill"))
        n = xmlFirstElementChild((xmlNode *)n);
    return n != NULL;
}

bool html_is_tab_list(const xmlNode *node)
{
    static const char *const lists[] = {"w-tab-menu", "nav-tabs", "et_pb_tabs_controls", NULL};
    return !html_view(node)->holds_panel &&
           (html_value_is(node, "role", "tablist") || html_has_class(node, lists) ||
            is_list_of_toggles(node));
}

bool html_is_panel(const xmlNode *node)
{
    static const char *const panels[] = {"tab-pane", "w-tab-pane", "et_pb_tab",
                                         "elementor-tab-content", NULL};
    return html_value_is(node, "role", "tabpanel") || html_has_class(node, panels);
}

static bool is_in_tab_list(const xmlNode *opener)
{
    for (const xmlNode *n = opener->parent; n && n->type == XML_ELEMENT_NODE; n = n->parent)
        if (html_is_tab_list(n))
            return true;
    return false;
}

char *html_tab_heading(const xmlNode *node)
{
    const xmlNode *opener = html_view(node)->opener;
    if (!opener || !(html_view(node)->is_panel || (html_is_panel(node) && is_in_tab_list(opener))))
        return NULL;
    char *words = html_words(opener);
    if (!html_says_heading(node, words))
        return words;
    g_free(words);
    return NULL;
}
