/*
 * Clinics of a group. Its folder holds `content/`, which they share, and `clinics/NAME/` with what
 * is different in one of them: a file there takes the place of the shared one of the same name, of
 * clinic.yaml and style.yaml each key that of the same key, of labels each word that of the same
 * word. A clinic's folder is a content directory like any other; what it shares is found from where
 * it lies.
 */
#ifndef HANDOUT_CONTENT_GROUP_H
#define HANDOUT_CONTENT_GROUP_H

#include "base/diag.h"
#include "content/yaml.h"

#include <glib.h>

#define GROUP_SHARED  "content"
#define GROUP_CLINICS "clinics"

/* Where the group has what this clinic may have at `path`: its content directory, or something
 * below it that need not be there. Owned by the caller; NULL: the clinic is in no group. */
char *group_shared(const char *path);

/* The file that counts for a clinic: `path`, below its content directory or below what it shares,
 * with the clinic's own going before. Owned by the caller. */
char *group_nearest(const char *content_dir, const char *path);

/* The same of the file `name` in the content directory. */
char *group_file(const char *content_dir, const char *name);

/* The settings at `path`, and those that the group gives and the clinic does not. NULL, reported,
 * when either cannot be used, or neither is there. */
struct yaml *group_settings(const char *path, struct diag *diag);

/* The clinics in the folder of a group: their names, sorted, owned by the array. NULL, reported,
 * when it is none or has none. */
GPtrArray *group_clinics(const char *group_dir, struct diag *diag);

#endif
