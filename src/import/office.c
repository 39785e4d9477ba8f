#include "import/office.h"

#include <glib.h>
#include <libxml/parser.h>
#include <string.h>

bool office_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *office_child(const xmlNode *node, const char *name)
{
    for (xmlNode *n = node ? node->children : NULL; n; n = n->next)
        if (office_is(n, name))
            return n;
    return NULL;
}

xmlNode *office_after(xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

xmlNode *office_unwrap(xmlNode *element)
{
    xmlNode *before = element->prev ? element->prev : element->parent;
    while (element->children)
        xmlAddPrevSibling(element, element->children);
    xmlUnlinkNode(element);
    xmlFreeNode(element);
    return before;
}

char *office_value(const xmlNode *node, const char *name)
{
    xmlChar *value = node ? xmlGetProp(node, BAD_CAST name) : NULL;
    char *own = g_strdup((const char *)value);
    xmlFree(value);
    return own;
}

xmlDoc *office_parse(const char *text)
{
    xmlDoc *part = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (part && (part->intSubset || !xmlDocGetRootElement(part)))
        g_clear_pointer(&part, xmlFreeDoc);
    return part;
}
