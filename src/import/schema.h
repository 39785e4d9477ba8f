/*
 * What a page says of the clinic in the words of schema.org, whatever its form: values by the path
 * of names that leads to them.
 */
#ifndef HANDOUT_IMPORT_SCHEMA_H
#define HANDOUT_IMPORT_SCHEMA_H

#include "import/parts.h"

/* A value of a thing. Strings are owned. */
struct schema_leaf {
    char *path;  /* "department.0.openingHours.1": names and numbers parted by dots */
    char *value; /* of "@type": the kind of the thing */
    int line;    /* in the page */
};

/* Values of things, of struct schema_leaf *; those of one thing stand together. */
GPtrArray *schema_leaves_new(void);
void schema_leaves_add(GPtrArray *leaves, const char *path, const char *value, int line);

/* The value of the thing whose paths begin with `prefix`, lent; NULL: it has none. `name` may lead
 * to several values: the first. */
const struct schema_leaf *schema_find(const GPtrArray *leaves, const char *prefix,
                                      const char *name);

/* The path behind `prefix` without its numbers, owned by the caller; NULL: it begins otherwise. */
char *schema_name(const struct schema_leaf *leaf, const char *prefix);

/* The things below `prefix` whose name begins so, as their prefixes, of char *, in the page's
 * order; owned by the caller. */
GPtrArray *schema_things(const GPtrArray *leaves, const char *prefix, const char *name);

/* The people right below `prefix`, by whatever property, as schema_things. */
GPtrArray *schema_people(const GPtrArray *leaves, const char *prefix);

/* The line where the thing is first spoken of; 0: it is not. */
int schema_line(const GPtrArray *leaves, const char *prefix);

/* The line that stands for a value in clinic.yaml's comments; lent. */
struct input_line *schema_quote(struct source *source, const char *name, const char *value,
                                int number);

/* The value on one line, its lines parted by commas, without the scheme that some write before
 * numbers and addresses, and the references that some leave in; owned by the caller. */
char *schema_bare(const char *value);

/* Notes the numbers and addresses that have a purpose of their own (ContactPoint), and those of
 * people. */
void schema_read_points(struct source *source, const GPtrArray *leaves, const char *prefix);

/* The hours of one OpeningHoursSpecification, as people write them; owned by the caller; NULL: it
 * says none. `*certain`: our own hours can say all of it. */
char *schema_hours(const GPtrArray *leaves, const char *prefix, bool *certain);

/* The same with the values of things that are only named where they belong; owned by the caller. */
GPtrArray *schema_resolve(const GPtrArray *leaves);

/* The prefixes of the things that are the clinic: those of the likeliest kind, in the page's order,
 * the others behind the first being further places of it; of char *, owned by the caller. */
GPtrArray *schema_find_clinics(const GPtrArray *leaves);

/* True for one of the kinds that clinics have. */
bool schema_is_clinic(const char *type);

/* True for a person by the kind of the thing, and by the property that it is of another ("": of
 * none), as schema.org calls a doctor and a doctor's practice alike. */
bool schema_is_person(const char *type, const char *property);

/* True for an organization of no kind of its own that has made the page, or has it made. */
bool schema_has_made(const GPtrArray *leaves, const char *prefix);

/* How unlikely it is that what is said is of the clinic: less is likelier. */
size_t schema_rank(const GPtrArray *leaves);

/* True when the thing is a doctor, or is called as doctors are. */
bool schema_is_doctor(const GPtrArray *leaves, const char *prefix);

/* The values in a text of JSON-LD at a line of the page, with those of things that are only named
 * where they belong; owned by the caller; empty: it cannot be read. */
GPtrArray *schema_leaves_of_json(const char *json, int number);

/* Notes what the page says of the clinic; of GPtrArray *, the leaves of each of its scripts and
 * things, in its order: doctors are no clinic beside one. */
void schema_take(struct source *source, const GPtrArray *page);

/* Ways to a part of the clinic that has another name, of struct found, become a point with that,
 * and so do its hours. */
void schema_name_ways(struct source *source, const GPtrArray *found, const char *name);

/* Lists numbers, hours and streets that the page says for machines alone and nobody took. */
void schema_list_rest(struct source *source, const GPtrArray *page);

#endif
