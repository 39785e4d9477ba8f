/*
 * Where words that are wider than their line may be parted: first at the author's soft hyphens, and
 * addresses behind their signs; then behind the hyphens of addresses of mail and by the patterns of
 * the language; at last between letters. A number is never parted here. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_PARTING_H
#define HANDOUT_LAYOUT_PARTING_H

#include "layout/paragraph.h"

enum parting_stage { PARTING_SIGNS, PARTING_PATTERNS, PARTING_LETTERS, PARTING_STAGE_COUNT };

/*
 * Appends to `marks` (of struct break_mark) the places of one stage in the bytes [start, end) of
 * the paragraph's text, of which `layout` is made.
 */
void parting_find(const struct paragraph *p, PangoLayout *layout, size_t start, size_t end,
                  enum parting_stage stage, GArray *marks);

#endif
