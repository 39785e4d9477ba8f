/*
 * Buttons on the pages for visitors: a drawing, and words behind it.
 */
#ifndef HANDOUT_PLAYER_TOPICS_FACE_H
#define HANDOUT_PLAYER_TOPICS_FACE_H

#include "base/xml.h"
#include "content/labels.h"

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

/* A label in a page in the language `around`, which its words may not be in. */
struct face_words {
    const struct labels *labels;
    enum label label;
    const char *around;
    const char *text; /* of a label with places: filled in; NULL: the words as they are */
};

/* The words as they are. */
struct face_words face_words(const struct labels *labels, enum label label, const char *around);

/* Says of what is open in which language the words are, where that is not the page's. */
void topics_face_mark(struct xml *page, struct face_words words);

/* Names what is open, with no attribute to follow: `text` in the language `lang`. Where that is not
 * the page's own, `around`, the name is an element `id`, which can say so. */
void topics_face_name(struct xml *page, const char *id, const char *text, const char *lang,
                      const char *around);

/* The words as an element of their own, of that class (NULL: none). */
void topics_face_add_words(struct xml *page, const char *element, const char *class,
                           struct face_words words);

/* A button of the bar, with its drawing and its words. */
void topics_face_add_button(struct xml *page, const char *id, enum icon icon,
                            struct face_words words);

/* Takes JSON for scripts, which nothing in it can end. */
void topics_face_add_json(struct xml *page, const char *id, char *json);

/* What a button or a link shows: the drawing, and its words behind it. */
void topics_face_add_face(struct xml *page, enum icon icon, struct face_words words);

#endif
