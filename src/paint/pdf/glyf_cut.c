/*
 * Of the tables (ISO/IEC 14496-22) `glyf` is copied glyph by glyph without instructions, `loca` and
 * `hmtx` are made for those that stay, the others copied with a number or two set. The awkward
 * fact: a glyph may be made of others, which come along and get other numbers.
 */
#include "paint/pdf/glyf_cut.h"

#include "paint/pdf/glyf.h"
#include "paint/pdf/sfnt.h"

#include <stdlib.h>
#include <string.h>

/* In the order of their names. */
enum table { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static const char *const names[TABLES] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};

/* Where some numbers stand in their tables, and how long those are at least. [bytes] */
enum {
    HEAD_LOCA_FORMAT = 50,
    HEAD_SIZE = 54,
    HEAD_ADJUSTMENT = 8,
    HHEA_METRICS = 34,
    HHEA_SIZE = 36,
    MAXP_GLYPHS = 4,
    MAXP_ZONES = 14,
    MAXP_COMPONENTS = 28,
    MAXP_SIZE = 32,
    GLYPH_HEADER = 10
};

/* Flags of a part of a glyph that is made of others. */
enum {
    PART_WORDS = 0x1,
    PART_SCALE = 0x8,
    PART_MORE = 0x20,
    PART_TWO_SCALES = 0x40,
    PART_MATRIX = 0x80,
    PART_INSTRUCTIONS = 0x100
};

/* Beyond that HarfBuzz writes where glyphs begin in 32 bits. [bytes] */
#define SHORT_LOCA 0x1FFFF

/* Bytes that a glyph may be longer by: the last ones make its length even, or the table not empty.
 */
#define MOST_ADDED 4

/* Letters are made of others on two or three. */
#define LEVELS 8

struct bytes {
    const guint8 *data;
    guint length;
};

struct cutting {
    hb_blob_t *blobs[TABLES];
    struct bytes in[TABLES];
    GByteArray *out[TABLES];
    guint glyphs;    /* in the face */
    guint metrics;   /* of these, with advances of their own */
    guint64 *kept;   /* a bit for each glyph of the face */
    GArray *numbers; /* of uint32_t: those that are kept */
    gsize most;      /* bytes of `glyf` that are copied at most */
    bool failed;
};

static guint number_16(const guint8 *at)
{
    return (guint)at[0] << 8 | at[1];
}

static void set_16(guint8 *at, guint value)
{
    at[0] = (guint8)(value >> 8);
    at[1] = (guint8)value;
}

static guint place_of(const struct cutting *cutting, guint glyph)
{
    const guint8 *loca = cutting->in[LOCA].data;
    if (number_16(cutting->in[HEAD].data + HEAD_LOCA_FORMAT) == 0)
        return 2 * number_16(loca + 2 * glyph);
    return number_16(loca + 4 * glyph) << 16 | number_16(loca + 4 * glyph + 2);
}

/* Of one glyph; none: it shows nothing. */
static struct bytes glyph_bytes(struct cutting *cutting, guint glyph)
{
    struct bytes all = cutting->in[GLYF];
    guint start = place_of(cutting, glyph), end = place_of(cutting, glyph + 1);
    if (start == end)
        return (struct bytes){NULL, 0};
    if (start > end || end > all.length || end - start < GLYPH_HEADER) {
        cutting->failed = true;
        return (struct bytes){NULL, 0};
    }
    return (struct bytes){all.data + start, end - start};
}

/* The first glyph stands for what is missing, which no page shows. */
static struct bytes outline_of(struct cutting *cutting, guint glyph)
{
    return glyph > 0 ? glyph_bytes(cutting, glyph) : (struct bytes){NULL, 0};
}

static int contours_of(struct bytes bytes)
{
    return bytes.length > 0 ? (gint16)number_16(bytes.data) : 0;
}

