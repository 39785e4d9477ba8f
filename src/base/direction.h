/*
 * Which way words read.
 */
#ifndef HANDOUT_BASE_DIRECTION_H
#define HANDOUT_BASE_DIRECTION_H

#include <glib.h>
#include <stdbool.h>

enum direction {
    DIRECTION_NONE, /* no letter in it, such as a number: it reads as its surroundings do */
    DIRECTION_LTR,
    DIRECTION_RTL,
    DIRECTION_COUNT
};

/* What Unicode has to isolate words from the direction of those about them (UAX 9, 2.4): words that
 * read from left to right, or from right to left, up to the pop. */
#define DIRECTION_LTR_ISOLATE "\u2066"
#define DIRECTION_RTL_ISOLATE "\u2067"
#define DIRECTION_POP         "\u2069"

/* A letter without ink that reads from right to left (the Arabic letter mark). */
#define DIRECTION_RTL_MARK      0x061C
#define DIRECTION_RTL_MARK_TEXT "\u061C"

/* "ltr" or "rtl", as HTML names them; NULL of DIRECTION_NONE. Static. */
const char *direction_name(enum direction direction);

/* Of the first letter that has one (as rule P2 of the Unicode bidirectional algorithm, UAX 9, finds
 * the direction of a paragraph). */
enum direction direction_of(const char *text);

/* True when any letter of the text reads from right to left. */
bool direction_has_rtl(const char *text);

/* True for the signs that begin and end an isolate: they are not seen, and no words. */
bool direction_is_isolate(gunichar c);

#endif
