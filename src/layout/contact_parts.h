/*
 * The contact band under way. Internal to contact_band.c and contact_cells.c.
 */
#ifndef HANDOUT_LAYOUT_CONTACT_PARTS_H
#define HANDOUT_LAYOUT_CONTACT_PARTS_H

#include "layout/setter.h"
#include "layout/strip.h"

/* In the order of reading. */
enum cell_kind { TELEPHONE, EMAIL, WEBSITE, ADDRESS, HOURS, SERVICES, CODE, CELL_COUNT };

/* Sets of cells; crisis lines, which are no cell, come behind all. */
#define CELL_SET(kind) (1u << (kind))
#define CELLS_CODE     (CELL_SET(CODE) | CELL_SET(WEBSITE)) /* never apart */
#define CRISIS_SET     CELL_SET(CELL_COUNT)
#define CELLS_ALL      (CELL_SET(CELL_COUNT) - 1)

struct cell {
    struct strip *strip; /* NULL: not given */
    double x, y;         /* [pt] in the band */
    double width;        /* [pt] of its words */
    guint lines;
};

struct band {
    struct setter *setter;
    const struct scale *scale;
    double width;       /* [pt] of the band */
    double left, right; /* [pt] of its columns */
    struct cell cells[CELL_COUNT];
};

/* The cells of that set, in the columns that the band has, the hours so wide; their places in the
 * band are still to be found. [pt] */
void contact_set_cells(struct band *band, double hours, unsigned cells);

/* White space of the band, less where paper is short. [pt] */
double contact_space(const struct band *band, double look);

/* Gives the hours as much of the left column as they need, and it can spare, for a line each. */
void contact_share_columns(struct band *band);

/* In the right column days and times have a line each, or nearly so. */
bool contact_hours_fit(struct band *band);

/* So many hours that they take a column for themselves. */
bool contact_hours_fill(const struct band *band);

#endif
