/*
 * What the files of the import share among themselves. Nobody else includes this.
 *
 * All inputs become lines (import/source.h). The steps after mark lines that are not for the
 * article (facts first, then left-overs of the web page), and what is left unmarked is shaped into
 * the article.
 */
#ifndef HANDOUT_IMPORT_PARTS_H
#define HANDOUT_IMPORT_PARTS_H

#include "import/import.h"
#include "import/source.h"

#include <stdbool.h>

/* Reads an HTML page into lines. */
void import_read_html(struct source *source, const char *html, size_t size);

/* The document as HTML, made by pandoc; NULL with RULE_IMPORT_PANDOC reported. */
GBytes *import_convert(const char *path, struct diag *diag);

/* Marks the lines that hold contact facts and adds them to `source->found`. */
void import_find_facts(struct source *source);

/* Marks what belongs to the web page and not to its text. */
void import_drop_leftovers(struct source *source);

/* The article made of the unmarked lines, and its title in `*out_title` (NULL: none found), both
 * owned by the caller. NULL: there are no such lines. A page's window may give the title, and is
 * then not dropped. */
char *import_shape(struct source *source, char **out_title);

/* The text of clinic.yaml; owned by the caller. */
char *import_write_clinic(const struct source *source);

/* `text` as a double-quoted YAML scalar; owned by the caller. */
char *import_quote(const char *text);

/* Appends `text` as Markdown that shows exactly these words. `in_cell`: of a table. */
void import_escape(GString *out, const char *text, bool in_cell);

#endif
