/*
 * The contact block where it has less room than its facts ask for. The services are the only fact
 * that may give way on paper; all others may only be divided over two places, whole.
 */
#ifndef HANDOUT_LAYOUT_CONTACT_H
#define HANDOUT_LAYOUT_CONTACT_H

#include "layout/setter.h"
#include "layout/strip.h"

/* Says that the contact block was higher than its place, "a page", and takes several
 * (RULE_CONTACT_SPLIT). */
void contact_report_parted(const struct setter *setter, const char *place);

/* Says that the services gave way to the rest of the contact block, and what has them
 * (RULE_SERVICES_LEFT_OUT). */
void contact_report_services(const struct setter *setter);

/* The contact block, with its services or not, as two halves of about the same height, no fact
 * parted. Owned by the caller; all of it is in the first where it has but one fact. */
struct contact_halves {
    GPtrArray *first, *second; /* of struct strip * */
};
struct contact_halves contact_set_halves(struct setter *setter, double width, bool services);

#endif
