/*
 * A short name for bytes: what is different gets another one. By XXH3 (128 bits), which costs next
 * to nothing beside SHA-256; it tells accidents apart, not what somebody forges. What others check
 * by its digest gets a SHA-256 from GLib.
 */
#ifndef HANDOUT_BASE_DIGEST_H
#define HANDOUT_BASE_DIGEST_H

#include <glib.h>
#include <stdbool.h>

/* Hexadecimal digits of a digest, and the zero behind them. */
#define DIGEST_DIGITS 32
#define DIGEST_SIZE   (DIGEST_DIGITS + 1)

/* Of bytes that come piece by piece. */
struct digest;

struct digest *digest_new(void);
void digest_add(struct digest *digest, const void *bytes, size_t size);

/* With its end, so that "a", "b" is not "ab"; NULL: like an empty text. */
void digest_add_text(struct digest *digest, const char *text);

/* A file as it was read, under that name; NULL: it could not be. */
void digest_add_file(struct digest *digest, const char *name, GBytes *bytes);

/* A file by its name, its size and the time of its last change. */
void digest_add_stamp(struct digest *digest, const char *path);

/* Frees `digest`; its digits, owned by the caller. */
char *digest_end(struct digest *digest);

/* Of bytes that are all there; owned by the caller. */
char *digest_of(const void *bytes, size_t size);
char *digest_of_bytes(GBytes *bytes);
char *digest_of_text(const char *text);

/* The same in 64 bits, for many that are kept beside each other. */
guint64 digest_number(const void *bytes, size_t size);

/* A digest in half the room. */
struct digest_bits {
    guint8 bytes[DIGEST_DIGITS / 2];
};

/* False: these are not its digits, as they are spelled here. */
bool digest_pack(const char *digits, struct digest_bits *bits);

/* Its digits, into room of DIGEST_SIZE. */
void digest_unpack(const struct digest_bits *bits, char *digits);

#endif
