/*
 * Colours and outlines. Contrast follows the formulas of WCAG 2.2 to the letter; outlines are
 * stored as lines and cubic Beziers because both PDF and cairo paint exactly these. Awkward: a
 * quarter circle has no exact cubic; the usual control distance keeps it within 0.03 % of the
 * radius.
 */
#include "base/geometry.h"

#include <math.h>
#include <string.h>

bool color_parse(const char *text, struct color *out)
{
    if (!text || text[0] != '#' || strlen(text) != 7)
        return false;
    int digits[6];
    for (int i = 0; i < 6; i++) {
        digits[i] = g_ascii_xdigit_value(text[i + 1]);
        if (digits[i] < 0)
            return false;
    }
    *out = (struct color){.r = (uint8_t)(digits[0] * 16 + digits[1]),
                          .g = (uint8_t)(digits[2] * 16 + digits[3]),
                          .b = (uint8_t)(digits[4] * 16 + digits[5])};
    return true;
}

static double linear_channel(uint8_t value)
{
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2 "relative luminance", 0 (black) to 1 (white); threshold 0.04045. */
static double luminance(struct color c)
{
    return 0.2126 * linear_channel(c.r) + 0.7152 * linear_channel(c.g) +
           0.0722 * linear_channel(c.b);
}

double color_contrast(struct color a, struct color b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

struct color color_mix(struct color a, struct color b, double share)
{
    return (struct color){(uint8_t)lround(a.r + share * (b.r - a.r)),
                          (uint8_t)lround(a.g + share * (b.g - a.g)),
                          (uint8_t)lround(a.b + share * (b.b - a.b))};
}

struct color color_tint(struct color c, double share)
{
    return color_mix((struct color){0xff, 0xff, 0xff}, c, share);
}

bool color_equal(struct color a, struct color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

struct path *path_new(void)
{
    struct path *path = g_new(struct path, 1);
    path->segments = path->few;
    path->n_segments = 0;
    path->room = PATH_FEW;
    return path;
}

void path_free(struct path *path)
{
    if (!path)
        return;
    if (path->segments != path->few)
        g_free(path->segments);
    g_free(path);
}

/* Room for so many segments more, which it has from then on; they are undefined. */
static struct segment *add_segments(struct path *path, guint more)
{
    guint before = path->n_segments;
    path->n_segments += more;
    if (path->n_segments > path->room) {
        bool few = path->segments == path->few;
        path->room = MAX(path->n_segments, 2 * path->room);
        path->segments = g_renew(struct segment, few ? NULL : path->segments, path->room);
        if (few)
            memcpy(path->segments, path->few, before * sizeof *path->few);
    }
    return path->segments + before;
}

static void add(struct path *path, struct segment segment)
{
    *add_segments(path, 1) = segment;
}

static void move_to(struct path *path, double x, double y)
{
    add(path, (struct segment){.verb = PATH_MOVE, .p = {{x, y}}});
}

static void line_to(struct path *path, double x, double y)
{
    add(path, (struct segment){.verb = PATH_LINE, .p = {{x, y}}});
}

static void close_path(struct path *path)
{
    add(path, (struct segment){.verb = PATH_CLOSE});
}

/* A quarter of an ellipse from `from` to `to`, leaving towards `corner` and arriving from it. */
static void corner_to(struct path *path, struct point from, struct point corner, struct point to)
{
    /* 4/3 (sqrt 2 - 1): the control distance at which a cubic meets the circle at its middle. */
    const double k = 0.5522847498307936;
    struct segment s = {.verb = PATH_CURVE,
                        .p = {{from.x + k * (corner.x - from.x), from.y + k * (corner.y - from.y)},
                              {to.x + k * (corner.x - to.x), to.y + k * (corner.y - to.y)},
                              to}};
    add(path, s);
}

void path_add_rect(struct path *path, struct rect r)
{
    move_to(path, r.x, r.y);
    line_to(path, r.x + r.width, r.y);
    line_to(path, r.x + r.width, r.y + r.height);
    line_to(path, r.x, r.y + r.height);
    close_path(path);
}

/* The outer edge one way round, the inner one the other, so that winding leaves the middle empty.
 */
void path_add_frame(struct path *path, struct rect outer, double line)
{
    struct rect inner = {outer.x + line, outer.y + line, outer.width - 2 * line,
                         outer.height - 2 * line};
    struct point hole[] = {{inner.x, inner.y},
                           {inner.x, inner.y + inner.height},
                           {inner.x + inner.width, inner.y + inner.height},
                           {inner.x + inner.width, inner.y}};
    path_add_rect(path, outer);
    path_add_polygon(path, hole, G_N_ELEMENTS(hole));
}

void path_add_round_rect(struct path *path, struct rect r, double top, double bottom)
{
    double left = r.x, right = r.x + r.width, foot = r.y + r.height;
    move_to(path, left + top, r.y);
    line_to(path, right - top, r.y);
    corner_to(path, (struct point){right - top, r.y}, (struct point){right, r.y},
              (struct point){right, r.y + top});
    line_to(path, right, foot - bottom);
    corner_to(path, (struct point){right, foot - bottom}, (struct point){right, foot},
              (struct point){right - bottom, foot});
    line_to(path, left + bottom, foot);
    corner_to(path, (struct point){left + bottom, foot}, (struct point){left, foot},
              (struct point){left, foot - bottom});
    line_to(path, left, r.y + top);
    corner_to(path, (struct point){left, r.y + top}, (struct point){left, r.y},
              (struct point){left + top, r.y});
    close_path(path);
}

void path_add_disc(struct path *path, struct point center, double radius)
{
    struct rect square = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
    path_add_round_rect(path, square, radius, radius);
}

void path_add_polygon(struct path *path, const struct point *points, size_t n)
{
    if (n == 0)
        return;
    struct segment *segments = add_segments(path, (guint)n + 1);
    for (size_t i = 0; i < n; i++)
        segments[i] = (struct segment){.verb = i == 0 ? PATH_MOVE : PATH_LINE, .p = {points[i]}};
    segments[n] = (struct segment){.verb = PATH_CLOSE};
}

struct path *path_copy(const struct path *path)
{
    struct path *copy = path_new();
    memcpy(add_segments(copy, path->n_segments), path->segments,
           path->n_segments * sizeof *path->segments);
    return copy;
}

void path_translate(struct path *path, double dx, double dy)
{
    for (unsigned i = 0; i < path->n_segments; i++) {
        struct segment *s = &path->segments[i];
        for (size_t j = 0; j < G_N_ELEMENTS(s->p); j++) {
            s->p[j].x += dx;
            s->p[j].y += dy;
        }
    }
}

static unsigned points_of(enum path_verb verb)
{
    switch (verb) {
    case PATH_MOVE:
    case PATH_LINE:
        return 1;
    case PATH_CURVE:
        return 3;
    case PATH_CLOSE:
    case PATH_VERB_COUNT:
        break;
    }
    return 0;
}

struct rect path_bounds(const struct path *path)
{
    struct point low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY};
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *segment = &path->segments[i];
        for (unsigned n = 0; n < points_of(segment->verb); n++) {
            low = (struct point){fmin(low.x, segment->p[n].x), fmin(low.y, segment->p[n].y)};
            high = (struct point){fmax(high.x, segment->p[n].x), fmax(high.y, segment->p[n].y)};
        }
    }
    if (low.x > high.x)
        return (struct rect){0};
    return (struct rect){low.x, low.y, high.x - low.x, high.y - low.y};
}
