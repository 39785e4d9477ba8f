/*
 * The private font set as fontconfig has it. A text is set in its first choice, and most
 * need no other face: only the families of a handout in Latin, Cyrillic or Greek letters are read
 * at first, the 200 of all scripts when a text has a letter that the first choice lacks. (Reading
 * and sorting all of them is a seventh of the instructions of a handout.)
 */
#ifndef HANDOUT_LAYOUT_FONT_SET_H
#define HANDOUT_LAYOUT_FONT_SET_H

#include "base/diag.h"

#include <pango/pango.h>
#include <stdbool.h>

struct font_set;

/*
 * Reads the file `path` of fontconfig: of its faces those of the family `first` and of the families
 * that are in every handout, or, with NULL, all of them. NULL, with RULE_FONT_CONFIG reported, when
 * the file cannot be read (`diag` NULL: silently). The machine's own settings are not read.
 */
struct font_set *font_set_load(const char *path, const char *first, struct diag *diag);
void font_set_free(struct font_set *set);

/* A map of its own for a thread that sets text, in which 1 Pango point is 1 pt; owned by the caller
 * (g_object_unref). Any thread: of the set it only reads. */
PangoFontMap *font_set_new_map(const struct font_set *set);

bool font_set_has_family(const struct font_set *set, const char *family);

/* The folders of the whole set, the files of the faces that are read, and those in the folder
 * `dropped`, in order: of char *; the caller's. */
GPtrArray *font_set_files(const struct font_set *set, const char *dropped);

/* The letters that both faces behind two fonts have. */
struct coverage;
struct coverage *coverage_new(PangoFont *one, PangoFont *other);
void coverage_free(struct coverage *coverage);

bool coverage_has(const struct coverage *coverage, const char *text);

#endif
