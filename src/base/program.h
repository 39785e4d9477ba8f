/*
 * The program itself: its version, and where its parts are. All places are reckoned from the
 * program's own file, so that a copy of the whole tree works wherever it was put:
 *
 *   PREFIX/bin/handout   PREFIX/share/handout/fonts/fonts.conf   PREFIX/libexec/handout/PART
 */
#ifndef HANDOUT_BASE_PROGRAM_H
#define HANDOUT_BASE_PROGRAM_H

#include "base/digest.h"

#define HANDOUT_VERSION "0.1.0"

/* The loader's list of libraries, which is written anew with every update of one. */
#define PROGRAM_LIBRARIES "/etc/ld.so.cache"

/* The folder of the program's own file. Owned by the caller. */
char *program_folder(void);

/* The file of that name which does a part of the work, a program or a plug-in (base/plugin.h):
 * beside the program, as when both have just been built, else where it is installed. Owned by the
 * caller. */
char *program_part(const char *name);

/* Adds what tells this program from any other, built from other sources or in another way. */
void program_add_id(struct digest *digest);

#endif
