/*
 * The charset of a bare CFF table (Adobe Technical Note 5176), read only as far as PDF needs it: in
 * a font keyed by character identifiers, the codes in a page are identifiers, not glyph indices,
 * and the subset keeps the identifiers of the whole font. The awkward fact: CFF is a chain of
 * variable-length parts, so each part is read to find where the next one starts; every access is
 * checked against the end.
 */
#include "paint/pdf/font_parts.h"

/* Keys of a Top DICT (its "operators"); two-byte ones as 0x0C00 plus the second byte. */
enum { KEY_CHARSET = 15, KEY_CHARSTRINGS = 17, KEY_ROS = 0x0C1E };

struct reader {
    const uint8_t *data;
    size_t size, at;
    bool bad; /* ran over the end once; all later reads give 0 */
};

struct top_dict {
    bool cid_keyed;
    size_t charset, charstrings; /* offsets in the table */
};

static uint32_t read_number(struct reader *r, unsigned bytes)
{
    if (r->bad || r->at > r->size || r->size - r->at < bytes) {
        r->bad = true;
        return 0;
    }
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | r->data[r->at++];
    return value;
}

/* Steps over an INDEX. Gives the number of its entries and where its first one starts and ends. */
static size_t read_index(struct reader *r, size_t *start, size_t *end)
{
    size_t count = read_number(r, 2);
    *start = *end = r->at;
    if (count == 0)
        return 0;
    unsigned offset_size = read_number(r, 1);
    if (offset_size < 1 || offset_size > 4) {
        r->bad = true;
        return 0;
    }
    size_t offsets = r->at;
    size_t data = offsets + (count + 1) * offset_size - 1;
    *start = data + read_number(r, offset_size);
    *end = data + read_number(r, offset_size);
    r->at = offsets + count * offset_size;
    r->at = data + read_number(r, offset_size);
    return count;
}

/* One operand of a DICT whose first byte is `b`. Reals are stepped over: no operator here has one.
 */
static long read_operand(struct reader *r, unsigned b)
{
    if (b == 28)
        return (int16_t)read_number(r, 2);
    if (b == 29)
        return (int32_t)read_number(r, 4);
    if (b == 30) {
        uint32_t nibbles = 0;
        while (!r->bad && (nibbles & 0x0F) != 0x0F)
            nibbles = read_number(r, 1);
        return 0;
    }
    if (b <= 246)
        return (long)b - 139;
    if (b <= 250)
        return ((long)b - 247) * 256 + read_number(r, 1) + 108;
    return -((long)b - 251) * 256 - (long)read_number(r, 1) - 108;
}

static struct top_dict read_top_dict(struct reader *r, size_t end)
{
    struct top_dict top = {0};
    long operand = 0;
    while (!r->bad && r->at < end) {
        unsigned b = read_number(r, 1);
        if (b > 21) {
            operand = read_operand(r, b);
            continue;
        }
        unsigned key = b == 12 ? 0x0C00 | read_number(r, 1) : b;
        if (key == KEY_ROS)
            top.cid_keyed = true;
        else if (key == KEY_CHARSET)
            top.charset = (size_t)MAX(operand, 0);
        else if (key == KEY_CHARSTRINGS)
            top.charstrings = (size_t)MAX(operand, 0);
    }
    return top;
}

/* Glyph 0 is not in the charset: it always has identifier 0. */
static void read_charset(struct reader *r, uint16_t *cids, size_t n)
{
    unsigned format = read_number(r, 1);
    if (format > 2)
        r->bad = true;
    for (size_t glyph = 1; glyph < n && !r->bad;) {
        unsigned cid = read_number(r, 2);
        unsigned more = format == 0 ? 0 : read_number(r, format);
        for (unsigned i = 0; i <= more && glyph < n; i++)
            cids[glyph++] = (uint16_t)(cid + i);
    }
}

uint16_t *pdf_cff_cids(const uint8_t *cff, size_t size, size_t *n)
{
    struct reader r = {.data = cff, .size = size, .at = 2};
    size_t start, end;
    r.at = read_number(&r, 1);
    read_index(&r, &start, &end); /* names */
    read_index(&r, &start, &end); /* Top DICTs */
    r.at = start;
    struct top_dict top = read_top_dict(&r, end);
    if (r.bad || !top.cid_keyed)
        return NULL;
    r.at = top.charstrings;
    *n = read_index(&r, &start, &end);
    g_autofree uint16_t *cids = g_new0(uint16_t, MAX(*n, 1));
    r.at = top.charset;
    read_charset(&r, cids, *n);
    return r.bad ? NULL : g_steal_pointer(&cids);
}
