/*
 * What a paragraph needs memory for. Thousands follow each other, so each thread keeps that of one.
 * Internal to paragraph.c.
 */
#ifndef HANDOUT_LAYOUT_PARAGRAPH_ROOM_H
#define HANDOUT_LAYOUT_PARAGRAPH_ROOM_H

#include <glib.h>

/* As struct paragraph has them. */
struct paragraph_room {
    GString *words, *text;
    GArray *starts, *soft_hyphens, *marks, *whole;
};

/* Empty; to be given back. */
struct paragraph_room *paragraph_room_take(void);
void paragraph_room_give(struct paragraph_room *room);

#endif
