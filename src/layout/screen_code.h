/*
 * A screen with a QR code: the code as large as people across the room need it, its words beside
 * it, where it leads across the foot.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CODE_H
#define HANDOUT_LAYOUT_SCREEN_CODE_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* What stands on such a screen; `code` NULL: it cannot be one. */
struct screen_code {
    struct strip *code;
    GPtrArray *beside, *foot; /* of struct strip * */
};

/* Sets a section that holds a code. Nothing is set where it holds none, or where its words do not
 * fit so. */
struct screen_code screen_code_set(struct show *show, const struct section *section);

/* Puts it on a page that is empty, and frees it. */
void screen_code_place(struct show *show, struct screen_code *screen, struct page *page);

#endif
