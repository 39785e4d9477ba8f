#include "paint/pdf/composite.h"

/* Flags of one part. */
enum { WORDS = 0x1, OFFSETS = 0x2, MORE = 0x20, TRANSFORMED = 0x8 | 0x40 | 0x80 };

enum {
    HEAD_LOCA_FORMAT = 50, /* in `head`: 0 where `loca` counts in pairs of bytes */
    MAXP_DEPTH = 30,       /* in `maxp` */
    HEADER = 10,           /* bytes of a glyph before its parts: contours and bounds */
};

/* Bytes that may be too few: what is behind them reads as nothing. */
struct bytes {
    const guint8 *data;
    guint length;
};

enum table { HEAD, LOCA, GLYF, MAXP, TABLES };

struct composites {
    hb_blob_t *blobs[TABLES];
    struct bytes tables[TABLES];
};

struct composites *composites_new(hb_face_t *face)
{
    static const hb_tag_t tags[TABLES] = {
        [HEAD] = HB_TAG('h', 'e', 'a', 'd'),
        [LOCA] = HB_TAG('l', 'o', 'c', 'a'),
        [GLYF] = HB_TAG('g', 'l', 'y', 'f'),
        [MAXP] = HB_TAG('m', 'a', 'x', 'p'),
    };
    struct composites *composites = g_new(struct composites, 1);
    for (int i = 0; i < TABLES; i++) {
        unsigned length;
        composites->blobs[i] = hb_face_reference_table(face, tags[i]);
        const char *data = hb_blob_get_data(composites->blobs[i], &length);
        composites->tables[i] = (struct bytes){(const guint8 *)data, length};
    }
    return composites;
}

void composites_free(struct composites *composites)
{
    for (int i = 0; composites && i < TABLES; i++)
        hb_blob_destroy(composites->blobs[i]);
    g_free(composites);
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
static struct bytes glyph_bytes(const struct composites *composites, guint glyph)
{
    struct bytes head = composites->tables[HEAD], loca = composites->tables[LOCA],
                 glyf = composites->tables[GLYF];
    guint start = place_of(head, loca, glyph), end = place_of(head, loca, glyph + 1);
    bool there = start < end && end <= glyf.length;
    return there ? (struct bytes){glyf.data + start, end - start} : (struct bytes){NULL, 0};
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

bool composite_parts(const struct composites *composites, uint32_t glyph, GArray *parts)
{
    return read_parts(glyph_bytes(composites, glyph), parts);
}

guint composite_depth(const struct composites *composites)
{
    return unsigned_16(composites->tables[MAXP], MAXP_DEPTH);
}
