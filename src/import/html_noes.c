/*
 * Signs that say something and are no words: crosses before what is forbidden, ticks in cells,
 * signs with words for those who hear the page alone. An article keeps none of them, so each is
 * listed.
 */
#include "base/pattern.h"
#include "import/html_parts.h"

#include <string.h>

#define WHY_CELL "a cell has a sign and no words: say in words what it means"
#define WHY_SAID "a sign with words for those who only hear the page: say them in the text"

/* A name that fonts of icons and site builders have for a cross or the like: "fa-circle-xmark". */
static bool says_no(const char *name)
{
    static struct pattern no = PATTERN(
        "(?:^|[_-])(?:times|xmark|ban|remove|close|cross|cancel|prohibited|forbidden|minus|no"
        "|thumbs?[_-]down|not_available|clear|block|dangerous|highlight_off|not_interested"
        "|do_not_\\w+|no_\\w+|disabled_by_default|(?<=bi-|ri-|fa-|icon-)x)"
        "(?:[_-](?:alt|circle|square|lg|o|fill|filled|line|bold|solid|outlined?|rounded|sharp"
        "|red|gr[ae]y|white|black|mark|sign|icon|entry|\\d+(?:px)?))*$");
    struct range found;
    return !g_str_has_prefix(name, "btn") && pattern_find(&no, name, 0, &found);
}

bool html_file_says_no(const char *address)
{
    static struct pattern cross = PATTERN("(?i)^(?:(?:red|gr[ae]y|black|white|ic|icon|sign)[_-])*x"
                                          "(?:[_-](?:mark|red|circle|icon|\\d+(?:px)?))*$");
    const char *part = strrchr(address, '#');
    const char *slash = strrchr(address, '/');
    const char *name = part ? part + 1 : slash ? slash + 1 : address;
    g_autofree char *plain = g_ascii_strdown(name, (gssize)strcspn(name, ".?"));
    struct range found;
    return says_no(plain) || pattern_find(&cross, plain, 0, &found);
}

static bool has_no(const xmlNode *node)
{
    g_autofree char *value = html_value(node, "class");
    g_auto(GStrv) names = g_strsplit_set(value ? value : "", " \t\r\n", -1);
    for (char **name = names; *name; name++)
        if (says_no(*name))
            return true;
    return false;
}

/* An item of a builder's list of what is there and what is not. */
static bool is_crossed(const xmlNode *node)
{
    static const char *const names[] = {"et_pb_not_available", NULL};
    return html_is(node, "li") && html_has_class(node, names);
}

bool html_in_wordless_cell(const xmlNode *node)
{
    while (node && !html_is(node, "td") && !html_is(node, "th"))
        node = node->parent;
    return node && html_view(node)->letters == 0;
}

static bool is_blank(const xmlNode *node)
{
    xmlChar *words = xmlNodeGetContent(node);
    bool blank = !words || !words[strspn((const char *)words, " \t\r\n")];
    xmlFree(words);
    return blank;
}

/* Shown by a name that a font of icons makes a sign of. */
static bool is_ligature(const xmlNode *node)
{
    return html_value_has(node, "class", "material-icons") ||
           html_value_has(node, "class", "material-symbols");
}

static bool is_wordless(const xmlNode *node)
{
    static const char *const names[] = {"i", "span", "svg", "em", "b", "div", NULL};
    if (html_is(node, "img"))
        return html_value_is(node, "alt", "") || !xmlHasProp((xmlNode *)node, BAD_CAST "alt");
    return html_is_one_of(node, names) &&
           (is_blank(node) || is_ligature(node) || html_is(node, "svg"));
}

static const xmlNode *beside(const xmlNode *node, bool before)
{
    do
        node = before ? node->prev : node->next;
    while (node && xmlIsBlankNode(node));
    return node;
}

bool html_says_sign(const xmlNode *node, const struct html_part *part)
{
    if (part == &html_unseen || strcmp(part->why, html_unseen.why) != 0 ||
        html_view(node)->letters == 0)
        return false;
    const xmlNode *before = beside(node, true), *after = beside(node, false);
    return (before && is_wordless(before)) || (after && is_wordless(after)) ||
           (!before && !after && html_is(node->parent, "i"));
}

