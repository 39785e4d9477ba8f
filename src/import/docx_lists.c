#include "import/docx_lists.h"
#include "import/office.h"
#include "import/zip.h"

#include <stdlib.h>
#include <string.h>

/* Styles that are based on one another: more are a circle. */
#define BASES_MOST 20

static xmlDoc *read_part(GBytes *document, const char *name)
{
    g_autofree char *text = zip_text(document, name);
    return text ? office_parse(text) : NULL;
}

/* The elements of that name, by an attribute; owned by the caller. */
static GHashTable *index_part(xmlDoc *part, const char *name, const char *attribute)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (xmlNode *n = part ? xmlDocGetRootElement(part)->children : NULL; n; n = n->next) {
        char *key = office_is(n, name) ? office_value(n, attribute) : NULL;
        if (key)
            g_hash_table_insert(index, key, n);
    }
    return index;
}

struct docx_lists docx_read_lists(GBytes *document)
{
    struct docx_lists lists = {.numbering = read_part(document, "word/numbering.xml"),
                               .styles = read_part(document, "word/styles.xml")};
    lists.named = index_part(lists.styles, "style", "styleId");
    lists.lists = index_part(lists.numbering, "num", "numId");
    lists.kinds = index_part(lists.numbering, "abstractNum", "abstractNumId");
    return lists;
}

void docx_free_lists(struct docx_lists *lists)
{
    g_hash_table_unref(lists->named);
    g_hash_table_unref(lists->lists);
    g_hash_table_unref(lists->kinds);
    xmlFreeDoc(lists->numbering);
    xmlFreeDoc(lists->styles);
}

/* What the element's child of that name names by its value; NULL: nothing. */
static const xmlNode *find_named(GHashTable *index, const xmlNode *of, const char *child)
{
    g_autofree char *name = office_value(office_child(of, child), "val");
    return name ? g_hash_table_lookup(index, name) : NULL;
}

/* The style of the paragraph, or the one that a style is based on; NULL: none. */
static const xmlNode *next_style(const struct docx_lists *lists, const xmlNode *of)
{
    return office_is(of, "style") ? find_named(lists->named, of, "basedOn")
                                  : find_named(lists->named, office_child(of, "pPr"), "pStyle");
}

/* A property with such a child, or attribute, of the paragraph or of its styles; NULL: none. */
static const xmlNode *find_property(const struct docx_lists *lists, const xmlNode *of,
                                    const char *name, bool (*says)(const xmlNode *property))
{
    for (int left = BASES_MOST; of && left > 0; of = next_style(lists, of), left--) {
        const xmlNode *property = office_child(office_child(of, "pPr"), name);
        if (property && says(property))
            return property;
    }
    return NULL;
}

static bool says_list(const xmlNode *property)
{
    return office_child(property, "numId");
}

const xmlNode *docx_level(const xmlNode *kind, int level)
{
    for (const xmlNode *n = kind->children; n; n = n->next) {
        g_autofree char *number = office_is(n, "lvl") ? office_value(n, "ilvl") : NULL;
        if (number && atoi(number) == level)
            return n;
    }
    return NULL;
}

/* The kind of a list, which may be told by a style; NULL: not said. */
static const xmlNode *find_kind(const struct docx_lists *lists, const xmlNode *list)
{
    const xmlNode *kind = find_named(lists->kinds, list, "abstractNumId");
    const xmlNode *style = find_named(lists->named, kind, "numStyleLink");
    const xmlNode *of = office_child(office_child(style, "pPr"), "numPr");
    const xmlNode *other = style ? find_named(lists->lists, of, "numId") : NULL;
    return other ? find_named(lists->kinds, other, "abstractNumId") : kind;
}

bool docx_is_item(const struct docx_lists *lists, const xmlNode *paragraph, struct docx_item *item)
{
    const xmlNode *of = find_property(lists, paragraph, "numPr", says_list);
    const xmlNode *list = find_named(lists->lists, of, "numId");
    const xmlNode *kind = list ? find_kind(lists, list) : NULL;
    g_autofree char *level = office_value(office_child(of, "ilvl"), "val");
    *item = (struct docx_item){.list = list, .kind = kind, .level = level ? atoi(level) : 0};
    if (!kind || item->level < 0 || item->level >= DOCX_LEVELS)
        return false;
    item->form = docx_level(kind, item->level);
    return true;
}

/* NULL: not said; owned by the caller. */
static char *left_of(const xmlNode *indent)
{
    char *left = office_value(indent, "left");
    return left ? left : office_value(indent, "start");
}

static bool says_left(const xmlNode *indent)
{
    g_autofree char *left = left_of(indent);
    return left != NULL;
}

int docx_indent(const struct docx_lists *lists, const xmlNode *paragraph,
                const struct docx_item *item)
{
    const xmlNode *own = office_child(office_child(paragraph, "pPr"), "ind");
    const xmlNode *of = item ? office_child(office_child(item->form, "pPr"), "ind") : NULL;
    if (own && says_left(own))
        of = own;
    else if (!of || !says_left(of))
        of = find_property(lists, paragraph, "ind", says_left);
    g_autofree char *left = of ? left_of(of) : NULL;
    return left ? CLAMP(atoi(left), G_MININT16, G_MAXINT16) : 0; /* a page is 31,680 wide at most */
}

bool docx_has_style(const struct docx_lists *lists, const xmlNode *paragraph, const char *name,
                    int *level)
{
    const xmlNode *of = next_style(lists, paragraph);
    for (int left = BASES_MOST; of && left > 0; of = next_style(lists, of), left--) {
        g_autofree char *shown = office_value(office_child(of, "name"), "val");
        if (!shown || g_ascii_strncasecmp(shown, name, strlen(name)) != 0)
            continue;
        const char *rest = shown + strlen(name);
        *level = *rest ? atoi(rest) : 1;
        return *level > 0;
    }
    return false;
}
