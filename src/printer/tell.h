/*
 * What is told while a job is on its way: to people in plain words, to a program that shows them in
 * its own way (`--events`) as a line `EVENT<tab>DETAIL`.
 */
#ifndef HANDOUT_PRINTER_TELL_H
#define HANDOUT_PRINTER_TELL_H

#include <stdbool.h>

enum event {
    EVENT_PRINTER,   /* chosen; detail: its name, of its queue or as it says itself */
    EVENT_READY,     /* nothing keeps it from printing */
    EVENT_REQUEST,   /* an attribute of the job; detail: "NAME=VALUE" */
    EVENT_ONE_SIDED, /* the printer prints one side at a time, so nothing was sent yet */
    EVENT_WAITING,   /* it does not take the job yet; detail: a keyword of IPP */
    EVENT_SENT,      /* it has the whole job; detail: the job's number */
    EVENT_STATE,     /* what keeps it from printing; detail: a keyword of IPP */
    EVENT_PRINTING,  /* nothing keeps it any more; detail: which copy comes out, "1/2" */
    EVENT_PRINTED,   /* all copies */
    EVENT_CHECKED,   /* it would take the job; nothing was sent */
    EVENT_CANCELED,  /* taken back because we were told to stop */
    EVENT_REFUSED,   /* not printed, and nothing of it will come out; by tell_refusal */
    EVENT_UNCERTAIN, /* nobody can know whether it came out */
    EVENT_COUNT
};

/* From now on in lines for programs. */
void tell_events(void);

/* Why nothing is printed: to people in words, to programs as a keyword: one of IPP, or "address",
 * "canceled" (at the printer), "file", "format", "gave-up", "media", "no-printer", "status",
 * "timed-out". */
void tell_refusal(const char *keyword, const char *words);

/* Whether there are words for a printer's reason, a keyword of IPP without what printers add to it.
 */
bool tell_knows(const char *keyword);

/* Tells it; `detail` may be NULL. A line that was told last is not told twice. */
void tell(enum event event, const char *detail);

#endif
