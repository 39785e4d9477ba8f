/*
 * `handout render --group`: the same build for each clinic of a group, one after another.
 */
#ifndef HANDOUT_RUN_RENDER_GROUP_H
#define HANDOUT_RUN_RENDER_GROUP_H

#include "publish/build.h"
#include "run/clinics.h"

#include <stdbool.h>

struct group_order {
    const char *group, *out;          /* as clinics_open takes them */
    struct shard shard;               /* these clinics */
    const struct build_options *each; /* but for the folders and what builds share */
    bool strict, quiet, verbose, json;
    void (*clear)(void); /* ends what a listener shows of a build; NULL: none does */
};

/* Tells of each clinic on standard output and of its findings on standard error, where what several
 * have in common is told once. Returns an exit status. */
int render_group(const struct group_order *order);

#endif
