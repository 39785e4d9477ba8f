/*
 * Buttons on the pages for visitors: a drawing, and words behind it.
 */
#ifndef HANDOUT_PLAYER_TOPICS_FACE_H
#define HANDOUT_PLAYER_TOPICS_FACE_H

#include "base/xml.h"

/* One of the drawings beside the words of buttons; silent. */
enum icon {
    ICON_BACK,
    ICON_NEXT,
    ICON_PRINT,
    ICON_LARGER,
    ICON_COLORS,
    ICON_LANGUAGE,
    ICON_TOPICS,
    ICON_AGAIN,
    ICON_LISTEN,
    ICON_STOP,
    ICON_PAUSE,
    ICON_REPEAT,
    ICON_SLOWER,
    ICON_FASTER,
    ICON_SOFTER,
    ICON_LOUDER,
    ICON_TOUCH,
    ICON_LOWER,
    ICON_LIST,
    ICON_NOTE,
    ICON_CALL,
    ICON_DOWN
};
void topics_face_add_icon(struct xml *page, enum icon icon);

/* A button of the bar, with its drawing and its words. */
void topics_face_add_button(struct xml *page, const char *id, enum icon icon, const char *words);

/* Takes JSON for scripts, which nothing in it can end. */
void topics_face_add_json(struct xml *page, const char *id, char *json);

/* What a button or a link shows: the drawing, and its words behind it. */
void topics_face_add_face(struct xml *page, enum icon icon, const char *words);

#endif
