/*
 * TrueType programs made of outlines. Corners are taken from the face as it has them, which costs a
 * tenth of having HarfBuzz draw them; that draws what is made of turned parts, in the em of the
 * program. The awkward facts: where two curves join smoothly the corner between them is not
 * written, and HarfBuzz has put it in; and the parts that a glyph is made of are known by numbers
 * that they get later, the last of them when all letters have one.
 */
#include "paint/pdf/truetype.h"

#include "paint/pdf/glyf.h"
#include "paint/pdf/sfnt.h"

#include <math.h>

/* Units of the em, as PDF counts widths. Andika has twice as many: its outlines take 8 % less so,
 * and are off by half a thousandth of the em at most. */
#define EM 1000

struct bounds {
    int left, bottom, right, top;
};

/* A part whose number is to be written. */
struct debt {
    hb_face_t *face;
    uint32_t glyph;
    guint at; /* in `glyf` */
};

/* A face that glyphs are taken from. */
struct quarry {
    hb_face_t *face;
    hb_font_t *font; /* of our em */
    double unit;     /* of our em, of one of the face's */
    struct glyf *glyf;
};

struct truetype {
    const struct face *face;
    double share, raise;
    struct quarry quarry; /* of the last glyph: the next one is mostly of the same face */
    GHashTable *numbers;  /* hb_face_t * -> (glyph -> number) */
    GArray *parts;        /* of struct part, of the glyph that is made of them */
    GArray *debts;        /* of struct debt */
    guint most_parts, depth;
    hb_draw_funcs_t *pen;
    GArray *corners; /* of struct corner, of the contour that is drawn */
    GArray *outline; /* of struct corner, of the glyph's contours so far */
    GArray *ends;    /* of guint, the end of each contour in `outline` */
    GByteArray *glyf, *loca, *hmtx;
    guint glyphs, most_corners, most_contours, widest;
    struct bounds bounds; /* of all glyphs */
};

/* As lround, without a call for each corner. */
static int nearest(double value)
{
    return (int)(value < 0 ? value - 0.5 : value + 0.5);
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
    GArray *outline = program->outline;
    guint n = outline->len;
    g_array_set_size(outline, n + corners->len);
    for (guint i = 0; i < corners->len; i++)
        if (!is_implied(corners, i))
            g_array_index(outline, struct corner, n++) = *corner_at(corners, i);
    g_array_set_size(outline, n);
    g_array_append_val(program->ends, n);
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
    program->numbers = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    program->parts = g_array_new(FALSE, FALSE, sizeof(struct part));
    program->debts = g_array_new(FALSE, FALSE, sizeof(struct debt));
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
    sfnt_put_16(out, bounds.left);
    sfnt_put_16(out, bounds.bottom);
    sfnt_put_16(out, bounds.right);
    sfnt_put_16(out, bounds.top);
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
        flags[i] = at->on ? CORNER_ON_CURVE : 0;
        out = put_step(out, at->x - x, &flags[i], CORNER_X_SHORT, CORNER_X_SAME_OR_PLUS);
    }
    for (guint i = 0; i < outline->len; y = corner_at(outline, i++)->y)
        out = put_step(out, corner_at(outline, i)->y - y, &flags[i], CORNER_Y_SHORT,
                       CORNER_Y_SAME_OR_PLUS);
    g_byte_array_set_size(glyf, (guint)(out - glyf->data));
}

static void put_outline(struct truetype *program, struct bounds bounds)
{
    GByteArray *glyf = program->glyf;
    sfnt_put_16(glyf, (int)program->ends->len);
    put_bounds(glyf, bounds);
    for (guint i = 0; i < program->ends->len; i++)
        sfnt_put_16(glyf, (int)g_array_index(program->ends, guint, i) - 1);
    sfnt_put_16(glyf, 0); /* no instructions */
    put_corners(glyf, program->outline);
    sfnt_pad(glyf, 4);
}

static void note_extremes(struct truetype *program, struct bounds bounds)
{
    struct bounds *all = &program->bounds;
    *all = (struct bounds){MIN(all->left, bounds.left), MIN(all->bottom, bounds.bottom),
                           MAX(all->right, bounds.right), MAX(all->top, bounds.top)};
    program->most_corners = MAX(program->most_corners, program->outline->len);
    program->most_contours = MAX(program->most_contours, program->ends->len);
}

/* The face's own corners as the outline; false when the glyph has none. */
static bool take_corners(struct truetype *program, uint32_t glyph)
{
    const struct quarry *quarry = &program->quarry;
    GArray *outline = program->outline;
    double share = program->share * quarry->unit;
    if (!glyf_corners(quarry->glyf, glyph, outline, program->ends))
        return false;
    for (guint i = 0; i < outline->len; i++) {
        struct corner *at = &g_array_index(outline, struct corner, i);
        at->x = nearest(at->x * share);
        at->y = nearest(at->y * share + program->raise);
    }
    return true;
}

