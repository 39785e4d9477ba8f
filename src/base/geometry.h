/*
 * Geometry and colour: the small value types that every stage after `content` shares.
 *
 * All lengths are PostScript points (1/72 in) as `double`; the origin is the top left corner of the
 * page and y grows downwards. Pixels exist only in paint/png.c. Every type here is a plain value:
 * copy it freely, free nothing, except `struct path`, which owns its segments.
 */
#ifndef HANDOUT_BASE_GEOMETRY_H
#define HANDOUT_BASE_GEOMETRY_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH     25.4
#define POINTS_PER_MM   (POINTS_PER_INCH / MM_PER_INCH)

struct point {
    double x, y; /* [pt] */
};

struct rect {
    double x, y;          /* [pt] top left corner */
    double width, height; /* [pt] */
};

/* sRGB, 8 bits a channel. */
struct color {
    uint8_t r, g, b;
};

/* Paper. */
#define COLOR_WHITE ((struct color){255, 255, 255})

/* Reads "#rrggbb" (either case). Returns false, and leaves *out alone, for anything else. */
bool color_parse(const char *text, struct color *out);

/* The least contrast of text with what is behind it (WCAG 2.2, 1.4.6). */
#define CONTRAST_TEXT 7.0

/* WCAG 2.2 "contrast ratio", 1 to 21, symmetric in its arguments. */
double color_contrast(struct color a, struct color b);

/* The colour `share` of the way from `a` to `b`. */
struct color color_mix(struct color a, struct color b, double share);

/* `c` mixed with white: share 1 gives `c`, 0 white. */
struct color color_tint(struct color c, double share);

bool color_equal(struct color a, struct color b);

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE, PATH_VERB_COUNT };

/* One step of an outline. MOVE and LINE use p[0]; CURVE is a cubic Bezier to p[2] with controls
 * p[0], p[1]. */
struct segment {
    enum path_verb verb;
    struct point p[3];
};

enum { PATH_FEW = 5 };

/* A closed outline to fill by the non-zero winding rule. */
struct path {
    struct segment *segments;
    guint n_segments, room;
    struct segment few[PATH_FEW]; /* where the first of them are: most paths are a rectangle */
};

struct path *path_new(void);
void path_free(struct path *path);
void path_add_rect(struct path *path, struct rect r);
/* The edge of `outer`, `line` points thick, inside it. */
void path_add_frame(struct path *path, struct rect outer, double line);
/* A rectangle with quarter circles for corners, of radius `top` and `bottom`: each at most half of
 * its shorter side; 0: square. */
void path_add_round_rect(struct path *path, struct rect r, double top, double bottom);
void path_add_disc(struct path *path, struct point center, double radius);
void path_add_polygon(struct path *path, const struct point *points, size_t n);
struct path *path_copy(const struct path *path);
/* The smallest rectangle that holds all points of the outline, controls among them. */
struct rect path_bounds(const struct path *path);
void path_translate(struct path *path, double dx, double dy);

#endif
