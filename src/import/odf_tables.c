/*
 * The tables of an .odt file, as pandoc 2.17 can read them. It drops rows that name their columns,
 * takes no cell for more than one, and none at all where a joined cell covers others, so that those
 * behind it stand under other heads: here every row is a row, and every cell stands in its column.
 * Awkward: cells and rows that are alike stand once, with their number.
 */
#include "import/odf.h"
#include "import/office.h"
#include "import/parts.h"

#include <glib.h>
#include <stdlib.h>

/* More are no table of a text: they stay as they are, and are listed. */
#define COPIES_MOST  64
#define COLUMNS_MOST 64

/* Nodes that may be added: tables within others could repeat each other without end. */
#define ADDED_MOST 200000

/* A cell that is joined with those of its column in so many rows, this one among them. */
struct joined {
    xmlNode *cell;
    int rows;
};

/* 1 where the attribute is not there, or no number. */
static int count_of(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    int count = value ? atoi((const char *)value) : 1;
    xmlFree(value);
    return MAX(count, 1);
}

static int count_nodes(const xmlNode *node)
{
    int nodes = 1;
    for (const xmlNode *n = node->children; n; n = n->next)
        nodes += count_nodes(n);
    return nodes;
}

/* NULL: no more may be added, and `*left` is below zero. */
static xmlNode *copy_of(xmlNode *node, int *left)
{
    *left -= *left >= 0 ? count_nodes(node) : 0;
    return *left >= 0 ? xmlCopyNode(node, 1) : NULL;
}

/* Copies behind the node, as many as the attribute says that there are of it. */
static void repeat(xmlNode *node, const char *name, int *left)
{
    int count = count_of(node, name);
    xmlAttr *attribute = xmlHasProp(node, (const xmlChar *)name);
    if (!attribute || count > COPIES_MOST)
        return;
    xmlRemoveProp(attribute);
    for (xmlNode *copy; count > 1 && (copy = copy_of(node, left)); count--)
        xmlAddNextSibling(node, copy);
}

/* What the joined cell says stands in the covered one, too. */
static void fill(xmlNode *covered, const struct joined *joined, int *left)
{
    for (xmlNode *n = covered->children, *next; n; n = next) {
        next = n->next;
        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
    xmlNodeSetName(covered, (const xmlChar *)"table-cell");
    xmlNode *copy;
    for (xmlNode *n = joined->cell ? joined->cell->children : NULL; n; n = n->next)
        if ((copy = copy_of(n, left)))
            xmlAddChild(covered, copy);
}

/* Puts a cell for what is joined there before `cell`, or at the row's end (NULL), as some programs
 * leave covered ones out. */
static void put_covered(xmlNode *row, xmlNode *cell, const struct joined *joined, int *left)
{
    if (--*left < 0)
        return;
    xmlNode *covered = xmlNewNode(row->ns, (const xmlChar *)"table-cell");
    if (cell)
        xmlAddPrevSibling(cell, covered);
    else
        xmlAddChild(row, covered);
    fill(covered, joined, left);
}

/* `columns`: what is joined in each, from the rows above. */
static void settle_row(xmlNode *row, struct joined *columns, int *left)
{
    unsigned column = 0;
    for (xmlNode *cell = row->children; cell && column < COLUMNS_MOST; cell = cell->next) {
        bool covered = office_is(cell, "covered-table-cell");
        if (!covered && !office_is(cell, "table-cell"))
            continue;
        repeat(cell, "number-columns-repeated", left);
        while (!covered && column < COLUMNS_MOST && columns[column].rows > 0)
            put_covered(row, cell, &columns[column++], left);
        if (covered) {
            fill(cell, &columns[column++], left);
            continue;
        }
        unsigned across = (unsigned)count_of(cell, "number-columns-spanned");
        struct joined joined = {cell, count_of(cell, "number-rows-spanned")};
        for (unsigned i = column; i < COLUMNS_MOST && i - column < across; i++)
            columns[i] = joined;
        column++;
    }
    for (; column < COLUMNS_MOST && columns[column].rows > 0; column++)
        put_covered(row, NULL, &columns[column], left);
    for (column = 0; column < COLUMNS_MOST; column++)
        if (columns[column].rows > 0 && --columns[column].rows == 0)
            columns[column].cell = NULL;
}

/* The first paragraph there, or NULL. */
static xmlNode *first_paragraph(xmlNode *node)
{
    while (node && !office_is(node, "p"))
        node = xmlFirstElementChild(node);
    return node;
}

/* The cells that name columns get the sign that says so. */
static void sign_heads(const xmlNode *rows)
{
    for (const xmlNode *row = rows->children; row; row = row->next)
        for (xmlNode *cell = row->children; cell; cell = cell->next) {
            xmlNode *words = office_is(cell, "table-cell") ? first_paragraph(cell) : NULL;
            if (!words || !words->children)
                continue;
            xmlNode *sign = xmlNewNode(words->ns, BAD_CAST "a");
            xmlNewProp(sign, BAD_CAST "xlink:href", BAD_CAST HEAD_ADDRESS);
            xmlAddPrevSibling(words->children, sign);
        }
}

/* Rows stand in the table alone, not in groups that say what they are for. */
static void free_rows(xmlNode *table)
{
    for (xmlNode *n = table->children, *next; n; n = next) {
        next = n->next;
        if (office_is(n, "table-header-rows"))
            sign_heads(n);
        if (!office_is(n, "table-header-rows") && !office_is(n, "table-rows") &&
            !office_is(n, "table-row-group"))
            continue;
        next = n->children ? n->children : next;
        while (n->children)
            xmlAddPrevSibling(n, n->children);
        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
}

static void settle_table(xmlNode *table, int *left)
{
    struct joined columns[COLUMNS_MOST] = {0};
    free_rows(table);
    for (xmlNode *n = table->children; n; n = n->next) {
        if (!office_is(n, "table-row"))
            continue;
        repeat(n, "number-rows-repeated", left);
        settle_row(n, columns, left);
    }
}

/* Tables within others first. `*left`: nodes that may be added. */
static void settle_tables(xmlNode *node, int *left)
{
    for (xmlNode *n = node->children; n; n = n->next)
        settle_tables(n, left);
    if (office_is(node, "table"))
        settle_table(node, left);
}

/* Cells without lists, wherever they are. */
static void settle_cells(xmlNode *node, GHashTable *formats)
{
    for (xmlNode *n = node->children; n; n = n->next)
        settle_cells(n, formats);
    if (office_is(node, "table-cell"))
        odf_settle_lists(node, formats);
}

bool odf_settle_tables(xmlNode *root)
{
    int left = ADDED_MOST;
    g_autoptr(GHashTable) formats = odf_list_formats(root);
    settle_cells(root, formats);
    settle_tables(root, &left);
    return left >= 0;
}
