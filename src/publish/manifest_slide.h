/*
 * One slide in the manifest. Internal to manifest*.c.
 */
#ifndef HANDOUT_PUBLISH_MANIFEST_SLIDE_H
#define HANDOUT_PUBLISH_MANIFEST_SLIDE_H

#include "publish/cycle.h"
#include "publish/json.h"

void manifest_add_slide(JsonBuilder *builder, const struct cycle *cycle, const struct slide *slide);

#endif
