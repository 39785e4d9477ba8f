/*
 * Postal addresses: the parts that clinic.yaml gives, or lines as they stand on a letter. Names
 * follow schema.org's PostalAddress in snake case.
 */
#ifndef HANDOUT_CONTENT_POSTAL_H
#define HANDOUT_CONTENT_POSTAL_H

#include "content/fact.h"
#include "content/yaml.h"

#include <stdbool.h>

struct postal {
    struct fact street_address, address_locality, address_region, postal_code, address_country;
    struct fact_list lines; /* given instead of the parts: an address of any other form */
};

/* Fills `out` from the mapping of a key 'address' (NULL: none); all of it is initialised. False:
 * reported. */
bool postal_read(const struct yaml *mapping, const char *path, struct postal *out,
                 struct diag *diag);
void postal_clear(struct postal *postal);

/*
 * The lines as they stand on a letter there, ended by NULL, owned by the caller: in the order of
 * the country's postal service (postal_orders.c), of the country at home where none is given. The
 * country is the last line, in words of BCP 47 `lang`, and left out at `home` (ISO 3166-1; NULL:
 * nobody knows).
 */
char **postal_lines(const struct postal *postal, const char *home, const char *lang);

/* How a postal code is written in the country (ISO 3166-1; NULL: nobody knows): "97201"; lent for
 * good. NULL: the address's own code has that form, or none is given, or nobody knows. */
const char *postal_code_missed(const struct postal *postal, const char *country);

/* False when the country is the United States, and the region none of its states. */
bool postal_is_state(const struct postal *postal, const char *country);

/* True when at least one part is given. */
bool postal_is_given(const struct postal *postal);

#endif
