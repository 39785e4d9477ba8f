/*
 * Icons of screens: marks that words say, too.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_ICON_H
#define HANDOUT_LAYOUT_SCREEN_ICON_H

#include "layout/screen_show.h"

enum screen_icon {
    SCREEN_ICON_CALL,        /* a handset */
    SCREEN_ICON_TEXT,        /* a speech bubble */
    SCREEN_ICON_EMAIL,       /* an envelope */
    SCREEN_ICON_INFORMATION, /* a disc with "i" */
    SCREEN_ICON_WARNING,     /* a triangle with "!" */
    SCREEN_ICON_COUNT
};

/* Draws it into a square, on `ground`. */
void screen_icon_add(struct page *page, enum screen_icon icon, struct rect square,
                     struct color color, struct color ground);

#endif
