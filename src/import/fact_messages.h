/*
 * Services that carry messages to a telephone's number, as links and icons name them.
 */
#ifndef HANDOUT_IMPORT_FACT_MESSAGES_H
#define HANDOUT_IMPORT_FACT_MESSAGES_H

#include "import/source.h"

/* The service for messages that the name of an icon is of, that words say, or that a link leads to,
 * as people call it; static; NULL: it is none. "fa-signal" is no service, "Signal" is. */
const char *fact_service_of_icon(const char *name);
const char *fact_service_of_words(const char *words);
const char *fact_service_of_link(const char *url);

/* The number that such a link leads to, with its country; owned by the caller; NULL: none. */
char *fact_number_of_link(const char *url);

/* The service that the line says a number of it is for, by a link or an icon; NULL: none. */
const char *fact_service_of_number(const struct input_line *line, const char *number);

#endif
