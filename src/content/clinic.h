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
#include "content/contact.h"
#include "content/hours.h"

/* A field of the contact slip, or the choices of a standard one (named by its label). */
struct slip_field {
    struct fact label;
    struct fact_list choices; /* boxes to tick; empty: a line to write on */
};

struct logo;

struct clinic {
    char *path;
    struct fact name; /* always present in a loaded clinic */
    struct fact telephone, email, url;
    struct fact handout_url; /* where the handout can be read; optional, nothing is said about its
                                absence */
    struct fact web_url;     /* of the folder on the web that out/web is published in; optional,
                                likewise */
    struct postal address;
    struct fact_list opening_hours; /* as written */
    GArray *hours;                  /* of struct hours: what they say, in their order */
    struct fact_list services;
    struct fact verified_on;   /* a date: when somebody last checked these facts */
    const struct logo *logo;   /* borrowed from the style; NULL: none is known */
    bool sample;               /* a starter with placeholders: every page is marked */
    GPtrArray *crisis_lines;   /* of struct crisis_line * */
    GPtrArray *contact_points; /* of struct contact_point * */
    GPtrArray *locations;      /* of struct location *: places beside the clinic's own address */
    GPtrArray *slip_fields;    /* of struct slip_field *: what the contact slip asks beyond its
                                  standard fields */
};

/* NULL when the file is unreadable, gives no name, or holds something that cannot be used; gaps are
 * only warned about. */
struct clinic *clinic_load(const char *path, struct diag *diag);

/* One of whom nothing is known, its name an empty word: for what cannot wait until the file at
 * `path` is mended. */
struct clinic *clinic_blank(const char *path);

void clinic_free(struct clinic *clinic);

/* True when it says anything of how to reach it, or what it is there for, beside its name. */
bool clinic_tells(const struct clinic *clinic);

/* The address of `page`, a file of that folder; owned by the caller; NULL: it is not on the web. */
char *clinic_page_address(const struct clinic *clinic, const char *page);

/* All numbers that reach the clinic, its contact points and its locations, and all mail addresses:
 * of const struct fact *, those that are given; and all opening hours: of GArray * of struct hours.
 * The array is the caller's, its entries are lent. */
GPtrArray *clinic_numbers(const struct clinic *clinic);
GPtrArray *clinic_emails(const struct clinic *clinic);
GPtrArray *clinic_hours(const struct clinic *clinic);

#endif
