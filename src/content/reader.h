/*
 * What the readers of dates and opening hours share: a place in a text, and steps over it that take
 * what they know or leave the place as it was. They read English and the signs that
 * OpenStreetMap writes.
 */
#ifndef HANDOUT_CONTENT_READER_H
#define HANDOUT_CONTENT_READER_H

#include <glib.h>
#include <stdbool.h>

struct reader {
    const char *at;
    bool letters; /* a letter alone may be a day, as behind others: "M-Th 8-6, F 8-5" */
};

/* A list of words, ended by NULL; of two that start alike the one with a sign more comes first. */
#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

void reader_skip_blanks(struct reader *r);

/* Takes one of `words` where it stands as a whole word, in letters of either case. */
bool reader_take(struct reader *r, const char *const *words);

/* What stands between the ends of a range: any dash, or a word. */
bool reader_take_to(struct reader *r);

/* What stands between members of a list. */
bool reader_take_and(struct reader *r);

/* The words of the clock: which half of the day is meant, where `letters` by one letter alone, too,
 * as in "9a-5p". */
enum half { HALF_UNSAID, HALF_AM, HALF_PM };
enum half reader_take_half(struct reader *r, bool letters);
bool reader_take_noon(struct reader *r);
bool reader_take_midnight(struct reader *r);

/* A number of at most `digits` digits. */
bool reader_take_number(struct reader *r, int digits, int *out);

#endif
