/*
 * What the files that write the text of an .odt file anew share.
 */
#ifndef HANDOUT_IMPORT_ODF_H
#define HANDOUT_IMPORT_ODF_H

#include <libxml/tree.h>
#include <stdbool.h>

/* Every table below `root` as pandoc can read it; false: they would get too large. */
bool odf_settle_tables(xmlNode *root);

#endif