static void draw(struct truetype *program, uint32_t glyph)
{
    g_array_set_size(program->outline, 0);
    g_array_set_size(program->ends, 0);
    hb_font_get_glyph_shape(program->quarry.font, glyph, program->pen, program);
}

/* The outline by itself; its bounds. */
static struct bounds add_outline(struct truetype *program, uint32_t glyph)
{
    if (!take_corners(program, glyph))
        draw(program, glyph);
    struct bounds bounds = measure(program->outline);
    if (program->outline->len > 0)
        put_outline(program, bounds);
    return bounds;
}

/* Of a glyph made of others, as far as corners may be rounded. */
static struct bounds extents_of(const struct truetype *program, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    double share = program->share, raise = program->raise;
    hb_font_get_glyph_extents(program->quarry.font, glyph, &extents);
    return (struct bounds){.left = (int)floor(extents.x_bearing * share) - 1,
                           .bottom =
                               (int)floor((extents.y_bearing + extents.height) * share + raise) - 1,
                           .right = (int)ceil((extents.x_bearing + extents.width) * share) + 1,
                           .top = (int)ceil(extents.y_bearing * share + raise) + 1};
}

/* Parts are raised by themselves. */
static void put_part(struct truetype *program, hb_face_t *face, const struct part *part, bool last)
{
    enum { WORDS = 0x1, OFFSETS = 0x2, MORE = 0x20 };
    double share = program->share * program->quarry.unit;
    sfnt_put_16(program->glyf, last ? WORDS | OFFSETS : WORDS | OFFSETS | MORE);
    struct debt debt = {face, part->glyph, program->glyf->len};
    g_array_append_val(program->debts, debt);
    sfnt_put_16(program->glyf, 0);
    sfnt_put_16(program->glyf, (int)lround(part->right * share));
    sfnt_put_16(program->glyf, (int)lround(part->up * share));
}

static struct bounds put_composite(struct truetype *program, uint32_t glyph)
{
    hb_face_t *face = program->quarry.face;
    const GArray *parts = program->parts;
    struct bounds bounds = extents_of(program, glyph);
    sfnt_put_16(program->glyf, -1);
    put_bounds(program->glyf, bounds);
    for (guint i = 0; i < parts->len; i++)
        put_part(program, face, &g_array_index(parts, struct part, i), i + 1 == parts->len);
    sfnt_pad(program->glyf, 4);
    program->most_parts = MAX(program->most_parts, parts->len);
    program->depth = MAX(program->depth, glyf_depth(program->quarry.glyf));
    return bounds;
}

/* The glyph's own number becomes the next one. */
static void note_number(struct truetype *program, hb_face_t *face, uint32_t glyph)
{
    GHashTable *numbers = g_hash_table_lookup(program->numbers, face);
    if (!numbers) {
        numbers = g_hash_table_new(NULL, NULL);
        g_hash_table_insert(program->numbers, face, numbers);
    }
    g_hash_table_insert(numbers, GUINT_TO_POINTER(glyph), GUINT_TO_POINTER(program->glyphs));
}

static void close_quarry(struct quarry *quarry)
{
    hb_font_destroy(quarry->font);
    glyf_free(quarry->glyf);
}

static void open_quarry(struct quarry *quarry, hb_face_t *face)
{
    if (quarry->face == face)
        return;
    close_quarry(quarry);
    *quarry = (struct quarry){face, hb_font_create(face), EM / (double)hb_face_get_upem(face),
                              glyf_new(face)};
    hb_font_set_scale(quarry->font, EM, EM);
}

static double add_glyph(struct truetype *program, hb_face_t *face, uint32_t glyph)
{
    open_quarry(&program->quarry, face);
    sfnt_put_32(program->loca, program->glyf->len);
    g_array_set_size(program->parts, 0);
    struct bounds bounds = glyf_parts(program->quarry.glyf, glyph, program->parts)
                               ? put_composite(program, glyph)
                               : add_outline(program, glyph);
    hb_position_t width = hb_font_get_glyph_h_advance(program->quarry.font, glyph);
    int advance = (int)lround(MAX(width, 0) * program->share);
    sfnt_put_16(program->hmtx, advance);
    sfnt_put_16(program->hmtx, bounds.left);
    note_extremes(program, bounds);
    note_number(program, face, glyph);
    program->widest = MAX(program->widest, (guint)advance);
    program->glyphs++;
    return advance;
}

