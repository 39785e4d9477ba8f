/*
 * Blocks of a page: headings, lists, quotations, notes that are set off, terms and their meanings.
 * Awkward: lists are used to place things, too, so a list whose items have headings is none.
 */
#include "base/pattern.h"
#include "import/html_parts.h"

#include <stdlib.h>
#include <string.h>

#define WHY_LETTERS  "a list with letters: it has numbers now, check what refers to it"
#define WHY_START    "a list that starts below 1: it starts at 1 now, check what refers to it"
#define WHY_LOOKS    "a list whose looks have numbers or letters: it has bullets now"
#define WHY_REVERSED "a list that counts down: each item is a list of its own now"
#define WHY_STEPS    "a list with numbers and headings: its numbers are gone, write them before these"
#define WHY_BARE     "a list that shows no numbers: it has them now, check them"
#define WHY_HIGH     "a list with a number that no article counts to: check it"

/* Markdown's numbers have no more digits than nine; ours, than a reader follows. */
#define NUMBER_MOST 999999

/* What a note is for, by its classes. */
static const struct {
    const char *kind;
    const char *const names[10];
} callouts[] = {
    {"TIP", {"tip", "callout-tip", "admonition-tip", "confluence-information-macro-tip", NULL}},
    {"CAUTION",
     {"caution", "callout-caution", "admonition-caution", "confluence-information-macro-note",
      NULL}},
    {"WARNING",
     {"warning", "alert-warning", "alert-danger", "nhsuk-warning-callout", "callout-warning",
      "is-style-warning", "danger", "confluence-information-macro-warning", NULL}},
    {"IMPORTANT", {"important", "callout-important", NULL}},
    {"NOTE",
     {"note", "alert-info", "callout", "callout-note", "info", "nhsuk-inset-text",
      "confluence-information-macro-information", NULL}},
};

/* NULL: it is no such note. */
static const char *callout_of(const xmlNode *node)
{
    static const char *const elements[] = {"aside", "div", "section", "blockquote", NULL};
    if (!node->properties || !html_is_one_of(node, elements))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(callouts); i++)
        if (html_has_class(node, callouts[i].names))
            return callouts[i].kind;
    return html_value_is(node, "role", "note") ? "NOTE" : NULL;
}

static unsigned count_items(const xmlNode *list)
{
    unsigned items = 0;
    for (const xmlNode *n = list->children; n; n = n->next)
        items += html_is(n, "li");
    return items;
}

int html_item_number(const xmlNode *item)
{
    const xmlNode *list = item->parent;
    if (!html_is(list, "ol"))
        return 0;
    struct html_view *view = html_view(list);
    bool down = xmlHasProp((xmlNode *)list, (const xmlChar *)"reversed");
    g_autofree char *value = html_value(item, "value"), *start = html_value(list, "start");
    if (value && atoi(value) > 0)
        view->number = atoi(value);
    else if (view->number == 0)
        view->number = start ? atoi(start) : down ? (int)count_items(list) : 1;
    else
        view->number += down ? -1 : 1;
    view->number = CLAMP(view->number, 1, NUMBER_MOST);
    return view->number;
}

/* What a page says of the list's numbers, beside showing them: nothing. */
static bool hides_numbers(const xmlNode *list)
{
    return html_value_has(list, "style", "list-style") && html_value_has(list, "style", "none");
}

/* True when the page gives an item, or the list's first, a higher number than any article has. */
static bool counts_too_high(const xmlNode *list)
{
    g_autofree char *start = html_value(list, "start");
    bool high = start && strtol(start, NULL, 10) > NUMBER_MOST;
    for (const xmlNode *n = list->children; n && !high; n = n->next) {
        g_autofree char *value = html_is(n, "li") ? html_value(n, "value") : NULL;
        high = value && strtol(value, NULL, 10) > NUMBER_MOST;
    }
    return high;
}

/* The items of a list that holds headings follow one another without numbers. */
static void note_steps(struct walk *w, const xmlNode *list)
{
    struct html_view *view = html_view(list);
    if (view->number != 0 || w->why || !html_is(list, "ol") || hides_numbers(list))
        return;
    html_note(w, "", WHY_STEPS);
    view->number = -1; /* noted */
}

