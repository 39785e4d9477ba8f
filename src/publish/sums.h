/*
 * What was made for a clinic, as a list that others can check after it was made elsewhere or
 * carried somewhere: SHA256SUMS in the output directory, which `sha256sum -c` reads, too. The last
 * of its files tells of which content all was made, and the digest of the list before it.
 */
#ifndef HANDOUT_PUBLISH_SUMS_H
#define HANDOUT_PUBLISH_SUMS_H

#include "base/diag.h"

#include <stdbool.h>

#define SUMS_FILE "SHA256SUMS"

/* A digest of all that lies in a folder, but for hidden files. Owned by the caller. */
char *sums_of_folder(const char *folder);

/* Lists all that lies in the folders of products in `out_dir`, made of the content of that digest,
 * in which `errors` were found. False, reported, when the list cannot be written. */
bool sums_write(const char *out_dir, const char *content, unsigned errors, struct diag *diag);

/* True when the list of the last time is whole, and all that it lists lies there as it was then, by
 * sizes and times. */
bool sums_stand(const char *out_dir);

/* Why what lies in `out_dir` is not what is made of the content of that digest without an error;
 * NULL: it is. Owned by the caller. */
char *sums_fault(const char *out_dir, const char *content);

#endif
