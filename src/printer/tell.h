/*
 * What is told while a job is on its way: to people in plain words, to a program that shows them in
 * its own way (`--events`) as a line `EVENT<tab>DETAIL`.
 */
#ifndef HANDOUT_PRINTER_TELL_H
#define HANDOUT_PRINTER_TELL_H

#include <stdbool.h>

enum event {
    EVENT_PRINTER,   /* chosen; detail: its name */
    EVENT_REQUEST,   /* an attribute of the job; detail: "NAME=VALUE" */
    EVENT_ONE_SIDED, /* the printer prints one side at a time, so nothing was sent */
    EVENT_WAITING,   /* it does not take the job yet; detail: a keyword of IPP */
    EVENT_SENT,      /* it has the whole job; detail: the job's number */
    EVENT_STATE,     /* what keeps it from printing; detail: a keyword of IPP */
    EVENT_PRINTED,   /* all copies */
    EVENT_CHECKED,   /* it would take the job; nothing was sent */
    EVENT_CANCELED,  /* taken back because we were told to stop */
    EVENT_REFUSED,   /* not printed, and nothing of it will come out; detail: why, in words */
    EVENT_UNCERTAIN, /* nobody can know whether it came out */
    EVENT_COUNT
};

/* From now on in lines for programs. */
void tell_events(void);

/* Tells it; `detail` may be NULL. What was told last is not told twice. */
void tell(enum event event, const char *detail);

#endif
