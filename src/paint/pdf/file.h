/*
 * Finished objects as the bytes of a PDF file: streams packed, all else gathered in object streams
 * with a cross-reference stream behind them (ISO 32000-1 7.5.7 and 7.5.8, which ISO 19005-2
 * allows).
 */
#ifndef HANDOUT_PAINT_PDF_FILE_H
#define HANDOUT_PAINT_PDF_FILE_H

#include "paint/pdf/object.h"

struct pdf_file;

/* What the trailer says; `info` is none in files that name no information dictionary. */
struct pdf_trailer {
    struct pdf_ref root, info;
};

/* A file of `n_objects` objects, of which each is added at most once; those that never are stand as
 * free. */
struct pdf_file *pdf_file_new(enum pdf_version version, unsigned n_objects);

/* Bytes as a stream has them in the file, packed fast; or small, of what is kept from run to run;
 * the caller's. */
GBytes *pdf_pack(const void *bytes, size_t size);
GBytes *pdf_pack_once(const void *bytes, size_t size);

/* Adds an object as it is written: a dictionary or another value. Lent. */
void pdf_file_add(struct pdf_file *file, struct pdf_ref object, const GString *value);

/* Adds a stream: the entries of its dictionary without what encloses them, its length and its
 * filters; and its bytes. Lent. */
void pdf_file_add_stream(struct pdf_file *file, struct pdf_ref object, const GString *entries,
                         GBytes *bytes, enum pdf_filter filter);

/* Ends the file and frees `file`. The identifier is made of the bytes before it, so the same
 * objects give the same file. */
GBytes *pdf_file_end(struct pdf_file *file, struct pdf_trailer trailer);

#endif
