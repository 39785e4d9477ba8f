/*
 * What the list of all handouts on the web is made of: filled while articles are built, written
 * when all of them are there.
 */
#ifndef HANDOUT_PUBLISH_SHELF_H
#define HANDOUT_PUBLISH_SHELF_H

#include "document/document.h"
#include "export/html_catalogue.h"
#include "publish/report.h"

/* Where the list stands below the output directory, without its suffix: beside the pages, so that
 * no article can have this name. Owned by the caller. */
char *shelf_stem(void);

struct shelf;

struct shelf *shelf_new(void);
void shelf_free(struct shelf *shelf);

/* A handout that has a page. `language`: its language's name in its own words; copied. */
void shelf_add(struct shelf *shelf, const struct document *document, const char *language);

/* The language of most handouts, the first of those with as many; NULL: there is none. Lent. */
const char *shelf_lang(const struct shelf *shelf);

/* Writes the list in the language of `labels`, which is shelf_lang's, below `out_dir`, with the
 * forms that the report has the files of; adds it to the report. False when that failed (reported).
 */
bool shelf_write(struct shelf *shelf, const struct labels *labels, const struct clinic *clinic,
                 const struct style *style, const char *out_dir, struct report *report,
                 struct diag *diag);

#endif
