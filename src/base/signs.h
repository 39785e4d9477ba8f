/*
 * Signs without ink that mean something to this program, each as a character and as the bytes of a
 * text.
 */
#ifndef HANDOUT_BASE_SIGNS_H
#define HANDOUT_BASE_SIGNS_H

/* Ends a line where the author asked for it. */
#define LINE_SEPARATOR      0x2028
#define LINE_SEPARATOR_TEXT "\u2028"

/* The same within a text: the blank parts the words for whoever hears or copies them. */
#define HARD_BREAK_TEXT " " LINE_SEPARATOR_TEXT

#define PARAGRAPH_SEPARATOR 0x2029

/* What stands before an item of a list without numbers. */
#define DISC_TEXT "\u2022"

/* Where a word may be parted. */
#define SOFT_HYPHEN      0x00AD
#define SOFT_HYPHEN_TEXT "\u00AD"

#endif
