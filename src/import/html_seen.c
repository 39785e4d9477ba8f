/*
 * What a page shows in another way than its words: numbers that run up before the reader's eyes,
 * signs that cross something out, words that only their looks part.
 */
#include "base/pattern.h"
#include "content/address.h"
#include "import/html_parts.h"

#include <string.h>

#define WHY_COUNTER "the page counts up to this number: check it"
#define WHY_MAYBE   "the page has this number for a 0, which may count up: check it"
/* A counter's number may be said by what holds it, so far above at most. */
#define COUNTER_DEPTH 5

#define WHY_POINTER "words that only a pointer brings up: add them by hand, if they matter"
#define WHY_BAR     "a bar that shows this number: say it in words"
#define WHY_SOURCE  "where a quotation is from"

#define BLANKS " \t\r\n"

/* Numbers have no more signs. [bytes without blanks] */
#define NUMBER_MOST 32

/* True when the words below the node, not many, hold no other characters. */
static bool holds_only(const xmlNode *node, const char *characters)
{
    if (html_view(node)->letters > NUMBER_MOST)
        return false;
    xmlChar *words = xmlNodeGetContent(node);
    bool only = !words || !words[strspn((const char *)words, characters)];
    xmlFree(words);
    return only;
}

/* The words of an attribute's name that say where a counter ends; which of several pictures comes
 * next is another thing. */
static bool names_end(const char *attribute)
{
    static struct pattern name =
        PATTERN("^data-(?!(?:[a-z]+-)*(?:slide|scroll|go)-)(?:[a-z]+-)*(?:to|to-?value|count|count-"
                "?to|target|target-?number|number|num"
                "|end|end-?value|stop|final|value|val|percent|percentage|goal|max)$");
    struct range found;
    return pattern_find(&name, attribute, 0, &found);
}

/* What the attribute has, if that is a number; owned by the caller; NULL: it is none. */
static char *number_in(const xmlNode *node, const char *attribute)
{
    static struct pattern form = PATTERN("^\\s*[\\d.,]*\\d\\s*%?\\s*$");
    char *value = html_value(node, attribute);
    struct range found;
    if (value && pattern_find(&form, value, 0, &found))
        return g_strstrip(value);
    g_free(value);
    return NULL;
}

/* Where the element, whose words are a number, says that it ends; owned by the caller; NULL:
 * nowhere. Builders' own names say so of any number, others of one that has not begun to run. */
static char *end_of(const xmlNode *node)
{
    static const char *const ends[] = {"data-to-value", "data-count", "data-target-number",
                                       "data-purecounter-end"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        char *end = number_in(node, ends[i]);
        if (end)
            return end;
    }
    for (const xmlAttr *at = holds_only(node, BLANKS "0") ? node->properties : NULL; at;
         at = at->next) {
        char *end =
            names_end((const char *)at->name) ? number_in(node, (const char *)at->name) : NULL;
        if (end)
            return end;
    }
    return NULL;
}

/* Where it ends, owned by the caller; NULL: the element is no counter. */
static char *counter_end(const xmlNode *node)
{
    static const char *const counters[] = {"percent-value", NULL};
    char *said = holds_only(node, BLANKS "0123456789.,") ? end_of(node) : NULL;
    if (said)
        return said;
    bool counts = html_has_class(node, counters) && holds_only(node, BLANKS "0123456789.,");
    xmlChar *words = counts ? xmlNodeGetContent(node) : NULL;
    char *end = NULL;
    for (int i = 0; counts && !end && node->parent && i < COUNTER_DEPTH; i++) {
        node = node->parent;
        end = node->type == XML_ELEMENT_NODE ? html_value(node, "data-number-value") : NULL;
    }
    if (end && words && strcmp(end, (const char *)words) == 0) /* it has counted */
        g_clear_pointer(&end, g_free);
    xmlFree(words);
    return end;
}

/* A number of another name may be where it ends, too. */
static void note_other_end(struct walk *w, const xmlNode *node)
{
    if (w->why || xmlIsBlankNode(node->children) || !holds_only(node, BLANKS "0"))
        return;
    for (const xmlAttr *at = node->properties; at; at = at->next) {
        bool data = g_str_has_prefix((const char *)at->name, "data-");
        g_autofree char *number = data ? number_in(node, (const char *)at->name) : NULL;
        if (number && strtod(number, NULL) != 0)
            html_note(w, number, WHY_MAYBE);
    }
}

/* True for a bar without words whose number stands beside it. */
static bool is_said_beside(const xmlNode *node, const char *end)
{
    g_autofree char *beside = node->children ? NULL : html_words(node->parent);
    const char *at = beside ? strstr(beside, end) : NULL;
    return at && !g_ascii_isdigit(at[strlen(end)]) && (at == beside || !g_ascii_isdigit(at[-1]));
}

