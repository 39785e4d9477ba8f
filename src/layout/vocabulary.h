/*
 * What is known of words. Finding it out takes long, and texts say most of their words again.
 */
#ifndef HANDOUT_LAYOUT_VOCABULARY_H
#define HANDOUT_LAYOUT_VOCABULARY_H

#include <stddef.h>

struct vocabulary;

struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

/* What `owner` knows of a word of `length` bytes, lent until the next vocabulary_trim; NULL:
 * nothing yet. Owners are told by where they are, and may be NULL. */
const void *vocabulary_find(const struct vocabulary *vocabulary, const void *owner,
                            const char *word, size_t length);

/* `size` bytes for what is known of a word that is not in it yet, lent as above. */
void *vocabulary_add(struct vocabulary *vocabulary, const void *owner, const char *word,
                     size_t length, size_t size);

/* Calls `visit` for each word that the owner knows, in an order that the words alone give. */
typedef void vocabulary_visit(const char *word, size_t length, const void *known, size_t size,
                              void *data);
void vocabulary_each(const struct vocabulary *vocabulary, const void *owner,
                     vocabulary_visit *visit, void *data);

/* Forgets all words when they have become too many. */
void vocabulary_trim(struct vocabulary *vocabulary);

#endif
