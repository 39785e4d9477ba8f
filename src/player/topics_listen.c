/*
 * All of it is hidden until the page finds that it may speak.
 */
#include "player/topics_listen.h"

#include "player/topics_face.h"

#include <stddef.h>

void topics_listen_add_button(struct xml *page, const struct topics_frame *frame)
{
    if (!frame->sound.page)
        return;
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", "listen");
    xml_attribute(page, "aria-pressed", "false");
    xml_attribute(page, "hidden", "");
    topics_face_add_icon(page, ICON_STOP); /* while it speaks (listen.css) */
    topics_face_add_face(page, ICON_LISTEN,
                         face_words(frame->labels, LABEL_PLAYER_LISTEN, frame->lang));
    xml_close(page, "button");
    xml_break(page);
}

/* Signs alone: their names are for those who hear. */
static void add_sign(struct xml *page, const char *id, enum icon icon, struct face_words name)
{
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", id);
    xml_attribute(page, "aria-label", labels_get(name.labels, name.label));
    topics_face_mark(page, name);
    topics_face_add_icon(page, icon);
    xml_close(page, "button");
    xml_break(page);
}

void topics_listen_add_row(struct xml *page, const struct topics_frame *frame)
{
    static const struct {
        const char *id;
        enum icon icon;
        enum label label;
    } buttons[] = {{"listen-pause", ICON_PAUSE, LABEL_PLAYER_LISTEN_PAUSE},
                   {"listen-again", ICON_REPEAT, LABEL_PLAYER_LISTEN_AGAIN},
                   {"listen-slower", ICON_SLOWER, LABEL_PLAYER_LISTEN_SLOWER},
                   {"listen-faster", ICON_FASTER, LABEL_PLAYER_LISTEN_FASTER}};
    if (!frame->sound.page)
        return;
    xml_open(page, "div");
    xml_attribute(page, "id", "speaking");
    xml_attribute(page, "role", "group");
    xml_attribute(page, "hidden", "");
    topics_face_name(page, "speaking-name", labels_get(frame->labels, LABEL_PLAYER_LISTEN),
                     labels_lang_of(frame->labels, LABEL_PLAYER_LISTEN), frame->lang);
    xml_break(page);
    for (size_t i = 0; i < G_N_ELEMENTS(buttons); i++)
        topics_face_add_button(page, buttons[i].id, buttons[i].icon,
                               face_words(frame->labels, buttons[i].label, frame->lang));
    add_sign(page, "listen-softer", ICON_SOFTER,
             face_words(frame->labels, LABEL_PLAYER_LISTEN_SOFTER, frame->lang));
    add_sign(page, "listen-louder", ICON_LOUDER,
             face_words(frame->labels, LABEL_PLAYER_LISTEN_LOUDER, frame->lang));
    xml_close(page, "div");
    xml_open(page, "p");
    xml_attribute(page, "id", "lost");
    xml_attribute(page, "role", "status");
    topics_face_mark(page, face_words(frame->labels, LABEL_PLAYER_SPOKEN_LOST, frame->lang));
    xml_close(page, "p");
    xml_break(page);
}

void topics_listen_add_sound(struct xml *page, const struct topics_frame *frame)
{
    if (!frame->sound.page)
        return;
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    speech_add_json(builder, "page", frame->sound.page);
    speech_add_json(builder, "words", frame->sound.words);
    json_close_object(builder);
    topics_face_add_json(page, "speech", json_finish(builder));
}
