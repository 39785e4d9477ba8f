/*
 * Clipping by Sutherland and Hodgman: the field is convex, so an outline is cut along one of its
 * edges after the other. What lies outside collapses onto the edge and covers nothing.
 */
#include "base/clip.h"

#include <math.h>

/* Straight lines a curve is made of: at the sizes of drawings on paper nobody sees them. */
enum { STEPS = 20 };

static void add_point(GArray *points, double x, double y)
{
    struct point point = {x, y};
    g_array_append_val(points, point);
}

/* Quarters of a circle, clockwise as seen on a page from its left. */
enum quarter { TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT, QUARTER_COUNT };

/* The points of a circle around the origin, by quarters. */
struct circle {
    struct point points[QUARTER_COUNT][STEPS + 1];
};

static gpointer make_circle(gpointer unused)
{
    static const double from[] = {G_PI, -G_PI_2, 0, G_PI_2};
    struct circle *circle = g_new(struct circle, 1);
    (void)unused;
    for (int quarter = 0; quarter < QUARTER_COUNT; quarter++)
        for (int i = 0; i <= STEPS; i++) {
            double angle = from[quarter] + i * G_PI_2 / STEPS;
            circle->points[quarter][i] = (struct point){cos(angle), sin(angle)};
        }
    return circle;
}

/* Made once: handouts are full of round corners. Any thread. */
static const struct circle *unit_circle(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, make_circle, NULL);
}

static void add_corner(GArray *points, struct point center, double radius, enum quarter quarter)
{
    const struct point *on = unit_circle()->points[quarter];
    for (int i = 0; i <= (radius > 0 ? STEPS : 0); i++)
        add_point(points, center.x + radius * on[i].x, center.y + radius * on[i].y);
}

/* Clockwise, as seen on a page. */
static GArray *patch_points(const struct patch *field)
{
    GArray *points =
        g_array_sized_new(FALSE, FALSE, sizeof(struct point), QUARTER_COUNT * (STEPS + 1));
    double left = field->box.x, right = left + field->box.width;
    double top = field->box.y, foot = top + field->box.height;
    double tl = field->top_left, tr = field->top_right, br = field->bottom_right,
           bl = field->bottom_left;
    add_corner(points, (struct point){left + tl, top + tl}, tl, TOP_LEFT);
    add_corner(points, (struct point){right - tr, top + tr}, tr, TOP_RIGHT);
    add_corner(points, (struct point){right - br, foot - br}, br, BOTTOM_RIGHT);
    add_corner(points, (struct point){left + bl, foot - bl}, bl, BOTTOM_LEFT);
    return points;
}

static void add_polygon(struct path *path, const GArray *points)
{
    path_add_polygon(path, (const struct point *)(const void *)points->data, points->len);
}

struct patch patch_round(struct rect box, double radius)
{
    return (struct patch){box, radius, radius, radius, radius};
}

struct path *patch_path(const struct patch *field)
{
    g_autoptr(GArray) points = patch_points(field);
    struct path *path = path_new();
    add_polygon(path, points);
    return path;
}

/* Above 0: inside of the edge from `a` to `b`. */
static double side_of(struct point a, struct point b, struct point p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/* A corner stays, or the edge from it is cut, or both: at most twice as many are left. */
static GArray *cut_along(const GArray *points, struct point a, struct point b)
{
    GArray *inside = g_array_new(FALSE, FALSE, sizeof(struct point));
    g_array_set_size(inside, 2 * points->len);
    struct point *left = &g_array_index(inside, struct point, 0);
    struct point q = g_array_index(points, struct point, 0);
    double at_q = side_of(a, b, q);
    guint n = 0;
    for (guint i = 1; i <= points->len; i++) {
        struct point p = q;
        double at_p = at_q;
        q = g_array_index(points, struct point, i < points->len ? i : 0);
        at_q = side_of(a, b, q);
        if (at_p >= 0)
            left[n++] = p;
        if ((at_p >= 0) != (at_q >= 0)) {
            double share = at_p / (at_p - at_q);
            left[n++] = (struct point){p.x + share * (q.x - p.x), p.y + share * (q.y - p.y)};
        }
    }
    g_array_set_size(inside, n);
    return inside;
}

/* The least box that holds the points, of which there is one at least. */
static struct rect box_of(const GArray *points)
{
    struct point low = g_array_index(points, struct point, 0), high = low;
    for (guint i = 1; i < points->len; i++) {
        struct point p = g_array_index(points, struct point, i);
        low = (struct point){MIN(low.x, p.x), MIN(low.y, p.y)};
        high = (struct point){MAX(high.x, p.x), MAX(high.y, p.y)};
    }
    return (struct rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

/* Most outlines lie wholly inside of most edges. */
static bool is_inside(const struct rect *box, struct point a, struct point b)
{
    double right = box->x + box->width, foot = box->y + box->height;
    return side_of(a, b, (struct point){box->x, box->y}) > 0 &&
           side_of(a, b, (struct point){right, box->y}) > 0 &&
           side_of(a, b, (struct point){box->x, foot}) > 0 &&
           side_of(a, b, (struct point){right, foot}) > 0;
}

static void clip_polygon(struct path *clipped, GArray *points, const GArray *edges)
{
    GArray *left = g_array_copy(points);
    struct rect box = points->len > 0 ? box_of(points) : (struct rect){0};
    for (guint i = 0; i < edges->len && left->len > 0; i++) {
        struct point a = g_array_index(edges, struct point, i);
        struct point b = g_array_index(edges, struct point, (i + 1) % edges->len);
        if (is_inside(&box, a, b))
            continue;
        GArray *cut = cut_along(left, a, b);
        g_array_unref(left);
        left = cut;
    }
    if (left->len > 2)
        add_polygon(clipped, left);
    g_array_unref(left);
    g_array_set_size(points, 0);
}

static void add_curve(GArray *points, const struct point p[3])
{
    g_array_set_size(points, points->len + STEPS);
    struct point *ends = &g_array_index(points, struct point, points->len - STEPS);
    struct point from = ends[-1];
    for (int i = 1; i <= STEPS; i++) {
        double t = (double)i / STEPS, u = 1 - t;
        double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        ends[i - 1] = (struct point){a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                                     a * from.y + b * p[0].y + c * p[1].y + d * p[2].y};
    }
}

struct path *path_clip(struct path *path, const struct patch *field)
{
    g_autoptr(GArray) edges = patch_points(field);
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct point));
    struct path *clipped = path_new();
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *segment = &path->segments[i];
        switch (segment->verb) {
        case PATH_MOVE:
        case PATH_LINE:
            g_array_append_val(points, segment->p[0]);
            break;
        case PATH_CURVE:
            add_curve(points, segment->p);
            break;
        case PATH_CLOSE:
            clip_polygon(clipped, points, edges);
            break;
        case PATH_VERB_COUNT:
            g_assert_not_reached();
        }
    }
    path_free(path);
    if (clipped->n_segments == 0)
        g_clear_pointer(&clipped, path_free);
    return clipped;
}
