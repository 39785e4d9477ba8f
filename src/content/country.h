/*
 * Countries: their codes (ISO 3166-1) and their names in the languages that labels exist for, from
 * CLDR, in Haitian Creole from Debian's iso-codes (countries.yaml).
 */
#ifndef HANDOUT_CONTENT_COUNTRY_H
#define HANDOUT_CONTENT_COUNTRY_H

/* The code of what somebody wrote: "de", "DE", "Germany", "Deutschland", "USA". NULL: unknown.
 * Lent for good. */
const char *country_code(const char *text);

/* The name of a country in BCP 47 `lang`, else in English; NULL: unknown. Lent for good. */
const char *country_name(const char *code, const char *lang);

#endif
