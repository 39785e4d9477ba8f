/*
 * Elements of the XML that office programs write, by their names without prefixes.
 */
#ifndef HANDOUT_IMPORT_OFFICE_H
#define HANDOUT_IMPORT_OFFICE_H

#include <libxml/tree.h>
#include <stdbool.h>

/* True for an element of that name; `node` may be NULL. */
bool office_is(const xmlNode *node, const char *name);

/* The first child of that name; NULL: there is none, or no node. */
xmlNode *office_child(const xmlNode *node, const char *name);

/* The next node below `root`, in the order of the document; NULL: that was the last. */
xmlNode *office_after(xmlNode *node, const xmlNode *root);

/* What is in the element stands in its place, and that is freed; a walk goes on with what is
 * returned. */
xmlNode *office_unwrap(xmlNode *element);

/* Owned by the caller; NULL: it is not to be read, as entities are not. */
xmlDoc *office_parse(const char *text);

/* Owned by the caller; NULL: it has no such attribute, or there is no node. */
char *office_value(const xmlNode *node, const char *name);

#endif
