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

void html_note_sign(struct walk *w, const xmlNode *node)
{
    static const char *const elements[] = {"i", "span", "svg", "em", "b", "div", "amp-img", NULL};
    if (w->why || !node->properties)
        return;
    if (is_crossed(node))
        html_note(w, "", HTML_SIGN);
    if (!html_is_one_of(node, elements) || !is_blank(node))
        return;
    g_autofree char *name = html_value(node, "class");
    bool picture = html_is(node, "amp-img");
    g_autofree char *said = html_value(node, picture ? "alt" : "aria-label");
    if (said && *said)
        html_drop(w, node, said, picture ? WHY_PICTURE : WHY_SAID);
    else if (html_in_wordless_cell(node) && name)
        html_note(w, name, WHY_CELL);
    else if (has_no(node))
        html_note(w, "", HTML_SIGN);
}
