/*
 * The pictures of the show that stands, by what their pages look like: a build in another process
 * need not paint them again. Kept in the store (publish/store.h), with the files of the show
 * themselves as the only copy.
 */
#ifndef HANDOUT_PUBLISH_PICTURES_H
#define HANDOUT_PUBLISH_PICTURES_H

#include <glib.h>
#include <stdbool.h>

struct pictures;

/* Of the builds below `out_dir` whose key (build_key_common) is the same. `afresh`: none is known.
 */
struct pictures *pictures_open(const char *out_dir, const char *key, bool afresh);

/* The picture of the page that `digest` names, if its file is as it was; a reference of the
 * caller's; NULL: it is to be painted. Any thread. */
GBytes *pictures_find(struct pictures *pictures, const char *digest);

/* The picture stands at `path` now; `sha256`: of its bytes, in hexadecimal digits. */
void pictures_add(struct pictures *pictures, const char *digest, const char *path,
                  const char *sha256);

/* Keeps in mind what was added, else what was known before. Frees them. */
void pictures_close(struct pictures *pictures);

#endif
