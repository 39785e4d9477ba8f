/*
 * The clinic's contact facts, from clinic.yaml. Names follow schema.org in snake case.
 *
 * A fact that is absent or empty has a NULL value; it is reported once (RULE_CONTACT_MISSING and
 * friends) by `clinic_load` and left out, or given a line to write on, by the stages after. Nothing
 * is ever filled in.
 */
#ifndef HANDOUT_CONTENT_CLINIC_H
#define HANDOUT_CONTENT_CLINIC_H

#include "base/diag.h"
#include "content/article.h"
#include "content/hours.h"

/* A field of the contact slip, or the choices of a standard one (named by its label). */
struct slip_field {
    struct fact label;
    struct fact_list choices; /* boxes to tick; empty: a line to write on */
};

/* Somebody to turn to at once, chosen and checked by the clinic: none is ever supplied by us. */
struct crisis_line {
    struct fact name; /* always present */
    struct fact telephone, text, url;
    struct fact verified_on; /* a date; when the clinic last checked the line */
};

struct clinic {
    char *path;
    struct fact name; /* always present in a loaded clinic */
    struct fact telephone, email, url;
    struct fact handout_url; /* where the handout can be read; optional, nothing is said about its
                                absence */
    struct fact street_address, address_locality, address_region, postal_code, address_country;
    struct fact_list opening_hours; /* as written */
    GArray *hours;                  /* of struct hours: what they say, in their order */
    struct fact_list services;
    struct fact verified_on; /* a date: when somebody last checked these facts */
    bool sample;             /* a starter with placeholders: every page is marked */
    GPtrArray *crisis_lines; /* of struct crisis_line * */
    GPtrArray *slip_fields;  /* of struct slip_field *: what the contact slip asks beyond its
                                standard fields */
};

/* NULL when the file is unreadable, gives no name, or holds something that cannot be used; gaps are
 * only warned about. */
struct clinic *clinic_load(const char *path, struct diag *diag);
void clinic_free(struct clinic *clinic);

/* True when at least one part of the postal address is given. */
bool clinic_has_address(const struct clinic *clinic);

#endif
