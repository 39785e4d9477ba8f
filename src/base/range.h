/*
 * Parts of a text, and what they touch.
 */
#ifndef HANDOUT_BASE_RANGE_H
#define HANDOUT_BASE_RANGE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes from `start` up to, not including, `end`; in UTF-8 both stand between characters. */
struct range {
    size_t start, end;
};

/* True when more of what may be a number, a code or a unit ends right before the byte `at`, or
 * starts there: a digit, a letter of a script with capitals, or '_'. Scripts without capitals write
 * words onto figures: "电503", "5678로", "بـ503". */
bool range_code_ends(const char *text, size_t at);
bool range_code_starts(const char *text, size_t at);

/* Where `phrase` stands in `text` as words of its own, lent; NULL: nowhere. `any_case`: whatever
 * the case of its ASCII letters. */
const char *range_find_phrase(const char *text, const char *phrase, bool any_case);

/* True when it stands so at the byte `at`. */
bool range_is_phrase(const char *text, size_t at, const char *phrase, bool any_case);

/* Where the line after the one at `line` starts, as strchr lends it; NULL: it is the last. */
char *range_next_line(const char *line);

#endif
