/*
 * Days and times as languages write them that part words at any letter: "月曜日から", "8:30부터
 * 17:00까지".
 */
#ifndef HANDOUT_CONTENT_AMOUNTS_UNSPACED_H
#define HANDOUT_CONTENT_AMOUNTS_UNSPACED_H

#include "content/facts.h"
#include "content/labels.h"

/* Visits times and days, each with what clings to it; nothing in other languages. */
void amounts_find_unspaced(const char *text, const struct labels *labels, facts_visit *visit,
                           void *data);

#endif
