/*
 * Plain text in lines of a number of columns. A column is what a letter takes where all are as wide
 * as each other; East Asian ones take two (UAX 11).
 */
#ifndef HANDOUT_EXPORT_TEXT_LINES_H
#define HANDOUT_EXPORT_TEXT_LINES_H

#include <glib.h>

/* A blank within a fact, where a line ends only if the fact alone is too wide for it: in what is
 * given here; the lines have blanks. No text has this sign, which is U+001F. */
#define HELD_BLANK      '\x1f'
#define HELD_BLANK_TEXT "\x1f"

/* [columns] */
gsize text_width(const char *text);

/* The lines of a text (of char *), owned by the caller: at most `room` columns wide, but for words
 * that are wider; at its line separators (base/signs.h) in any case. `parting`: what ends a line
 * within such a word; NULL: it stays whole. */
GPtrArray *text_lines(const char *text, gsize room, const char *parting);

/* The same with no other line ends than its own. */
GPtrArray *text_lines_as_written(const char *text);

#endif
