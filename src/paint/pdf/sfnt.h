/*
 * Files of TrueType and OpenType: tables behind a directory (ISO/IEC 14496-22, 4.3). Numbers have
 * their high byte first.
 */
#ifndef HANDOUT_PAINT_PDF_SFNT_H
#define HANDOUT_PAINT_PDF_SFNT_H

#include <glib.h>
#include <hb.h>

void sfnt_put_16(GByteArray *out, int value);
void sfnt_put_32(GByteArray *out, guint32 value);
/* Zeros up to a multiple of `to` bytes. */
void sfnt_pad(GByteArray *out, guint to);

struct sfnt_table {
    const char *name; /* of four letters */
    GByteArray *bytes;
};

/* A file of the tables, which are in the order of their names, `head` among them; owned by the
 * caller. */
hb_blob_t *sfnt_file(const struct sfnt_table *tables, guint n);

#endif
