/*
 * TrueType programs made of outlines. HarfBuzz draws each glyph, accents and all, in the em of the
 * program; its curves are what `glyf` holds (ISO/IEC 14496-22). The awkward fact: where two curves
 * join smoothly the corner between them is not written, and HarfBuzz has put it in.
 */
#include "paint/pdf/truetype.h"

#include <math.h>
#include <string.h>

/* Flags of one corner (14496-22, simple glyph). */
enum { ON_CURVE = 1, X_SHORT = 2, Y_SHORT = 4, X_SAME_OR_PLUS = 16, Y_SAME_OR_PLUS = 32 };

/* Units of the em, as PDF counts widths. Andika has twice as many: its outlines take 8 % less so,
 * and are off by half a thousandth of the em at most. */
#define EM 1000

/* What the checksum of a whole file comes to (14496-22, `head`). */
#define FILE_SUM 0xB1B0AFBAu
/* Where `head` keeps what makes it come to that. */
#define HEAD_ADJUSTMENT 8

struct corner {
    int x, y;
    bool on; /* on the curve, else what pulls at it */
};

struct bounds {
    int left, bottom, right, top;
};

struct truetype {
    const struct face *face;
    double share, raise;
    hb_draw_funcs_t *pen;
    GArray *corners; /* of struct corner, of the contour that is drawn */
    GArray *outline; /* of struct corner, of the glyph's contours so far */
    GArray *ends;    /* of guint, the end of each contour in `outline` */
    GByteArray *glyf, *loca, *hmtx;
    guint glyphs, most_corners, most_contours, widest;
    struct bounds bounds; /* of all glyphs */
};

static void put_16(GByteArray *out, int value)
{
    guint8 bytes[] = {(guint8)((unsigned)value >> 8), (guint8)value};
    g_byte_array_append(out, bytes, sizeof bytes);
}

static void put_32(GByteArray *out, guint32 value)
{
    put_16(out, (int)(value >> 16));
    put_16(out, (int)(value & 0xFFFF));
}

static void add_corner(struct truetype *program, float x, float y, bool on)
{
    struct corner corner = {(int)lround(x * program->share),
                            (int)lround(y * program->share + program->raise), on};
    g_array_append_val(program->corners, corner);
}

static const struct corner *corner_at(const GArray *corners, guint i)
{
    return &g_array_index(corners, struct corner, i);
}

/* Halfway between two that pull, where readers of the program find it by themselves. */
static bool is_implied(const GArray *corners, guint i)
{
    const struct corner *before = corner_at(corners, i > 0 ? i - 1 : corners->len - 1);
    const struct corner *at = corner_at(corners, i);
    const struct corner *next = corner_at(corners, i + 1 < corners->len ? i + 1 : 0);
    return at->on && !before->on && !next->on && abs(2 * at->x - before->x - next->x) <= 1 &&
           abs(2 * at->y - before->y - next->y) <= 1;
}

static void move_to(hb_draw_funcs_t *pen, void *program, hb_draw_state_t *state, float x, float y,
                    void *nothing)
{
    (void)pen, (void)state, (void)nothing;
    add_corner(program, x, y, true);
}

static void curve_to(hb_draw_funcs_t *pen, void *program, hb_draw_state_t *state, float by_x,
                     float by_y, float x, float y, void *nothing)
{
    (void)pen, (void)state, (void)nothing;
    add_corner(program, by_x, by_y, false);
    add_corner(program, x, y, true);
}

/* Contours close by themselves: the last corner is not the first one again. */
static void close_path(hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, void *nothing)
{
    (void)pen, (void)state, (void)nothing;
    struct truetype *program = data;
    GArray *corners = program->corners;
    const struct corner *first = corner_at(corners, 0),
                        *last = corner_at(corners, corners->len - 1);
    if (corners->len > 1 && first->x == last->x && first->y == last->y && last->on)
        g_array_set_size(corners, corners->len - 1);
    for (guint i = 0; i < corners->len; i++)
        if (!is_implied(corners, i))
            g_array_append_val(program->outline, *corner_at(corners, i));
    g_array_append_val(program->ends, program->outline->len);
    g_array_set_size(corners, 0);
}

