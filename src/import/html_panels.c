/*
 * Labels of tabs that stand together ahead of what they open, whatever their elements are: each
 * becomes the heading of what it opens. Awkward: a table of contents is built alike, but what it
 * leads to has headings of its own, each another one.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* What surrounds labels, and what surrounds panels, goes no further up. */
#define AROUND_MOST 3
/* The words of one label. [bytes] */
#define LABEL_MOST 120

/* A label and what it opens. `starts`: something that is opened stands between it and the label
 * before. */
struct tab {
    const xmlNode *label, *panel;
    bool starts;
};

static bool holds(const xmlNode *outer, const xmlNode *node)
{
    while (node && node != outer)
        node = node->parent;
    return node != NULL;
}

/* The panel that a value names by its id, with or without its sign; NULL: none. A footnote is none.
 */
static const xmlNode *panel_named(GHashTable *named, const char *value)
{
    static const char *const panels[] = {"div", "section", "article", "dd", "li", NULL};
    const xmlNode *panel = g_hash_table_lookup(named, value + (*value == '#'));
    bool fits = html_is_one_of(panel, panels) && html_view(panel)->letters > 0;
    return fits && !html_view(panel)->note ? panel : NULL;
}

/* The panel that a program is asked to show, as "show(event, 'adults')". */
static const xmlNode *panel_asked(GHashTable *named, const char *call)
{
    g_auto(GStrv) words = g_strsplit_set(call, "'\"", -1);
    const xmlNode *panel = NULL;
    for (char **word = words; *word && !panel; word++)
        panel = **word ? panel_named(named, *word) : NULL;
    return panel;
}

static const xmlNode *panel_of(GHashTable *named, const xmlNode *label)
{
    static const char *const attributes[] = {
        "aria-controls", "href",       "data-bs-target", "data-target",  "data-tab",
        "data-tab-id",   "data-panel", "data-tabs",      "data-content", "data-tab-target",
        "data-href",     "data-name",  "data-id",        "value",        NULL};
    const xmlNode *panel = NULL;
    for (const xmlAttr *a = label->properties; a && !panel; a = a->next) {
        bool calls = strcmp((const char *)a->name, "onclick") == 0;
        if (!calls && !g_strv_contains(attributes, (const char *)a->name))
            continue;
        g_autofree char *value = html_value(label, (const char *)a->name);
        if (value && *value)
            panel = calls ? panel_asked(named, value) : panel_named(named, value);
    }
    return panel;
}

/* True when one of its classes, or its id, says that it has to do with tabs. */
static bool is_called_tab(const xmlNode *node)
{
    static struct pattern tab =
        PATTERN("(?i)(?:^|[^a-z])tab(?:s|list|links?|btn|button)?(?![a-z])");
    static const char *const attributes[] = {"class", "id", "role"};
    struct range found;
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        g_autofree char *value = html_value(node, attributes[i]);
        if (value && pattern_find(&tab, value, 0, &found))
            return true;
    }
    return false;
}

/* The same of the labels, or of what they stand in. */
static bool are_called_tabs(const xmlNode *around, const xmlNode *label)
{
    if (is_called_tab(label))
        return true;
    for (int i = 0; i <= AROUND_MOST && around->type == XML_ELEMENT_NODE;
         i++, around = around->parent)
        if (is_called_tab(around))
            return true;
    return false;
}

/* The first heading in the panel, or NULL. */
static const xmlNode *first_heading(const xmlNode *panel)
{
    for (const xmlNode *n = panel; n; n = html_after(n, panel, true))
        if (n->type == XML_ELEMENT_NODE && html_heading_level(n) > 0)
            return n;
    return NULL;
}

/* True when each panel has a heading, and no two the same. */
static bool have_headings(const struct tab *tabs, unsigned count)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < count; i++) {
        const xmlNode *heading = first_heading(tabs[i].panel);
        if (!heading || !g_hash_table_add(seen, html_words(heading)))
            return false;
    }
    return true;
}

/* What holds all the labels and no other word, with what holds nothing else; NULL: something else
 * stands between them. */
static const xmlNode *around_labels(const struct tab *tabs, unsigned count)
{
    unsigned letters = 0;
    for (unsigned i = 0; i < count; i++)
        letters += html_view(tabs[i].label)->letters;
    const xmlNode *around = tabs[0].label->parent;
    while (around && around->type == XML_ELEMENT_NODE && !holds(around, tabs[count - 1].label))
        around = around->parent;
    if (!around || around->type != XML_ELEMENT_NODE || html_view(around)->letters != letters)
        return NULL;
    while (around->parent->type == XML_ELEMENT_NODE &&
           html_view(around->parent)->letters == letters)
        around = around->parent;
    return around;
}