static guint part_size(guint flags)
{
    guint size = 4 + (flags & PART_WORDS ? 4 : 2);
    if (flags & PART_SCALE)
        return size + 2;
    if (flags & PART_TWO_SCALES)
        return size + 4;
    return flags & PART_MATRIX ? size + 8 : size;
}

/* Where the next part begins, from `at` on, and its flags; 0: there is none, or not all of it. */
static guint next_part(struct bytes bytes, guint at, guint *flags)
{
    if (at + 4 > bytes.length)
        return 0;
    *flags = number_16(bytes.data + at);
    guint next = at + part_size(*flags);
    return next <= bytes.length ? next : 0;
}

/* What a glyph is made of comes along: `levels` more may be below it. */
static void keep(struct cutting *cutting, guint glyph, guint levels)
{
    if (glyph >= cutting->glyphs || levels == 0) {
        cutting->failed = true;
        return;
    }
    guint64 *word = &cutting->kept[glyph / 64], bit = (guint64)1 << glyph % 64;
    if (*word & bit)
        return;
    *word |= bit;
    struct bytes bytes = outline_of(cutting, glyph);
    cutting->most += bytes.length + MOST_ADDED;
    if (contours_of(bytes) >= 0)
        return;
    guint flags = PART_MORE;
    for (guint at = GLYPH_HEADER, next; flags & PART_MORE && !cutting->failed; at = next) {
        next = next_part(bytes, at, &flags);
        if (next > 0)
            keep(cutting, number_16(bytes.data + at + 2), levels - 1);
        else
            cutting->failed = true;
    }
}

static void number_glyphs(struct cutting *cutting)
{
    for (uint32_t word = 0; word <= cutting->glyphs / 64; word++)
        for (guint64 left = cutting->kept[word]; left; left &= left - 1) {
            uint32_t glyph = word * 64 + (uint32_t)__builtin_ctzll(left);
            g_array_append_val(cutting->numbers, glyph);
        }
}

