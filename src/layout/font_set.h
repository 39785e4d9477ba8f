/*
 * The private font set as fontconfig has it. A text is set in its first choice, and most
 * need no other face: only the families of a handout in Latin, Cyrillic or Greek letters are read
 * at first, the 200 of all scripts when a text has a letter that the first choice lacks. (Reading
 * and sorting all of them is a seventh of the instructions of a handout.)
 */
#ifndef HANDOUT_LAYOUT_FONT_SET_H
#define HANDOUT_LAYOUT_FONT_SET_H

#include "base/diag.h"
#include "layout/font_file.h"

#include <glib.h>
#include <stdbool.h>

struct font_set;

/*
 * Reads the file `path` of fontconfig: of its faces those of the family `first` and of the families
 * that are in every handout, or, with NULL, all of them. NULL, with RULE_FONT_CONFIG reported, when
 * the file cannot be read (`diag` NULL: silently). The machine's own settings are not read.
 */
struct font_set *font_set_load(const char *path, const char *first, struct diag *diag);
void font_set_free(struct font_set *set);

bool font_set_has_family(struct font_set *set, const char *family);

/* The faces, best first, for a family (NULL: any), a weight as Pango has it, and a language: of
 * const struct font_file *; all lent. Any thread. */
const GPtrArray *font_set_rank(struct font_set *set, const char *family, int weight,
                               const char *lang);

/* Of a face whose letters are known. Any thread. */
bool font_set_has_letter(const struct font_file *file, gunichar letter);

/* The files that tell of the set, the folders of the whole of it, the files of the faces that are
 * read, and those in the folder `dropped`, in order: of char *; the caller's. */
GPtrArray *font_set_files(struct font_set *set, const char *dropped);

#endif
