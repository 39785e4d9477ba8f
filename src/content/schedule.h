/*
 * When an article shows on the lobby display: between two dates, on some weekdays, at some hours.
 * Front matter gives it by the keys valid_from, valid_to, days and hours; each may be left out.
 */
#ifndef HANDOUT_CONTENT_SCHEDULE_H
#define HANDOUT_CONTENT_SCHEDULE_H

#include "content/fact.h"
#include "content/hours.h"

struct schedule {
    struct fact valid_from, valid_to; /* 2026-03-31; both days are included */
    struct fact days;                 /* Mo-Fr,Su */
    struct fact hours;                /* 09:00-12:00,13:00-17:00 */
    unsigned weekdays;                /* what `days` says: bits, 1 << 0 for Monday; 0: every day */
    struct times times[HOURS_MAX];    /* what `hours` says */
    size_t n_times;                   /* 0: all day */
};

/* Reads `days` and `hours`, and reports values that make no sense. */
void schedule_read(struct schedule *schedule, struct diag *diag);

void schedule_clear(struct schedule *schedule);

#endif
