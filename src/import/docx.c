/*
 * The text of a .docx file as pandoc 2.17 can read it: it drops text boxes, words struck out twice
 * and raised by hand stand as others, and blanks to write on are gone; of signs, fields,
 * formulas and lists see docx_signs.c, docx_fields.c, docx_formulas.c, docx_items.c, docx_heads.c.
 * Awkward: what says that something was there (an empty box, an empty field) stays in its
 * paragraph, as that is where it is listed.
 */
#include "import/docx.h"
#include "import/docx_lists.h"
#include "import/office.h"
#include "import/parts.h"
#include "import/zip.h"

#include <stdlib.h>
#include <string.h>

#define PART       "word/document.xml"
#define LISTS_PART "word/numbering.xml"

/* Words that stand at least so much off their line are raised or lowered [half-points]; underlined
 * blanks, at least so many, are there to be written on. */
#define RAISED_LEAST 3
#define BLANKS_LEAST 3

static xmlNode *ancestor(const xmlNode *node, const char *name)
{
    xmlNode *n = node->parent;
    while (n && !office_is(n, name))
        n = n->parent;
    return n;
}

/* True for what is there once more, for older programs. */
static bool is_fallback(const xmlNode *box)
{
    const xmlNode *fallback = ancestor(box, "Fallback");
    xmlNode *choice = fallback ? office_child(fallback->parent, "Choice") : NULL;
    for (xmlNode *n = choice; n; n = office_after(n, choice))
        if (office_is(n, "txbxContent"))
            return true;
    return false;
}

/* What the box holds stands behind the paragraph that it is fixed to. */
static void empty_box(xmlNode *box)
{
    xmlNode *after = ancestor(box, "p");
    bool twice = is_fallback(box) || !after;
    for (xmlNode *n = box->children, *next; n; n = next) {
        next = n->next;
        xmlUnlinkNode(n);
        if (twice || n->type != XML_ELEMENT_NODE) {
            xmlFreeNode(n);
            continue;
        }
        after = xmlAddNextSibling(after, n);
        xmlReconciliateNs(n->doc, n);
    }
}

/* From the last on, so that boxes stay in their order, and those within others in these. */
static void settle_boxes(xmlNode *root)
{
    g_autoptr(GPtrArray) boxes = g_ptr_array_new();
    for (xmlNode *n = root; n; n = office_after(n, root))
        if (office_is(n, "txbxContent"))
            g_ptr_array_add(boxes, n);
    for (guint i = boxes->len; i > 0; i--)
        if (!is_fallback(boxes->pdata[i - 1]))
            empty_box(boxes->pdata[i - 1]);
    for (guint i = boxes->len; i > 0; i--)
        empty_box(boxes->pdata[i - 1]);
}

/* Struck twice is struck; what is off its line by hand is raised or lowered. */
static void settle_looks(xmlNode *looks)
{
    xmlNode *twice = office_child(looks, "dstrike"), *position = office_child(looks, "position");
    g_autofree char *by = office_value(position, "val");
    int half_points = by ? atoi(by) : 0;
    if (twice && docx_is_on(twice))
        xmlNodeSetName(twice, BAD_CAST "strike");
    if (abs(half_points) < RAISED_LEAST || office_child(looks, "vertAlign"))
        return;
    xmlNodeSetName(position, BAD_CAST "vertAlign");
    xmlSetNsProp(position, position->ns, BAD_CAST "val",
                 BAD_CAST(half_points > 0 ? "superscript" : "subscript"));
}

/* True for underlined blanks and tabs alone. */
static bool is_line_to_write_on(const xmlNode *run)
{
    const xmlNode *line = office_child(office_child(run, "rPr"), "u");
    g_autofree char *kind = office_value(line, "val");
    size_t blanks = 0;
    for (const xmlNode *n = line && g_strcmp0(kind, "none") != 0 ? run->children : NULL; n;
         n = n->next) {
        xmlChar *words = office_is(n, "t") ? xmlNodeGetContent(n) : NULL;
        const char *text = words ? (const char *)words : "";
        bool other = text[strspn(text, " ")] ||
                     (!words && !office_is(n, "tab") && !office_is(n, "rPr") && !xmlIsBlankNode(n));
        blanks += office_is(n, "tab") ? BLANKS_LEAST : strlen(text);
        xmlFree(words);
        if (other)
            return false;
    }
    return blanks >= BLANKS_LEAST;
}

/* What the mark at a paragraph's end looks like says nothing of its words; but it may be tracked.
 */
static void settle_mark(const xmlNode *paragraph)
{
    static const char *const looks[] = {"vanish",  "color",  "highlight", "shd",
                                        "dstrike", "strike", "position"};
    xmlNode *mark = office_child(office_child(paragraph, "pPr"), "rPr");
    for (size_t i = 0; mark && i < G_N_ELEMENTS(looks); i++) {
        xmlNode *look = office_child(mark, looks[i]);
        if (look)
            xmlUnlinkNode(look);
        xmlFreeNode(look);
    }
}

/* An empty paragraph with a border below it, or above, may be there to be written on. */
static void settle_border(xmlNode *paragraph)
{
    const xmlNode *borders = office_child(office_child(paragraph, "pPr"), "pBdr");
    if (!docx_is_empty(paragraph) ||
        !(office_child(borders, "bottom") || office_child(borders, "top")))
        return;
    docx_put_first(paragraph, docx_new_run(paragraph, BLANK_LINE));
    docx_put_first(paragraph, xmlNewNode(paragraph->ns, BAD_CAST "drawn"));
}

static void settle_runs(xmlNode *root)
{
    for (xmlNode *n = root; n; n = office_after(n, root)) {
        if (office_is(n, "p")) {
            settle_mark(n);
            settle_border(n);
        }
        if (!office_is(n, "r"))
            continue;
        xmlNode *looks = office_child(n, "rPr");
        if (looks)
            settle_looks(looks);
        if (!is_line_to_write_on(n))
            continue;
        xmlNode *line = xmlAddNextSibling(n, docx_new_run(n, BLANK_LINE));
        xmlUnlinkNode(n);
        xmlFreeNode(n);
        n = line;
    }
}

/* The part with the lists, if that is another now; owned by the caller, or NULL. */
static char *settle_lists(xmlNode *root, GBytes *document)
{
    struct docx_lists lists = docx_read_lists(document);
    docx_settle_heads(root, &lists);
    char *part = docx_settle_items(root, &lists);
    docx_free_lists(&lists);
    return part;
}

/* Takes `document`. */
static GBytes *put_lists(GBytes *document, const char *lists)
{
    GBytes *with = zip_with(document, LISTS_PART, lists);
    g_bytes_unref(document);
    return with;
}

GBytes *docx_settle(GBytes *document)
{
    g_autofree char *text = zip_text(document, PART);
    xmlDoc *content = text ? office_parse(text) : NULL;
    xmlNode *root = content ? xmlDocGetRootElement(content) : NULL;
    if (!office_is(root, "document")) {
        xmlFreeDoc(content);
        return NULL;
    }
    settle_boxes(root);
    docx_settle_fields(root);
    settle_runs(root);
    docx_settle_formulas(root);
    docx_settle_signs(root, document);
    g_autofree char *lists = settle_lists(root, document);
    xmlChar *bytes;
    int size;
    xmlDocDumpMemoryEnc(content, &bytes, &size, "UTF-8");
    GBytes *settled = bytes ? zip_with(document, PART, (const char *)bytes) : NULL;
    xmlFree(bytes);
    xmlFreeDoc(content);
    return lists && settled ? put_lists(settled, lists) : settled;
}
