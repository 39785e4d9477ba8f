/*
 * One part of a document that is an archive (.docx, .odt, .epub): as little of zip as that takes
 * (APPNOTE 6.3.10: 4.3.12 the list at the end, 4.3.7 what stands before each part). What does not
 * hold together is not there.
 */
#include "import/zip.h"

#include "base/deflate.h"
#include "base/file.h"
#include "base/pattern.h"

#include <gio/gio.h>
#include <string.h>

/* Bytes before the name, in the list and before the part, and of what ends the list. */
#define ENTRY_BYTES 46
#define PART_BYTES  30
#define END_BYTES   22

/* An archive whose entries share a part may be written without end. [bytes] */
#define LONGEST (2 * FILE_IMAGE_LIMIT)

enum method { METHOD_STORED = 0, METHOD_DEFLATED = 8 };

struct archive {
    const guint8 *bytes;
    gsize size;
};

static guint32 number_at(const guint8 *at, unsigned bytes)
{
    guint32 number = 0;
    while (bytes > 0)
        number = number << 8 | at[--bytes];
    return number;
}

/* The next entry of the list from the offset on, which goes behind its sign; NULL: there is none.
 */
static const guint8 *next_entry(struct archive archive, gsize *offset)
{
    static const guint8 sign[] = {'P', 'K', 1, 2};
    for (gsize i = *offset; i + ENTRY_BYTES <= archive.size; i++) {
        const guint8 *at = archive.bytes + i;
        if (memcmp(at, sign, sizeof sign) != 0 ||
            number_at(at + 28, 2) > archive.size - i - ENTRY_BYTES)
            continue;
        *offset = i + sizeof sign;
        return at;
    }
    return NULL;
}

/* Where the list begins, as the archive's end says (4.3.16); 0: it says nothing that holds, and the
 * list is somewhere in the archive. */
static gsize list_start(struct archive archive)
{
    static const guint8 sign[] = {'P', 'K', 5, 6}, first[] = {'P', 'K', 1, 2};
    for (gsize end = archive.size; end >= END_BYTES; end--) {
        const guint8 *at = archive.bytes + end - END_BYTES;
        if (memcmp(at, sign, sizeof sign) != 0)
            continue;
        gsize start = number_at(at + 16, 4);
        bool holds = start + ENTRY_BYTES <= archive.size &&
                     memcmp(archive.bytes + start, first, sizeof first) == 0;
        return holds ? start : 0;
    }
    return 0;
}

/* Owned by the caller. */
static char *name_of(const guint8 *entry)
{
    return g_strndup((const char *)entry + ENTRY_BYTES, number_at(entry + 28, 2));
}

/* The part's bytes as they stand in the archive; their length is 0 where it does not hold them. */
static struct archive find_part(struct archive archive, const guint8 *entry)
{
    struct archive part = {NULL, 0};
    gsize offset = number_at(entry + 42, 4), size = number_at(entry + 20, 4);
    if (offset + PART_BYTES > archive.size)
        return part;
    const guint8 *at = archive.bytes + offset;
    gsize start = offset + PART_BYTES + number_at(at + 26, 2) + number_at(at + 28, 2);
    if (start <= archive.size && size <= archive.size - start)
        part = (struct archive){archive.bytes + start, size};
    return part;
}

/* What is packed, but no more than `most` and a little; owned by the caller. */
static GString *inflate_part(struct archive part, gsize most)
{
    g_autoptr(GZlibDecompressor) raw = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_RAW);
    g_autoptr(GInputStream) bytes =
        g_memory_input_stream_new_from_data(part.bytes, (gssize)part.size, NULL);
    g_autoptr(GInputStream) stream = g_converter_input_stream_new(bytes, G_CONVERTER(raw));
    GString *out = g_string_new(NULL);
    char piece[4096];
    gssize n;
    while (out->len < most &&
           (n = g_input_stream_read(stream, piece, sizeof piece, NULL, NULL)) > 0)
        g_string_append_len(out, piece, n);
    return out;
}

/* What the entry's part holds, owned by the caller; NULL: the archive does not hold it. */
static GString *read_part(struct archive archive, const guint8 *entry, gsize most)
{
    struct archive part = find_part(archive, entry);
    if (!part.bytes)
        return NULL;
    if (number_at(entry + 10, 2) == METHOD_DEFLATED)
        return inflate_part(part, most);
    return number_at(entry + 10, 2) == METHOD_STORED
               ? g_string_new_len((const char *)part.bytes, (gssize)part.size)
               : NULL;
}

/* The same up to its first NUL. */
static char *text_of(struct archive archive, const guint8 *entry)
{
    GString *part = read_part(archive, entry, FILE_TEXT_LIMIT);
    return part ? g_string_free(part, FALSE) : NULL;
}

GHashTable *zip_parts(GBytes *bytes)
{
    struct archive archive;
    archive.bytes = g_bytes_get_data(bytes, &archive.size);
    GHashTable *parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize offset = list_start(archive);
    for (const guint8 *entry; archive.bytes && (entry = next_entry(archive, &offset));) {
        char *name = name_of(entry);
        if (g_hash_table_contains(parts, name))
            g_free(name);
        else
            g_hash_table_insert(parts, name, (gpointer)entry);
    }
    return parts;
}

