/*
 * The show that stood before an urgent message, kept in `build/show-before-urgent/` below the
 * output directory. Where the settings have errors when the message ends, no show can be made; then
 * that one comes back, as it would have stayed had there been no message.
 */
#ifndef HANDOUT_PUBLISH_ORDINARY_H
#define HANDOUT_PUBLISH_ORDINARY_H

#include "base/diag.h"
#include "publish/report.h"

#include <stdbool.h>

/* After an urgent message was published in `folder` below `out_dir`: keeps what stood there before,
 * unless that was such a message too. */
void ordinary_keep(const char *out_dir, const char *folder, struct diag *diag);

/* Brings it back where the message in `folder` has ended, or is `withdrawn`; and tells of it. Where
 * none stood there before, the message goes all the same. */
void ordinary_bring_back(const char *out_dir, const char *folder, bool withdrawn,
                         struct report *report, struct diag *diag);

#endif
