/*
 * Words in a type of their own: of what is designed as one thing, such as the head of a page or the
 * contact band, and so does not go by the looks of running text.
 */
#ifndef HANDOUT_LAYOUT_TYPE_H
#define HANDOUT_LAYOUT_TYPE_H

#include "content/article.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* The spans as lines, as text_set has them, in `type` and one colour; links have no line below
 * them. Owned by the caller. */
GPtrArray *type_set(struct setter *setter, const GPtrArray *spans, const struct type *type,
                    struct color color, double width, enum alignment alignment);

/* The same for words that are content of `element`, or decoration where it is NULL. */
GPtrArray *type_set_words(struct setter *setter, const char *words, const struct element *element,
                          const struct type *type, struct color color, double width,
                          enum alignment alignment);

/* Width of the whole text on one line. [pt] */
double type_width(struct setter *setter, const GPtrArray *spans, const struct type *type);

/* The type by `step` smaller until that is no wider, or no larger than `least`. [pt] */
struct type type_fit(struct setter *setter, const GPtrArray *spans, struct type type, double width,
                     double least, double step);

/* Moves the lines, which are used up, to the end of `strip`, one below the other from (x, y) on.
 * Returns their height. [pt] */
double type_stack(struct strip *strip, GPtrArray *lines, double x, double y);

/* Height of lines set so, and width of the widest of them. [pt] */
double type_height(const GPtrArray *lines);
double type_widest(const GPtrArray *lines);

/* Height of one line without tall letters. [pt] */
double type_line_height(const struct setter *setter, const struct type *type);

/* Makes all of it decoration, as what is shown again or for the eye alone. */
void type_decorate(GPtrArray *lines, enum artifact artifact);

#endif
