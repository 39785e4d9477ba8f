/*
 * Icons as filled shapes. What is cut out of one is painted over it in the colour of what it stands
 * on.
 */
#include "layout/icon.h"

#include "layout/profile.h"

#include <math.h>

/* [units of the grid] Icons are drawn on a square of so many. */
enum { GRID = 24 };

/* Points of an outline under construction, on the grid. */
static void add_point(GArray *points, double x, double y)
{
    struct point point = {x, y};
    g_array_append_val(points, point);
}

/* From the last point along a circle of `radius`; `turn` is 1 clockwise, -1 the other way. */
static void add_arc(GArray *points, double x, double y, double radius, int turn)
{
    enum { STEPS = 16 };
    struct point from = g_array_index(points, struct point, points->len - 1);
    double dx = x - from.x, dy = y - from.y, chord = sqrt(dx * dx + dy * dy);
    double off = turn * sqrt(fmax(radius * radius - chord * chord / 4, 0));
    struct point center = {(from.x + x) / 2 - off * dy / chord,
                           (from.y + y) / 2 + off * dx / chord};
    double start = atan2(from.y - center.y, from.x - center.x);
    double end = atan2(y - center.y, x - center.x);
    if (turn > 0 && end < start)
        end += 2 * G_PI;
    if (turn < 0 && end > start)
        end -= 2 * G_PI;
    for (int i = 1; i <= STEPS; i++) {
        double angle = start + (end - start) * i / STEPS;
        add_point(points, center.x + radius * cos(angle), center.y + radius * sin(angle));
    }
}

static void append(struct strip *strip, struct path *path, struct rect box, struct color color)
{
    path_translate(path, box.x, box.y);
    strip_add_mark(strip, path, color);
}

static struct path *scaled(GArray *points, double side)
{
    struct path *path = path_new();
    for (guint i = 0; i < points->len; i++) {
        struct point *point = &g_array_index(points, struct point, i);
        *point = (struct point){point->x * side / GRID, point->y * side / GRID};
    }
    path_add_polygon(path, (const struct point *)(const void *)points->data, points->len);
    g_array_unref(points);
    return path;
}

static GArray *points_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(struct point));
}

static struct path *handset(double side)
{
    GArray *points = points_new();
    add_point(points, 4.6, 3.4);
    add_point(points, 8.8, 3.4);
    add_point(points, 10.6, 8.4);
    add_point(points, 8.2, 10.2);
    add_arc(points, 13.8, 15.8, 12.5, -1);
    add_point(points, 15.6, 13.4);
    add_point(points, 20.6, 15.2);
    add_point(points, 20.6, 19.4);
    add_arc(points, 18.8, 21.2, 1.8, 1);
    add_arc(points, 2.8, 5.2, 16, 1);
    add_arc(points, 4.6, 3.4, 1.8, 1);
    return scaled(points, side);
}

/* A straight stroke with round ends. */
static struct path *stroke(struct point a, struct point b, double width, double side)
{
    GArray *points = points_new();
    double dx = b.x - a.x, dy = b.y - a.y, length = sqrt(dx * dx + dy * dy), half = width / 2;
    double nx = -dy / length * half, ny = dx / length * half;
    add_point(points, a.x + nx, a.y + ny);
    add_arc(points, a.x - nx, a.y - ny, half, 1);
    add_point(points, b.x - nx, b.y - ny);
    add_arc(points, b.x + nx, b.y + ny, half, 1);
    return scaled(points, side);
}

static struct path *grid_disc(double radius, double side)
{
    struct path *path = path_new();
    path_add_disc(path, (struct point){side / 2, side / 2}, radius * side / GRID);
    return path;
}

void icon_add_call(struct strip *strip, struct rect box, struct color color)
{
    append(strip, handset(box.width), box, color);
}

void icon_add_ring(struct strip *strip, struct rect box, struct color color, struct color ground)
{
    double side = box.width;
    append(strip, grid_disc(11, side), box, color);
    append(strip, grid_disc(5, side), box, ground);
    for (int i = 0; i < 4; i++) {
        double x = i % 2 ? 1 : -1, y = i / 2 ? 1 : -1;
        append(strip,
               stroke((struct point){12 + 7 * x, 12 + 7 * y},
                      (struct point){12 + 2.8 * x, 12 + 2.8 * y}, 2.6, side),
               box, ground);
    }
}

void icon_add_tick(struct strip *strip, struct rect box, struct color color, struct color ground)
{
    double side = box.width;
    append(strip, grid_disc(11, side), box, color);
    append(strip, stroke((struct point){6.5, 12.5}, (struct point){10.5, 16.5}, 2.6, side), box,
           ground);
    append(strip, stroke((struct point){10.5, 16.5}, (struct point){17.5, 8.5}, 2.6, side), box,
           ground);
}

static void add_dot(struct strip *strip, double x, double y, double radius, struct rect box,
                    struct color color)
{
    double unit = box.width / GRID;
    struct path *path = path_new();
    path_add_disc(path, (struct point){x * unit, y * unit}, radius * unit);
    append(strip, path, box, color);
}

void icon_add_note(struct strip *strip, struct rect box, struct color color, struct color ground)
{
    double side = box.width;
    append(strip, grid_disc(11, side), box, color);
    append(strip, stroke((struct point){12, 11}, (struct point){12, 17.2}, 2.8, side), box, ground);
    add_dot(strip, 12, 6.9, 1.7, box, ground);
}

/* The triangle's corners are round by a stroke along its edges. */
void icon_add_alarm(struct strip *strip, struct rect box, struct color color, struct color ground)
{
    static const struct point corners[] = {{12, 2.5}, {22.5, 21}, {1.5, 21}};
    double side = box.width;
    GArray *points = points_new();
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
        add_point(points, corners[i].x, corners[i].y);
    append(strip, scaled(points, side), box, color);
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
        append(strip, stroke(corners[i], corners[(i + 1) % G_N_ELEMENTS(corners)], 2, side), box,
               color);
    append(strip, stroke((struct point){12, 9}, (struct point){12, 14.6}, 2.6, side), box, ground);
    add_dot(strip, 12, 18.2, 1.5, box, ground);
}

/* A bubble with a tail; the hook of its "?" is an arc of an ellipse, nearly a circle. */
void icon_add_question(struct strip *strip, struct rect box, struct color color,
                       struct color ground)
{
    enum { STEPS = 12 };
    static const struct point tail[] = {{12, 17}, {6.5, 22}, {6.5, 17}};
    const struct point middle = {12, 7.8}, radii = {3, 2.8};
    double side = box.width, unit = side / GRID;
    struct path *bubble = path_new();
    path_add_round_rect(bubble, (struct rect){2 * unit, 3 * unit, 20 * unit, 14 * unit}, unit,
                        unit);
    append(strip, bubble, box, color);
    GArray *points = points_new();
    for (size_t i = 0; i < G_N_ELEMENTS(tail); i++)
        add_point(points, tail[i].x, tail[i].y);
    append(strip, scaled(points, side), box, color);
    struct point from = {middle.x - radii.x, middle.y};
    for (int i = 1; i <= STEPS; i++) { /* from the left end over the top to the foot */
        double angle = G_PI + i * 1.5 * G_PI / STEPS;
        struct point to = {middle.x + radii.x * cos(angle), middle.y + radii.y * sin(angle)};
        append(strip, stroke(from, to, 2, side), box, ground);
        from = to;
    }
    append(strip, stroke(from, (struct point){12, 11.6}, 2, side), box, ground);
    add_dot(strip, 12, 14.4, 1.3, box, ground);
}