bool html_read_counter(struct walk *w, const xmlNode *node)
{
    g_autofree char *end = node->properties ? counter_end(node) : NULL;
    if (!end && node->properties && node->children)
        note_other_end(w, node);
    if (!end || is_said_beside(node, end))
        return false;
    w->number = w->number ? w->number : (int)xmlGetLineNo(node);
    ink_add(w->ink, end, html_look_now(&w->look, w->heading != NULL));
    if (!w->why)
        html_note(w, end, WHY_COUNTER);
    return true;
}

static bool leads_to_person(const xmlNode *node)
{
    g_autofree char *href = html_is(node, "a") ? html_value(node, "href") : NULL;
    enum address_kind kind = href ? address_kind(href) : ADDRESS_UNSAFE;
    return kind == ADDRESS_TELEPHONE || kind == ADDRESS_TEXT || kind == ADDRESS_MAIL;
}

/* One of several of a kind side by side, as labels are ("30 g", "60 g"), begins with a figure where
 * the last ended with a letter. */
static bool is_next_label(const xmlNode *before, const xmlNode *node)
{
    if (html_is_block(node) || !html_is(before, (const char *)node->name))
        return false;
    g_autofree char *one = html_words(before), *other = html_words(node);
    gunichar last = *one ? g_utf8_get_char(g_utf8_prev_char(one + strlen(one))) : 0;
    return g_unichar_isalpha(last) && g_unichar_isdigit(g_utf8_get_char(other));
}

/* A span right behind another of another kind: the page's looks part them, as a price and what it
 * is for. Colours and faces may change within a word. Numbers and addresses are words alone. */
static bool stands_apart(const xmlNode *node, bool own_looks)
{
    const xmlNode *before = node->prev;
    if (before && leads_to_person(node) && xmlIsBlankNode(before))
        before = before->prev;
    if (!before || before->type != XML_ELEMENT_NODE)
        return false;
    if (leads_to_person(node) || leads_to_person(before))
        return true;
    g_autofree char *one = html_value(before, "class"), *other = html_value(node, "class");
    if (one && g_strcmp0(one, other) == 0)
        return is_next_label(before, node);
    bool told = own_looks; /* by their boxes, before the page was read */
    if (told || !html_is(node, "span") || !html_is(before, "span"))
        return false;
    return one && other && !strstr(one, "color") && !strstr(other, "color") &&
           !strstr(one, "font") && !strstr(other, "font");
}

/* True for a part of a builder's box by its class, such as its title: those stand on lines of their
 * own. */
static bool is_part_of_box(const xmlNode *node)
{
    static const char *const ends[] = {"-title",    "-description", "-name", "-price",
                                       "-subtitle", "-job",         "-label"};
    g_autofree char *value = html_value(node, "class");
    g_auto(GStrv) names = g_strsplit_set(value ? value : "", " \t\r\n", -1);
    for (char **name = names; *name; name++)
        for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
            if (g_str_has_suffix(*name, ends[i]))
                return true;
    return false;
}

static bool is_text(const xmlNode *node)
{
    return node && node->type == XML_TEXT_NODE && !xmlIsBlankNode(node);
}

/* Spans without classes side by side in an item or box, with no text about them, may be columns: a
 * figure that touches what stands before it might not. */
static bool may_stand_apart(const xmlNode *node)
{
    static const char *const parts[] = {"span", "del", "ins", "b", "strong", NULL};
    if (!html_is_one_of(node, parts) || !html_is_one_of(node->prev, parts) ||
        !(html_is(node->parent, "li") || html_is(node->parent, "div")))
        return false;
    if (is_text(node->next) || is_text(node->prev->prev))
        return false;
    xmlChar *words = xmlNodeGetContent(node), *before = xmlNodeGetContent(node->prev);
    gunichar first = g_utf8_get_char_validated((const char *)words, -1);
    size_t length = strlen((const char *)before);
    bool blank = length == 0 || g_ascii_isspace(before[length - 1]);
    xmlFree(words);
    xmlFree(before);
    return !blank &&
           (g_unichar_isdigit(first) || g_unichar_type(first) == G_UNICODE_CURRENCY_SYMBOL);
}

void html_part_words(struct walk *w, const xmlNode *node)
{
    if (html_view(node)->letters == 0)
        return;
    if (!stands_apart(node, w->own_looks)) {
        if (!w->why && may_stand_apart(node))
            html_note(w, "", HTML_PARTED);
        return;
    }
    if (w->aside && leads_to_person(node)) {
        html_flush(w); /* each fact has its line */
        return;
    }
    xmlChar *words = xmlNodeGetContent(node);
    bool box = html_is(node, "span") && is_part_of_box(node) && is_part_of_box(node->prev);
    gunichar first = box ? ' ' : g_utf8_get_char_validated((const char *)words, -1);
    bool blank = !box && g_unichar_isspace(first);
    if (!blank && ink_part(w->ink, first) && !w->why)
        html_note(w, "", HTML_PARTED);
    xmlFree(words);
}

