/*
 * The text of an .odt file as pandoc 2.17 can read it: it takes the title for any paragraph; of
 * blocks, signs, tables and what else is shown see odf_blocks.c, odf_signs.c, odf_tables.c,
 * odf_shown.c.
 */
#include "import/odf.h"
#include "import/office.h"
#include "import/parts.h"
#include "import/zip.h"

#include <string.h>

#define PART  "content.xml"
#define TITLE "Title" /* the style's name, in all languages */

static bool value_is(const xmlNode *node, const char *name, const char *value)
{
    xmlChar *own = xmlGetProp(node, BAD_CAST name);
    bool is = own && strcmp((const char *)own, value) == 0;
    xmlFree(own);
    return is;
}

/* The first paragraph in the style of titles, or in one of the text's own that is made of it, is a
 * heading. */
static void settle_title(xmlNode *root)
{
    g_autoptr(GHashTable) styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(styles, g_strdup(TITLE));
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        bool own = office_is(n, "style") && value_is(n, "parent-style-name", TITLE);
        xmlChar *name = own                 ? xmlGetProp(n, BAD_CAST "name")
                        : office_is(n, "p") ? xmlGetProp(n, BAD_CAST "style-name")
                                            : NULL;
        bool title = !own && name && g_hash_table_contains(styles, name);
        if (own && name)
            g_hash_table_add(styles, g_strdup((const char *)name));
        xmlFree(name);
        if (!title || !n->children)
            continue;
        xmlNodeSetName(n, BAD_CAST "h");
        xmlNewNsProp(n, n->ns, BAD_CAST "outline-level", BAD_CAST "1");
        return;
    }
}

/* A part of the file, owned by the caller; NULL: it cannot be read. */
static xmlDoc *read_part(GBytes *document, const char *name)
{
    g_autofree char *text = zip_text(document, name);
    return text ? office_parse(text) : NULL;
}

GBytes *odf_settle(GBytes *document)
{
    xmlDoc *content = read_part(document, PART);
    if (!content)
        return NULL;
    xmlDoc *styles = read_part(document, "styles.xml");
    xmlNode *root = xmlDocGetRootElement(content);
    settle_title(root);
    odf_settle_blocks(root);
    odf_settle_shown(root);
    odf_settle_signs(root, styles ? xmlDocGetRootElement(styles) : NULL);
    bool fits = odf_settle_tables(root);
    xmlChar *bytes;
    int size;
    xmlDocDumpMemoryEnc(content, &bytes, &size, "UTF-8");
    GBytes *settled = bytes && fits ? zip_with(document, PART, (const char *)bytes) : NULL;
    xmlFree(bytes);
    xmlFreeDoc(content);
    if (styles)
        xmlFreeDoc(styles);
    return settled;
}
