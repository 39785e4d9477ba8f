/*
 * Tiles: shapes without meaning on a square grid from the end and bottom edges of a screen, where
 * nothing else stands. Which shape stands where follows from words, so that an article always has
 * the same pattern.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_TILES_H
#define HANDOUT_LAYOUT_SCREEN_TILES_H

#include "layout/screen_show.h"

/* Adds those of a title's screen, which are bright, around what is on the page. */
void screen_tiles_add_title(const struct show *show, struct page *page);

/* Adds those of the screen that is number `part` of its section, which are quiet. */
void screen_tiles_add(const struct show *show, struct page *page, guint part);

#endif
