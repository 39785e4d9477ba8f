/*
 * Samples as a file that every browser plays: Opus in Ogg (RFC 6716, RFC 7845).
 */
#ifndef HANDOUT_SPEAK_ENCODE_H
#define HANDOUT_SPEAK_ENCODE_H

#include <glib.h>

/* Writes `count` samples, `rate` in a second, to the file at `path`. The same samples make the same
 * bytes. False, told: it cannot be written. */
gboolean encode_write(const char *path, const float *samples, gsize count, unsigned rate);

#endif