/* True when the panel stands behind the labels, not far away. */
static bool follows(const xmlNode *panel, const xmlNode *around)
{
    for (int i = 0; i < AROUND_MOST && panel->type == XML_ELEMENT_NODE; i++, panel = panel->parent)
        for (const xmlNode *n = around; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
            if (n->parent != panel->parent)
                continue;
            while (n && n != panel)
                n = n->next;
            return n != NULL;
        }
    return false;
}

static void tie_tabs(const struct tab *tabs, unsigned count, const xmlNode *around)
{
    html_view(around)->is_tabs = true;
    for (unsigned i = 0; i < count; i++) {
        struct html_view *view = html_view(tabs[i].panel);
        view->opener = tabs[i].label;
        view->is_panel = true;
        html_view(tabs[i].panel->parent)->holds_heading = true; /* a list of panels is none */
    }
}

/* Labels one after the other, and panels side by side. */
static void settle_tabs(const struct tab *tabs, unsigned count)
{
    const xmlNode *around = count > 1 ? around_labels(tabs, count) : NULL;
    if (!around || !follows(tabs[0].panel, around))
        return;
    if (are_called_tabs(around, tabs[0].label) || !have_headings(tabs, count))
        tie_tabs(tabs, count, around);
}

/* What has been found in the order of the page goes in groups. */
static void settle_all(const GArray *found)
{
    const struct tab *tabs = (const struct tab *)(void *)found->data;
    for (unsigned start = 0, end; start < found->len; start = end) {
        for (end = start + 1; end < found->len; end++)
            if (tabs[end].starts || tabs[end].panel->parent != tabs[start].panel->parent)
                break;
        settle_tabs(tabs + start, end - start);
    }
}

/* No block within it holds a part of its words alone. */
static bool is_line(const xmlNode *node)
{
    unsigned letters = html_view(node)->letters;
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (html_is_block(n) && html_view(n)->letters > 0 && html_view(n)->letters < letters)
            return false;
    return letters > 0 && letters <= LABEL_MOST;
}

/* True for what is labels alone, as many as it has elements, which go to `tabs`. */
static bool take_labels(const xmlNode *around, GArray *tabs)
{
    static const char *const labels[] = {"a", "button", "li", "span", "label", "div", NULL};
    const xmlNode *first = xmlFirstElementChild((xmlNode *)around);
    if (first && !xmlNextElementSibling((xmlNode *)first))
        return take_labels(first, tabs);
    unsigned letters = 0;
    for (const xmlNode *n = first; n; n = xmlNextElementSibling((xmlNode *)n)) {
        if (!html_is_one_of(n, labels) || !is_line(n))
            return false;
        g_array_append_val(tabs, ((struct tab){n, NULL, false}));
        letters += html_view(n)->letters;
    }
    return tabs->len > 1 && letters == html_view(around)->letters;
}

/* The words of an element's class, without the numbers at their ends. */
static GStrv classes_of(const xmlNode *node)
{
    static struct pattern number = PATTERN("[-_]*\\d+(?=\\s|$)");
    g_autofree char *value = html_value(node, "class");
    g_autofree char *plain =
        g_regex_replace_literal(pattern_regex(&number), value ? value : "", -1, 0, "", 0, NULL);
    return g_strsplit_set(plain ? plain : "", " \t\r\n", -1);
}

static bool are_among(char **some, char **all)
{
    while (*some && g_strv_contains((const char *const *)all, *some))
        some++;
    return !*some;
}

static bool are_alike(const xmlNode *one, const xmlNode *other)
{
    static const char *const panels[] = {"div", "section", "article", "li", NULL};
    if (!html_is_one_of(one, panels) || !html_is(other, (const char *)one->name))
        return false;
    g_auto(GStrv) classes = classes_of(one), others = classes_of(other);
    bool fewer = g_strv_length(classes) < g_strv_length(others);
    char **few = fewer ? classes : others, **many = fewer ? others : classes;
    return !few[0] == !many[0] && are_among(few, many); /* the one that is open has one more */
}

/* Gives each label one of the panels that begin with `panel`, if they are as many. */
static bool take_panels(GArray *tabs, const xmlNode *panel)
{
    const xmlNode *first = panel;
    unsigned taken = 0;
    for (; panel && are_alike(first, panel) && html_view(panel)->letters > 0; taken++) {
        if (taken < tabs->len)
            ((struct tab *)(void *)tabs->data)[taken].panel = panel;
        panel = xmlNextElementSibling((xmlNode *)panel);
    }
    return taken == tabs->len;
}

