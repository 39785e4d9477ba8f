/*
 * Telephone numbers as people write them (ITU-T E.123: digits in groups, a plus, brackets, blanks
 * and signs between them, an extension after "ext" or "x") and as machines dial them (RFC 3966).
 * Nothing else in the program knows what a number looks like.
 */
#ifndef HANDOUT_CONTENT_TELEPHONE_H
#define HANDOUT_CONTENT_TELEPHONE_H

#include "base/range.h"
#include "content/labels.h"

#include <stdbool.h>

/* ITU-T E.164, 6.1: fifteen at most. Shorter than seven is a service number, or no number. */
#define TELEPHONE_DIGITS_MIN 7
#define TELEPHONE_DIGITS_MAX 15

/* True when `text` is a number and nothing else: at least three digits, as in 988, and signs. */
bool telephone_is(const char *text);

/* True when `text`, seen without its surroundings, cannot be anything but a number: it is long
 * enough, or short and starts with '+', does not run on, and is nothing else (telephone_is_other).
 * Other short ones may be years. */
bool telephone_is_certain(const char *text);

/* True when a number has more figures than one is dialled with, or more behind a whole number of
 * North America: "503-234-5678-0142" may be two, or one with its extension. */
bool telephone_runs_on(const char *text);

/* True when `text` starts with '+' and a whole number follows: 7 to 15 digits, and in North America
 * (country code 1) 11, where area and exchange start with 2 to 9 (NANPA: NXX-NXX-XXXX). */
bool telephone_is_whole(const char *text);

/* True for a number of a service that is dialled as it stands: three digits (911, 711, 112), or six
 * of Europe's 116 xxx (Decision 2007/116/EC). */
bool telephone_is_service(const char *text);

/* The digits to dial, of the first number where there are several ("5678/79"), without those of an
 * extension and without the "(0)" that is left out abroad; owned by the caller. */
char *telephone_digits(const char *text);

/* True when both spellings lead to one telephone, be it with or without the country code: their
 * digits are equal, or one ends with the other and that is at least seven digits long. */
bool telephone_same(const char *one, const char *other);

/* The same with the same extension, "x 12", or none. */
bool telephone_same_line(const char *one, const char *other);

/* "tel:" and what to dial (RFC 3966, 3): digits after an optional plus. An extension is left to the
 * caller to say. Owned by the caller. */
char *telephone_uri(const char *text);

/* True for a "tel:" address of a few digits, as numbers of emergencies and services have. */
bool telephone_uri_is_short(const char *uri);

/* "sms:" and where to write to (RFC 5724); owned by the caller. */
char *telephone_text_uri(const char *text);

/*
 * The next row of figures at or after the byte `from` that is grouped as telephone numbers are: six
 * digits or more, no word touching it. Dates, record numbers and sums look the same; see
 * `telephone_is_likely`. False: no more.
 */
bool telephone_find(const char *text, size_t from, struct range *out);

/* True when the text has the number in it, however it is grouped. */
bool telephone_in(const char *text, const char *number);

/*
 * The next number at or after the byte `from` that is known to everybody and dialled as it stands:
 * 911 and the other N11 codes (47 CFR 52.15, NANPA), 988 (47 CFR 52.200), 112 (Directive 2018/1972,
 * article 109), 999, 000 and 111. False: no more. Figures of another number, as in "1,112", are
 * none.
 */
bool telephone_find_service(const char *text, size_t from, struct range *out);

/* The digits in a part of a text. */
unsigned telephone_count_digits(const char *text, struct range range);

/* True when a row of figures that was found is more likely a number to call than anything else, by
 * its shape and by the words before it in the language of the labels: a date, a code or the number
 * of a record is none. */
bool telephone_is_likely(const char *text, struct range range, const struct labels *labels);

/* True for figures of `length` bytes that are grouped as a number, and are none: a date, or numbers
 * that count something, as on a scale. */
bool telephone_is_other(const char *row, size_t length);

/* True when the word right before the byte `start` says that the figures there are the number of a
 * record: "NPI: 123 …", "policy no. 503 …". */
bool telephone_is_record(const char *text, size_t start, const struct labels *labels);

/* The first number set aside for fiction (NANPA: 555-0100 to 555-0199), however it is grouped: its
 * last seven digits. False: none. */
bool telephone_find_made_up(const char *text, struct range *out);

#endif
