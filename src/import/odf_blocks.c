/*
 * Blocks of an .odt file that pandoc 2.17 reads wrongly: it drops sections, and counts what goes on
 * with an item, without a number, as one of its own. Awkward: an empty paragraph with a border may
 * be there to be written on.
 */
#include "import/odf.h"
#include "import/office.h"
#include "import/parts.h"

#include <string.h>

static bool is_hidden(const xmlNode *section)
{
    g_autofree char *display = office_value(section, "display");
    return display && strcmp(display, "true") != 0;
}

/* The paragraphs go on with the item above; where there is none, they are one. The walk goes on
 * with what is returned. */
static xmlNode *join_item(xmlNode *header)
{
    xmlNode *item = xmlPreviousElementSibling(header);
    if (!office_is(item, "list-item"))
        return header;
    for (xmlNode *n; (n = header->children);) {
        xmlUnlinkNode(n);
        xmlAddChild(item, n);
    }
    xmlUnlinkNode(header);
    xmlFreeNode(header);
    return item;
}

/* The names of the text's own styles of paragraphs with a border; owned by the caller. */
static GHashTable *find_bordered(const xmlNode *root)
{
    GHashTable *bordered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    static const char *const borders[] = {"border", "border-bottom", "border-top"};
    for (const xmlNode *part = root->children; part; part = part->next)
        for (const xmlNode *n = office_is(part, "automatic-styles") ? part->children : NULL; n;
             n = n->next)
            for (size_t i = 0; i < G_N_ELEMENTS(borders); i++) {
                g_autofree char *line =
                    office_value(office_child(n, "paragraph-properties"), borders[i]);
                char *name = line && !strstr(line, "none") ? office_value(n, "name") : NULL;
                if (name)
                    g_hash_table_add(bordered, name);
            }
    return bordered;
}

static void draw_line(xmlNode *paragraph)
{
    xmlNewChild(paragraph, paragraph->ns, BAD_CAST "drawn", NULL);
    xmlAddChild(paragraph, xmlNewText(BAD_CAST BLANK_LINE));
}

void odf_settle_blocks(xmlNode *root)
{
    g_autoptr(GHashTable) bordered = find_bordered(root);
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        g_autofree char *style =
            office_is(n, "p") && !n->children ? office_value(n, "style-name") : NULL;
        if (style && g_hash_table_contains(bordered, style))
            draw_line(n);
        else if (office_is(n, "list-header"))
            n = join_item(n);
        else if (office_is(n, "section") && !is_hidden(n))
            n = office_unwrap(n);
    }
}
