/*
 * Words of screens that are designed as one thing: set in a size, weight and colour of their own,
 * and put anywhere on the panel.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_TYPE_H
#define HANDOUT_LAYOUT_SCREEN_TYPE_H

#include "layout/screen_show.h"

struct screen_type {
    double size;  /* of letters ÷ their legal size */
    double width; /* [pt] */
    bool bold;
    struct color color;
    enum alignment alignment;
};

/* The spans as strips, a line each, owned by the caller. */
GPtrArray *screen_type_set(struct show *show, const GPtrArray *spans,
                           const struct screen_type *type);

/* Width of the widest word and of the whole text on one line, in that type. [pt] */
struct text_widths screen_type_widths(struct show *show, const GPtrArray *spans, bool bold,
                                      double size);

/* Gives all words that colour. */
void screen_type_color(GPtrArray *strips, struct color color);

/* From the capitals of the first line to the letters that hang from the last, of lines of `size`.
 * [pt] */
double screen_type_height(const struct show *show, const GPtrArray *lines, double size);

/* The same of digits, which hang down nowhere. [pt] */
double screen_digits_height(const struct show *show, const GPtrArray *lines, double size);

/* Moves the lines, which are used up, into `strip`: the capitals of the first at `y`. */
void screen_type_stack(const struct show *show, struct strip *strip, GPtrArray *lines, double x,
                       double y);

/* The spans in the largest of `n` sizes in which they have no more than `lines` lines and are no
 * higher than `room` points, between whose words they may be parted if `parting` says so; NULL:
 * they fit in none. `type->size` becomes that size. */
GPtrArray *screen_type_fit(struct show *show, const GPtrArray *spans, struct screen_type *type,
                           const double *sizes, size_t n, guint lines, double room,
                           enum parting parting);

/* Lets words be heard before the first of the lines, where only a picture shows them. */
void screen_type_say(GPtrArray *lines, const struct span *span);

/* The same behind the last of them: `words` that a place of their own stands for. */
void screen_type_end(GPtrArray *lines, const char *words);

/* Puts lines, which are used up, on the page: the capitals of the first at `at`, the left edge of
 * their column. */
void screen_type_place(const struct show *show, struct page *page, GPtrArray *lines,
                       struct point at, unsigned *order);

/* A ground, or another shape without meaning. */
void screen_fill(struct page *page, struct path *path, struct color color);
void screen_fill_rect(struct page *page, struct rect box, struct color color);

/* What is on the page since item `from` has the colours of a band of the ground in use, for
 * displays that change colours. */
void screen_name_band(const struct show *show, struct page *page, guint from);

/* The left edge of what is `width` points wide and stands `x` points from the edge of the area
 * where lines start. [pt] */
double screen_start(const struct show *show, double x, double width);

/* A strip of `height` points whose edges are meant, whatever words stand in it. */
struct strip *screen_strip_new(const struct show *show, double height, struct pos pos);

#endif
