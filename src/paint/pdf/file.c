/*
 * Writing. Objects that are no streams wait until enough of them are there to be packed together:
 * structure trees say the same few names over and over. Awkward: the cross-reference stream is an
 * object that it lists itself.
 */
#include "paint/pdf/file.h"

#include "base/deflate.h"
#include "base/digest.h"
#include "paint/pdf/put.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* Objects of one object stream: a reader that wants one unpacks them all. */
#define MOST_TOGETHER 256

/* Measured on the streams of a handout: level 2 takes 1.6 times as many instructions as level 1 for
 * 2 % less, level 5 twice as many for 5 % less. Beyond that, 1 % less takes half as many again. */
#define LEVEL_FAST  1
#define LEVEL_SMALL 5
/* What is longer is a picture without loss, or a book attached. [bytes] */
#define LONG 65536

/* Fields of a cross-reference entry: its kind, a place, an index. [bytes] */
enum { KIND_BYTES = 1, PLACE_BYTES = 4, INDEX_BYTES = 2 };
#define ENTRY_BYTES (KIND_BYTES + PLACE_BYTES + INDEX_BYTES)

/* Each row says how it differs from the one above (PNG's filter "up"). */
enum { ROW_UP = 2, PREDICTOR_UP = 12 };

enum kind { KIND_FREE, KIND_IN_FILE, KIND_IN_STREAM };

struct entry {
    enum kind kind;
    unsigned place; /* KIND_IN_FILE: byte of the file; KIND_IN_STREAM: number of its stream */
    unsigned index; /* KIND_IN_STREAM: among the objects there */
};

struct pdf_file {
    enum pdf_version version;
    GString *out;
    GArray *entries; /* of struct entry, by number */
    GString *heads;  /* of what waits: numbers and places */
    GString *waiting;
    GArray *numbers; /* of unsigned: of what waits */
};

struct pdf_file *pdf_file_new(enum pdf_version version, unsigned n_objects)
{
    struct pdf_file *file = g_new0(struct pdf_file, 1);
    file->version = version;
    /* Four bytes beyond ASCII tell programs that the file is binary (ISO 19005-2 6.1.2). */
    file->out = g_string_new(version == PDF_2_0 ? "%PDF-2.0\n" : "%PDF-1.7\n");
    pdf_put(file->out, "%\xE2\xE3\xCF\xD3\n");
    file->entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
    g_array_set_size(file->entries, n_objects);
    file->heads = g_string_new(NULL);
    file->waiting = g_string_new(NULL);
    file->numbers = g_array_new(FALSE, FALSE, sizeof(unsigned));
    return file;
}

static struct entry *entry_of(struct pdf_file *file, unsigned number)
{
    return &g_array_index(file->entries, struct entry, number);
}

/* A number for one object more. */
static unsigned next_number(struct pdf_file *file)
{
    g_array_set_size(file->entries, file->entries->len + 1);
    return file->entries->len - 1;
}

/* Writes a whole stream object; `entries` end with a blank or a line end. */
static void write_stream(struct pdf_file *file, unsigned number, const char *entries, GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    *entry_of(file, number) =
        (struct entry){.kind = KIND_IN_FILE, .place = (unsigned)file->out->len};
    pdf_put_format(file->out, "%u 0 obj\n<<%s/Length %zu>>\nstream\r\n", number, entries, size);
    g_string_append_len(file->out, data, (gssize)size);
    pdf_put(file->out, "\nendstream\nendobj\n");
}

GBytes *pdf_pack(const void *bytes, size_t size)
{
    int level = size > LONG ? LEVEL_SMALL : LEVEL_FAST;
    return g_byte_array_free_to_bytes(deflate_bytes(bytes, size, level));
}

GBytes *pdf_pack_once(const void *bytes, size_t size)
{
    return g_byte_array_free_to_bytes(deflate_once(bytes, size, LEVEL_SMALL));
}

static void write_packed(struct pdf_file *file, unsigned number, const char *entries,
                         const void *bytes, size_t size)
{
    g_autofree char *all = g_strconcat(entries, "/Filter/FlateDecode", NULL);
    g_autoptr(GBytes) packed = pdf_pack(bytes, size);
    write_stream(file, number, all, packed);
}

void pdf_file_add_stream(struct pdf_file *file, struct pdf_ref object, const GString *entries,
                         GBytes *bytes, enum pdf_filter filter)
{
    if (filter == PDF_FILTER_DEFLATE) {
        gsize size;
        const void *data = g_bytes_get_data(bytes, &size);
        write_packed(file, object.number, entries->str, data, size);
        return;
    }
    static const char *const filters[PDF_FILTER_COUNT] = {
        [PDF_FILTER_NONE] = "",
        [PDF_FILTER_PACKED] = "/Filter/FlateDecode",
        [PDF_FILTER_JPEG] = "/Filter/DCTDecode",
    };
    g_autofree char *all = g_strconcat(entries->str, filters[filter], NULL);
    write_stream(file, object.number, all, bytes);
}

