/*
 * Those of paper, and two more as filled shapes on a square of 100, with what is cut out of them
 * painted over in the ground's colour.
 */
#include "layout/screen_icon.h"

#include "layout/icon.h"
#include "layout/screen_type.h"

enum { GRID = 100 };

static void add_box(struct page *page, struct rect square, struct rect box, double radius,
                    struct color color)
{
    double unit = square.width / GRID;
    struct rect at = {square.x + box.x * unit, square.y + box.y * unit, box.width * unit,
                      box.height * unit};
    struct path *path = path_new();
    path_add_round_rect(path, at, radius * unit, radius * unit);
    screen_fill(page, path, color);
}

static void add_polygon(struct page *page, struct rect square, const struct point *points, size_t n,
                        struct color color)
{
    double unit = square.width / GRID;
    g_autofree struct point *at = g_new(struct point, n);
    for (size_t i = 0; i < n; i++)
        at[i] = (struct point){square.x + points[i].x * unit, square.y + points[i].y * unit};
    struct path *path = path_new();
    path_add_polygon(path, at, n);
    screen_fill(page, path, color);
}

static void add_bubble(struct page *page, struct rect square, struct color color,
                       struct color ground)
{
    static const struct point tail[] = {{26, 68}, {56, 68}, {26, 94}};
    add_box(page, square, (struct rect){4, 10, 92, 62}, 10, color);
    add_polygon(page, square, tail, G_N_ELEMENTS(tail), color);
    add_box(page, square, (struct rect){20, 27, 60, 8}, 4, ground);
    add_box(page, square, (struct rect){20, 46, 40, 8}, 4, ground);
}

/* The flap is a stroke of two limbs. */
static void add_envelope(struct page *page, struct rect square, struct color color,
                         struct color ground)
{
    static const struct point flap[] = {{6, 20},  {12, 20}, {50, 48}, {88, 20},
                                        {94, 20}, {94, 26}, {50, 58}, {6, 26}};
    add_box(page, square, (struct rect){2, 14, 96, 72}, 8, color);
    add_polygon(page, square, flap, G_N_ELEMENTS(flap), ground);
}

/* One that paper has, too. */
static void add_shared(struct page *page, enum screen_icon icon, struct rect square,
                       struct color color, struct color ground)
{
    g_autoptr(GPtrArray) strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    struct strip *strip = strip_new(square.height, (struct pos){0});
    struct rect box = {0, 0, square.width, square.height};
    unsigned order = 0;
    g_ptr_array_add(strips, strip);
    if (icon == SCREEN_ICON_CALL)
        icon_add_call(strip, box, color);
    else if (icon == SCREEN_ICON_INFORMATION)
        icon_add_note(strip, box, color, ground);
    else
        icon_add_alarm(strip, box, color, ground);
    strips_place(strips, 0, 1, page, (struct point){square.x, square.y}, &order);
}

static void draw(struct page *page, enum screen_icon icon, struct rect square, struct color color,
                 struct color ground)
{
    switch (icon) {
    case SCREEN_ICON_TEXT:
        add_bubble(page, square, color, ground);
        return;
    case SCREEN_ICON_EMAIL:
        add_envelope(page, square, color, ground);
        return;
    case SCREEN_ICON_CALL:
    case SCREEN_ICON_INFORMATION:
    case SCREEN_ICON_WARNING:
        add_shared(page, icon, square, color, ground);
        return;
    case SCREEN_ICON_COUNT:
        break;
    }
    g_assert_not_reached();
}

void screen_icon_add(struct page *page, enum screen_icon icon, struct rect square,
                     struct color color, struct color ground)
{
    guint from = page->items->len;
    draw(page, icon, square, color, ground);
    for (guint i = from; i < page->items->len; i++)
        g_array_index(page->items, struct item, i).sign = from + 1;
}
