/*
 * What the files of the labels share: the table of keys, and a labels file as it is written.
 * Internal to content/labels*.c.
 */
#ifndef HANDOUT_CONTENT_LABELS_PARTS_H
#define HANDOUT_CONTENT_LABELS_PARTS_H

#include "base/diag.h"
#include "content/labels.h"

#define LABEL_PLACES_MAX 5

/* One {place} of a pattern. */
struct place {
    const char *open; /* at its '{' */
    size_t length;    /* of the name between the braces [bytes] */
};

/* The first place at or after `pattern`; false when there is none. */
bool place_find(const char *pattern, struct place *out);
bool place_is(const struct place *place, const char *name);

struct label_row {
    const char *key;
    const char *places[LABEL_PLACES_MAX + 1]; /* ended by NULL */
    bool places_optional;                     /* the language chooses among them */
};

/* Static. */
const struct label_row *label_row(enum label label);
const char *label_list_key(enum label_list list);

/* The number of a known key: of a label, or LABEL_COUNT and that of a list; found soonest where it
 * is `from` or follows soon. */
unsigned label_find(const char *key, unsigned from);

/* A labels file: only what it says. */
struct labels_file {
    const char *lang; /* its tag; interned */
    const char *path; /* interned; NULL: the program's own */
    bool carried;     /* the program's own */
    struct pos pos;   /* of `translation`, else of the file */
    /* Lent by the last members; NULL: not given. */
    const char *words[LABEL_COUNT];
    const char **lists[LABELS_COUNT]; /* owned, ended by NULL and not empty */
    bool by_people;                   /* no machine translated it */
    bool reviewed;                    /* somebody qualified has read it, and is named */
    struct labels_facts *facts;       /* as the clinic wrote them */
    char *text;                       /* of what is carried */
};

/* The clinic's file for exactly `lang`; NULL when there is none (`*ok` stays true) or when it is
 * broken (reported; `*ok` is false). */
struct labels_file *labels_file_read(const char *directory, const char *lang, bool *ok,
                                     struct diag *diag);

/* The program's file for exactly `lang`, or NULL. */
struct labels_file *labels_file_carried(const char *lang);

void labels_file_free(struct labels_file *file);

#endif