/* The name of the shape that a drawing takes from elsewhere; owned by the caller; NULL: none. */
static char *shape_of(const xmlNode *drawing)
{
    static const char *const links[] = {"href", "xlink:href"};
    for (const xmlNode *n = drawing; n; n = html_after(n, drawing, true))
        for (size_t i = 0; html_is(n, "use") && i < G_N_ELEMENTS(links); i++) {
            char *shape = html_value(n, links[i]);
            if (shape)
                return shape;
        }
    return NULL;
}

/* A cross by a name that fonts make one of, by the file of a picture, by the shape of a drawing. */
static bool shows_no(const xmlNode *node)
{
    g_autofree char *words = is_ligature(node) ? html_words(node) : NULL;
    g_autofree char *shape = html_is(node, "svg") ? shape_of(node) : NULL;
    g_autofree char *file =
        html_is(node, "img") && is_wordless(node) ? html_value(node, "src") : NULL;
    return (words && says_no(words)) || (shape && html_file_says_no(shape)) ||
           (file && !g_str_has_prefix(file, "data:") && html_file_says_no(file));
}

/* What a sign is called that is all that its cell has; owned by the caller; NULL: it is not. */
static char *sign_in_cell(const xmlNode *node)
{
    const xmlNode *cell = node;
    while (cell && !html_is(cell, "td") && !html_is(cell, "th"))
        cell = cell->parent;
    if (!cell || html_view(cell)->letters != html_view(node)->letters)
        return NULL;
    if (is_ligature(node))
        return html_words(node);
    if (html_is(node, "img") && is_wordless(node))
        return html_value(node, "src");
    char *shape = html_is(node, "svg") ? shape_of(node) : NULL;
    return html_is(node, "svg") && !shape ? g_strdup("<svg>") : shape;
}

/* What a sign says to those who only hear the page; owned by the caller; NULL: nothing. */
static char *heard(const xmlNode *node)
{
    g_autofree char *said = html_value(node, html_is(node, "amp-img") ? "alt" : "aria-label");
    if (said && *said)
        return g_steal_pointer(&said);
    for (const xmlNode *n = html_is(node, "svg") ? node->children : NULL; n; n = n->next)
        if (html_is(n, "title"))
            return html_words(n);
    return NULL;
}

static bool is_alone(const xmlNode *node)
{
    static const char *const names[] = {"i", "span", "svg", "em", "b", "div", "amp-img", NULL};
    return html_is_one_of(node, names) && (is_blank(node) || html_is(node, "svg"));
}

static bool is_in_cell(const xmlNode *node)
{
    while (node && !html_is(node, "td") && !html_is(node, "th"))
        node = node->parent;
    return node != NULL;
}

/* In a cell it is all that the cell says; elsewhere it is listed. */
static void take_heard(struct walk *w, struct ink *ink, const xmlNode *node, const char *said)
{
    bool picture = html_is(node, "amp-img");
    g_autofree char *alone = sign_in_cell(node);
    if (!picture && (html_in_wordless_cell(node) || (alone && is_in_cell(node)))) {
        unsigned struck = html_look_now(&w->look, false).marks & 1U << MARK_STRIKE;
        ink_add(ink, said, (struct ink_look){.marks = struck});
        html_note(w, "", HTML_HEARD);
    } else if (is_blank(node))
        html_drop(w, node, said, picture ? WHY_PICTURE : WHY_SAID);
}

void html_note_sign(struct walk *w, struct ink *ink, const xmlNode *node)
{
    if (w->why || (!node->properties && !html_is(node, "svg")))
        return;
    bool crossed = is_crossed(node) || (shows_no(node) && !html_is(node->parent, "button"));
    g_autofree char *sign = sign_in_cell(node), *name = html_value(node, "class");
    g_autofree char *said = is_alone(node) ? heard(node) : NULL;
    if (said && *said)
        take_heard(w, ink, node, said);
    else if (sign && *sign)
        html_note(w, sign, WHY_CELL);
    else if (is_alone(node) && html_in_wordless_cell(node) && name)
        html_note(w, name, WHY_CELL);
    else if (crossed || (is_alone(node) && has_no(node)))
        html_note(w, "", HTML_SIGN);
}
