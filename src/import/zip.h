/*
 * The parts of a document that is an archive (.docx, .odt, .epub).
 */
#ifndef HANDOUT_IMPORT_ZIP_H
#define HANDOUT_IMPORT_ZIP_H

#include <glib.h>

/* The part as text up to its first NUL or the limit of texts, owned by the caller; NULL: the
 * archive has no such part. */
char *zip_text(GBytes *archive, const char *name);

/* The archive with the text for that part; owned by the caller; NULL: it would be too
 * long. Parts that do not hold together are not in it. */
GBytes *zip_with(GBytes *archive, const char *name, const char *text);

/* The archive's parts by their names, for who asks for many: owned by the caller, who keeps the
 * archive as long. zip_part: what such a part holds, up to the limit of pictures, owned by the
 * caller; NULL: there is no such part. */
GHashTable *zip_parts(GBytes *archive);
GBytes *zip_part(GBytes *archive, GHashTable *parts, const char *name);

/* The pages of a book, one after the other; owned by the caller. */
char *zip_pages(GBytes *bytes);

/* The language that an archive of a word processor, or a book, says it is in, unless that is
 * English; owned by the caller; NULL: none. */
char *document_lang(GBytes *document);

/* What stands beside the text of a .docx file, at the heads and feet of its pages and as comments;
 * owned by the caller. */
char *zip_beside(GBytes *bytes);

#endif
