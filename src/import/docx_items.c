/*
 * Paragraphs of a .docx file that go on with the item above them: without a number of their own,
 * they stand as far in as its words. pandoc takes them for text behind the list, or for quotations,
 * so that what is said of one dose would be said of all.
 */
#include "import/docx.h"
#include "import/docx_lists.h"
#include "import/office.h"
#include "import/parts.h"

/* So much further out is still below an item's words. [twentieths of a point] */
#define SLACK 72

/* The number of our own list, which no program gives. */
#define OWN "987654321"

/* The items that a paragraph may go on with. */
struct open {
    const xmlNode *parent; /* of the last; NULL: there are none */
    int level;             /* of the last */
    int text[DOCX_LEVELS]; /* how far in their words stand; 0: there is none of that level */
};

static void open_item(struct open *open, const xmlNode *paragraph, int level, int text)
{
    int from = open->parent == paragraph->parent ? open->level + 1 : 0;
    for (int i = from; i < level; i++)
        open->text[i] = 0;
    open->parent = paragraph->parent;
    open->level = level;
    open->text[level] = text;
}

/* The level of the item that the paragraph goes on with; -1: none. */
static int find_level(const struct docx_lists *lists, const struct open *open,
                      const xmlNode *paragraph)
{
    int level;
    if (open->parent != paragraph->parent || docx_has_style(lists, paragraph, "heading ", &level))
        return -1;
    if (docx_has_style(lists, paragraph, "List Continue", &level))
        return MIN(level - 1, open->level);
    int left = docx_indent(lists, paragraph, NULL) + SLACK;
    for (level = open->level; level >= 0; level--)
        if (open->text[level] > 0 && open->text[level] <= left)
            return level;
    return -1;
}

static void drop_child(xmlNode *of, const char *name)
{
    xmlNode *child = office_child(of, name);
    if (child)
        xmlUnlinkNode(child);
    xmlFreeNode(child);
}

static void set_value(xmlNode *of, const char *name, const char *value)
{
    xmlNode *child = xmlNewChild(of, of->ns, BAD_CAST name, NULL);
    xmlSetNsProp(child, of->ns, BAD_CAST "val", BAD_CAST value);
}

/* It becomes an item of an item of that level, and begins with the sign. */
static void number_paragraph(xmlNode *paragraph, int level)
{
    xmlNode *properties = office_child(paragraph, "pPr");
    if (!properties) {
        properties = xmlNewNode(paragraph->ns, BAD_CAST "pPr");
        xmlAddPrevSibling(paragraph->children, properties);
    }
    drop_child(properties, "numPr");
    drop_child(properties, "ind");
    xmlNode *numbered = xmlNewChild(properties, properties->ns, BAD_CAST "numPr", NULL);
    char within[2] = {(char)('0' + MIN(level + 1, DOCX_LEVELS - 1)), '\0'};
    set_value(numbered, "ilvl", within);
    set_value(numbered, "numId", OWN);
    docx_put_first(paragraph, docx_new_run(paragraph, ITEM_SIGN));
}

/* True: there is such a paragraph. */
static bool settle_paragraph(const struct docx_lists *lists, struct open *open, xmlNode *paragraph)
{
    struct docx_item item;
    if (docx_is_item(lists, paragraph, &item)) {
        open_item(open, paragraph, item.level, docx_indent(lists, paragraph, &item));
        return false;
    }
    if (docx_is_empty(paragraph))
        return false;
    int level = find_level(lists, open, paragraph);
    if (level >= 0)
        number_paragraph(paragraph, level);
    else
        open->parent = NULL;
    return level >= 0;
}

/* The part with one more list; owned by the caller. */
static char *add_list(xmlDoc *numbering)
{
    xmlNode *root = xmlDocGetRootElement(numbering);
    xmlNode *kind = xmlNewChild(root, root->ns, BAD_CAST "abstractNum", NULL);
    xmlSetNsProp(kind, root->ns, BAD_CAST "abstractNumId", BAD_CAST OWN);
    for (char level[2] = "0"; *level < '0' + DOCX_LEVELS; ++*level) {
        xmlNode *form = xmlNewChild(kind, root->ns, BAD_CAST "lvl", NULL);
        xmlSetNsProp(form, root->ns, BAD_CAST "ilvl", BAD_CAST level);
        set_value(form, "numFmt", "bullet");
        set_value(form, "lvlText", "-");
    }
    xmlNode *list = xmlNewChild(root, root->ns, BAD_CAST "num", NULL);
    xmlSetNsProp(list, root->ns, BAD_CAST "numId", BAD_CAST OWN);
    set_value(list, "abstractNumId", OWN);
    xmlChar *bytes;
    int size;
    xmlDocDumpMemoryEnc(numbering, &bytes, &size, "UTF-8");
    char *part = g_strdup((const char *)bytes);
    xmlFree(bytes);
    return part;
}

char *docx_settle_items(xmlNode *root, const struct docx_lists *lists)
{
    struct open open = {0};
    bool any = false;
    for (xmlNode *n = lists->numbering ? root : NULL; n; n = office_after(n, root)) {
        if (office_is(n, "p"))
            any |= settle_paragraph(lists, &open, n);
        else if (office_is(n, "tbl"))
            open.parent = NULL;
    }
    return any ? add_list(lists->numbering) : NULL;
}
