/*
 * Steps of the reader of opening hours. Internal to content/hours_*.c.
 */
#ifndef HANDOUT_CONTENT_HOURS_PARTS_H
#define HANDOUT_CONTENT_HOURS_PARTS_H

#include "content/hours.h"
#include "content/reader.h"

/* The codes of days (hours_day_code), for patterns. */
#define HOURS_DAYS "Mo|Tu|We|Th|Fr|Sa|Su|PH|SH"

/* All days that stand here, none is as well (hours_days.c). False: they are no days after all. */
bool hours_take_days(struct reader *r, struct hours *hours);

/* One more range of times behind the rule's others (hours_clock.c). */
bool hours_take_times(struct reader *r, struct hours *hours);

/* Lines in other languages, on their way into English (hours_replace.c): replaces matches of
 * `pattern`, in capitals or not. Takes `text`; the result is the caller's, as of all below. */
char *hours_replace(char *text, const char *pattern, const char *with);

/* The same for whole words, which may have one of `prefixes` (a pattern, or empty) written together
 * with them; in scripts without blanks wherever they stand. */
char *hours_replace_words(char *text, const char *words, const char *prefixes, const char *with);

/* What a pattern of words must not stand before, behind them: languages without blanks have no
 * blank there. Static. */
const char *hours_word_end(const char *words);

/* What people say beside the words of the labels (hours_said.c). */
char *hours_settle_said(char *text, const struct labels *labels);

/* True when `text`, in small letters, holds some of it. */
bool hours_has_said(const char *text, const struct labels *labels);

/* True when `text` names a day that may be an English month as well, and no date: "mar: 9-13". */
bool hours_may_mean_days(const struct labels *labels, const char *text);

#endif
