/*
 * Panels of a brochure: which panel lies where. Seen from outside, the cover is at the right;
 * opened, text runs from left to right. On a Z fold the third inside panel is the back of the
 * folded leaflet, so the text goes on outside.
 */
#include "layout/panels.h"

#include "layout/profile.h"

/* Width of the wide panels in a roll fold. [pt] */
static double wide_panel(enum paper paper)
{
    return paper == PAPER_LETTER ? brochure_look.wide_letter : brochure_look.wide_a4;
}

/* Where each panel lies, as its side and its place there from the left. */
static const struct {
    enum sheet_side side;
    int place;
} places[FOLD_COUNT][PANEL_COUNT] = {
    [FOLD_ROLL] = {[PANEL_COVER] = {SIDE_OUTSIDE, 2},
                   [PANEL_TEXT_1] = {SIDE_INSIDE, 0},
                   [PANEL_TEXT_2] = {SIDE_INSIDE, 1},
                   [PANEL_TEXT_3] = {SIDE_INSIDE, 2},
                   [PANEL_FLAP] = {SIDE_OUTSIDE, 0},
                   [PANEL_BACK] = {SIDE_OUTSIDE, 1}},
    [FOLD_Z] = {[PANEL_COVER] = {SIDE_OUTSIDE, 2},
                [PANEL_TEXT_1] = {SIDE_INSIDE, 0},
                [PANEL_TEXT_2] = {SIDE_INSIDE, 1},
                [PANEL_TEXT_3] = {SIDE_OUTSIDE, 0},
                [PANEL_FLAP] = {SIDE_OUTSIDE, 1},
                [PANEL_BACK] = {SIDE_INSIDE, 2}},
};

/* Widths from left to right. The tucked panel is the left one outside, which is the right one
 * inside. */
static void side_widths(double sheet_width, enum paper paper, enum fold fold, enum sheet_side side,
                        double widths[3])
{
    double wide = fold == FOLD_ROLL ? wide_panel(paper) : sheet_width / 3;
    double rest = sheet_width - 2 * wide;
    widths[0] = side == SIDE_OUTSIDE ? rest : wide;
    widths[1] = wide;
    widths[2] = side == SIDE_OUTSIDE ? wide : rest;
}

static double clearance(int place, int edge_place)
{
    return place == edge_place ? brochure_look.clearance.feed : brochure_look.clearance.fold;
}

/* The width of text that every panel has room for. */
static double common_width(double sheet_width, enum paper paper, enum fold fold)
{
    double wide = fold == FOLD_ROLL ? wide_panel(paper) : sheet_width / 3;
    return sheet_width - 2 * wide - brochure_look.clearance.fold - brochure_look.clearance.feed;
}

static struct panel place_panel(const struct brochure_sheet *sheet, enum paper paper,
                                enum fold fold, enum panel_role role)
{
    double widths[3], text_width = common_width(sheet->width, paper, fold);
    int place = places[fold][role].place;
    struct panel panel = {.side = places[fold][role].side};
    side_widths(sheet->width, paper, fold, panel.side, widths);
    for (int i = 0; i < place; i++)
        panel.x += widths[i];
    panel.width = widths[place];
    double left = clearance(place, 0), right = clearance(place, 2);
    double spare = panel.width - left - right - text_width;
    panel.text = (struct rect){panel.x + left + spare / 2, brochure_look.clearance.long_edge,
                               text_width, sheet->height - 2 * brochure_look.clearance.long_edge};
    return panel;
}

static void mirror(struct panel *panel, double sheet_width)
{
    panel->x = sheet_width - panel->x - panel->width;
    panel->text.x = sheet_width - panel->text.x - panel->text.width;
}

void brochure_sheet_init(struct brochure_sheet *sheet, enum paper paper, enum fold fold, bool rtl)
{
    struct rect portrait = paper_sheet(paper);
    sheet->width = portrait.height;
    sheet->height = portrait.width;
    for (int role = 0; role < PANEL_COUNT; role++) {
        sheet->panels[role] = place_panel(sheet, paper, fold, (enum panel_role)role);
        if (rtl)
            mirror(&sheet->panels[role], sheet->width);
    }
}
