/*
 * Runs of a .docx file, words that look alike, and what is switched on in it.
 */
#include "import/docx.h"
#include "import/office.h"

#include <string.h>

bool docx_is_on(const xmlNode *node)
{
    g_autofree char *value = office_value(node, "val");
    return node && (!value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                               strcmp(value, "off") != 0));
}

xmlNode *docx_new_run(const xmlNode *like, const char *words)
{
    xmlNode *run = xmlNewNode(like->ns, BAD_CAST "r");
    xmlNode *text = xmlNewTextChild(run, like->ns, BAD_CAST "t", BAD_CAST words);
    xmlNodeSetSpacePreserve(text, 1);
    return run;
}

void docx_put_first(xmlNode *paragraph, xmlNode *node)
{
    xmlNode *properties = office_child(paragraph, "pPr");
    if (properties)
        xmlAddNextSibling(properties, node);
    else if (paragraph->children)
        xmlAddPrevSibling(paragraph->children, node);
    else
        xmlAddChild(paragraph, node);
}

bool docx_is_empty(const xmlNode *paragraph)
{
    for (const xmlNode *n = paragraph->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && !office_is(n, "pPr"))
            return false;
    return true;
}
