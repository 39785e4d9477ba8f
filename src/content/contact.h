/*
 * Whom else to turn to: crisis lines, contact points (schema.org's ContactPoint) and locations, all
 * from clinic.yaml. Each has a name and at least one way to reach it.
 */
#ifndef HANDOUT_CONTENT_CONTACT_H
#define HANDOUT_CONTENT_CONTACT_H

#include "content/hours.h"
#include "content/postal.h"

/* Somebody to turn to at once, chosen and checked by the clinic: none is ever supplied by us. */
struct crisis_line {
    struct fact name; /* always present */
    struct fact telephone, text, url;
    struct fact verified_on; /* a date; when the clinic last checked the line */
};

/* A desk, a service or a time of the day with a number of its own: billing, after hours. */
struct contact_point {
    struct fact name; /* always present */
    struct fact telephone, text, fax, tty, email;
    struct fact notes; /* a sentence to print below */
    struct fact_list opening_hours;
    GArray *hours; /* of struct hours: what they say */
};

/* Another place where the clinic is. */
struct location {
    struct fact name; /* always present */
    struct postal address;
    struct fact telephone, email;
    struct fact_list opening_hours;
    GArray *hours; /* of struct hours: what they say */
};

/* The entries of the list of a key (NULL: none) as an array of pointers, owned by the caller. What
 * cannot be used is reported and sets `*ok` to false. */
GPtrArray *crisis_lines_read(const struct yaml *list, const char *path, bool *ok,
                             struct diag *diag);
GPtrArray *contact_points_read(const struct yaml *list, const char *path, bool *ok,
                               struct diag *diag);
GPtrArray *locations_read(const struct yaml *list, const char *path, bool *ok, struct diag *diag);

#endif
