/*
 * What the readers of opening hours share: a place in the line, and steps over it that take what
 * they know or leave the place as it was. Internal to content/hours_*.c.
 */
#ifndef HANDOUT_CONTENT_HOURS_PARTS_H
#define HANDOUT_CONTENT_HOURS_PARTS_H

#include "content/hours.h"

struct reader {
    const char *at;
};

/* A list of words in small letters, ended by NULL; of two that start alike the longer one comes
 * first. */
#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

/* Steps of hours_tools.c. */

void hours_skip_blanks(struct reader *r);

/* Takes one of `words` where it stands as a whole word, in letters of either case. */
bool hours_take(struct reader *r, const char *const *words);

/* What stands between the ends of a range: any dash, or a word. */
bool hours_take_to(struct reader *r);

/* What stands between members of a list. */
bool hours_take_and(struct reader *r);

/* A number of at most `digits` digits. */
bool hours_take_number(struct reader *r, int digits, int *out);

/* A month with its days and year, or a range of such (hours_date.c). */
bool hours_take_dates(struct reader *r, struct hours_dates *out);

/* One more range of times behind the rule's others (hours_clock.c). */
bool hours_take_times(struct reader *r, struct hours *hours);

#endif
