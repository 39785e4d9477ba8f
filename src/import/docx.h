/*
 * What the files that write the text of a .docx file anew share.
 */
#ifndef HANDOUT_IMPORT_DOCX_H
#define HANDOUT_IMPORT_DOCX_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* Signs of fonts of signs below `root` become text, and bullets that say something words.
 * `document`: the file. */
void docx_settle_signs(xmlNode *root, GBytes *document);

/* Fields below `root` become what they show, or a line to write on where nobody filled them in. */
void docx_settle_fields(xmlNode *root);

/* Formulas below `root` that fit into one line become words. */
void docx_settle_formulas(xmlNode *root);

/* A run of these words, without looks, in the namespace of `like`. */
xmlNode *docx_new_run(const xmlNode *like, const char *words);

/* Takes `node`, which becomes the first of the paragraph behind its properties. */
void docx_put_first(xmlNode *paragraph, xmlNode *node);

/* True for a paragraph without anything but properties. */
bool docx_is_empty(const xmlNode *paragraph);

/* False: it is not there, or switched off. */
bool docx_is_on(const xmlNode *node);

#endif