static int compare_glyphs(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

/* In the file, of a glyph that is kept. */
static guint new_number(const struct cutting *cutting, uint32_t glyph)
{
    const uint32_t *list = (const uint32_t *)(const void *)cutting->numbers->data;
    const uint32_t *found =
        bsearch(&glyph, list, cutting->numbers->len, sizeof glyph, compare_glyphs);
    return (guint)(found - list);
}

/* Bytes of the corners of a glyph, from `at` on, where their flags are; 0: they are not as many as
 * they should be. */
static guint corners_size(struct bytes bytes, guint at, guint corners)
{
    guint start = at, steps = 0;
    while (corners > 0) {
        if (at + 2 > bytes.length)
            return 0;
        guint flags = bytes.data[at++], n = 1;
        if (flags & CORNER_AGAIN)
            n += bytes.data[at++];
        if (n > corners)
            return 0;
        guint x = flags & CORNER_X_SHORT ? 1 : flags & CORNER_X_SAME_OR_PLUS ? 0 : 2;
        guint y = flags & CORNER_Y_SHORT ? 1 : flags & CORNER_Y_SAME_OR_PLUS ? 0 : 2;
        steps += n * (x + y);
        corners -= n;
    }
    return at + steps <= bytes.length ? at + steps - start : 0;
}

/* Appends bytes; there is room. */
static void copy(GByteArray *out, const guint8 *bytes, guint n)
{
    memcpy(out->data + out->len, bytes, n);
    out->len += n;
}

static void copy_outline(struct cutting *cutting, struct bytes bytes)
{
    guint at = GLYPH_HEADER + 2 * (guint)contours_of(bytes);
    guint corners = at + 2 <= bytes.length ? number_16(bytes.data + at - 2) + 1 : 0;
    guint flags = at + 2 <= bytes.length ? at + 2 + number_16(bytes.data + at) : 0;
    guint size = corners > 0 ? corners_size(bytes, flags, corners) : 0;
    if (size == 0) {
        cutting->failed = true;
        return;
    }
    static const guint8 no_instructions[2] = {0};
    copy(cutting->out[GLYF], bytes.data, at);
    copy(cutting->out[GLYF], no_instructions, sizeof no_instructions);
    copy(cutting->out[GLYF], bytes.data + flags, size);
}

/* Parts are known to be whole, and to be there. */
static void copy_parts(struct cutting *cutting, struct bytes bytes)
{
    GByteArray *out = cutting->out[GLYF];
    guint start = out->len, flags = PART_MORE, end = GLYPH_HEADER;
    bool instructions = false;
    copy(out, bytes.data, bytes.length);
    for (guint at = GLYPH_HEADER; flags & PART_MORE; at = end) {
        guint8 *part = out->data + start + at;
        end = next_part(bytes, at, &flags);
        set_16(part, flags & ~(guint)PART_INSTRUCTIONS);
        set_16(part + 2, new_number(cutting, number_16(part + 2)));
        instructions = flags & PART_INSTRUCTIONS;
    }
    if (instructions)
        out->len = start + end;
}

static void copy_glyph(struct cutting *cutting, guint glyph)
{
    struct bytes bytes = outline_of(cutting, glyph);
    int contours = contours_of(bytes);
    if (contours > 0)
        copy_outline(cutting, bytes);
    else if (contours < 0)
        copy_parts(cutting, bytes);
    else
        cutting->failed |= bytes.length > 0;
    if (cutting->out[GLYF]->len % 2 > 0)
        copy(cutting->out[GLYF], (const guint8 *)"", 1);
}

static void copy_glyphs(struct cutting *cutting)
{
    GByteArray *glyf = cutting->out[GLYF], *loca = cutting->out[LOCA];
    guint n = cutting->numbers->len;
    g_byte_array_set_size(glyf, (guint)cutting->most);
    g_byte_array_set_size(loca, 2 * (n + 1));
    glyf->len = 0;
    for (guint i = 0; i < n && !cutting->failed; i++) {
        set_16(loca->data + 2 * i, glyf->len / 2);
        copy_glyph(cutting, g_array_index(cutting->numbers, uint32_t, i));
    }
    set_16(loca->data + 2 * n, glyf->len / 2);
    cutting->failed |= glyf->len >= SHORT_LOCA;
    if (glyf->len == 0) /* some readers want a table that is not empty */
        copy(glyf, (const guint8 *)"", 1);
}

static guint advance_of(const struct cutting *cutting, guint glyph)
{
    return number_16(cutting->in[HMTX].data + 4 * MIN(glyph, cutting->metrics - 1));
}

static guint bearing_of(const struct cutting *cutting, guint glyph)
{
    guint whole = cutting->metrics;
    guint at = glyph < whole ? 4 * glyph + 2 : 4 * whole + 2 * (glyph - whole);
    return number_16(cutting->in[HMTX].data + at);
}

/* The last glyphs of one advance share it; gives how many have their own. */
static guint copy_metrics(struct cutting *cutting)
{
    const uint32_t *glyphs = (const uint32_t *)(const void *)cutting->numbers->data;
    guint n = cutting->numbers->len, whole = n;
    guint last = advance_of(cutting, glyphs[n - 1]);
    while (whole > 1 && advance_of(cutting, glyphs[whole - 2]) == last)
        whole--;
    g_byte_array_set_size(cutting->out[HMTX], 2 * (n + whole));
    guint8 *to = cutting->out[HMTX]->data;
    for (guint i = 0; i < n; i++, to += 2) {
        if (i < whole) {
            set_16(to, advance_of(cutting, glyphs[i]));
            to += 2;
        }
        set_16(to, bearing_of(cutting, glyphs[i]));
    }
    return whole;
}

static void copy_heads(struct cutting *cutting, guint metrics)
{
    static const enum table copied[] = {HEAD, HHEA, MAXP};
    for (guint i = 0; i < G_N_ELEMENTS(copied); i++)
        g_byte_array_append(cutting->out[copied[i]], cutting->in[copied[i]].data,
                            cutting->in[copied[i]].length);
    guint8 *head = cutting->out[HEAD]->data, *maxp = cutting->out[MAXP]->data;
    memset(head + HEAD_ADJUSTMENT, 0, 4);
    set_16(head + HEAD_LOCA_FORMAT, 0);
    set_16(cutting->out[HHEA]->data + HHEA_METRICS, metrics);
    set_16(maxp + MAXP_GLYPHS, cutting->numbers->len);
    memset(maxp + MAXP_ZONES, 0, MAXP_COMPONENTS - MAXP_ZONES); /* what instructions need */
    set_16(maxp + MAXP_ZONES, 1);
}

/* The smallest first. */
static gint compare_sizes(gconstpointer a, gconstpointer b)
{
    const struct sfnt_table *first = a, *second = b;
    if (first->bytes->len != second->bytes->len)
        return first->bytes->len < second->bytes->len ? -1 : 1;
    return strcmp(first->name, second->name);
}

static hb_blob_t *make_file(const struct cutting *cutting)
{
    struct sfnt_table tables[TABLES];
    for (int i = 0; i < TABLES; i++)
        tables[i] = (struct sfnt_table){names[i], cutting->out[i]};
    qsort(tables, TABLES, sizeof tables[0], compare_sizes);
    return sfnt_file(tables, TABLES);
}

/* False: a table is missing, or shorter than its numbers say. */
static bool open_tables(struct cutting *cutting, hb_face_t *face)
{
    for (int i = 0; i < TABLES; i++) {
        const char *name = names[i];
        guint length;
        cutting->blobs[i] =
            hb_face_reference_table(face, HB_TAG(name[0], name[1], name[2], name[3]));
        const char *data = hb_blob_get_data(cutting->blobs[i], &length);
        cutting->in[i] = (struct bytes){(const guint8 *)data, length};
    }
    const struct bytes *in = cutting->in;
    if (in[HEAD].length != HEAD_SIZE || in[HHEA].length != HHEA_SIZE ||
        in[MAXP].length != MAXP_SIZE || in[GLYF].length == 0)
        return false;
    cutting->glyphs = number_16(in[MAXP].data + MAXP_GLYPHS);
    cutting->metrics = number_16(in[HHEA].data + HHEA_METRICS);
    guint place = number_16(in[HEAD].data + HEAD_LOCA_FORMAT) == 0 ? 2 : 4;
    return cutting->metrics > 0 && cutting->metrics <= cutting->glyphs &&
           in[LOCA].length >= place * (cutting->glyphs + 1) &&
           in[HMTX].length >= 2 * (cutting->glyphs + cutting->metrics);
}

static void keep_all(struct cutting *cutting, const GArray *wanted)
{
    cutting->kept = g_new0(guint64, cutting->glyphs / 64 + 1);
    keep(cutting, 0, LEVELS);
    for (guint i = 0; i < wanted->len; i++)
        keep(cutting, g_array_index(wanted, uint32_t, i), LEVELS);
    number_glyphs(cutting);
}

hb_blob_t *glyf_cut(hb_face_t *face, const GArray *wanted, GArray *numbers)
{
    struct cutting cutting = {.numbers = numbers};
    hb_blob_t *file = NULL;
    g_array_set_size(numbers, 0);
    for (int i = 0; i < TABLES; i++)
        cutting.out[i] = g_byte_array_new();
    cutting.failed = !open_tables(&cutting, face);
    if (!cutting.failed)
        keep_all(&cutting, wanted);
    if (!cutting.failed)
        copy_glyphs(&cutting);
    if (!cutting.failed) {
        copy_heads(&cutting, copy_metrics(&cutting));
        file = make_file(&cutting);
    }
    for (int i = 0; i < TABLES; i++) {
        g_byte_array_unref(cutting.out[i]);
        hb_blob_destroy(cutting.blobs[i]);
    }
    g_free(cutting.kept);
    return file;
}
