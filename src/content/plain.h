/*
 * Reads settings that the program carries: what they need of YAML is a small part of it, and
 * libyaml took a twentieth of a whole run for the words of one language.
 *
 * Each line is a key, maybe in quotes, and its value: bare words, words in double quotes ("\uXXXX"
 * and "\\" are all that is escaped there), or a list of such in brackets. Below a key without a
 * value stand those of its mapping, with two blanks before them. A line that begins with '#' is a
 * remark. What is more than that is read wrong: unit tests hold every carried file against libyaml.
 */
#ifndef HANDOUT_CONTENT_PLAIN_H
#define HANDOUT_CONTENT_PLAIN_H

#include <stdbool.h>

struct plain {
    char *at; /* what has not been read yet; before the first line, all of the text */
    const char *key;
    bool inner;         /* of the mapping of the last key that is not */
    const char *values; /* one behind the other, each ended by NUL */
    unsigned count;     /* of values */
};

/* Reads the next line; false: there is none. Keys and values are parts of the text, which is
 * written over, and are lent for as long as it is there. */
bool plain_next(struct plain *plain);

#endif
