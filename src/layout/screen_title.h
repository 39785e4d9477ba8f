/*
 * The title screen: the title as large as it fits, in bold up to its colon; what stands behind the
 * colon below it, else the summary; the clinic's name at the foot.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_TITLE_H
#define HANDOUT_LAYOUT_SCREEN_TITLE_H

#include "layout/screen_show.h"

/* What stands on such a screen; `title` NULL: its words fit none. */
struct screen_title {
    GPtrArray *title, *subtitle, *name; /* of struct strip *, owned; the last two may be NULL */
    double size, subtitle_size;         /* of their letters ÷ their legal size */
    double subtitle_y;                  /* [pt] of its first capitals, from the top of the area */
    const struct block *summary;        /* the article's, where it is the subtitle; lent; or NULL */
    const struct block *picture;        /* the article's, beside them; lent; NULL: it has none */
    double share;                       /* of the panel that the picture has */
};

/* Sets the title `block`. Where there is no room for it the clinic's name is left out, which the
 * contact screens have. */
struct screen_title screen_title_set(struct show *show, const struct block *block);

/* The same where no screen holds all of its words: what stands before its colon, or `second`,
 * behind it. `title` NULL: it has none, or does not fit either. */
struct screen_title screen_title_set_part(struct show *show, const struct block *block,
                                          bool second);

/* Puts it on a page that is empty, and frees it. */
void screen_title_place(struct show *show, struct screen_title *screen, struct page *page);

/* Frees what it holds. */
void screen_title_clear(struct screen_title *screen);

#endif
