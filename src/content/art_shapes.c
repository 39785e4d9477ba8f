/*
 * Six motifs. The shares of the field that each is drawn by are its shape, no one's choice to make
 * elsewhere.
 */
#include "content/art_shapes.h"

#include <math.h>

struct canvas {
    GPtrArray *shapes;
    double w, h; /* [pt] of the field */
};

static void shape_free(struct art_shape *shape)
{
    path_free(shape->path);
    g_free(shape);
}

/* Takes the path. */
static void add(const struct canvas *canvas, struct path *path, enum art_ink ink)
{
    struct art_shape *shape = g_new(struct art_shape, 1);
    *shape = (struct art_shape){path, ink};
    g_ptr_array_add(canvas->shapes, shape);
}

static void add_disc(const struct canvas *canvas, struct point center, double radius,
                     enum art_ink ink)
{
    struct path *path = path_new();
    path_add_disc(path, center, radius);
    add(canvas, path, ink);
}

static void add_box(const struct canvas *canvas, struct rect box, double top, double bottom,
                    enum art_ink ink)
{
    struct path *path = path_new();
    path_add_round_rect(path, box, top, bottom);
    add(canvas, path, ink);
}

/* One of the two strands as a function of how far down the longer side it is. */
static double strand_at(const struct canvas *canvas, double y, double side)
{
    double w = MIN(canvas->w, canvas->h);
    return w / 2 + side * 0.31 * w * sin(2 * G_PI * y / (1.55 * w) + 0.5);
}

/* Strands run down the longer side. */
static struct point turned(const struct canvas *canvas, double across, double along)
{
    return canvas->w < canvas->h ? (struct point){across, along} : (struct point){along, across};
}

static void add_strand(const struct canvas *canvas, double side, double width, enum art_ink ink)
{
    enum { STEPS = 80 };
    double longer = MAX(canvas->w, canvas->h), step = longer * 1.12 / STEPS;
    struct point points[2 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
        double y = -0.06 * longer + i * step, x = strand_at(canvas, y, side);
        double slope = strand_at(canvas, y + 0.5, side) - strand_at(canvas, y - 0.5, side);
        double length = sqrt(1 + slope * slope), half = width / 2;
        double dx = half / length, dy = half * slope / length;
        points[i] = turned(canvas, x - dx, y + dy);
        points[2 * STEPS + 1 - i] = turned(canvas, x + dx, y - dy);
    }
    struct path *path = path_new();
    path_add_polygon(path, points, G_N_ELEMENTS(points));
    add(canvas, path, ink);
}

static void add_half_rung(const struct canvas *canvas, double from, double to, double y,
                          double width, enum art_ink ink)
{
    struct point corners[] = {turned(canvas, from, y - width / 2),
                              turned(canvas, to, y - width / 2), turned(canvas, to, y + width / 2),
                              turned(canvas, from, y + width / 2)};
    struct path *path = path_new();
    path_add_polygon(path, corners, G_N_ELEMENTS(corners));
    add(canvas, path, ink);
}

static void draw_strands(const struct canvas *canvas)
{
    double w = MIN(canvas->w, canvas->h), longer = MAX(canvas->w, canvas->h);
    for (double y = 0.05 * w; y < longer; y += 0.1 * w) {
        double first = strand_at(canvas, y, 1), second = strand_at(canvas, y, -1);
        double left = MIN(first, second), right = MAX(first, second);
        if (right - left < 0.12 * w)
            continue;
        add_half_rung(canvas, left, w / 2, y, 0.032 * w, first < second ? ART_MIDDLE : ART_PALE);
        add_half_rung(canvas, w / 2, right, y, 0.032 * w, first < second ? ART_PALE : ART_MIDDLE);
    }
    add_strand(canvas, -1, 0.095 * w, ART_MIDDLE);
    add_strand(canvas, 1, 1.5 * 0.095 * w, ART_GROUND);
    add_strand(canvas, 1, 0.095 * w, ART_FULL);
}

