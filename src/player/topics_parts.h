/*
 * What the files of the topics share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_PLAYER_TOPICS_PARTS_H
#define HANDOUT_PLAYER_TOPICS_PARTS_H

#include "player/cycle.h"
#include "player/topics_frame.h"

struct topics {
    const struct cycle *cycle;
    GPtrArray *sources; /* of const struct slide_source *: one of each article, in order */
    GPtrArray *langs;   /* of const char *, borrowed: of the articles, the main one first */
};

struct topics topics_of(const struct cycle *cycle);
void topics_clear(struct topics *topics);

const struct labels *topics_labels(const struct topics *topics, const char *lang);

/* Names of files, owned by the caller: the list in a language, the page of an article. */
char *topics_list_name(const struct topics *topics, const char *lang);
char *topics_page_name(const struct slide_source *source);

/* Adds the language (or another name), unless it is among them. */
void topics_note_lang(GPtrArray *langs, const char *lang);

/* The article in that language; NULL: the show has none. */
const struct slide_source *topics_sibling(const struct topics *topics,
                                          const struct slide_source *source, const char *lang);

/* True when the list in a language shows this one of an article's languages. */
bool topics_shows(const struct topics *topics, const struct slide_source *source, const char *lang);

/* The blocks of an article that its page has, of const struct block *; the array is the caller's.
 */
GPtrArray *topics_words(const struct document *document);

/* What is said on the page of that name, in that language. */
struct topics_sound topics_sound(const struct cycle *cycle, const char *page, const char *lang);

/* The files of sound. */
void topics_add_sounds(const struct cycle *cycle, GPtrArray *bundle);

#endif
