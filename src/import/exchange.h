/*
 * Translations to translators' programs and back: PO, and XLIFF by po2xliff and xliff2po of
 * translate-toolkit where those are installed.
 */
#ifndef HANDOUT_IMPORT_EXCHANGE_H
#define HANDOUT_IMPORT_EXCHANGE_H

#include "import/translating.h"

/* Writes the source with what there is of its translation to a file that is not there yet, in the
 * format that its name ends in. Reports what cannot be done. */
void exchange_write(const struct translating *t, const char *path, struct diag *diag);

/* What such a file says; NULL, reported: it cannot be read. Owned by the caller. */
struct po *exchange_read(const char *path, struct diag *diag);

#endif