/* Packs what waits into one object stream. */
static void write_waiting(struct pdf_file *file)
{
    if (file->numbers->len == 0)
        return;
    unsigned stream = next_number(file);
    for (guint i = 0; i < file->numbers->len; i++)
        *entry_of(file, g_array_index(file->numbers, unsigned, i)) =
            (struct entry){.kind = KIND_IN_STREAM, .place = stream, .index = i};
    g_autoptr(GString) entries = g_string_new(NULL);
    pdf_put_format(entries, "/Type/ObjStm/N %u/First %zu", file->numbers->len,
                   (size_t)file->heads->len);
    g_string_append_len(file->heads, file->waiting->str, (gssize)file->waiting->len);
    write_packed(file, stream, entries->str, file->heads->str, file->heads->len);
    g_string_truncate(file->heads, 0);
    g_string_truncate(file->waiting, 0);
    g_array_set_size(file->numbers, 0);
}

void pdf_file_add(struct pdf_file *file, struct pdf_ref object, const GString *value)
{
    pdf_put_format(file->heads, "%u %zu ", object.number, (size_t)file->waiting->len);
    g_string_append_len(file->waiting, value->str, (gssize)value->len);
    g_string_append_c(file->waiting, '\n');
    g_array_append_val(file->numbers, object.number);
    if (file->numbers->len == MOST_TOGETHER)
        write_waiting(file);
}

/* The bytes of a number, the highest first, from `to` on. */
static void put_number(uint8_t *to, unsigned number, int bytes)
{
    for (int i = bytes; i-- > 0; number >>= CHAR_BIT)
        to[i] = (uint8_t)(number & UINT8_MAX);
}

static GByteArray *reference_rows(struct pdf_file *file)
{
    GByteArray *rows = g_byte_array_new();
    uint8_t above[ENTRY_BYTES] = {0};
    for (guint i = 0; i < file->entries->len; i++) {
        const struct entry *entry = entry_of(file, i);
        uint8_t now[ENTRY_BYTES], row[1 + ENTRY_BYTES] = {ROW_UP};
        put_number(now, entry->kind, KIND_BYTES);
        put_number(now + KIND_BYTES, entry->place, PLACE_BYTES);
        put_number(now + KIND_BYTES + PLACE_BYTES, i == 0 ? UINT16_MAX : entry->index, INDEX_BYTES);
        for (int b = 0; b < ENTRY_BYTES; b++)
            row[1 + b] = (uint8_t)(now[b] - above[b]);
        memcpy(above, now, sizeof above);
        g_byte_array_append(rows, row, sizeof row);
    }
    return rows;
}

/* The cross-reference stream, and where it stands. */
static void write_references(struct pdf_file *file, struct pdf_trailer trailer)
{
    g_autofree char *id = digest_of(file->out->str, file->out->len);
    unsigned number = next_number(file);
    size_t start = file->out->len;
    *entry_of(file, number) = (struct entry){.kind = KIND_IN_FILE, .place = (unsigned)start};
    g_autoptr(GString) entries = g_string_new("/Type/XRef");
    pdf_put_format(entries, "/Size %u/W[%d %d %d]", file->entries->len, KIND_BYTES, PLACE_BYTES,
                   INDEX_BYTES);
    pdf_put_format(entries, "/DecodeParms<</Predictor %d/Columns %d>>", PREDICTOR_UP, ENTRY_BYTES);
    pdf_put_format(entries, "/Root %u 0 R", trailer.root.number);
    if (trailer.info.number)
        pdf_put_format(entries, "/Info %u 0 R", trailer.info.number);
    pdf_put_format(entries, "/ID[<%s><%s>]", id, id);
    g_autoptr(GByteArray) rows = reference_rows(file);
    write_packed(file, number, entries->str, rows->data, rows->len);
    pdf_put_format(file->out, "startxref\n%zu\n%s", start, "%%EOF\n");
}

GBytes *pdf_file_end(struct pdf_file *file, struct pdf_trailer trailer)
{
    write_waiting(file);
    write_references(file, trailer);
    g_array_unref(file->entries);
    g_array_unref(file->numbers);
    g_string_free(file->heads, TRUE);
    g_string_free(file->waiting, TRUE);
    GBytes *bytes = g_string_free_to_bytes(file->out);
    g_free(file);
    return bytes;
}