double truetype_add(struct truetype *program, const struct face *face, uint32_t glyph)
{
    return add_glyph(program, face->hb, glyph);
}

/* Parts that are no letters become glyphs behind these; they may have parts of their own. */
static void pay_debts(struct truetype *program)
{
    for (guint i = 0; i < program->debts->len; i++) {
        const struct debt debt = g_array_index(program->debts, struct debt, i);
        GHashTable *numbers = g_hash_table_lookup(program->numbers, debt.face);
        if (!g_hash_table_contains(numbers, GUINT_TO_POINTER(debt.glyph)))
            add_glyph(program, debt.face, debt.glyph);
        guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, GUINT_TO_POINTER(debt.glyph)));
        program->glyf->data[debt.at] = (guint8)(number >> 8);
        program->glyf->data[debt.at + 1] = (guint8)number;
    }
}

/* No dates: the same letters make the same bytes. */
static GByteArray *make_head(const struct truetype *program)
{
    GByteArray *head = g_byte_array_new();
    sfnt_put_32(head, 0x00010000); /* version */
    sfnt_put_32(head, 0x00010000); /* revision */
    sfnt_put_32(head, 0);          /* what makes the file's sum: set at its end */
    sfnt_put_32(head, 0x5F0F3CF5); /* magic number */
    sfnt_put_16(head, 0);          /* flags */
    sfnt_put_16(head, EM);
    for (int i = 0; i < 4; i++)
        sfnt_put_32(head, 0); /* made, changed */
    put_bounds(head, program->bounds);
    sfnt_put_16(head, 0); /* style */
    sfnt_put_16(head, 8); /* smallest legible size, px */
    sfnt_put_16(head, 2); /* direction: obsolete */
    sfnt_put_16(head, 1); /* loca in 32 bits */
    sfnt_put_16(head, 0); /* format of glyf */
    return head;
}

static GByteArray *make_hhea(const struct truetype *program)
{
    const struct face *face = program->face;
    GByteArray *hhea = g_byte_array_new();
    sfnt_put_32(hhea, 0x00010000);
    sfnt_put_16(hhea, (int)lround(face->ascent * EM));
    sfnt_put_16(hhea, -(int)lround(face->descent * EM));
    sfnt_put_16(hhea, 0); /* gap between lines */
    sfnt_put_16(hhea, (int)program->widest);
    sfnt_put_16(hhea, program->bounds.left);
    sfnt_put_16(hhea, 0); /* least room at the right */
    sfnt_put_16(hhea, program->bounds.right);
    sfnt_put_16(hhea, 1); /* the cursor stands upright */
    for (int i = 0; i < 7; i++)
        sfnt_put_16(hhea, 0);
    sfnt_put_16(hhea, (int)program->glyphs);
    return hhea;
}

static GByteArray *make_maxp(const struct truetype *program)
{
    GByteArray *maxp = g_byte_array_new();
    sfnt_put_32(maxp, 0x00010000);
    sfnt_put_16(maxp, (int)program->glyphs);
    sfnt_put_16(maxp, (int)program->most_corners);
    guint parts = program->most_parts * program->depth; /* at most */
    sfnt_put_16(maxp, (int)program->most_contours);
    sfnt_put_16(maxp, (int)MIN(program->most_corners * parts, G_MAXUINT16));
    sfnt_put_16(maxp, (int)MIN(program->most_contours * parts, G_MAXUINT16));
    sfnt_put_16(maxp, 1); /* zones; there are no instructions */
    for (int i = 0; i < 6; i++)
        sfnt_put_16(maxp, 0);
    sfnt_put_16(maxp, (int)program->most_parts);
    sfnt_put_16(maxp, (int)program->depth);
    return maxp;
}

hb_blob_t *truetype_finish(struct truetype *program)
{
    pay_debts(program);
    sfnt_put_32(program->loca, program->glyf->len);
    const struct sfnt_table tables[] = {
        {"glyf", program->glyf}, {"head", make_head(program)}, {"hhea", make_hhea(program)},
        {"hmtx", program->hmtx}, {"loca", program->loca},      {"maxp", make_maxp(program)},
    };
    hb_blob_t *file = sfnt_file(tables, G_N_ELEMENTS(tables));
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_byte_array_unref(tables[i].bytes);
    close_quarry(&program->quarry);
    hb_draw_funcs_destroy(program->pen);
    g_hash_table_unref(program->numbers);
    g_array_unref(program->parts);
    g_array_unref(program->debts);
    g_array_unref(program->corners);
    g_array_unref(program->outline);
    g_array_unref(program->ends);
    g_free(program);
    return file;
}
