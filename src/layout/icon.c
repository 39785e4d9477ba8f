/*
 * Icons as filled shapes. What is cut out of one is painted over it in the colour of what it stands
 * on.
 */
#include "layout/icon.h"

#include "layout/profile.h"

/* One shape, whose square has its corner at that of `box`. */
static void add_shape(struct strip *strip, struct path *path, struct rect box, struct color color)
{
    path_translate(path, box.x, box.y);
    strip_prepend(strip, (struct item){.kind = ITEM_FILL,
                                       .artifact = ARTIFACT_LAYOUT,
                                       .box = path_bounds(path),
                                       .as.fill = {.path = path, .color = color}});
}

/* The upright stroke of "i" and "!" and its dot. */
static struct path *stroke_and_dot(double side, double top, double bottom, double dot, double half)
{
    struct path *path = path_new();
    double middle = side / 2;
    path_add_rect(path, (struct rect){middle - half * side, top * side, 2 * half * side,
                                      (bottom - top) * side});
    path_add_disc(path, (struct point){middle, top * side}, half * side);
    path_add_disc(path, (struct point){middle, bottom * side}, half * side);
    path_add_disc(path, (struct point){middle, dot * side}, icon_look.dot * half * side);
    return path;
}

/* With round corners: the hull of a small disc at each of them. */
static struct path *triangle(double side)
{
    static const struct point hull[] = {{0.423, 0.115}, {0.577, 0.115}, {0.977, 0.815},
                                        {0.9, 0.95},    {0.1, 0.95},    {0.023, 0.815}};
    static const struct point corners[] = {{0.5, 0.16}, {0.9, 0.86}, {0.1, 0.86}};
    struct path *path = path_new();
    struct point points[G_N_ELEMENTS(hull)];
    for (size_t i = 0; i < G_N_ELEMENTS(hull); i++)
        points[i] = (struct point){hull[i].x * side, hull[i].y * side};
    path_add_polygon(path, points, G_N_ELEMENTS(points));
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
        path_add_disc(path, (struct point){corners[i].x * side, corners[i].y * side},
                      icon_look.corner * side);
    return path;
}

static struct path *disc(double side)
{
    struct path *path = path_new();
    path_add_disc(path, (struct point){side / 2, side / 2}, side * icon_look.disc);
    return path;
}

/* What is added last is painted first. */
void icon_add_warning(struct strip *strip, struct rect box, struct color color, struct color ground)
{
    double side = box.width;
    add_shape(strip, stroke_and_dot(side, 0.38, 0.60, 0.77, icon_look.warning_stroke), box, ground);
    add_shape(strip, triangle(side), box, color);
}

void icon_add_information(struct strip *strip, struct rect box, struct color color,
                          struct color ground)
{
    double side = box.width;
    add_shape(strip, stroke_and_dot(side, 0.48, 0.71, 0.28, icon_look.information_stroke), box,
              ground);
    add_shape(strip, disc(side), box, color);
}
