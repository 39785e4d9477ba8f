/*
 * The clinic's logo, as style.yaml names it: a picture, and its words for those who cannot see it.
 */
#ifndef HANDOUT_CONTENT_LOGO_H
#define HANDOUT_CONTENT_LOGO_H

#include "content/fact.h"
#include "content/image.h"

struct yaml;

struct logo {
    struct fact file, alt;
    struct image *image; /* owned; NULL: the clinic has none */
};

/* Reads the mapping `yaml` (NULL: there is none) of the file at `path`; the picture lies in the
 * same folder. False when something is amiss, which is reported at its line. */
bool logo_read(const struct yaml *yaml, const char *path, struct logo *out, struct diag *diag);
void logo_clear(struct logo *logo);

#endif
