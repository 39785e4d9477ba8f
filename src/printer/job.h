/*
 * One job on its way to the printer, so that it is printed once: never lost in silence, never sent
 * a second time while the first may still come out.
 */
#ifndef HANDOUT_PRINTER_JOB_H
#define HANDOUT_PRINTER_JOB_H

#include "printer/printer.h"
#include "printer/ticket.h"

#include <stdbool.h>

/* Prints it, telling how it goes, and returns when it has come out or will not: true when it did.
 * It waits at most `wait_s` seconds for a printer that is busy or does not answer. `able` is what
 * the printer says of itself. */
bool job_print(struct printer *printer, const ipp_t *able, const struct ticket *ticket, int wait_s);

/* Asks whether the printer would take it; sends nothing. */
bool job_check(struct printer *printer, const ipp_t *able, const struct ticket *ticket);

/* Tells what keeps the printer from printing, or that nothing does. */
void job_look(struct printer *printer);

#endif
