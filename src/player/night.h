/*
 * The show by night: the same screens to the pixel, in the colours that the browser player gives
 * them then, for displays that can show pictures and no more. They lie in `night/` of the show's
 * folder, with playlists of their own.
 */
#ifndef HANDOUT_PLAYER_NIGHT_H
#define HANDOUT_PLAYER_NIGHT_H

#include "layout/page.h"
#include "player/cycle.h"

#define NIGHT_FOLDER "night/"

/* The page in the colours of the night. It borrows all from `page` but the colours; freed by
 * night_page_free. */
struct page *night_page(const struct page *page, const struct style *style);
void night_page_free(struct page *page);

/* The slides of the cycle with the pictures of the night, as they lie in their folder (of struct
 * slide *). They borrow all from those of the day but `src` and `sha256`. Owned by the caller. */
GPtrArray *night_slides(const struct cycle *cycle);

#endif
