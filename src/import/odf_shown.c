/*
 * What an .odt file shows beside plain words: the words of text boxes stand behind the paragraph
 * that a box is fixed to, and fields that the program fills in become the words that they show. The
 * box and the field stay, empty, where they were, as that is where they are listed.
 */
#include "import/odf.h"
#include "import/office.h"

/* Fields of OpenDocument 1.3 (7.3 to 7.6), without those that say what stands elsewhere. */
static bool is_field(const xmlNode *node)
{
    static const char *const names[] = {"date",
                                        "time",
                                        "expression",
                                        "placeholder",
                                        "conditional-text",
                                        "variable-set",
                                        "user-field-get",
                                        "variable-get",
                                        "user-field-input",
                                        "variable-input",
                                        "text-input",
                                        "page-number",
                                        "database-display",
                                        "hidden-text",
                                        "drop-down"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (office_is(node, names[i]))
            return node->ns && node->ns->prefix && *node->ns->prefix == 't' &&
                   node->parent->type == XML_ELEMENT_NODE;
    return false;
}

/* What it shows stands right behind it. */
static void empty_field(xmlNode *field)
{
    xmlChar *words = xmlNodeGetContent(field);
    xmlNodeSetContent(field, NULL);
    if (*words)
        xmlAddNextSibling(field, xmlNewDocText(field->doc, words));
    xmlFree(words);
}

/* The paragraph that a box is fixed to, or the frame of one that is fixed to its page. */
static xmlNode *anchor_of(xmlNode *box)
{
    xmlNode *anchor = box;
    for (xmlNode *n = box; n && n->type == XML_ELEMENT_NODE && !office_is(n, "text");
         n = n->parent) {
        anchor = n;
        if (office_is(n, "p") || office_is(n, "h"))
            break;
    }
    return anchor->parent && anchor->parent->type == XML_ELEMENT_NODE ? anchor : NULL;
}

static void empty_box(xmlNode *box)
{
    xmlNode *after = anchor_of(box);
    for (xmlNode *n = box->children, *next; after && n; n = next) {
        next = n->next;
        if (n->type != XML_ELEMENT_NODE)
            continue;
        xmlUnlinkNode(n);
        after = xmlAddNextSibling(after, n);
        xmlReconciliateNs(n->doc, n);
    }
}

/* Boxes from the last on, so that they stay in their order, and those within others in these. */
void odf_settle_shown(xmlNode *root)
{
    g_autoptr(GPtrArray) boxes = g_ptr_array_new();
    for (xmlNode *n = root; n; n = office_after(n, root))
        if (office_is(n, "text-box"))
            g_ptr_array_add(boxes, n);
        else if (is_field(n))
            empty_field(n);
    for (guint i = boxes->len; i > 0; i--)
        empty_box(boxes->pdata[i - 1]);
}
