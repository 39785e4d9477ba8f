/*
 * Findings as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the lines they are
 * about.
 */
#ifndef HANDOUT_RUN_SARIF_H
#define HANDOUT_RUN_SARIF_H

#include "base/diag.h"

/* One SARIF log with one run; owned by the caller. `version` is the program's. */
char *sarif_from(const struct diag *diag, const char *version);

#endif
