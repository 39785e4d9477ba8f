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

/* Words as a pattern that finds them in any spelling; the caller's. */
char *hours_pattern(const char *words);

/* Those of a label between its places, without the blanks around them. */
char *hours_between(const struct labels *labels, enum label label, const char *first,
                    const char *last);

/* What a pattern of words must not stand before, behind them: languages without blanks have no
 * blank there. Static. */
const char *hours_word_end(const char *words);

/* What people say beside the words of the labels (hours_said.c): words of their own; then figures,
 * signs and what stands between; then, once ranges have their dashes, halves of the day before
 * them: "morning: 9-12". */
char *hours_settle_words(char *text, const struct labels *labels);
char *hours_settle_said(char *text, const struct labels *labels);
char *hours_settle_halves(char *text);

/* Names of days without what they share with the first of them: "星期一至五" (hours_stem.c). */
char *hours_complete_days(char *text, const struct labels *labels);

/* Hours that have their sign or their unit: "8 h 30", "20 horas" (hours_stem.c). */
char *hours_settle_units(char *text, const struct labels *labels);

/* True when `text`, in small letters, holds some of it. */
bool hours_has_said(const char *text, const struct labels *labels);

/* True when `text` names a day that may be an English month as well, and no date: "mar: 9-13". */
bool hours_may_mean_days(const struct labels *labels, const char *text);

#endif
