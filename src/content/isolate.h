/*
 * Facts that read by themselves. In words that read from right to left, signs and blanks turn round
 * about European figures (UAX 9): "+1 503 234 5678" is seen as "5678 234 503 1+", "12 Hill Road" as
 * "Hill Road 12". Every such fact is therefore isolated from the words about it, wherever it is set
 * or written.
 *
 * A range or a reckoning of numbers ("10–12", "9:00-17:00", "2 × 5") is one fact that reads from
 * left to right in Hebrew and Persian (Arabic & Persian Layout Requirements, issue 288), and in
 * Urdu, whose figures are those of Persian (their class in UAX 9 is that of European ones for this
 * reason: issue 85). But Arabic readers begin such a row at the right (W3C, Use cases for bidi and
 * language metadata on the web, "Things like ranges"; issue 288): there each of its numbers is a
 * fact of its own, and so is each date of a range of dates. The sources speak of plain numbers. One
 * fact in Arabic, too, are
 *
 * - "5-10 mg", "9 am - 5 pm": Latin letters read from left to right (UAX 9, class L) and take their
 *   number along, so that "10 mg-5" is seen, and its beginning may be taken for the dose (a rule of
 *   our own);
 *
 * - "503-234-5678", "503 234 5678-80", "12/05/2026", "#12-345": telephone numbers, also several in
 *   a row, dates in figures and codes are read as they stand.
 */
#ifndef HANDOUT_CONTENT_ISOLATE_H
#define HANDOUT_CONTENT_ISOLATE_H

#include "base/range.h"

#include <glib.h>

/* The facts in `text`, words of the language `lang` (BCP 47), that read from left to right by
 * themselves: numbers with their signs and units, telephone numbers, dates in figures, times,
 * codes, addresses, and the Latin words that go with a number. In order, without overlap (of struct
 * range); owned by the caller. A number of nothing but digits reads right anywhere and is left out.
 */
GArray *isolate_find(const char *text, const char *lang);

/* A copy of `text` for those who get nothing but its signs (alternative texts, captions, lists of
 * others' players): facts stand between U+2066 and U+2069 where the text has letters that read from
 * right to left, or none in such a language. A line end parts facts. Owned by the caller; NULL of
 * NULL. */
char *isolate_text(const char *text, const char *lang);

#endif