/* The element's words say that, too. */
static bool says(const xmlNode *node, const char *tip)
{
    g_autofree char *words = html_words(node);
    g_autofree char *all = g_utf8_casefold(words, -1), *one = g_utf8_casefold(tip, -1);
    return strstr(all, g_strstrip(one)) != NULL;
}

/* The number that a bar shows instead of words. */
static void note_bar(struct walk *w, const xmlNode *node)
{
    static const char *const bars[] = {"progress", "meter", NULL};
    bool bar = html_is_one_of(node, bars);
    g_autofree char *value = html_value(node, bar ? "value" : "aria-valuenow");
    g_autofree char *most = html_value(node, bar ? "max" : "aria-valuemax");
    if (!value || !*value || says(node, value))
        return;
    g_autofree char *text = g_strdup_printf("%s%s%s", value, most ? " / " : "", most ? most : "");
    html_drop(w, node, text, WHY_BAR);
}

void html_note_unseen(struct walk *w, const xmlNode *node)
{
    static const char *const others[] = {"img",   "iframe", "abbr",  "acronym", "link",
                                         "style", "svg",    "input", "form",    "button",
                                         "html",  "body",   "main",  "section", NULL};
    /* The browser's own, and those of site builders. */
    static const char *const tips[] = {"title",
                                       "data-tooltip",
                                       "data-tip",
                                       "data-tippy-content",
                                       "data-bs-title",
                                       "data-bs-content",
                                       "data-original-title",
                                       "data-content"};
    bool own = html_is_one_of(node, others) && !html_is_tipped(node);
    for (size_t i = own ? 1 : 0; i < G_N_ELEMENTS(tips); i++) {
        g_autofree char *tip = html_value(node, tips[i]);
        if (tip && *tip && !says(node, tip))
            html_drop(w, node, tip, WHY_POINTER);
    }
    note_bar(w, node);
    static const char *const quotes[] = {"blockquote", "q", NULL};
    g_autofree char *cite = html_is_one_of(node, quotes) ? html_value(node, "cite") : NULL;
    if (cite && *cite)
        html_drop(w, node, cite, WHY_SOURCE);
}

/* How far above its twin something stands, with what is for other displays between them. */
#define TWIN_DISTANCE 4

/* Shown on displays of some widths alone, by the classes of Bootstrap, Tailwind and UIkit, and of
 * site builders ("elementor-hidden-mobile", "hide-on-desktop", "mobile-only"). */
static bool is_for_some(const xmlNode *node)
{
#define DISPLAYS "(?:mobile|phone|tablet|desktop|laptop|small|medium|large|xs|sm|md|lg|xl)"
    static struct pattern some =
        PATTERN("(?:^|[\\s_-])(?:d-(?:sm|md|lg|xl|xxl)-\\w+"
                "|(?:hid(?:e|den)|show|visible)[_-](?:[a-z]+[_-])*" DISPLAYS "(?:[_-][\\w-]+)?"
                "|" DISPLAYS "[_-](?:only|hidden|visible|hide|show)"
                "|(?:sm|md|lg|xl):(?:hidden|block|flex)|(?:hidden|visible)@[sml])(?:\\s|$)");
    g_autofree char *value = html_value(node, "class");
    struct range found;
    return value && pattern_find(&some, value, 0, &found);
}

/* The same words as above it, for displays of other widths. */
bool html_is_twin(const xmlNode *node)
{
    if (!node->properties || html_view(node)->letters == 0 || !is_for_some(node))
        return false;
    g_autofree char *words = html_words(node);
    const xmlNode *before = node;
    for (int i = 0; i < TWIN_DISTANCE; i++) {
        before = xmlPreviousElementSibling((xmlNode *)before);
        if (!before || !is_for_some(before))
            return false;
        g_autofree char *others = html_words(before);
        if (strcmp(others, words) == 0)
            return true;
    }
    return false;
}

/* Two figures that only their places show to be a fraction. */
static bool is_fraction(const xmlNode *node)
{
    static const char *const names[] = {"frac", "fraction", "mfrac", NULL};
    if (html_is(node, "mfrac"))
        return true;
    if (!html_is(node, "span") || !node->properties || !html_has_class(node, names) ||
        xmlChildElementCount((xmlNode *)node) != 2)
        return false;
    const xmlNode *between = xmlFirstElementChild((xmlNode *)node)->next;
    return between->type != XML_TEXT_NODE || xmlIsBlankNode((xmlNode *)between);
}

const char *html_sign_before(const xmlNode *node)
{
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    if (is_fraction(node))
        return " ";
    if (html_is(node, "msqrt") || html_is(node, "mroot"))
        return "√(";
    if (html_is(node, "rt"))
        return html_is(before, "rp") ? NULL : " (";
    if (before && html_is(node->parent, "mroot"))
        return "; ";
    return before && is_fraction(node->parent) ? "/" : NULL;
}

const char *html_sign_behind(const xmlNode *node)
{
    bool opened = html_is(node, "rt") && html_sign_before(node);
    return opened || html_is(node, "msqrt") || html_is(node, "mroot") ? ")" : NULL;
}
