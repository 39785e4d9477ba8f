#include "paint/pdf/glyf.h"

/* Flags of one part. */
enum { WORDS = 0x1, OFFSETS = 0x2, MORE = 0x20, TRANSFORMED = 0x8 | 0x40 | 0x80 };

enum {
    HEAD_LOCA_FORMAT = 50, /* in `head`: 0 where `loca` counts in pairs of bytes */
    MAXP_DEPTH = 30,       /* in `maxp` */
    HEADER = 10,           /* bytes of a glyph before what it is drawn from: contours and bounds */
};

/* Bytes that may be too few: what is behind them reads as nothing. */
struct bytes {
    const guint8 *data;
    guint length;
};

enum table { HEAD, LOCA, GLYF, MAXP, TABLES };

struct glyf {
    hb_blob_t *blobs[TABLES];
    struct bytes tables[TABLES];
};

struct glyf *glyf_new(hb_face_t *face)
{
    static const hb_tag_t tags[TABLES] = {
        [HEAD] = HB_TAG('h', 'e', 'a', 'd'),
        [LOCA] = HB_TAG('l', 'o', 'c', 'a'),
        [GLYF] = HB_TAG('g', 'l', 'y', 'f'),
        [MAXP] = HB_TAG('m', 'a', 'x', 'p'),
    };
    struct glyf *glyf = g_new(struct glyf, 1);
    for (int i = 0; i < TABLES; i++) {
        unsigned length;
        glyf->blobs[i] = hb_face_reference_table(face, tags[i]);
        const char *data = hb_blob_get_data(glyf->blobs[i], &length);
        glyf->tables[i] = (struct bytes){(const guint8 *)data, length};
    }
    return glyf;
}

void glyf_free(struct glyf *glyf)
{
    for (int i = 0; glyf && i < TABLES; i++)
        hb_blob_destroy(glyf->blobs[i]);
    g_free(glyf);
}

static guint unsigned_16(struct bytes bytes, guint at)
{
    bool there = at <= bytes.length && bytes.length - at >= 2;
    return there ? (guint)bytes.data[at] << 8 | bytes.data[at + 1] : 0;
}

static int signed_16(struct bytes bytes, guint at)
{
    return (gint16)unsigned_16(bytes, at);
}

static int signed_8(struct bytes bytes, guint at)
{
    return at < bytes.length ? (gint8)bytes.data[at] : 0;
}

/* Where a glyph begins in `glyf`. */
static guint place_of(struct bytes head, struct bytes loca, guint glyph)
{
    if (unsigned_16(head, HEAD_LOCA_FORMAT) == 0)
        return 2 * unsigned_16(loca, 2 * glyph);
    return unsigned_16(loca, 4 * glyph) << 16 | unsigned_16(loca, 4 * glyph + 2);
}

/* The bytes of one glyph; none: it shows nothing, or is not there. */
static struct bytes glyph_bytes(const struct glyf *glyf, guint glyph)
{
    struct bytes head = glyf->tables[HEAD], loca = glyf->tables[LOCA], all = glyf->tables[GLYF];
    guint start = place_of(head, loca, glyph), end = place_of(head, loca, glyph + 1);
    bool there = start < end && end <= all.length;
    return there ? (struct bytes){all.data + start, end - start} : (struct bytes){NULL, 0};
}

/* Reads the part at `*at`, and moves behind it; false when it is more than moved. */
static bool read_part(struct bytes bytes, guint *at, struct part *part, bool *more)
{
    guint flags = unsigned_16(bytes, *at), values = *at + 4, size = flags & WORDS ? 2 : 1;
    bool words = flags & WORDS;
    *part = (struct part){.glyph = unsigned_16(bytes, *at + 2),
                          .right = words ? signed_16(bytes, values) : signed_8(bytes, values),
                          .up = words ? signed_16(bytes, values + size)
                                      : signed_8(bytes, values + size)};
    *at = values + 2 * size;
    *more = flags & MORE;
    return (flags & OFFSETS) && !(flags & TRANSFORMED) && *at <= bytes.length;
}

static bool read_parts(struct bytes bytes, GArray *parts)
{
    guint before = parts->len, at = HEADER;
    bool more = bytes.length >= HEADER && signed_16(bytes, 0) < 0;
    while (more) {
        struct part part;
        if (!read_part(bytes, &at, &part, &more)) {
            g_array_set_size(parts, before);
            return false;
        }
        g_array_append_val(parts, part);
    }
    return parts->len > before;
}

bool glyf_parts(const struct glyf *glyf, uint32_t glyph, GArray *parts)
{
    return read_parts(glyph_bytes(glyf, glyph), parts);
}

/* Where each contour ends; false when that is not further on each time. */
static bool read_ends(struct bytes bytes, int contours, GArray *ends)
{
    g_array_set_size(ends, 0);
    for (guint i = 0, before = 0; (int)i < contours; i++) {
        guint end = unsigned_16(bytes, HEADER + 2 * i) + 1;
        if (end <= before)
            return false;
        g_array_append_val(ends, end);
        before = end;
    }
    return contours > 0;
}

/* The flags of all corners, each of which may stand for some more of the same; moves behind them.
 */
static void read_flags(struct bytes bytes, guint *at, guint8 *flags, guint n)
{
    for (guint i = 0, again = 0; i < n; i++) {
        if (again > 0) {
            flags[i] = flags[i - 1];
            again--;
            continue;
        }
        flags[i] = (guint8)signed_8(bytes, (*at)++);
        if (flags[i] & CORNER_AGAIN)
            again = (guint8)signed_8(bytes, (*at)++);
    }
}

/* How far a corner is from the one before, along one axis; moves behind it. */
static int read_step(struct bytes bytes, guint *at, guint8 flags, guint8 short_flag,
                     guint8 same_or_plus)
{
    guint from = *at;
    if (flags & short_flag) {
        int step = (guint8)signed_8(bytes, from);
        *at += 1;
        return flags & same_or_plus ? step : -step;
    }
    if (flags & same_or_plus)
        return 0;
    *at += 2;
    return signed_16(bytes, from);
}

bool glyf_corners(const struct glyf *glyf, uint32_t glyph, GArray *corners, GArray *ends)
{
    struct bytes bytes = glyph_bytes(glyf, glyph);
    if (!read_ends(bytes, signed_16(bytes, 0), ends))
        return false;
    guint n = g_array_index(ends, guint, ends->len - 1), at = HEADER + 2 * ends->len;
    g_autofree guint8 *flags = g_new(guint8, n);
    g_array_set_size(corners, n);
    struct corner *list = (struct corner *)corners->data;
    at += 2 + unsigned_16(bytes, at); /* instructions */
    read_flags(bytes, &at, flags, n);
    for (guint i = 0; i < n; i++)
        list[i] = (struct corner){(i > 0 ? list[i - 1].x : 0) + read_step(bytes, &at, flags[i],
                                                                          CORNER_X_SHORT,
                                                                          CORNER_X_SAME_OR_PLUS),
                                  0, flags[i] & CORNER_ON_CURVE};
    for (guint i = 0; i < n; i++)
        list[i].y = (i > 0 ? list[i - 1].y : 0) +
                    read_step(bytes, &at, flags[i], CORNER_Y_SHORT, CORNER_Y_SAME_OR_PLUS);
    return at <= bytes.length;
}

guint glyf_depth(const struct glyf *glyf)
{
    return unsigned_16(glyf->tables[MAXP], MAXP_DEPTH);
}
