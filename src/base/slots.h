/*
 * Which of many things there are, by their numbers: four bytes each, as GLib's tables have no keys
 * that are as small. What a thing is knows who numbers them.
 */
#ifndef HANDOUT_BASE_SLOTS_H
#define HANDOUT_BASE_SLOTS_H

#include <glib.h>
#include <stdbool.h>

/* To be begun empty. */
struct slots {
    guint32 *numbers; /* 1 + the number of a thing; 0: none */
    guint room;       /* slots: a power of two, or none */
    guint count;      /* things */
};

/* Who numbers the things. */
struct slots_owner {
    guint (*hash)(const void *user, guint number); /* of a thing */
    bool (*is)(const void *user, guint number, const void *key);
    const void *user;
};

/* No thing has this number. */
#define SLOTS_NONE G_MAXUINT32

void slots_clear(struct slots *slots);

/* Takes room at once, while there are none, for about so many things as will be added. */
void slots_reserve(struct slots *slots, guint count);

/* The number of the thing that is `key`, whose hash is that; or SLOTS_NONE. */
guint slots_find(const struct slots *slots, guint hash, const void *key,
                 const struct slots_owner *owner);

/* Adds one that is not there. */
void slots_add(struct slots *slots, guint number, const struct slots_owner *owner);

#endif
