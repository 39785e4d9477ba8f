/*
 * Pictures on screens: beside few words (below them on upright panels) or alone, above what is said
 * of them. Whole on a quiet ground, from edge to edge where next to nothing is cut off for it.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_PICTURE_H
#define HANDOUT_LAYOUT_SCREEN_PICTURE_H

#include "layout/screen_fit.h"

/* The picture of a stretch that is nothing else; NULL: there is more, or none. */
const struct block *screen_picture_alone(const struct stretch *stretch);

/* True when the stretch is a picture and, before or behind it, few words. */
bool screen_picture_shares(struct show *show, const struct stretch *stretch);

/* The same question as screen_fit's, for such a stretch. */
enum fit screen_picture_fit(struct show *show, const struct stretch *stretch,
                            const struct screen_way *way);

/* The page of a stretch that shares its screen, on the ground that stands now; NULL, with nothing
 * added: its words do not fit. */
struct page *screen_picture_add_beside(struct show *show, const struct stretch *stretch,
                                       const struct screen_way *way, const char *title);

/* The same for a picture alone; `topic`: of struct block *, above what is said of it where no other
 * screen has it; NULL: one has. `*told` false: what is said of it is too long to stand there. */
struct page *screen_picture_add_alone(struct show *show, const struct block *picture,
                                      const GPtrArray *topic, const char *title, bool *told);

/* What is said of a picture, for a screen of its own: its caption, else the words for those who do
 * not see it. Owned by the caller; NULL: nothing is. */
struct block *screen_picture_words(const struct block *picture);

/* A picture at the side of a title, or above it where the panel stands. */
struct picture_head {
    const struct block *picture;
    struct rect box, before; /* [pt] of the picture, and of the area without it */
};

/* Leaves the words the area beside a picture that has `share` of the panel. */
struct picture_head screen_picture_begin_head(struct show *show, const struct block *picture,
                                              double share);

/* Gives the area back, and puts the picture on the page behind all words; `page` NULL: does not. */
void screen_picture_end_head(struct show *show, const struct picture_head *head, struct page *page);

#endif
