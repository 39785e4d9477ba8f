/*
 * What numbers the paragraphs of a .docx file, and how far in they stand (ECMA-376, 17.9).
 */
#ifndef HANDOUT_IMPORT_DOCX_LISTS_H
#define HANDOUT_IMPORT_DOCX_LISTS_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

#define DOCX_LEVELS 9 /* of a list */

/* The parts of the file that say so: owned; NULL where it has none such. */
struct docx_lists {
    xmlDoc *numbering, *styles;
    GHashTable *named; /* styles, by their names in the file */
    GHashTable *lists; /* by their numbers: what has the kind of each */
    GHashTable *kinds; /* by their numbers */
};

struct docx_lists docx_read_lists(GBytes *document);
void docx_free_lists(struct docx_lists *lists);

/* What numbers a paragraph. All lent. */
struct docx_item {
    const xmlNode *list, *kind; /* several lists of a kind count on */
    const xmlNode *form;        /* of its level; NULL: not said */
    int level;                  /* from 0 */
};

/* False: nothing does. */
bool docx_is_item(const struct docx_lists *lists, const xmlNode *paragraph, struct docx_item *item);

/* The form of a level of a kind; NULL: not said. */
const xmlNode *docx_level(const xmlNode *kind, int level);

/* How far in the text of the paragraph stands, `item` (NULL: none) being what numbers it.
 * [twentieths of a point] */
int docx_indent(const struct docx_lists *lists, const xmlNode *paragraph,
                const struct docx_item *item);

/* True for a paragraph whose style, or one that this is based on, has that name, as Word shows it,
 * up to the number of a level, which goes to `*level`; 1 where it has none. */
bool docx_has_style(const struct docx_lists *lists, const xmlNode *paragraph, const char *name,
                    int *level);

/* Paragraphs that go on with an item above them become items of items, which begin with ITEM_SIGN;
 * returns the part with the lists that has these, owned by the caller; NULL: there are none. */
char *docx_settle_items(xmlNode *root, const struct docx_lists *lists);

/* Numbered headings begin with their numbers; those whose numbers cannot be written have an element
 * DOCX_UNCOUNTED, and items whose numbers are more than a number have DOCX_COMPOSED. */
void docx_settle_heads(xmlNode *root, const struct docx_lists *lists);
#define DOCX_UNCOUNTED "uncounted"
#define DOCX_COMPOSED  "composed"

#endif
