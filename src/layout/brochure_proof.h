/*
 * The proof view of a brochure: outlines and names of panels, folds and safe areas, for staff who
 * check a layout. All of it is decoration.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_PROOF_H
#define HANDOUT_LAYOUT_BROCHURE_PROOF_H

#include "layout/page.h"
#include "layout/panels.h"
#include "layout/setter.h"

void brochure_proof_add(struct setter *setter, const struct brochure_sheet *sheet,
                        struct layout *layout);

#endif