/* Labels that only their order ties to what they open. */
static void tie_in_order(const xmlNode *around)
{
    g_autoptr(GArray) tabs = g_array_new(FALSE, FALSE, sizeof(struct tab));
    if (!take_labels(around, tabs))
        return;
    while (around->parent->type == XML_ELEMENT_NODE && !xmlNextElementSibling((xmlNode *)around) &&
           html_view(around->parent)->letters == html_view(around)->letters)
        around = around->parent;
    const xmlNode *next = xmlNextElementSibling((xmlNode *)around);
    const xmlNode *inside = next ? xmlFirstElementChild((xmlNode *)next) : NULL;
    if (take_panels(tabs, next) || take_panels(tabs, inside))
        tie_tabs((const struct tab *)(void *)tabs->data, tabs->len, around);
}

/* The attributes of programs that show an element only in a state of the page. */
static bool is_shown_by_state(const xmlNode *node)
{
    static const char *const names[] = {"x-show", "x-if", "v-show", "v-if", "ng-show", "ng-if"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (xmlHasProp((xmlNode *)node, BAD_CAST names[i]))
            return true;
    return false;
}

static bool is_choice(const xmlNode *node)
{
    return html_is(node, "input") && html_value_is(node, "type", "radio");
}

static bool is_in_form(const xmlNode *node)
{
    while (node && !html_is(node, "form"))
        node = node->parent;
    return node != NULL;
}

/* Labels of choices, or buttons, from `first` on, or what holds them all, which goes to `*around`;
 * what stands behind them. */
static const xmlNode *take_switches(const xmlNode *first, GArray *tabs, const xmlNode **around)
{
    static const char *const names[] = {"label", "button", NULL};
    const xmlNode *n = first;
    for (; is_choice(n) || html_is_one_of(n, names); n = xmlNextElementSibling((xmlNode *)n)) {
        if (!is_choice(n))
            g_array_append_val(tabs, ((struct tab){n, NULL, false}));
    }
    if (tabs->len > 0 || !n || !take_labels(n, tabs))
        return n;
    *around = n;
    return xmlNextElementSibling((xmlNode *)n);
}

/* Labels of choices that show panels by a style alone, or buttons that do so by a program. */
static void tie_beside(const xmlNode *first)
{
    g_autoptr(GArray) tabs = g_array_new(FALSE, FALSE, sizeof(struct tab));
    const struct tab *all;
    const xmlNode *around = NULL, *next = take_switches(first, tabs, &around);
    const xmlNode *inside = next ? xmlFirstElementChild((xmlNode *)next) : NULL;
    if (tabs->len < 2 || (!take_panels(tabs, next) && !take_panels(tabs, inside)))
        return;
    all = (const struct tab *)(void *)tabs->data;
    for (unsigned i = 0; i < tabs->len; i++)
        if (!is_choice(first) && !is_shown_by_state(all[i].panel))
            return;
    if (is_in_form(first))
        return;
    for (unsigned i = 0; i < tabs->len && !around; i++)
        html_view(all[i].label)->is_tabs = true;
    tie_tabs(all, tabs->len, around ? around : all[0].label);
}

/* The first of what may be such: a choice, or what stands before what a state of the page shows. */
static bool starts_switches(const xmlNode *node)
{
    if (xmlPreviousElementSibling((xmlNode *)node))
        return false;
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);
    return is_choice(node) || html_is(node, "button") || (next && is_shown_by_state(next));
}

/* Labels with what they name, in the order of the page. */
static GArray *find_named(xmlNode *root, GHashTable *named)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct tab));
    g_autoptr(GHashTable) opened = g_hash_table_new(NULL, NULL);
    bool starts = false;
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE || !n->properties || html_view(n)->letters == 0)
            continue;
        starts |= g_hash_table_contains(opened, n);
        struct tab tab = {n, panel_of(named, n), starts};
        if (!tab.panel || holds(tab.panel, n) || !g_hash_table_add(opened, (void *)tab.panel))
            continue;
        g_array_append_val(found, tab);
        starts = false;
    }
    return found;
}

void html_find_tabs(xmlNode *root, GHashTable *named)
{
    g_autoptr(GArray) found = find_named(root, named);
    settle_all(found);
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type == XML_ELEMENT_NODE && n->properties && !html_view(n)->is_tabs &&
            html_view(n)->letters > 0 && is_called_tab(n))
            tie_in_order(n);
        if (n->type == XML_ELEMENT_NODE && starts_switches(n))
            tie_beside(n);
    }
}

bool html_says_heading(const xmlNode *panel, const char *words)
{
    const xmlNode *heading = first_heading(panel);
    g_autofree char *said = heading ? html_words(heading) : NULL;
    return said && strcmp(said, words) == 0;
}

int html_highest_heading(const xmlNode *opened)
{
    int highest = 0;
    for (const xmlNode *n = opened; n; n = html_after(n, opened, !html_is(n, "summary"))) {
        int level = html_heading_level(n);
        if (level > 0 && (highest == 0 || level < highest))
            highest = level;
    }
    return highest;
}
