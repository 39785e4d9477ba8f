/*
 * A printer: which one it is, how it is reached, and what it can do. Spoken to in IPP (RFC 8011),
 * through CUPS where that has a queue for it.
 */
#ifndef HANDOUT_PRINTER_PRINTER_H
#define HANDOUT_PRINTER_PRINTER_H

#include <cups/cups.h>
#include <stdbool.h>

struct printer {
    char *name;     /* of its queue; NULL: it was asked for by its address */
    char *uri;      /* "ipp://localhost/printers/NAME" */
    char *resource; /* its path: "/printers/NAME" */
    char *host;     /* the server that is asked, a path for a Unix socket */
    int port;
    http_t *http;   /* NULL: there is no connection now */
    int patience_s; /* a printer that takes the connection and says nothing is waited for so long */
    int silent;     /* looks in a row at which it had said nothing */
};

/*
 * The printer called `name`, or with an address that begins with "ipp:" or "ipps:"; NULL: the
 * default one, or the only one that there is. NULL, with the reason told, when there is none.
 * `patience_s` is as in the struct.
 */
struct printer *printer_find(const char *name, int patience_s);
void printer_free(struct printer *printer);

/* A request to it, with its address and the user's name. Owned by the caller (ippDelete), or by
 * printer_ask. */
ipp_t *printer_request(const struct printer *printer, ipp_op_t operation);

/* The answer to `request`, which is taken; NULL: it could not be reached. Owned by the caller
 * (ippDelete). */
ipp_t *printer_ask(struct printer *printer, ipp_t *request);

/* Connects, if it is not connected. */
bool printer_connect(struct printer *printer);

/* After a failure: the next request connects anew. */
void printer_disconnect(struct printer *printer);

/* What it says that it can do and how it is; as printer_ask. */
ipp_t *printer_attributes(struct printer *printer);

/* Its name and its place as it gives them in its attributes `able`: "Front desk (Room 12)". NULL:
 * it gives none. Owned by the caller. */
char *printer_words(const ipp_t *able);

#endif
