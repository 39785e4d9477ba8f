/*
 * Outlines as operators (ISO 32000-1 8.5). Coordinates go out with three decimals: a thousandth of
 * a point is less than a dot of any printer.
 */
#include "paint/pdf/fill.h"

#include "paint/pdf/value.h"

static void put_points(struct pdf_canvas *canvas, const struct point *points, size_t n,
                       const char *operator_name)
{
    for (size_t i = 0; i < n; i++) {
        pdf_put_number(canvas->out, points[i].x, 3);
        g_string_append_c(canvas->out, ' ');
        pdf_put_number(canvas->out, canvas->page->height - points[i].y, 3);
        g_string_append_c(canvas->out, ' ');
    }
    pdf_put(canvas->out, operator_name);
}

/* Whether the five segments from `s` on draw an upright rectangle; most paths of a page do
 * (rules, panels, the modules of a QR code), and PDF has a short form for them. */
static bool is_rectangle(const struct segment *s, size_t n)
{
    return n >= 5 && s[0].verb == PATH_MOVE && s[1].verb == PATH_LINE && s[2].verb == PATH_LINE &&
           s[3].verb == PATH_LINE && s[4].verb == PATH_CLOSE && s[0].p[0].y == s[1].p[0].y &&
           s[1].p[0].x == s[2].p[0].x && s[2].p[0].y == s[3].p[0].y && s[3].p[0].x == s[0].p[0].x;
}

/* From corner `a` to corner `b`, in the direction in which the layout drew it. */
static void put_rectangle(struct pdf_canvas *canvas, struct point a, struct point b)
{
    double numbers[] = {a.x, canvas->page->height - a.y, b.x - a.x, a.y - b.y};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        pdf_put_number(canvas->out, numbers[i], 3);
        g_string_append_c(canvas->out, ' ');
    }
    pdf_put(canvas->out, "re\n");
}

static void put_segment(struct pdf_canvas *canvas, const struct segment *segment)
{
    switch (segment->verb) {
    case PATH_MOVE:
        put_points(canvas, segment->p, 1, "m\n");
        break;
    case PATH_LINE:
        put_points(canvas, segment->p, 1, "l\n");
        break;
    case PATH_CURVE:
        put_points(canvas, segment->p, 3, "c\n");
        break;
    case PATH_CLOSE:
        pdf_put(canvas->out, "h\n");
        break;
    case PATH_VERB_COUNT:
        break;
    }
}

void pdf_fill(struct pdf_canvas *canvas, const struct path *path, struct color color)
{
    pdf_canvas_set_color(canvas, color);
    const struct segment *segments = path->segments;
    size_t n = path->n_segments;
    for (size_t i = 0; i < n;) {
        bool rectangle = is_rectangle(segments + i, n - i);
        if (rectangle)
            put_rectangle(canvas, segments[i].p[0], segments[i + 2].p[0]);
        else
            put_segment(canvas, &segments[i]);
        i += rectangle ? 5 : 1;
    }
    pdf_put(canvas->out, "f\n");
}

void pdf_fill_page(struct pdf_canvas *canvas, struct color color)
{
    pdf_canvas_set_color(canvas, color);
    put_rectangle(canvas, (struct point){0, 0},
                  (struct point){canvas->page->width, canvas->page->height});
    pdf_put(canvas->out, "f\n");
}
