#include "paint/pdf/sfnt.h"

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
static guint32 sum(const GByteArray *table)
{
    guint32 all = 0, word;
    guint i = 0;
    for (; i + sizeof word <= table->len; i += sizeof word) {
        memcpy(&word, table->data + i, sizeof word);
        all += GUINT32_FROM_BE(word);
    }
    for (; i < table->len; i++)
        all += (guint32)table->data[i] << (24 - 8 * (i % 4));
    return all;
}

static void put_directory(GByteArray *file, const struct sfnt_table *tables, guint n)
{
    sfnt_put_32(file, 0x00010000);
    sfnt_put_16(file, (int)n);
    sfnt_put_16(file, 64); /* search range: 16 times the power of two below n */
    sfnt_put_16(file, 2);  /* its logarithm */
    sfnt_put_16(file, (int)n * 16 - 64);
    guint32 at = 12 + 16 * n;
    for (guint i = 0; i < n; i++) {
        g_byte_array_append(file, (const guint8 *)tables[i].name, 4);
        sfnt_put_32(file, sum(tables[i].bytes));
        sfnt_put_32(file, at);
        sfnt_put_32(file, tables[i].bytes->len);
        at += (tables[i].bytes->len + 3) / 4 * 4;
    }
}

static void set_adjustment(GByteArray *file, guint32 head)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    sfnt_put_32(bytes, FILE_SUM - sum(file));
    memcpy(file->data + head + HEAD_ADJUSTMENT, bytes->data, bytes->len);
}

hb_blob_t *sfnt_file(const struct sfnt_table *tables, guint n)
{
    g_autoptr(GByteArray) file = g_byte_array_new();
    put_directory(file, tables, n);
    guint32 head = 0;
    for (guint i = 0; i < n; i++) {
        if (strcmp(tables[i].name, "head") == 0)
            head = file->len;
        g_byte_array_append(file, tables[i].bytes->data, tables[i].bytes->len);
        sfnt_pad(file, 4);
    }
    set_adjustment(file, head);
    return hb_blob_create((const char *)file->data, file->len, HB_MEMORY_MODE_DUPLICATE, NULL,
                          NULL);
}
