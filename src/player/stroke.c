/*
 * Measures the stroke of the capital I where serifs cannot be: at half its height. Method: the
 * outline's straight edges that cross that height; the stroke lies between the outermost two.
 */
#include "player/stroke.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

struct scan {
    float height; /* at which the outline is cut */
    float left, right;
};

static void cut_edge(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                     void *user)
{
    struct scan *scan = data;
    float x0 = state->current_x, y0 = state->current_y;
    (void)funcs;
    (void)user;
    if ((y0 < scan->height) == (y < scan->height))
        return;
    float at = x0 + (x - x0) * (scan->height - y0) / (y - y0);
    scan->left = fminf(scan->left, at);
    scan->right = fmaxf(scan->right, at);
}

static void close_outline(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
    if (state->path_open)
        cut_edge(funcs, data, state, state->path_start_x, state->path_start_y, user);
}

static double measure(hb_font_t *font, hb_codepoint_t glyph, const hb_glyph_extents_t *extents)
{
    struct scan scan = {.height = (float)(extents->y_bearing + extents->height / 2.0),
                        .left = FLT_MAX,
                        .right = -FLT_MAX};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_line_to_func(funcs, cut_edge, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_outline, NULL, NULL);
    hb_font_get_glyph_shape(font, glyph, funcs, &scan);
    hb_draw_funcs_destroy(funcs);
    return scan.right > scan.left ? (scan.right - scan.left) / fabs((double)extents->height) : 0;
}

double stroke_share(hb_face_t *face)
{
    hb_font_t *font = hb_font_create(face);
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents = {0};
    bool found = hb_font_get_nominal_glyph(font, 'I', &glyph) &&
                 hb_font_get_glyph_extents(font, glyph, &extents) && extents.height != 0;
    double share = found ? measure(font, glyph, &extents) : 0;
    hb_font_destroy(font);
    return share;
}
