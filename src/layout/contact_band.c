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
    cell->y += *y + (*y > contact_space(band, contact_look.pad) ? contact_space(band, gap) : 0);
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
        bool free_right = right <= contact_space(band, contact_look.pad);
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

static bool has_cells(const struct band *band)
{
    for (int i = 0; i < CELL_COUNT; i++)
        if (band->cells[i].strip)
            return true;
    return false;
}

/* Those of the set. Returns the height of the band without the crisis lines. [pt] */
static double place_cells(struct band *band, unsigned facts)
{
    double pad = contact_space(band, contact_look.pad), y = pad,
           whole = band->width - 2 * band->setter->profile->outdent;
    if (band->scale->columns) {
        contact_share_columns(band);
        contact_set_cells(band, contact_hours_fit(band) ? band->right : whole, facts);
        put_columns(band, &y);
    } else {
        band->left = band->right = whole;
        contact_set_cells(band, whole, facts);
        put_stack(band, &y);
    }
    put(band, &band->cells[SERVICES], band->setter->profile->outdent, &y, contact_look.row_gap);
    return has_cells(band) ? y + pad : 0;
}

static void add_ground(const struct band *band, struct strip *strip, double height, double foot)
{
    double radius = masthead_look.radius;
    if (height <= 0)
        return;
    struct patch patch = {{0, 0, band->width, height}, radius, radius, foot, foot};
    strip_add_mark(strip, patch_path(&patch), tint_color(band->setter->style->accent, TINT_8));
}

static struct strip *set_facts(struct setter *setter, double width, unsigned facts)
{
    struct band band = {.setter = setter, .scale = setter->profile->scale, .width = width};
    double height = place_cells(&band, facts);
    struct strip *crisis = facts & CRISIS_SET ? crisis_strip_set(setter, width, height <= 0) : NULL;
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

static unsigned facts_of(bool services)
{
    return (CELLS_ALL | CRISIS_SET) & ~(services ? 0 : CELL_SET(SERVICES));
}

struct strip *contact_band_set(struct setter *setter, double width, bool services)
{
    return set_facts(setter, width, facts_of(services));
}

/* What stays together, from top to bottom. */
static const unsigned groups[] = {
    CELL_SET(TELEPHONE), CELLS_CODE,         CELL_SET(ADDRESS) | CELL_SET(EMAIL),
    CELL_SET(HOURS),     CELL_SET(SERVICES), CRISIS_SET};

/* As many groups from `*from` on as that height holds; NULL: not even one. */
static struct strip *take_groups(struct setter *setter, double width, double height, unsigned among,
                                 guint *from)
{
    struct strip *most = NULL;
    unsigned facts = 0;
    for (guint i = *from; i < G_N_ELEMENTS(groups); i++) {
        facts |= groups[i] & among;
        struct strip *strip = set_facts(setter, width, facts);
        if (strip->height > height) {
            strip_free(strip);
            break;
        }
        g_clear_pointer(&most, strip_free);
        most = strip;
        *from = i + 1;
    }
    return most;
}

/* Parts no higher than that; NULL: a group is. */
static GPtrArray *set_parts(struct setter *setter, double width, double height, bool services)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint from = 0; from < G_N_ELEMENTS(groups);) {
        struct strip *part = take_groups(setter, width, height, facts_of(services), &from);
        if (!part) {
            g_ptr_array_unref(parts);
            return NULL;
        }
        if (part->height > 0)
            g_ptr_array_add(parts, part);
        else
            strip_free(part);
    }
    return parts;
}

GPtrArray *contact_band_part(struct setter *setter, double width, double height, bool services)
{
    GPtrArray *parts = set_parts(setter, width, height, services);
    double step = height * contact_look.part_step, least = parts ? height / 2 : height;
    for (double lower = least; parts && parts->len > 1 && lower < height; lower += step) {
        GPtrArray *even = set_parts(setter, width, lower, services);
        if (even && even->len == parts->len) {
            g_ptr_array_unref(parts);
            return even;
        }
        g_clear_pointer(&even, g_ptr_array_unref);
    }
    return parts;
}
