/*
 * The panels of a brochure as places for strips.
 */
#include "layout/brochure_parts.h"

const struct panel *brochure_panel(const struct brochure *brochure, enum panel_role role)
{
    return &brochure->sheet.panels[role];
}

double brochure_height(const struct brochure *brochure)
{
    return brochure_panel(brochure, PANEL_COVER)->text.height;
}

double brochure_width(const struct brochure *brochure)
{
    return brochure_panel(brochure, PANEL_COVER)->text.width;
}

/* From the left edge of the text to that of a panel by itself, where the text is in the middle. */
double brochure_page_side(const struct brochure *brochure, enum panel_role role)
{
    return (brochure_panel(brochure, role)->width - brochure_width(brochure)) / 2;
}

struct frame brochure_frame(const struct brochure *brochure, enum panel_role role)
{
    struct frame frame = {.page = brochure->layout->pages->pdata[role],
                          .area = brochure_panel(brochure, role)->text};
    frame.area.x = brochure_page_side(brochure, role);
    return frame;
}

static struct frame open_text_panel(void *product, guint index)
{
    return brochure_frame(product, (enum panel_role)(PANEL_TEXT_1 + index));
}

struct chain brochure_text_chain(const struct brochure *brochure, guint panels, double height)
{
    return (struct chain){
        .height = height, .most = panels, .open = open_text_panel, .product = (void *)brochure};
}

double brochure_height_of(const GPtrArray *strips)
{
    return strips_height(strips, 0, strips->len);
}

bool brochure_fits_one(const struct brochure *brochure, const GPtrArray *strips)
{
    return brochure_height_of(strips) <= brochure_height(brochure);
}
