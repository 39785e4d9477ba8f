/*
 * Each fact is a cell, set in the order of reading; a plan says which cells stand side by side.
 * Where two do not fit so, all stand one below the other, as they do in the largest prints.
 */
#include "layout/contact_band.h"

#include "base/clip.h"
#include "content/tones.h"
#include "document/contact.h"
#include "layout/contact_parts.h"
#include "layout/crisis_strip.h"

#include <string.h>

const struct block *contact_verified(const struct document *document)
{
    return contact_fact(document, FACT_VERIFIED);
}

/* Puts a cell below what stands in its column. */
static void put(const struct band *band, struct cell *cell, double x, double *y, double gap)
{
    if (!cell->strip)
        return;
    bool rtl = band->setter->document->rtl;
    cell->x += rtl ? band->width - x - cell->width : x;
    cell->y += *y + (*y > contact_look.pad ? gap : 0);
    *y = cell->y + cell->strip->height;
}

/* The code with its address, which was placed beside it. */
static void put_code(struct band *band, double x, double *y)
{
    struct cell *code = &band->cells[CODE], *address = &band->cells[WEBSITE];
    if (!code->strip)
        return;
    put(band, code, x, y, contact_look.row_gap);
    address->x += code->x;
    address->y += code->y;
}

static void put_place(struct band *band, double x, double *y)
{
    double gap = band->cells[ADDRESS].strip ? contact_look.email_gap : contact_look.row_gap;
    put(band, &band->cells[ADDRESS], x, y, contact_look.row_gap);
    put(band, &band->cells[EMAIL], x, y, gap);
}

static void put_columns(struct band *band, double *y)
{
    double left = *y, right = *y, x = band->setter->profile->outdent;
    double second = x + band->left + contact_look.column_gap;
    struct cell *cells = band->cells;
    bool wide = cells[HOURS].width > band->right;
    put(band, &cells[TELEPHONE], x, &left, 0);
    if (contact_hours_fill(band)) {
        put(band, &cells[HOURS], second, &right, 0);
        put_place(band, x, &left);
        put_code(band, x, &left);
    } else {
        put_code(band, second, &right);
        if (cells[CODE].strip && (cells[ADDRESS].strip || cells[EMAIL].strip) && !wide)
            left = right = MAX(left, right);
        if (!wide)
            put(band, &cells[HOURS], second, &right, contact_look.row_gap);
        bool free_right = right <= contact_look.pad;
        put_place(band, free_right ? second : x, free_right ? &right : &left);
    }
    *y = MAX(left, right);
    if (wide)
        put(band, &cells[HOURS], x, y, contact_look.row_gap);
}

static void put_stack(struct band *band, double *y)
{
    double x = band->setter->profile->outdent;
    put(band, &band->cells[TELEPHONE], x, y, 0);
    put_code(band, x, y);
    put_place(band, x, y);
    put(band, &band->cells[HOURS], x, y, contact_look.row_gap);
}

static void clear_cells(struct band *band)
{
    for (int i = 0; i < CELL_COUNT; i++)
        g_clear_pointer(&band->cells[i].strip, strip_free);
    memset(band->cells, 0, sizeof band->cells);
}

static double place_cells(struct band *band, bool services)
{
    double y = contact_look.pad, whole = band->width - 2 * band->setter->profile->outdent;
    if (band->scale->columns) {
        contact_share_columns(band);
        contact_set_cells(band, contact_hours_fit(band) ? band->right : whole, services);
        put_columns(band, &y);
    } else {
        band->left = band->right = whole;
        contact_set_cells(band, whole, services);
        put_stack(band, &y);
    }
    put(band, &band->cells[SERVICES], band->setter->profile->outdent, &y, contact_look.row_gap);
    return y + contact_look.pad;
}

static void add_ground(const struct band *band, struct strip *strip, double height, double foot)
{
    double radius = masthead_look.radius;
    struct patch patch = {{0, 0, band->width, height}, radius, radius, foot, foot};
    strip_add_mark(strip, patch_path(&patch), tint_color(band->setter->style->accent, TINT_8));
}

struct strip *contact_band_set(struct setter *setter, double width, bool services)
{
    struct band band = {.setter = setter, .scale = setter->profile->scale, .width = width};
    double height = place_cells(&band, services);
    struct strip *crisis = crisis_strip_set(setter, width);
    struct strip *strip = strip_new(height + (crisis ? crisis->height : 0), (struct pos){0});
    add_ground(&band, strip, height, crisis ? 0 : masthead_look.radius);
    for (int i = 0; i < CELL_COUNT; i++) {
        if (i == CODE && crisis)
            strip_absorb(strip, crisis, 0, height);
        if (band.cells[i].strip)
            strip_absorb(strip, band.cells[i].strip, band.cells[i].x, band.cells[i].y);
    }
    clear_cells(&band);
    if (crisis)
        strip_free(crisis);
    return strip;
}