static void draw_rings(const struct canvas *canvas)
{
    static const struct {
        double radius;
        enum art_ink ink;
    } rings[] = {{1.28, ART_PALE},
                 {1.0, ART_GROUND},
                 {0.80, ART_MIDDLE},
                 {0.56, ART_GROUND},
                 {0.40, ART_FULL}};
    double w = canvas->w, h = canvas->h;
    double radius = MIN(w, h) * (h > w / 1.2 ? 0.60 : 0.62);
    for (size_t i = 0; i < G_N_ELEMENTS(rings); i++)
        add_disc(canvas, (struct point){0.64 * w, 0.62 * h}, radius * rings[i].radius,
                 rings[i].ink);
}

/* A quarter of a disc around corner `corner` of a square, clockwise from the top left. */
static struct path *quarter(struct point at, double side, int corner)
{
    enum { STEPS = 24 };
    double x = at.x + (corner == 1 || corner == 2 ? side : 0);
    double y = at.y + (corner >= 2 ? side : 0);
    struct point points[STEPS + 2] = {{x, y}};
    for (int i = 0; i <= STEPS; i++) {
        double angle = corner * G_PI_2 + i * G_PI_2 / STEPS;
        points[i + 1] = (struct point){x + side * cos(angle), y + side * sin(angle)};
    }
    struct path *path = path_new();
    path_add_polygon(path, points, G_N_ELEMENTS(points));
    return path;
}

static void draw_tile(const struct canvas *canvas, int column, int row, double side)
{
    static const struct {
        int corner;
        enum art_ink fill, ground;
    } tiles[] = {{0, ART_MIDDLE, ART_GROUND}, {2, ART_FULL, ART_PALE},   {1, ART_PALE, ART_GROUND},
                 {3, ART_MIDDLE, ART_FULL},   {0, ART_FULL, ART_GROUND}, {1, ART_MIDDLE, ART_PALE},
                 {2, ART_PALE, ART_GROUND},   {3, ART_FULL, ART_PALE},   {0, ART_PALE, ART_PALE},
                 {1, ART_FULL, ART_GROUND}};
    int n = (3 * column + 7 * row) % 10;
    struct point at = {column * side, row * side};
    enum art_ink fill = tiles[n].fill == tiles[n].ground ? ART_MIDDLE : tiles[n].fill;
    add_box(canvas, (struct rect){at.x, at.y, side, side}, 0, 0, tiles[n].ground);
    if ((column + 2 * row) % 5 == 3)
        add_disc(canvas, (struct point){at.x + side / 2, at.y + side / 2}, 0.36 * side, fill);
    else
        add(canvas, quarter(at, side, tiles[n].corner), fill);
}

static void draw_tiles(const struct canvas *canvas)
{
    double side = canvas->w / MAX(2, round(canvas->w / 58));
    for (int row = 0; row * side < canvas->h; row++)
        for (int column = 0; column * side < canvas->w - 0.5; column++)
            draw_tile(canvas, column, row, side);
}

/* Two arcs between its ends; `angle` from pointing right, clockwise. */
static void add_leaf(const struct canvas *canvas, struct point foot, double length, double angle,
                     enum art_ink ink)
{
    enum { STEPS = 20 };
    struct point points[2 * STEPS];
    double cosine = cos(angle), sine = sin(angle), bulge = 0.42 * length;
    for (int i = 0; i < 2 * STEPS; i++) {
        double t = i < STEPS ? (double)i / STEPS : 2 - (double)i / STEPS;
        double along = length * t, off = (i < STEPS ? -2 : 2) * t * (1 - t) * bulge;
        points[i] = (struct point){foot.x + along * cosine - off * sine,
                                   foot.y + along * sine + off * cosine};
    }
    struct path *path = path_new();
    path_add_polygon(path, points, G_N_ELEMENTS(points));
    add(canvas, path, ink);
}