static void note_list(struct walk *w, const xmlNode *list)
{
    g_autofree char *type = html_value(list, "type"), *start = html_value(list, "start");
    bool styled = html_value_has(list, "style", "alpha") || html_value_has(list, "style", "roman");
    bool ordered = html_is(list, "ol");
    if (ordered && (styled || (type && strcmp(type, "1") != 0)))
        html_note(w, "", WHY_LETTERS);
    if (ordered && start && (*start == '-' || g_ascii_isdigit(*start)) && atoi(start) < 1)
        html_note(w, "", WHY_START);
    if (ordered && hides_numbers(list))
        html_note(w, "", WHY_BARE);
    if (ordered && counts_too_high(list))
        html_note(w, "", WHY_HIGH);
    if (!ordered && (styled || html_value_has(list, "style", "decimal")))
        html_note(w, "", WHY_LOOKS);
    if (xmlHasProp((xmlNode *)list, (const xmlChar *)"reversed"))
        html_note(w, "", WHY_REVERSED);
}

/* An item of a list that shows no numbers has its own in its words. */
static bool types_number(const xmlNode *item)
{
    static struct pattern typed = PATTERN("^\\d{1,3}[.)] ");
    if (!hides_numbers(item->parent))
        return false;
    g_autofree char *words = html_words(item);
    struct range found;
    return pattern_find(&typed, words, 0, &found);
}

static void enter_item(struct walk *w, const xmlNode *node)
{
    const xmlNode *list = node->parent;
    if (w->heading || !list || list->type != XML_ELEMENT_NODE || w->why)
        return;
    if (html_view(list)->holds_heading) {
        note_steps(w, list);
        return;
    }
    if (!w->holder && types_number(node))
        return; /* as any text that begins so */
    if (html_view(list)->number == 0)
        note_list(w, list);
    int number = html_item_number(node);
    struct holder *around = w->holder;
    html_hold(w, node, HOLDER_ITEM);
    if (w->holder == around)
        return;
    w->holder->list = list;
    w->holder->number = number;
    if (number == 0)
        html_view(list)->number = -1; /* noted */
}

static void enter_heading(struct walk *w, const xmlNode *node)
{
    int level = html_heading_level(node);
    bool hidden = html_is(node, "summary") || html_is_hidden_heading(node);
    if (w->heading || (level == 0 && !hidden))
        return;
    g_autofree char *said = html_value(node, "aria-level");
    w->heading = node;
    w->kind = LINE_HEADING;
    w->level =
        level > 0 ? MIN(level + w->deeper, 6) : CLAMP(said ? atoi(said) : w->last_level + 1, 2, 6);
    if (level > 0 && !w->why)
        w->last_level = w->level;
}

/* What a heading opens, which ends where that is closed. */
static bool is_opened(const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    return html_is(node, "details") || view->is_panel ||
           (view->opener && html_is_hidden_heading(view->opener));
}

static bool is_in_heading(const xmlNode *node)
{
    while (node && node->type == XML_ELEMENT_NODE && html_heading_level(node) == 0)
        node = node->parent;
    return node && node->type == XML_ELEMENT_NODE;
}

/* Headings below one that opens them are of lower levels, whatever the page says. */
static void enter_opened(struct walk *w, const xmlNode *node, bool labelled)
{
    struct html_view *view = html_view(node);
    view->last_level = w->last_level;
    view->deeper = w->deeper;
    int highest = html_highest_heading(node);
    if (highest > 0 &&
        (labelled || html_is(node, "details") || (!view->is_panel && !is_in_heading(view->opener))))
        w->deeper = MAX(w->deeper, w->last_level + 2 - highest);
}

/* The heading that opens the block right below it; NULL: none. */
static const xmlNode *question_above(const xmlNode *node)
{
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    while (before && html_heading_level(before) == 0 &&
           xmlChildElementCount((xmlNode *)before) == 1)
        before = xmlFirstElementChild((xmlNode *)before);
    return before && html_heading_level(before) > 0 && html_is_question(before) ? before : NULL;
}

/* What comes behind an answer is beside its question, not below it. */
static void leave_answer(struct walk *w, const xmlNode *node)
{
    const xmlNode *question = w->why ? NULL : question_above(node);
    if (question)
        w->last_level = MAX(MIN(html_heading_level(question) + w->deeper, 6) - 1, 1);
}