struct truetype *truetype_new(const struct face *face, double share, double raise)
{
    struct truetype *program = g_new0(struct truetype, 1);
    program->face = face;
    program->share = share;
    program->raise = raise * EM;
    program->pen = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(program->pen, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(program->pen, move_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(program->pen, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(program->pen, close_path, NULL, NULL);
    program->corners = g_array_new(FALSE, FALSE, sizeof(struct corner));
    program->outline = g_array_new(FALSE, FALSE, sizeof(struct corner));
    program->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    program->glyf = g_byte_array_new();
    program->loca = g_byte_array_new();
    program->hmtx = g_byte_array_new();
    return program;
}

static struct bounds measure(const GArray *outline)
{
    struct bounds bounds = {0};
    for (guint i = 0; i < outline->len; i++) {
        const struct corner *at = corner_at(outline, i);
        bounds.left = i == 0 ? at->x : MIN(bounds.left, at->x);
        bounds.bottom = i == 0 ? at->y : MIN(bounds.bottom, at->y);
        bounds.right = i == 0 ? at->x : MAX(bounds.right, at->x);
        bounds.top = i == 0 ? at->y : MAX(bounds.top, at->y);
    }
    return bounds;
}

static void put_bounds(GByteArray *out, struct bounds bounds)
{
    put_16(out, bounds.left);
    put_16(out, bounds.bottom);
    put_16(out, bounds.right);
    put_16(out, bounds.top);
}

/* How far one corner is from the one before, along one axis: nothing, one byte or two. Returns the
 * place behind it. */
static guint8 *put_step(guint8 *out, int step, guint8 *flags, guint8 short_flag,
                        guint8 same_or_plus)
{
    if (step == 0) {
        *flags |= same_or_plus;
    } else if (abs(step) > 255) {
        *out++ = (guint8)((unsigned)step >> 8);
        *out++ = (guint8)step;
    } else {
        *flags |= step > 0 ? short_flag | same_or_plus : short_flag;
        *out++ = (guint8)abs(step);
    }
    return out;
}

/* The flags of all, then all steps to the right, then all steps up: five bytes a corner at most. */
static void put_corners(GByteArray *glyf, const GArray *outline)
{
    guint before = glyf->len;
    g_byte_array_set_size(glyf, before + 5 * outline->len);
    guint8 *flags = glyf->data + before, *out = flags + outline->len;
    int x = 0, y = 0;
    for (guint i = 0; i < outline->len; x = corner_at(outline, i++)->x) {
        const struct corner *at = corner_at(outline, i);
        flags[i] = at->on ? ON_CURVE : 0;
        out = put_step(out, at->x - x, &flags[i], X_SHORT, X_SAME_OR_PLUS);
    }
    for (guint i = 0; i < outline->len; y = corner_at(outline, i++)->y)
        out = put_step(out, corner_at(outline, i)->y - y, &flags[i], Y_SHORT, Y_SAME_OR_PLUS);
    g_byte_array_set_size(glyf, (guint)(out - glyf->data));
}

static void pad(GByteArray *out, guint to)
{
    while (out->len % to != 0)
        g_byte_array_append(out, (const guint8 *)"", 1);
}

static void put_outline(struct truetype *program, struct bounds bounds)
{
    GByteArray *glyf = program->glyf;
    put_16(glyf, (int)program->ends->len);
    put_bounds(glyf, bounds);
    for (guint i = 0; i < program->ends->len; i++)
        put_16(glyf, (int)g_array_index(program->ends, guint, i) - 1);
    put_16(glyf, 0); /* no instructions */
    put_corners(glyf, program->outline);
    pad(glyf, 4);
}

static void note_extremes(struct truetype *program, struct bounds bounds)
{
    struct bounds *all = &program->bounds;
    *all = (struct bounds){MIN(all->left, bounds.left), MIN(all->bottom, bounds.bottom),
                           MAX(all->right, bounds.right), MAX(all->top, bounds.top)};
    program->most_corners = MAX(program->most_corners, program->outline->len);
    program->most_contours = MAX(program->most_contours, program->ends->len);
}

double truetype_add(struct truetype *program, const struct face *face, uint32_t glyph)
{
    hb_font_t *font = hb_font_create(face->hb);
    hb_font_set_scale(font, EM, EM);
    g_array_set_size(program->outline, 0);
    g_array_set_size(program->ends, 0);
    hb_font_get_glyph_shape(font, glyph, program->pen, program);
    int advance = (int)lround(MAX(hb_font_get_glyph_h_advance(font, glyph), 0) * program->share);
    hb_font_destroy(font);
    struct bounds bounds = measure(program->outline);
    put_32(program->loca, program->glyf->len);
    if (program->outline->len > 0)
        put_outline(program, bounds);
    put_16(program->hmtx, advance);
    put_16(program->hmtx, bounds.left);
    note_extremes(program, bounds);
    program->widest = MAX(program->widest, (guint)advance);
    program->glyphs++;
    return advance;
}

/* No dates: the same letters make the same bytes. */
static GByteArray *make_head(const struct truetype *program)
{
    GByteArray *head = g_byte_array_new();
    put_32(head, 0x00010000); /* version */
    put_32(head, 0x00010000); /* revision */
    put_32(head, 0);          /* HEAD_ADJUSTMENT */
    put_32(head, 0x5F0F3CF5); /* magic number */
    put_16(head, 0);          /* flags */
    put_16(head, EM);
    for (int i = 0; i < 4; i++)
        put_32(head, 0); /* made, changed */
    put_bounds(head, program->bounds);
    put_16(head, 0); /* style */
    put_16(head, 8); /* smallest legible size, px */
    put_16(head, 2); /* direction: obsolete */
    put_16(head, 1); /* loca in 32 bits */
    put_16(head, 0); /* format of glyf */
    return head;
}

static GByteArray *make_hhea(const struct truetype *program)
{
    const struct face *face = program->face;
    GByteArray *hhea = g_byte_array_new();
    put_32(hhea, 0x00010000);
    put_16(hhea, (int)lround(face->ascent * EM));
    put_16(hhea, -(int)lround(face->descent * EM));
    put_16(hhea, 0); /* gap between lines */
    put_16(hhea, (int)program->widest);
    put_16(hhea, program->bounds.left);
    put_16(hhea, 0); /* least room at the right */
    put_16(hhea, program->bounds.right);
    put_16(hhea, 1); /* the cursor stands upright */
    for (int i = 0; i < 7; i++)
        put_16(hhea, 0);
    put_16(hhea, (int)program->glyphs);
    return hhea;
}

static GByteArray *make_maxp(const struct truetype *program)
{
    GByteArray *maxp = g_byte_array_new();
    put_32(maxp, 0x00010000);
    put_16(maxp, (int)program->glyphs);
    put_16(maxp, (int)program->most_corners);
    put_16(maxp, (int)program->most_contours);
    put_32(maxp, 0); /* no glyphs made of others */
    put_16(maxp, 1); /* zones; there are no instructions */
    for (int i = 0; i < 8; i++)
        put_16(maxp, 0);
    return maxp;
}

static guint32 sum(const GByteArray *table)
{
    guint32 all = 0;
    for (guint i = 0; i < table->len; i++)
        all += (guint32)table->data[i] << (24 - 8 * (i % 4));
    return all;
}

/* By name, as the directory wants them. */
struct table {
    const char *name;
    GByteArray *bytes;
};

static void put_directory(GByteArray *file, const struct table *tables, guint n)
{
    put_32(file, 0x00010000);
    put_16(file, (int)n);
    put_16(file, 64); /* search range: 16 times the power of two below n */
    put_16(file, 2);  /* its logarithm */
    put_16(file, (int)n * 16 - 64);
    guint32 at = 12 + 16 * n;
    for (guint i = 0; i < n; i++) {
        g_byte_array_append(file, (const guint8 *)tables[i].name, 4);
        put_32(file, sum(tables[i].bytes));
        put_32(file, at);
        put_32(file, tables[i].bytes->len);
        at += (tables[i].bytes->len + 3) / 4 * 4;
    }
}

static void set_adjustment(GByteArray *file, guint32 head)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    put_32(bytes, FILE_SUM - sum(file));
    memcpy(file->data + head + HEAD_ADJUSTMENT, bytes->data, bytes->len);
}

static hb_blob_t *make_file(const struct table *tables, guint n)
{
    g_autoptr(GByteArray) file = g_byte_array_new();
    put_directory(file, tables, n);
    guint32 head = 0;
    for (guint i = 0; i < n; i++) {
        if (strcmp(tables[i].name, "head") == 0)
            head = file->len;
        g_byte_array_append(file, tables[i].bytes->data, tables[i].bytes->len);
        pad(file, 4);
    }
    set_adjustment(file, head);
    return hb_blob_create((const char *)file->data, file->len, HB_MEMORY_MODE_DUPLICATE, NULL,
                          NULL);
}

hb_blob_t *truetype_finish(struct truetype *program)
{
    put_32(program->loca, program->glyf->len);
    const struct table tables[] = {
        {"glyf", program->glyf}, {"head", make_head(program)}, {"hhea", make_hhea(program)},
        {"hmtx", program->hmtx}, {"loca", program->loca},      {"maxp", make_maxp(program)},
    };
    hb_blob_t *file = make_file(tables, G_N_ELEMENTS(tables));
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_byte_array_unref(tables[i].bytes);
    hb_draw_funcs_destroy(program->pen);
    g_array_unref(program->corners);
    g_array_unref(program->outline);
    g_array_unref(program->ends);
    g_free(program);
    return file;
}
