/*
 * Names of pictures' files as people write them on computers that tell neither slashes nor capital
 * letters apart.
 */
#ifndef HANDOUT_CONTENT_IMAGE_NAME_H
#define HANDOUT_CONTENT_IMAGE_NAME_H

/* The path below `directory` that `name` means, if slashes, case and the ways of writing one letter
 * make no difference; NULL: there is none. Owned by the caller. */
char *image_name_find(const char *directory, const char *name);

#endif
