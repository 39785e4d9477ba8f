/*
 * The cover of a booklet: the drawing or picture on top, the title below it, the clinic's name at
 * the foot.
 */
#ifndef HANDOUT_LAYOUT_BOOKLET_COVER_H
#define HANDOUT_LAYOUT_BOOKLET_COVER_H

#include "layout/setter.h"
#include "layout/strip.h"

/* What stands there beside title and name. */
struct booklet_cover {
    bool summary, picture;
};

/* Chooses what has room in `area`: the article's picture before its summary. */
void booklet_cover_choose(struct setter *setter, struct rect area, struct booklet_cover *cover);

/* Fills the area of the page; what does not fit is reported. */
void booklet_cover_fill(struct setter *setter, struct layout *layout, struct page *page,
                        struct rect area, const struct booklet_cover *cover, unsigned *order);

#endif
