/*
 * Where the links of a slide lead, for a display that nobody can leave: there, a link opens its
 * address in words and as a code.
 */
#ifndef HANDOUT_PLAYER_MANIFEST_LINKS_H
#define HANDOUT_PLAYER_MANIFEST_LINKS_H

#include "base/json.h"
#include "content/labels.h"
#include "layout/page.h"

/* Adds the member "links", an object for each address on `page`, in its order: its "href" as in the
 * runs, its "address" as people write it, and, where it is not too long for a code, "code" with the
 * words for it, the "side" of its square and the outline "d" in it. Nothing when there are none. */
void manifest_add_links(JsonBuilder *builder, const struct page *page, const struct labels *labels);

#endif
