/*
 * Which way words read.
 */
#ifndef HANDOUT_BASE_DIRECTION_H
#define HANDOUT_BASE_DIRECTION_H

enum direction {
    DIRECTION_NONE, /* no letter in it, such as a number: it reads as its surroundings do */
    DIRECTION_LTR,
    DIRECTION_RTL,
    DIRECTION_COUNT
};

/* Of the first letter that has one (as rule P2 of the Unicode bidirectional algorithm, UAX 9, finds
 * the direction of a paragraph). */
enum direction direction_of(const char *text);

#endif
