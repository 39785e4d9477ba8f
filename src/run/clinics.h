/*
 * The clinics of a group as commands see them: where each one's content and products lie, and which
 * of them a machine that does one part of many makes.
 */
#ifndef HANDOUT_RUN_CLINICS_H
#define HANDOUT_RUN_CLINICS_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

struct clinics {
    char *group, *out; /* as given; the products of each clinic lie below the second */
    char *shared;      /* digest of what they share */
    GPtrArray *names;  /* of char *, sorted */
};

/* NULL, reported, when the folder is no group. `out` NULL: `out` in it. */
struct clinics *clinics_open(const char *group, const char *out, struct diag *diag);
void clinics_close(struct clinics *clinics);

/* Of the clinic at that index. All owned by the caller. */
char *clinics_content(const struct clinics *clinics, guint index);
char *clinics_out(const struct clinics *clinics, guint index);

/* A digest of all that its products are made of, and by. */
char *clinics_digest(const struct clinics *clinics, guint index);

#define SHARDS_MAX 1000000

/* One part of `count`, from 1 on. Every clinic is in exactly one. */
struct shard {
    guint number, count;
};

/* "2/16". False when it is none. */
bool shard_read(const char *text, struct shard *out);
bool shard_has(const struct shard *shard, guint index);

#endif
