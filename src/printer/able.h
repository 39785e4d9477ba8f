/*
 * A ticket against what a printer can do: the job's attributes that it is sent.
 */
#ifndef HANDOUT_PRINTER_ABLE_H
#define HANDOUT_PRINTER_ABLE_H

#include "printer/ticket.h"

#include <cups/ipp.h>
#include <stdbool.h>

/* What the printer cannot do that the ticket must have, in words, and as a keyword for
 * tell_refusal; NULL: nothing. `able` is what the printer says of itself. Owned by the caller. */
char *able_refuse(const ipp_t *able, const struct ticket *ticket, const char **keyword);

/* Whether both sides are asked for and it prints one at a time. */
bool able_is_one_sided(const ipp_t *able, const struct ticket *ticket);

/* Whether it prints only some pages of a file. */
bool able_chooses_pages(const ipp_t *able);

/* Whether it prints both sides of a sheet by itself. */
bool able_turns(const ipp_t *able);

/* Adds the job's attributes to `request`: those that the ticket must have, and of the rest those
 * that the printer knows. */
void able_add(const ipp_t *able, const struct ticket *ticket, ipp_t *request);

/* How many jobs the copies take: more than one where the printer counts no copies. */
int able_jobs(const ipp_t *able, const struct ticket *ticket);

#endif