GBytes *zip_part(GBytes *bytes, GHashTable *parts, const char *name)
{
    struct archive archive;
    archive.bytes = g_bytes_get_data(bytes, &archive.size);
    const guint8 *entry = g_hash_table_lookup(parts, name);
    GString *part = entry ? read_part(archive, entry, FILE_IMAGE_LIMIT) : NULL;
    return part ? g_string_free_to_bytes(part) : NULL;
}

char *zip_text(GBytes *bytes, const char *name)
{
    struct archive archive;
    archive.bytes = g_bytes_get_data(bytes, &archive.size);
    gsize offset = list_start(archive);
    for (const guint8 *entry; archive.bytes && (entry = next_entry(archive, &offset));) {
        g_autofree char *own = name_of(entry);
        if (strcmp(own, name) == 0)
            return text_of(archive, entry);
    }
    return NULL;
}

/* The parts whose names, in small letters, are of the form, one after the other. */
static char *zip_all(GBytes *bytes, struct pattern *form)
{
    struct archive archive;
    archive.bytes = g_bytes_get_data(bytes, &archive.size);
    GString *all = g_string_new(NULL);
    gsize offset = list_start(archive);
    struct range found;
    for (const guint8 *entry;
         archive.bytes && all->len < FILE_TEXT_LIMIT && (entry = next_entry(archive, &offset));) {
        g_autofree char *name = name_of(entry), *lower = g_ascii_strdown(name, -1);
        bool wanted = g_utf8_validate(lower, -1, NULL) && pattern_find(form, lower, 0, &found);
        g_autofree char *text = wanted ? text_of(archive, entry) : NULL;
        g_string_append(all, text ? text : "");
    }
    return g_string_free(all, FALSE);
}

char *zip_pages(GBytes *bytes)
{
    static struct pattern pages = PATTERN("(?:html|\\.htm)$");
    return zip_all(bytes, &pages);
}

char *zip_beside(GBytes *bytes)
{
    static struct pattern parts = PATTERN("^word/(?:header|footer|comments)\\d*\\.xml$");
    return zip_all(bytes, &parts);
}

static void put_number(guint8 *at, guint32 number, unsigned bytes)
{
    for (; bytes > 0; bytes--, number >>= 8)
        *at++ = (guint8)number;
}

/* The entry, of ENTRY_BYTES, becomes that of a part of these bytes, which are not packed. */
static void set_part(guint8 *entry, const char *text, gsize size)
{
    put_number(entry + 10, METHOD_STORED, 2);
    put_number(entry + 16, deflate_sum(text, size), 4);
    put_number(entry + 20, (guint32)size, 4);
    put_number(entry + 24, (guint32)size, 4);
}

/* The part goes to the end of `out`, and its entry to that of the list. Before the part stands what
 * the entry has, but for two bytes at its head. */
static void append_part(GByteArray *out, GByteArray *list, guint8 *entry, const char *name,
                        struct archive part)
{
    static const guint8 sign[] = {'P', 'K', 3, 4};
    entry[8] &= (guint8)~8U;          /* its size is said here, not behind it */
    put_number(entry + 30, 0, 2 + 2); /* nothing else is */
    put_number(entry + 42, out->len, 4);
    g_byte_array_append(list, entry, ENTRY_BYTES);
    g_byte_array_append(list, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(out, sign, sizeof sign);
    g_byte_array_append(out, entry + 6, PART_BYTES - sizeof sign);
    g_byte_array_append(out, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(out, part.bytes, (guint)part.size);
}

/* The list of `n` entries and what ends it (4.3.16); frees it. */
static void append_list(GByteArray *out, GByteArray *list, unsigned n)
{
    guint8 end[END_BYTES] = {'P', 'K', 5, 6};
    put_number(end + 8, n, 2);
    put_number(end + 10, n, 2);
    put_number(end + 12, list->len, 4);
    put_number(end + 16, out->len, 4);
    g_byte_array_append(out, list->data, list->len);
    g_byte_array_append(out, end, sizeof end);
    g_byte_array_unref(list);
}

/* All is written anew: some readers go from part to part, and never see the list. */
GBytes *zip_with(GBytes *bytes, const char *name, const char *text)
{
    struct archive archive, own = {(const guint8 *)text, strlen(text)};
    archive.bytes = g_bytes_get_data(bytes, &archive.size);
    GByteArray *out = g_byte_array_new(), *list = g_byte_array_new();
    unsigned n = 0;
    gsize offset = list_start(archive);
    for (const guint8 *at;
         archive.bytes && out->len <= LONGEST && (at = next_entry(archive, &offset));) {
        g_autofree char *named = name_of(at);
        guint8 entry[ENTRY_BYTES];
        memcpy(entry, at, ENTRY_BYTES);
        struct archive part = find_part(archive, at);
        if (strcmp(named, name) == 0) {
            part = own;
            set_part(entry, text, own.size);
        }
        if (!part.bytes || strlen(named) != number_at(at + 28, 2))
            continue;
        append_part(out, list, entry, named, part);
        n++;
    }
    bool whole = out->len <= LONGEST;
    append_list(out, list, n);
    return whole ? g_byte_array_free_to_bytes(out) : (g_byte_array_unref(out), NULL);
}
