/*
 * What one of many builds had to tell, kept below its output directory: where nothing has changed
 * since, that is told again and nothing is built.
 */
#ifndef HANDOUT_PUBLISH_TOLD_H
#define HANDOUT_PUBLISH_TOLD_H

#include <stdbool.h>

struct told {
    unsigned files, warnings, errors;
    int status;     /* the program's exit status for it alone */
    char *findings; /* as they were printed; owned */
};

/* What was told in the surroundings and of the content that `key` stands for, if all that was made
 * then is as it was. */
bool told_find(const char *out_dir, const char *key, struct told *out);

/* Keeps it in mind. What cannot be written is not kept: the next build takes longer. */
void told_keep(const char *out_dir, const char *key, const struct told *told);

void told_clear(struct told *told);

#endif