static void leave_opened(struct walk *w, const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    w->last_level = view->last_level;
    w->deeper = view->deeper;
    w->behind |= !w->why;
}

/* The words of the tab that opens the panel; false: none. */
static bool add_tab_heading(struct walk *w, const xmlNode *node)
{
    g_autofree char *words = html_tab_heading(node);
    if (!words)
        return false;
    w->level = CLAMP(w->last_level + 1, 2, 6);
    html_add(w, LINE_HEADING, (int)xmlGetLineNo(node), words, NULL);
    w->has_heading |= !w->why;
    html_flush_block(w);
    return true;
}

/* A term and its meaning are one paragraph. */
static bool goes_on(const struct walk *w)
{
    return w->term && ink_is_blank(w->ink);
}

/* Parts of our own pages that front matter says. */
static void enter_own(struct walk *w, const xmlNode *node)
{
    static const char *const about[] = {"about", NULL}, *const lead[] = {"lead", NULL};
    static const char *const head[] = {"head", NULL};
    bool is_about = html_is(node, "section") && html_has_class(node, about);
    bool is_lead =
        html_is(node, "p") && html_has_class(node, lead) && html_has_class(node->parent, head);
    if (w->own || w->why || (!is_about && !is_lead))
        return;
    w->own = node;
    w->of_page = is_about ? OF_ABOUT : OF_LEAD;
}

void html_enter_block(struct walk *w, const xmlNode *node)
{
    if (w->heading) {
        ink_add(w->ink, " ", (struct ink_look){0});
        return;
    }
    if (!goes_on(w))
        html_flush_block(w);
    const char *callout = w->why ? NULL : callout_of(node);
    if (html_view(node)->note)
        html_hold_note(w, node);
    else if (html_is(node, "li"))
        enter_item(w, node);
    else if (html_is(node, "p"))
        html_enter_word_item(w, node);
    else if ((html_is(node, "blockquote") || callout) && !w->why) {
        struct holder *around = w->holder;
        html_hold(w, node, HOLDER_QUOTE);
        if (w->holder != around)
            w->holder->callout = callout;
    } else if (html_is(node, "hr") && !w->why)
        html_add(w, LINE_RULE, (int)xmlGetLineNo(node), "", NULL);
    if (!w->address && html_is(node, "address"))
        w->address = node;
    enter_own(w, node);
    w->in_caption |= html_is(node, "figcaption");
    bool labelled = add_tab_heading(w, node);
    if (is_opened(node))
        enter_opened(w, node, labelled);
    enter_heading(w, node);
}

static void leave_term(struct walk *w)
{
    html_flush(w);
    w->term = w->breaks = true;
}

void html_leave_block(struct walk *w, const xmlNode *node)
{
    const struct html_view *view = html_view(node);
    if (w->heading && node != w->heading) {
        ink_add(w->ink, " ", (struct ink_look){0});
        return;
    }
    if (html_is(node, "dt") && !w->heading)
        leave_term(w);
    else if (!goes_on(w))
        html_flush_block(w);
    if (is_opened(node))
        leave_opened(w, node);
    leave_answer(w, node);
    if (view->held)
        w->holder = view->around;
    if (view->note)
        w->why = view->why_around;
    if (node == w->address)
        w->address = NULL;
    if (node == w->own)
        w->own = NULL;
    if (html_is(node, "figcaption"))
        w->in_caption = false;
    if (node == w->heading) {
        w->heading = NULL;
        w->kind = LINE_TEXT;
    }
}

/* The words below the node with its line ends, without those at both ends; owned by the caller. */
static char *clean_lines(const xmlNode *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (n->type == XML_TEXT_NODE && n->content)
            g_string_append(text, (const char *)n->content);
        else if (html_is(n, "br"))
            g_string_append_c(text, '\n');
    g_autofree char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
    GString *out = g_string_new(NULL);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n' || source_is_printable(c))
            g_string_append_unichar(out, c);
        else if (c != '\r')
            g_string_append_c(out, ' ');
    }
    char *lines = g_string_free(out, FALSE);
    char *start = lines + strspn(lines, "\n");
    memmove(lines, start, strlen(start) + 1);
    return g_strchomp(lines);
}

