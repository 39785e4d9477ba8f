/*
 * Days and times as the labels of a language tell them: "月曜日から", "8:30부터 17:00까지", "ከ1
 * ከሰዓት".
 */
#ifndef HANDOUT_CONTENT_AMOUNTS_HOURS_H
#define HANDOUT_CONTENT_AMOUNTS_HOURS_H

#include "content/facts.h"
#include "content/labels.h"

/* Visits ranges of times, and times by themselves, each with what clings to it; days only where
 * lines could end within their names. What is visited may lie within what else is. `digits`: the
 * text has some. */
void amounts_find_hours(const char *text, bool digits, const struct labels *labels,
                        facts_visit *visit, void *data);

#endif
