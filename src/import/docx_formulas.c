/*
 * Formulas of a .docx file (ECMA-376, 22.1) as words of the line: fractions, powers, roots and what
 * stands in brackets. Others stay as they are.
 */
#include "import/docx.h"
#include "import/office.h"

#include "base/script.h"

#include <string.h>

#define UNKNOWN "\uFFFF" /* stands for what has no place in a line */

static void append_parts(GString *out, const xmlNode *node);

/* In brackets, unless it is one word. */
static void append_whole(GString *out, const xmlNode *node)
{
    GString *words = g_string_new(NULL);
    append_parts(words, node);
    bool single = !strpbrk(words->str, " +-/*=−×·");
    g_string_append_printf(out, single ? "%s" : "(%s)", words->str);
    g_string_free(words, TRUE);
}

/* Figures have raised and lowered forms of their own. */
static void append_moved(GString *out, const xmlNode *node, bool raised)
{
    g_autoptr(GString) words = g_string_new(NULL);
    append_parts(words, node);
    bool figures = words->len > 0 && strspn(words->str, "0123456789") == words->len;
    g_autofree char *moved = script_words(words->str, raised ? 1 : -1);
    g_string_append(out, figures ? moved : UNKNOWN);
}

static void append_bracketed(GString *out, const xmlNode *node)
{
    const xmlNode *properties = office_child(node, "dPr");
    g_autofree char *open = office_value(office_child(properties, "begChr"), "val");
    g_autofree char *close = office_value(office_child(properties, "endChr"), "val");
    g_string_append(out, open ? open : "(");
    append_parts(out, office_child(node, "e"));
    g_string_append(out, close ? close : ")");
}

static void append_part(GString *out, const xmlNode *node)
{
    xmlChar *words = office_is(node, "t") ? xmlNodeGetContent(node) : NULL;
    if (words)
        g_string_append(out, (const char *)words);
    else if (office_is(node, "r") || office_is(node, "e") || office_is(node, "box"))
        append_parts(out, node);
    else if (office_is(node, "f")) {
        append_whole(out, office_child(node, "num"));
        g_string_append_c(out, '/');
        append_whole(out, office_child(node, "den"));
    } else if (office_is(node, "sSup") || office_is(node, "sSub")) {
        bool raised = office_is(node, "sSup");
        append_parts(out, office_child(node, "e"));
        append_moved(out, office_child(node, raised ? "sup" : "sub"), raised);
    } else if (office_is(node, "d"))
        append_bracketed(out, node);
    else if (node->type == XML_ELEMENT_NODE && !g_str_has_suffix((const char *)node->name, "Pr"))
        g_string_append(out, UNKNOWN);
    xmlFree(words);
}

static void append_parts(GString *out, const xmlNode *node)
{
    for (const xmlNode *n = node ? node->children : NULL; n; n = n->next)
        append_part(out, n);
}

/* The formula becomes a run, behind a sign for those who look for what may be lost. */
static xmlNode *settle_formula(xmlNode *formula, const xmlNode *paragraph)
{
    g_autoptr(GString) words = g_string_new(NULL);
    append_parts(words, formula);
    if (strstr(words->str, UNKNOWN) || words->len == 0 || !paragraph)
        return formula;
    xmlNode *shown = docx_new_run(paragraph, words->str);
    xmlAddNextSibling(formula, shown);
    xmlUnlinkNode(formula);
    xmlFreeNode(formula);
    xmlAddPrevSibling(shown, xmlNewNode(paragraph->ns, BAD_CAST "formula"));
    return shown;
}

void docx_settle_formulas(xmlNode *root)
{
    const xmlNode *paragraph = NULL;
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        if (office_is(n, "p"))
            paragraph = n;
        else if (office_is(n, "oMathPara")) /* pandoc reads nothing else of its paragraph */
            n = office_unwrap(n);
        else if (office_is(n, "oMath"))
            n = settle_formula(n, paragraph);
    }
}
