/*
 * What the files that write the text of an .odt file anew share.
 */
#ifndef HANDOUT_IMPORT_ODF_H
#define HANDOUT_IMPORT_ODF_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* Words below `root` in fonts of signs become the signs, and bullets that say something words.
 * `styles`: the root of the document's other styles, or NULL. */
void odf_settle_signs(xmlNode *root, xmlNode *styles);

/* What text boxes and fields below `root` show becomes text. */
void odf_settle_shown(xmlNode *root);

/* Every table below `root` as pandoc can read it; false: they would get too large. */
bool odf_settle_tables(xmlNode *root);

/* The formats of the numbers of the document's lists, owned by the caller; the items of lists in a
 * cell become paragraphs with their signs. */
GHashTable *odf_list_formats(const xmlNode *root);
void odf_settle_lists(xmlNode *cell, GHashTable *formats);

/* Sections are the text's own, what goes on with an item is in it, and empty paragraphs with
 * borders are lines to write on, with an element for who looks for losses. */
void odf_settle_blocks(xmlNode *root);

#endif
