/*
 * What visitors and readers call the folders of articles: "after-surgery" may be "After surgery" in
 * English and "Después de la cirugía" in Spanish.
 */
#ifndef HANDOUT_CONTENT_CATEGORIES_H
#define HANDOUT_CONTENT_CATEGORIES_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

struct yaml;

/* Names of folders in languages. */
struct categories;

/* Reads "folder: {en: Name, es: Nombre}" from a mapping (NULL: none are given); `*out` is owned by
 * the caller, NULL where nothing is named. False: what is no such name is reported. */
bool categories_read(const struct yaml *yaml, struct categories **out, struct diag *diag);

/* Accepts NULL. */
void categories_free(struct categories *categories);

/* What the folder is called in the language; else its own name, with blanks for hyphens. Lent, and
 * stays; `categories` may be NULL. */
const char *categories_name(const struct categories *categories, const char *folder,
                            const char *lang);

#endif
