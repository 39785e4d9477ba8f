#include "paint/pdf/sfnt.h"

#include <stdlib.h>
#include <string.h>

/* What the checksum of a whole file comes to (14496-22, `head`). */
#define FILE_SUM 0xB1B0AFBAu
/* Where `head` keeps what makes it come to that. */
#define HEAD_ADJUSTMENT 8

void sfnt_put_16(GByteArray *out, int value)
{
    guint at = out->len;
    g_byte_array_set_size(out, at + 2);
    out->data[at] = (guint8)((unsigned)value >> 8);
    out->data[at + 1] = (guint8)value;
}

void sfnt_put_32(GByteArray *out, guint32 value)
{
    sfnt_put_16(out, (int)(value >> 16));
    sfnt_put_16(out, (int)(value & 0xFFFF));
}

void sfnt_pad(GByteArray *out, guint to)
{
    while (out->len % to != 0)
        g_byte_array_append(out, (const guint8 *)"", 1);
}

/* Of words of four bytes; zeros are behind the last byte. */
static guint32 sum(const guint8 *bytes, guint n)
{
    guint32 all = 0, word;
    guint i = 0;
    for (; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        all += GUINT32_FROM_BE(word);
    }
    for (; i < n; i++)
        all += (guint32)bytes[i] << (24 - 8 * (i % 4));
    return all;
}

/* Most tables of a file of ours. */
#define MOST_TABLES 16

struct entry {
    const struct sfnt_table *table;
    guint32 at; /* in the file */
};

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->table->name, ((const struct entry *)b)->table->name);
}

/* By name, whatever the order of the tables is; gives the sum of all that will be in the file. */
static guint32 put_directory(GByteArray *file, const struct sfnt_table *tables, guint n)
{
    struct entry entries[MOST_TABLES];
    g_assert(n <= MOST_TABLES);
    sfnt_put_32(file, 0x00010000);
    sfnt_put_16(file, (int)n);
    sfnt_put_16(file, 64); /* search range: 16 times the power of two below n */
    sfnt_put_16(file, 2);  /* its logarithm */
    sfnt_put_16(file, (int)n * 16 - 64);
    guint32 at = 12 + 16 * n, all = 0;
    for (guint i = 0; i < n; i++) {
        entries[i] = (struct entry){&tables[i], at};
        at += (tables[i].bytes->len + 3) / 4 * 4;
    }
    qsort(entries, n, sizeof entries[0], compare_names);
    for (guint i = 0; i < n; i++) {
        const GByteArray *bytes = entries[i].table->bytes;
        guint32 part = sum(bytes->data, bytes->len);
        g_byte_array_append(file, (const guint8 *)entries[i].table->name, 4);
        sfnt_put_32(file, part);
        sfnt_put_32(file, entries[i].at);
        sfnt_put_32(file, bytes->len);
        all += part;
    }
    return all + sum(file->data, file->len);
}

static void set_adjustment(GByteArray *file, guint32 head, guint32 all)
{
    guint32 adjustment = GUINT32_TO_BE(FILE_SUM - all);
    memcpy(file->data + head + HEAD_ADJUSTMENT, &adjustment, sizeof adjustment);
}

hb_blob_t *sfnt_file(const struct sfnt_table *tables, guint n)
{
    g_autoptr(GByteArray) file = g_byte_array_new();
    guint32 all = put_directory(file, tables, n), head = 0;
    for (guint i = 0; i < n; i++) {
        if (strcmp(tables[i].name, "head") == 0)
            head = file->len;
        g_byte_array_append(file, tables[i].bytes->data, tables[i].bytes->len);
        sfnt_pad(file, 4);
    }
    set_adjustment(file, head, all);
    return hb_blob_create((const char *)file->data, file->len, HB_MEMORY_MODE_DUPLICATE, NULL,
                          NULL);
}