/* True for a field whose words the page shows. */
static bool is_field(const xmlNode *node)
{
    static const char *const others[] = {"hidden", "checkbox", "radio", "image", "password"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (html_value_is(node, "type", others[i]))
            return false;
    return true;
}

/* One that readers write in. */
static bool is_open_field(const xmlNode *node)
{
    static const char *const others[] = {"submit", "button", "reset", "range", "color", "file"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (html_value_is(node, "type", others[i]))
            return false;
    return is_field(node);
}

/* Boxes that open and close parts of a page have no words beside them. */
static bool has_words(const xmlNode *node)
{
    return node && node->type == XML_TEXT_NODE && !xmlIsBlankNode(node);
}

/* A box before the words of an item is a task, as the article's writer knows it by these signs; in
 * other text it is the sign that it looks like. */
void html_read_box(struct walk *w, struct ink *ink, const xmlNode *node)
{
    g_autofree char *value = is_field(node) ? html_value(node, "value") : NULL;
    if (value)
        html_drop(w, node, value, "what a field of a form holds");
    if (!w->why && is_open_field(node)) {
        ink_add(ink, " ", (struct ink_look){0});
        html_note(w, "", "the page has a field to fill in here: draw a line to write on");
    }
    bool checked = xmlHasProp((xmlNode *)node, (const xmlChar *)"checked");
    bool first = w->holder && ink_is_blank(ink);
    bool one = html_value_is(node, "type", "radio");
    if ((one || html_value_is(node, "type", "checkbox")) &&
        (first || html_in_wordless_cell(node) || (!w->why && has_words(node->next)))) {
        ink_add(ink, checked ? "☑ " : "☐ ", (struct ink_look){0});
        if (one && !w->why)
            html_note(w, "", "one of several answers, of which only one may be ticked: say so");
    }
}

/* What the class, or what says the same for machines, says of a task: 1 done, 0 open; -1: nothing,
 * or it is a field, which says it itself. */
static int task_state(const xmlNode *node)
{
    static const char *const done[] = {"checkbox-on", "checked", "is-checked", NULL};
    static const char *const open[] = {"checkbox-off", "unchecked", "is-unchecked", NULL};
    static const char *const says[] = {"aria-checked", "data-checked", "data-list"};
    if (html_is(node, "input") || !html_is_block(node) || !node->properties)
        return -1;
    for (size_t i = 0; i < G_N_ELEMENTS(says); i++) {
        if (html_value_is(node, says[i], "true") || html_value_is(node, says[i], "checked"))
            return 1;
        if (html_value_is(node, says[i], "false") || html_value_is(node, says[i], "unchecked"))
            return 0;
    }
    return html_has_class(node, done) ? 1 : html_has_class(node, open) ? 0 : -1;
}

/* The box of a task that is no field of a form stands before the item's first words. */
void html_read_task(struct walk *w, const xmlNode *node)
{
    static const char *const lists[] = {"inline-task-list", NULL}; /* Confluence */
    if (!w->holder || w->why || !ink_is_blank(w->ink))
        return;
    int state = task_state(node);
    if (state < 0 && html_is(node, "li") && html_has_class(node->parent, lists))
        state = 0; /* it says of those alone that are done */
    if (state >= 0 || html_is(node, "li"))
        w->task = state < 0 ? NULL : state ? "☑ " : "☐ ";
}

void html_read_lines(struct walk *w, const xmlNode *node)
{
    static const char *const plain[] = {"code", "span", "br", NULL};
    html_flush_block(w);
    char *lines = clean_lines(node);
    html_look_enter(&w->look, node);
    bool marked = html_look_now(&w->look, false).marks != 0;
    html_look_leave(&w->look, node);
    for (const xmlNode *n = node->children; n && !marked; n = n->next)
        marked = n->type == XML_ELEMENT_NODE && !html_is_one_of(n, plain);
    if (marked)
        html_note(w, "", "lined-up text: its marks are gone, check it");
    html_add(w, LINE_PRE, (int)xmlGetLineNo(node), lines, lines);
    html_flush_block(w);
}