static void draw_leaves(const struct canvas *canvas)
{
    static const enum art_ink right[] = {ART_MIDDLE, ART_PALE},
                              left[] = {ART_FULL, ART_MIDDLE, ART_DARK};
    const double degree = G_PI / 180;
    double w = canvas->w, h = canvas->h, u = MIN(1.12 * w, 0.86 * h);
    double top = 0.07 * h + 0.1 * u, stem = 0.022 * u;
    int pairs = MAX(3, (int)floor(0.99 * h / (0.235 * u)) - 1);
    double pitch = (h - top - 0.14 * u) / pairs;
    add_box(canvas, (struct rect){w / 2 - stem / 2, top, stem, h - top}, 0, 0, ART_FULL);
    for (int i = 0; i < pairs; i++) {
        double length = u * MAX(0.46 - 0.035 * i, 0.2), y = h - 0.04 * u - i * pitch;
        add_leaf(canvas, (struct point){w / 2, y}, length, -38 * degree,
                 right[i % G_N_ELEMENTS(right)]);
        add_leaf(canvas, (struct point){w / 2, y - 0.06 * u}, length, -142 * degree,
                 left[i % G_N_ELEMENTS(left)]);
    }
    add_leaf(canvas, (struct point){w / 2, top + 0.06 * u}, 0.24 * u, -G_PI_2, ART_FULL);
}

/* A door with a round head, standing on the foot. */
static void add_door(const struct canvas *canvas, double x, double width, double height,
                     const enum art_ink inks[3])
{
    double inset = 0.145 * width;
    for (int i = 0; i < 3; i++) {
        struct rect box = {x + i * inset, canvas->h - height + i * inset, width - 2 * i * inset,
                           height - i * inset};
        add_box(canvas, box, MIN(box.width / 2, box.height), 0, inks[i]);
    }
}

static void draw_arches(const struct canvas *canvas)
{
    static const enum art_ink back[] = {ART_PALE, ART_GROUND, ART_MIDDLE},
                              front[] = {ART_FULL, ART_GROUND, ART_PALE},
                              side[] = {ART_DARK, ART_GROUND, ART_FULL};
    double w = canvas->w, h = canvas->h;
    add_disc(canvas, (struct point){0.20 * w, 0.22 * h}, 0.115 * MIN(w, h), ART_PALE);
    add_door(canvas, 0.34 * w, 0.46 * w, 0.86 * h, back);
    add_door(canvas, 0.04 * w, 0.42 * w, 0.56 * h, front);
    add_door(canvas, 0.58 * w, 0.38 * w, 0.42 * h, side);
}

static void draw_stones(const struct canvas *canvas)
{
    static const double widths[] = {0.86, 0.68, 0.54, 0.40, 0.26};
    static const enum art_ink inks[] = {ART_FULL, ART_MIDDLE, ART_DARK, ART_PALE, ART_FULL};
    double w = canvas->w, u = MIN(1.02 * w, 0.94 * canvas->h), y = canvas->h;
    add_disc(canvas, (struct point){w / 2, 0.40 * canvas->h}, 0.40 * u, ART_PAPER);
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        double height = u * (0.205 - 0.02 * (double)i), width = u * widths[i];
        double x = w / 2 - width / 2 + (i % 2 == 0 ? 0.03 : -0.03) * u;
        y -= height;
        add_box(canvas, (struct rect){x, y, width, height}, 0.48 * height, 0.48 * height, inks[i]);
    }
}

GPtrArray *art_shapes(enum art art, double width, double height)
{
    static void (*const drawings[])(const struct canvas *) = {
        draw_strands, draw_rings, draw_tiles, draw_leaves, draw_arches, draw_stones};
    G_STATIC_ASSERT(G_N_ELEMENTS(drawings) == ART_NONE);
    GPtrArray *shapes = g_ptr_array_new_with_free_func((GDestroyNotify)shape_free);
    if (art == ART_NONE)
        return shapes;
    struct canvas canvas = {shapes, width, height};
    add_box(&canvas, (struct rect){0, 0, width, height}, 0, 0, ART_GROUND);
    drawings[art](&canvas);
    return shapes;
}
